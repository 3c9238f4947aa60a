using System.Text;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;
using Furrow.Server.Accounts;
using Furrow.Server.Exports;
using Furrow.Server.Verbs;

namespace Furrow.Server.Tests.Leaks;

/// <summary>Every verb of the program, run over a copy of the planted ledger, in words and in JSON: what it said, and the files it wrote.</summary>
internal static class PlantedVerbs
{
    private const string Restricted = "--restricted";

    /// <param name="silent">Takes the lines that were refused: what they would show is then not known.</param>
    public static IEnumerable<(string Output, byte[] Bytes)> Answers(string ledger, List<string> silent)
    {
        foreach (var (verb, line) in Lines(IntentLines.Of(ledger)))
        {
            foreach (var json in (string[][])[[], ["--json"]])
            {
                using var shell = new Shell();
                var copy = Path.Combine(shell.Folder, "programme.furrow");
                File.Copy(ledger, copy);
                if (verb.StartsWith("accounts ", StringComparison.Ordinal))
                {
                    new AccountChanges(new AccountsFile(copy), shell.Clock, new()).Make("erin", _ => false).GetAwaiter().GetResult().Get();
                }

                shell.Write("table.csv", PlantedServer.Table);
                shell.Write("places.geojson", GeoText.Collection(GeoText.Square(-50, -50, 500, """{"name":"East"}""")));
                shell.Write("people.csv", "name\nFrida\n");
                shell.Write("correction.csv", PlantedServer.Table.Replace("N-1", "H-1", StringComparison.Ordinal));
                var exit = verb == "serve" ? shell.RunUntilServed([verb, .. line, .. json]) : shell.Run([.. verb.Split(' '), .. line, .. json]);
                if (exit != (Outputs.Refused.Contains(verb) ? Verb.Refused : Verb.Done))
                {
                    silent.Add($"{verb} {string.Join(' ', line)}: {shell.Out}{shell.Error} Say in {nameof(Outputs)} how it is run.");
                }

                var output = verb == "export" ? $"furrow export {line[0]}{(line.Contains(Restricted) ? " " + Restricted : "")}" : "furrow " + verb;
                yield return (output, Encoding.UTF8.GetBytes(shell.Out + shell.Error));
                foreach (var file in Directory.EnumerateFiles(shell.Folder).Where(f => !Path.GetFileName(f).StartsWith("programme.furrow", StringComparison.Ordinal)
                    && Path.GetFileName(f) is not ("table.csv" or "people.csv" or "places.geojson" or "correction.csv")))
                {
                    yield return (output, File.ReadAllBytes(file));
                }
            }
        }
    }

    /// <param name="described">Lines made from descriptions, for verbs of which nobody says how they are run.</param>
    private static IEnumerable<(string Verb, string[] Line)> Lines(IReadOnlyDictionary<string, string[]> described) => VerbList.All()
        .SelectMany(v => Leaves(v, "")).SelectMany(verb => verb == "export"
        ? from what in LandExports.All
            from writer in Writers.All
            from restricted in (string[][])[[], .. what.Word == "reports" ? (string[][])[[Restricted]] : []]
            select (verb, (string[])[what.Word, "out" + writer.Extension, "--format", writer.Format, .. restricted])
        : Outputs.Verbs.GetValueOrDefault(verb, [described.GetValueOrDefault(verb, [])]).Select(line => (verb, line)));

    private static IEnumerable<string> Leaves(Verb verb, string before) => verb.Parts.Any()
        ? verb.Parts.SelectMany(p => Leaves(p, before + verb.Name + " ")) : [before + verb.Name];
}
