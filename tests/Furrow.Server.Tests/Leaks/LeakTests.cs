using System.Text;
using System.Text.RegularExpressions;
using Furrow.Core.Log;
using Furrow.Server.Listings;
using Furrow.Server.Lists;
using Xunit;

namespace Furrow.Server.Tests.Leaks;

/// <summary>Which restricted and personal texts leave the program, and where: over a programme in which each field of each fact holds a word of its own,
/// every output that exists is asked, and what is found is held against docs/tiers.md, both ways. Addresses, verbs, formats and fields are the program's own
/// lists, so that a new one fails here until somebody has decided what it may show.</summary>
public sealed partial class LeakTests
{
    private const string Records = "/records/{Name}/{Id:guid}";

    [Fact]
    public async Task Every_output_shows_what_the_table_of_tiers_says_and_nothing_else()
    {
        using var folder = new TempFolder();
        var ledger = folder["planted.furrow"];
        var seen = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var silent = new List<string>();
        using (var server = new PlantedServer(ledger))
        {
            See(seen, await server.Answers());
            See(seen, Files(folder.Path));
            silent.AddRange(server.Silent);
        }

        See(seen, PlantedVerbs.Answers(ledger, silent));
        Assert.True(silent.Count == 0, string.Join(Environment.NewLine, silent));
        var rows = Rows("Outputs").ToList();
        foreach (var (output, fields) in seen)
        {
            // What a list of things says of its own columns need not be said again; whatever else is shown must be.
            fields.ExceptWith(DeclaredByLists(output).Where(f => rows.Exists(r => r.Name == output && !r.Said.Contains($"`{f}`", StringComparison.Ordinal))));
        }

        var (table, shown) = (rows.Select(r => $"| `{r.Name}` | {r.Said} |").ToList(), seen.Select(s => $"| `{s.Key}` | {Said(s.Value)} |").ToList());
        Assert.True(table.Order().SequenceEqual(shown.Order()), "Decide what may be shown, then mend docs/tiers.md or the program.\nIn the table:\n"
            + string.Join('\n', table.Except(shown)) + "\nShown:\n" + string.Join('\n', shown.Except(table)));
    }

    [Fact]
    public void The_table_of_tiers_names_every_field_with_its_tier() =>
        Assert.Equal(Plants.All.Select(f => (f.Name, f.Tier.ToString().ToLowerInvariant())), Rows("Fields"));

    [Fact]
    public void Every_field_is_planted()
    {
        var parts = PlantedFacts.All().SelectMany(f => FactFormat.Encode(f).Parts).ToLookup(p => p.Tier, p => Encoding.UTF8.GetString(p.Bytes.Span));
        Assert.Empty(Plants.All.Where(f => !parts[f.Tier].Any(text => text.Contains(f.Word, StringComparison.Ordinal))).Select(f => f.Name));
        Assert.Empty(Plants.All.Where(f => parts[Tier.Ordinary].Any(text => text.Contains(f.Word, StringComparison.Ordinal))).Select(f => f.Name));
        Assert.Empty(FactNames.All.Select(k => k.Type).Except(PlantedFacts.All().Select(f => f.GetType())));
    }

    [Fact]
    public void A_word_is_found_however_it_is_packed()
    {
        var word = Plants.All[3].Word;
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(packed, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = zip.CreateEntry("inner.gz").Open();
            using var gzip = new System.IO.Compression.GZipStream(member, System.IO.Compression.CompressionLevel.Optimal);
            gzip.Write(Encoding.Unicode.GetBytes("before " + word.ToUpperInvariant() + " behind"));
        }

        Assert.Equal([Plants.All[3]], Unpacked.WordsIn(packed.ToArray()));
        Assert.Empty(Unpacked.WordsIn(Encoding.UTF8.GetBytes("nothing of that kind")));
    }

    /// <summary>Fields of the facts of a list of things, where the list has a column of their tier; on the page of a thing also why each was done.</summary>
    private static IEnumerable<string> DeclaredByLists(string output)
    {
        foreach (var list in output is Records or "furrow list" ? AllLists.All.Where(l => l.Of is not null) : [])
        {
            var facts = RecordCache.FactsOf(list.Row);
            foreach (var field in Plants.All)
            {
                var isReason = output == Records && facts.Any(f => field.Name == "act-taken/Reason of " + f);
                if (isReason || facts.Any(f => field.Name.StartsWith(f + "/", StringComparison.Ordinal)) && list.Columns.Any(c => c.Tier == field.Tier))
                {
                    yield return field.Name;
                }
            }
        }
    }

    private static void See(SortedDictionary<string, SortedSet<string>> seen, IEnumerable<(string Output, byte[] Bytes)> answers)
    {
        foreach (var (output, bytes) in answers)
        {
            if (!seen.TryGetValue(output, out var fields))
            {
                seen[output] = fields = new SortedSet<string>(StringComparer.Ordinal);
            }

            fields.UnionWith(Unpacked.WordsIn(bytes).Select(f => f.Name));
        }
    }

    /// <summary>What lies beside the ledger while it is served, read beside the one who writes it.</summary>
    private static IEnumerable<(string Output, byte[] Bytes)> Files(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var bytes = new MemoryStream();
            if (new FileInfo(path).Length > 0)
            {
                // The lease is locked, and empty.
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                file.CopyTo(bytes);
            }

            // The write-ahead file is a part of the ledger: what was committed last stands in it.
            var name = "NAME" + Path.GetRelativePath(folder, path)["planted".Length..];
            yield return (Id().Replace(name.EndsWith("-wal", StringComparison.Ordinal) ? name[..^4] : name, "ID"), bytes.ToArray());
        }
    }

    private static string Said(SortedSet<string> fields) =>
        fields.Count == 0 ? "nothing" : fields.Count == Plants.All.Count ? "everything" : string.Join(", ", fields.Select(f => $"`{f}`"));

    /// <summary>The rows of the table under a heading: the first two columns.</summary>
    private static IEnumerable<(string Name, string Said)> Rows(string heading)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "tiers.md")).ReplaceLineEndings("\n");
        var section = text.Split("\n## ").Single(s => s.StartsWith(heading + "\n", StringComparison.Ordinal));
        return Row().Matches(section).Select(m => (m.Groups[1].Value, m.Groups[2].Value));
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
