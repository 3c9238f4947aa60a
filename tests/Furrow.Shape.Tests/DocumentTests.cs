using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>Documents do not rot: every path and every link in them leads somewhere, each has one title, and each is reached from another.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Roots = ["src/", "tests/", "docs/", "bench/", "scripts/", ".ci/", "changelog.d/"];

    [Fact]
    public void Every_path_and_link_in_a_document_exists() => None(Broken(Tree.Documents, Tree.Exists));

    [Fact]
    public void The_path_rule_can_fail() => Assert.Equal(["docs/a.md: src/Gone/X.cs", "docs/a.md: ./gone", "docs/a.md: b.md"], Broken(
        [
            new("docs/a.md", "# A\nSee `src/Gone/X.cs` and `src/Furrow.Core`, run `./gone --fast` or `./run`, [b](b.md), [c](https://example.org), "
                + "[d](#part), `src/**/*.cs`, `docs/decisions/NNNN-name.md`.\n```\n./gone\n```\n"),
        ],
        path => path is "src/Furrow.Core" or "run"));

    [Fact]
    public void Every_document_the_code_refers_to_exists() =>
        None(Mentioned(Tree.Files.Where(f => f.IsUnder("src") && f.EndsWith(".cs", ".razor", ".ts", ".csproj")), Tree.Exists));

    [Fact]
    public void The_mention_rule_can_fail() => Assert.Equal(["src/A.cs: docs/gone.md"],
        Mentioned([new("src/A.cs", "/// <summary>See docs/gone.md and docs/here.md.</summary>")], path => path == "docs/here.md"));

    [Fact]
    public void Every_document_has_one_title_on_its_first_line() => None(Untitled(Tree.Documents));

    [Fact]
    public void The_title_rule_can_fail() => Assert.Equal(["docs/a.md has 2 titles", "docs/b.md does not begin with its title"],
        Untitled([new("docs/a.md", "# A\n# B\n"), new("docs/b.md", "text\n"), new("docs/c.md", "# C\n```\n# a comment\n```\n")]));

    [Fact]
    public void Every_document_is_reached_from_another() => None(Orphans(Tree.Documents));

    [Fact]
    public void The_orphan_rule_can_fail() => Assert.Equal(["docs/c.md"],
        Orphans([new("README.md", "[b](docs/b.md)"), new("docs/b.md", "[own](b.md), [up](../README.md)"), new("docs/c.md", "x")]));

    private static List<string> Broken(IEnumerable<TreeFile> documents, Func<string, bool> exists) =>
    [
        .. from document in documents
           where !document.IsUnder("changelog.d")
           from path in Paths(document)
           where !exists(path.FromRoot) && !exists(Path.Combine(Path.GetDirectoryName(document.Path)!, path.Written))
           select $"{document.Path}: {path.Written}",
    ];

    private static IEnumerable<string> Mentioned(IEnumerable<TreeFile> files, Func<string, bool> exists) =>
        from file in files
        from path in Mention().Matches(file.Text).Select(m => m.Value).Distinct()
        where !exists(path)
        select $"{file.Path}: {path}";

    private static IEnumerable<(string Written, string FromRoot)> Paths(TreeFile document)
    {
        foreach (Match match in Code().Matches(Blocks().Replace(document.Text, "")))
        {
            var written = match.Groups[1].Value.Split(' ')[0].TrimEnd('/', ':', ',');
            var isCommand = written.StartsWith("./", StringComparison.Ordinal);
            if ((isCommand || Roots.Any(r => written.StartsWith(r, StringComparison.Ordinal))) && !IsPattern(written))
            {
                yield return (written, isCommand ? written[2..] : written);
            }
        }

        foreach (var link in Links(document))
        {
            yield return link;
        }
    }

    private static IEnumerable<(string Written, string FromRoot)> Links(TreeFile document) =>
        from match in Link().Matches(Blocks().Replace(document.Text, ""))
        let target = match.Groups[1].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let folder = Path.GetDirectoryName(document.Path)!
        select (target, Path.GetRelativePath(Tree.Root, Path.GetFullPath(Path.Combine(Tree.Root, folder, target))).Replace('\\', '/'));

    private static bool IsPattern(string path) => path.AsSpan().IndexOfAny("*<{…") >= 0 || path.Contains("NNNN", StringComparison.Ordinal)
        || path.Contains("VERB", StringComparison.Ordinal);

    private static IEnumerable<string> Untitled(IEnumerable<TreeFile> documents)
    {
        foreach (var document in documents.Where(d => !d.IsUnder("changelog.d")))
        {
            var titles = Title().Count(Blocks().Replace(document.Text, ""));
            if (!Title().IsMatch(document.Lines[0]))
            {
                yield return $"{document.Path} does not begin with its title";
            }
            else if (titles != 1)
            {
                yield return $"{document.Path} has {titles} titles";
            }
        }
    }

    private static IEnumerable<string> Orphans(IEnumerable<TreeFile> documents)
    {
        var all = documents.Where(d => !d.IsUnder("changelog.d")).ToList();
        var reached = all.SelectMany(d => Links(d).Where(l => l.FromRoot != d.Path).Select(l => l.FromRoot)).ToHashSet();
        return all.Select(d => d.Path).Where(p => p != "README.md" && !reached.Contains(p));
    }

    [GeneratedRegex(@"\bdocs/[\w/-]+\.md")]
    private static partial Regex Mention();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^# \S", RegexOptions.Multiline)]
    private static partial Regex Title();
}
