using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>What the readers of files say of a row, in refusals whose sentence they make themselves and in notes, is known again by the pages: every such
/// sentence in the source has its pattern, and with it its words in each language.</summary>
public sealed partial class SaidOfRowsTests
{
    private const string English = "src/Furrow.Server/Pages/Languages/said.en.json";

    /// <summary>Methods whose texts are said to people.</summary>
    private static readonly string[] Saying = ["FieldUnreadable", "RowBroken", "GeometryBroken", "Refused", "Unreadable", "Choice", "Number", "Position"];

    [Fact]
    public void Every_sentence_of_a_reader_is_said_in_each_language() => None(Unsaid(Tree.File(English).Text,
        Tree.Code.Where(f => f.IsUnder("src/Furrow.Exchange") && !f.Path.EndsWith("/Csv/CsvStyle.cs", StringComparison.Ordinal))));

    [Fact]
    public void The_rule_can_fail() => Assert.Equal(["a.cs: A new thing 7 is wrong.", "a.cs: One more."], Unsaid(
        """{ "problem.row-broken": "The row is {0}.", "expected.date": "a date" }""",
        [new("a.cs", "class A { object B(int n) { Problems.RowBroken(f, 1, $\"The row is {n}.\"); into.Refuse(\"One \" + \"more.\"); "
            + "Problems.FieldUnreadable(f, 1, \"end\", v, \"a date\"); return Problems.GeometryBroken(f, 1, $\"A new thing {n} is wrong.\"); } }")]));

    private static List<string> Unsaid(string said, IEnumerable<TreeFile> code)
    {
        var patterns = JsonSerializer.Deserialize<Dictionary<string, string>>(said)!.Values
            .Select(v => new Regex($"^{string.Join("(.*?)", Hole().Split(v).Select(Regex.Escape))}$", RegexOptions.Singleline | RegexOptions.NonBacktracking)).ToList();
        return [.. code.SelectMany(f => Sentences(f).Where(s => !patterns.Exists(p => p.IsMatch(s))).Select(s => $"{f.Path}: {s}")).Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Sentences(TreeFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text).GetRoot();
        var said = root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(i => NameOf(i) is { } name && (Saying.Contains(name) || name == "Refuse"))
            .SelectMany(i => i.ArgumentList.Arguments.SelectMany(a => Texts(a.Expression)));
        return (file.Path.EndsWith("/Notes.cs", StringComparison.Ordinal)
                ? said.Concat(root.DescendantNodes().OfType<ArrowExpressionClauseSyntax>().SelectMany(a => Texts(a.Expression))) : said)
            .Where(s => s.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>The texts of an expression: its branches, and a sum of texts as one. What is called within it speaks for itself.</summary>
    private static IEnumerable<string> Texts(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax p => Texts(p.Expression),
        ConditionalExpressionSyntax c => Texts(c.WhenTrue).Concat(Texts(c.WhenFalse)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => [string.Concat(Texts(sum.Left).Concat(Texts(sum.Right)))],
        LiteralExpressionSyntax { Token.Value: string text } => [text],
        InterpolatedStringExpressionSyntax text => [string.Concat(text.Contents.Select(c => c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : "7"))],
        InvocationExpressionSyntax create when NameOf(create) == "Create" => create.ArgumentList.Arguments.SelectMany(a => Texts(a.Expression)),
        _ => [],
    };

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => null,
    };

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
