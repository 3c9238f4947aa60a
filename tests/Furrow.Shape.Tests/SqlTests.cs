using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Furrow.Shape.Tests;

/// <summary>SQL of the log stands in Furrow.Store; SQL of a file format in that format's folder of Furrow.Exchange; nowhere else. Tests and benchmarks
/// may ask a peer database.</summary>
public sealed partial class SqlTests
{
    [Fact]
    public void Sql_stands_in_its_place() => None(Misplaced(Tree.Files));

    [Fact]
    public void The_sql_rule_can_fail() => Assert.Equal(
        ["src/Furrow.Server/A.cs:1: select x from y", "src/Furrow.Exchange/B.cs:1: PRAGMA user_version", "src/Furrow.Server/P.razor:1: DELETE FROM x"],
        Misplaced([
            new("src/Furrow.Server/A.cs", "var a = \"select x from y\"; // SELECT a comment FROM here\nvar b = \"select a date from the list\";"),
            new("src/Furrow.Exchange/B.cs", "var a = $\"PRAGMA user_version\";"),
            new("src/Furrow.Server/P.razor", "@code { string a = \"DELETE FROM x\"; }"),
            new("src/Furrow.Exchange/GeoPackage/C.cs", "var a = \"select x from y\";"),
            new("src/Furrow.Store/D.cs", "var a = \"\"\"\n  insert into y values (1)\n  \"\"\";"),
        ]));

    private static IEnumerable<string> Misplaced(IEnumerable<TreeFile> files) =>
        from file in files
        where file.IsUnder("src") && !IsItsPlace(file.Path)
        from text in file.EndsWith(".cs") ? Strings(file.Text) : file.EndsWith(".razor") ? RazorStrings(file.Text) : []
        where Statement().IsMatch(text.Value)
        select $"{file.Path}:{text.Line}: {text.Value.Trim().Split('\n')[0]}";

    private static bool IsItsPlace(string path) =>
        path.StartsWith("src/Furrow.Store/", StringComparison.Ordinal)
        || (path.StartsWith("src/Furrow.Exchange/", StringComparison.Ordinal) && path.Split('/').Length > 3);

    private static IEnumerable<(int Line, string Value)> Strings(string code) =>
        from token in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens()
        where token.RawKind is (int)SyntaxKind.StringLiteralToken or (int)SyntaxKind.InterpolatedStringTextToken
            or (int)SyntaxKind.SingleLineRawStringLiteralToken or (int)SyntaxKind.MultiLineRawStringLiteralToken
        select (token.GetLocation().GetLineSpan().StartLinePosition.Line + 1, token.ValueText);

    private static IEnumerable<(int Line, string Value)> RazorStrings(string text) =>
        text.Split('\n').SelectMany((line, i) => Quoted().Matches(line).Select(m => (i + 1, m.Groups[1].Value)));

    private const string Query = @"select\s+[\w.*,()\s""]+?\s+from\s+\w+\s*(?:$|;|\)|where\b|order\b|group\b|join\b|limit\b|inner\b|left\b)";
    private const string Change = @"insert\s+(?:or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|begin\s+immediate";
    private const string Definition = @"create\s+(?:unique\s+)?(?:table|index|view|trigger)\s|(?:alter|drop)\s+table\s|pragma\s+\w";

    [GeneratedRegex(@"^\s*(?:" + Query + "|" + Change + "|" + Definition + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
