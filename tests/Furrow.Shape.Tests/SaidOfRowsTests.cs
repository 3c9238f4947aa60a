using System.Text.Json;
using Furrow.Core.Figures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>What the readers of files say of a row, in refusals whose sentence they make themselves and in notes, is known again by the pages: every such
/// sentence in the source has its pattern, and with it its words in each language.</summary>
public sealed class SaidOfRowsTests
{
    private const string English = "src/Furrow.Server/Pages/Languages/said.en.json";

    /// <summary>Methods whose texts are said to people.</summary>
    private static readonly string[] Saying =
    [
        "FieldUnreadable", "RowBroken", "GeometryBroken", "Refused", "Unreadable", "Choice", "Number", "Position", "NorthUnstated", "ReportFieldMissing",
        "ReportFieldWrong", "Found", "Fix", "Repair",
    ];

    /// <summary>Of reports no page can make, since its form asks in another way, and of the command line.</summary>
    private static readonly string[] Unseen =
    [
        "src/Furrow.Core/Checks/FindingRules.cs: A decision names its group of findings and what was decided.",
        "src/Furrow.Core/Figures/FigureRules.cs: Known-at is an acceptance number, 0 or more.",
        "src/Furrow.Core/Reports/MinimumData.cs: A report either corrects or withdraws, not both.",
        "src/Furrow.Core/Reports/MinimumData.cs: A report names the kinds of contamination it speaks about: ap-mines, av-mines, "
            + "cluster-munition-remnants, other-erw, ied.",
        "src/Furrow.Core/Reports/MinimumData.cs: A report needs a code of at most 200 characters.",
        "src/Furrow.Core/Reports/MinimumData.cs: A report needs an id.",
        "src/Furrow.Core/Reports/MinimumData.cs: A report of kind {0} cannot have the effect {1}.",
        "src/Furrow.Core/Reports/MinimumData.cs: A report speaks about at least one piece of land.",
        "src/Furrow.Core/Reports/MinimumData.cs: A withdrawal names the report it takes away and has no parts; no other kind of report withdraws.",
        "src/Furrow.Core/Reports/MinimumData.cs: There is no such kind of report.",
        "src/Furrow.Server/Verbs/ImportOptionSet.cs: Say all, or the numbers of the rows with commas between them: 12,40.",
        "src/Furrow.Server/Verbs/SpotVerb.cs: A spot has a latitude from −90 to 90 and a longitude from −180 to 180.",
    ];

    [Fact]
    public void Every_sentence_of_a_reader_a_rule_or_a_check_is_said_in_each_language()
    {
        var unsaid = Unsaid(Tree.File(English).Text, Tree.Code.Where(f => f.IsUnder("src") && !f.Path.EndsWith("/Csv/CsvStyle.cs", StringComparison.Ordinal)));
        None(unsaid.Except(Unseen));
        None(Unseen.Except(unsaid));
    }

    [Fact]
    public void The_rule_can_fail() => Assert.Equal(["a.cs: A new thing {0} is wrong.", "a.cs: One more."], Unsaid(
        """{ "problem.row-broken": "The row is {0}.", "expected.date": "a date" }""",
        [new("a.cs", "class A { object B(int n) { Problems.RowBroken(f, 1, $\"The row is {n}.\"); into.Refuse($\"One \" + $\"more.\"); "
            + "Problems.FieldUnreadable(f, 1, \"end\", v, $\"a date\"); return Problems.GeometryBroken(f, 1, $\"A new thing {n} is wrong.\"); } }")]));

    private static List<string> Unsaid(string said, IEnumerable<TreeFile> code)
    {
        var patterns = JsonSerializer.Deserialize<Dictionary<string, string>>(said)!.Values.ToHashSet();
        return [.. code.SelectMany(f => Sentences(f).Select(Numbered).Where(s => !patterns.Contains(s)).Select(s => $"{f.Path}: {s}")).Distinct()
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The pattern the compiler makes of it: its holes are numbered in their order.</summary>
    private static string Numbered(string sentence)
    {
        var parts = sentence.Split(Hole);
        return string.Concat(parts.Select((part, i) => i == 0 ? part : $"{{{i - 1}}}{part}"));
    }

    private const char Hole = '\u0001';

    private static IEnumerable<string> Sentences(TreeFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text).GetRoot();
        var said = root.DescendantNodes().Where(n => NameOf(n) is { } name && (Saying.Contains(name) || name == "Refuse"))
            .SelectMany(n => n.ChildNodes().OfType<ArgumentListSyntax>()).SelectMany(l => l.Arguments.SelectMany(a => Texts(a.Expression)));
        return (file.Path.EndsWith("/Notes.cs", StringComparison.Ordinal)
                ? said.Concat(root.DescendantNodes().OfType<ArrowExpressionClauseSyntax>().SelectMany(a => Texts(a.Expression))) : said)
            .Where(s => s.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>The texts of an expression: its branches, and a sum of texts as one. What is called within it speaks for itself.</summary>
    private static IEnumerable<string> Texts(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax p => Texts(p.Expression),
        CastExpressionSyntax cast => Texts(cast.Expression),
        ConditionalExpressionSyntax c => Texts(c.WhenTrue).Concat(Texts(c.WhenFalse)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => [string.Concat(Texts(sum.Left).Concat(Texts(sum.Right)))],
        InterpolatedStringExpressionSyntax text =>
            [string.Concat(text.Contents.Select(c => c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : Hole.ToString()))],
        _ => [],
    };

    /// <summary>What is called, or made.</summary>
    private static string? NameOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.Text,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.Text,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax made } => made.Identifier.Text,
        ImplicitObjectCreationExpressionSyntax { Parent.Parent.Parent: VariableDeclarationSyntax { Type: SimpleNameSyntax of } } => of.Identifier.Text,
        _ => null,
    };
}
