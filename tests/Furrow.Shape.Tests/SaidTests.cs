using System.Text.Json;
using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>Some problems get their sentence from whoever makes them, so the catalogue cannot tell which there are. The pages know them again by their
/// words: each of these must still stand in the source, or a page shows English.</summary>
public sealed partial class SaidTests
{
    private const string English = "src/Furrow.Server/Pages/Languages/said.en.json";
    private static readonly string[] SaidElsewhere = ["report-field-missing", "report-field-wrong", "geometry-broken", "north-unstated", "row-broken"];

    [Fact]
    public void What_the_pages_know_again_is_still_said() => None(Lost(Tree.File(English).Text,
        Tree.Files.Where(f => f.IsUnder("src") && f.EndsWith(".cs", ".razor"))));

    [Fact]
    public void The_rule_can_fail() => Assert.Equal(["problem.row-broken.2: It has no "], Lost(
        """{ "problem.row-broken": "Point {0} is \"odd\".", "problem.row-broken.2": "It has no {0}.", "problem.other": "Not looked at." }""",
        [new("src/a.cs", "$\"Point {n} is \\\"odd\\\".\"; $\"It has {n}.\"")]));

    private static List<string> Lost(string said, IEnumerable<TreeFile> source)
    {
        var text = string.Concat(source.Select(f => f.Text));
        return
        [
            .. JsonSerializer.Deserialize<Dictionary<string, string>>(said)!
                .Where(pair => pair.Key.Split('.') is ["problem", var code, ..] && SaidElsewhere.Contains(code))
                .SelectMany(pair => Hole().Split(pair.Value).Select(words => words.Replace("\"", "\\\"", StringComparison.Ordinal))
                    .Where(words => !text.Contains(words, StringComparison.Ordinal)).Select(words => $"{pair.Key}: {words}")),
        ];
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
