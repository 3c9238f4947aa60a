using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>Codes of reports and hazardous areas are compared, sorted and searched by Codes alone: two rules would make two areas of one,
/// or one of two.</summary>
public sealed partial class CodeComparisonTests
{
    /// <summary>Where the rule itself stands, and where a code is made, not compared.</summary>
    private static readonly string[] Rule = ["src/Furrow.Core/Codes.cs", "src/Furrow.Core/CodeFolding.cs", "src/Furrow.Core/Reports/InventedCode.cs"];

    [Fact]
    public void Codes_are_compared_in_one_place() => None(OwnRules(Tree.Files));

    [Fact]
    public void The_rule_of_codes_can_fail() => Assert.Equal(
    [
        "src/A.cs:1 compares a code by a rule of its own", "src/A.cs:2 compares a code by a rule of its own", "src/A.cs:3 compares a code by a rule of its own",
    ], OwnRules(
    [
        new("src/A.cs", """
            areas.OrderBy(a => a.Code, StringComparer.Ordinal)
            report.Code.Contains(words, StringComparison.OrdinalIgnoreCase)
            if (claim.HazardousArea == other)
            areas.OrderBy(a => a.Code, Codes.Order); claim.HazardousArea is null; problem.Code == "x"
            """),
    ]));

    private static IEnumerable<string> OwnRules(IEnumerable<TreeFile> files) =>
        from file in files
        where file.Path.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", ".razor") && !Rule.Contains(file.Path)
        from number in Enumerable.Range(0, file.Lines.Length)
        where OwnRule().IsMatch(file.Lines[number])
        select $"{file.Path}:{number + 1} compares a code by a rule of its own";

    [GeneratedRegex(@"\b(ReportCode|HazardousArea|[rR]eport\.Code|[aA]rea\.Code|a\.(Code|Label)|Packed\.Code|Aliases|Predecessors)\b"
        + @"[^;]*(\bString(Comparer|Comparison)\.)|\b(ReportCode|HazardousArea|[rR]eport\.Code|[aA]rea\.Code|Packed\.Code)\)? (==|!=) (?!null)")]
    private static partial Regex OwnRule();
}
