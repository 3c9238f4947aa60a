using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>The changelog is for users: newest first, one sentence a bullet, under the four headings its template names.</summary>
public sealed partial class ChangelogTests
{
    private static readonly string[] Headings = ["### Added", "### Changed", "### Mended", "### Removed"];

    [Fact]
    public void The_changelog_has_its_shape() => None(Malformed(Tree.File("CHANGELOG.md").Text));

    [Fact]
    public void The_shape_rule_can_fail() => Assert.Equal(
        ["no template comment", "the first section is not Unreleased", "line 3: ## 1.2", "line 4: ### Fixed", "line 5: - no full stop", "line 6: stray text"],
        Malformed("# Changelog\n\n## 1.2\n### Fixed\n- no full stop\nstray text\n"));

    [Fact]
    public void Lines_waiting_to_be_folded_in_are_bullets() => None(Tree.Files.Where(f => f.IsUnder("changelog.d")).SelectMany(Waiting));

    [Fact]
    public void The_waiting_rule_can_fail() => Assert.Equal(["changelog.d/x.md:2: no bullet"], Waiting(new("changelog.d/x.md", "- One thing.\nno bullet\n")));

    private static IEnumerable<string> Waiting(TreeFile file) => file.Lines.Select((text, i) => (text, Number: i + 1))
        .Where(l => l.text.Length > 0 && !Bullet().IsMatch(l.text)).Select(l => $"{file.Path}:{l.Number}: {l.text}");

    private static List<string> Malformed(string text)
    {
        var found = new List<string>();
        if (!text.Contains("<!--", StringComparison.Ordinal))
        {
            found.Add("no template comment");
        }

        var body = Comment().Replace(text, c => new string('\n', c.Value.Count(x => x == '\n'))).Split('\n');
        if (body.FirstOrDefault(l => l.StartsWith("## ", StringComparison.Ordinal)) != "## Unreleased")
        {
            found.Add("the first section is not Unreleased");
        }

        found.AddRange(body.Select((line, i) => (line, Number: i + 1)).Skip(1).Where(l => !IsGood(l.line)).Select(l => $"line {l.Number}: {l.line}"));
        return found;
    }

    private static bool IsGood(string line) =>
        line.Length == 0 || line == "## Unreleased" || Version().IsMatch(line) || Headings.Contains(line) || Bullet().IsMatch(line);

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^## \d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^- .+[.)]$")]
    private static partial Regex Bullet();
}
