using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>A problem as the catalogue's source makes it.</summary>
public sealed record CataloguedProblem(string File, string Code, int Status, string Sentence);

/// <summary>One catalogue of problems: made in Problems.*.cs alone, each code once, each in docs/problems.md with its status.</summary>
public sealed partial class ProblemTests
{
    private const string Catalogue = "src/Furrow.Core/Problems";

    private static IReadOnlyList<CataloguedProblem> Real => Read(Tree.Code.Where(f => f.Path.StartsWith(Catalogue, StringComparison.Ordinal)));

    [Fact]
    public void The_catalogue_holds_problems_and_every_code_is_plain_and_used_once()
    {
        Assert.NotEmpty(Real);
        None(Unclear(Real));
    }

    [Fact]
    public void The_code_rule_can_fail() => Assert.Equal(
        [
            "file-empty is made twice", "FileBad is not in small letters with hyphens", "no-stop has no sentence that ends", "odd-status has status 200",
        ],
        Unclear([
            new("f", "file-empty", 400, "The file is empty."), new("f", "file-empty", 400, "The file holds nothing."), new("f", "FileBad", 400, "Bad."),
            new("f", "no-stop", 404, "Not there"), new("f", "odd-status", 200, "Fine."),
        ]));

    [Fact]
    public void Problems_are_made_in_the_catalogue_alone() => None(MadeElsewhere(Tree.Code.Where(f => f.IsUnder("src"))));

    [Fact]
    public void The_place_rule_can_fail()
    {
        const string code = "var p = new Problem(\"x\", \"Y.\");";
        Assert.Equal(["src/Furrow.Server/A.cs:1 makes a problem"],
            MadeElsewhere([new("src/Furrow.Server/A.cs", code), new("src/Furrow.Core/Problems.Files.cs", code)]));
    }

    /// <summary>A sentence is what the compiler catches where it is written. By hand one could be made of a finished text.</summary>
    [Fact]
    public void Sentences_are_made_by_the_compiler_alone() => None(MadeByHand(Tree.Code.Where(f => f.IsUnder("src"))));

    [Fact]
    public void The_sentence_rule_can_fail() => Assert.Equal(
        ["src/A.cs: AppendLiteral", "src/A.cs: Kept", "src/A.cs: new Phrase", "src/A.cs: {e.Message}"],
        MadeByHand([new("src/A.cs", "class A { Phrase P(string s, Exception e) { var p = new Phrase(9, 0); p.AppendLiteral(s); Phrase.Kept(s, []); "
            + "Problems.RowBroken(f, 1, $\"{e.Message}\"); Problems.StorageFull($\"{s}\"); return p; } }")]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> MadeByHand(IEnumerable<TreeFile> files) =>
        from file in files
        where file.Path is not ("src/Furrow.Core/Phrase.cs" or "src/Furrow.Core/PhraseJson.cs")
        from node in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes()
        let made = node switch
        {
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Phrase" } } => "new Phrase",
            MemberAccessExpressionSyntax { Name.Identifier.Text: "AppendLiteral" } => "AppendLiteral",
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Kept", Expression: IdentifierNameSyntax { Identifier.Text: "Phrase" } } => "Kept",
            InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax hole], Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax
                { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } } } } when WholeSentence.Contains(name) => hole.ToString(),
            _ => null,
        }
        where made is not null
        select $"{file.Path}: {made}";

    /// <summary>Problems whose whole sentence is said by who makes them.</summary>
    private static readonly string[] WholeSentence = ["RowBroken", "GeometryBroken", "NorthUnstated", "ReportFieldMissing", "ReportFieldWrong", "Refuse"];

    [Fact]
    public void The_catalogue_is_printed_in_the_documents_as_it_is() => Verdict.Printed(ProblemPage.Document, ProblemPage.Render(Real));

    [Fact]
    public void The_document_rule_can_fail()
    {
        var before = ProblemPage.Render([new(Catalogue + ".Files.cs", "a", 400, "A {name}."), new(Catalogue + ".Files.cs", "gone", 400, "G.")]);
        var now = ProblemPage.Render([new(Catalogue + ".Files.cs", "a", 404, "A {name}."), new(Catalogue + ".Log.cs", "b", 400, "B.")]);
        Assert.Equal(
            [
                "missing: | `a` | 404 | A ‹name›. |", "missing: ## Log", "missing: | `b` | 400 | B. |",
                "left over: | `a` | 400 | A ‹name›. |", "left over: | `gone` | 400 | G. |",
            ],
            Verdict.Different(now, before));
    }

    private static List<string> Unclear(IReadOnlyList<CataloguedProblem> problems) =>
    [
        .. problems.GroupBy(p => p.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key} is made {(g.Count() == 2 ? "twice" : $"{g.Count()} times")}"),
        .. problems.Where(p => !Kebab().IsMatch(p.Code)).Select(p => $"{p.Code} is not in small letters with hyphens"),
        .. problems.Where(p => p.Sentence.TrimEnd() is not [.., '.' or '}']).Select(p => $"{p.Code} has no sentence that ends"),
        .. problems.Where(p => p.Status is < 400 or > 599).Select(p => $"{p.Code} has status {p.Status}"),
    ];

    private static IEnumerable<string> MadeElsewhere(IEnumerable<TreeFile> files) =>
        from file in files
        where !file.Path.StartsWith(Catalogue, StringComparison.Ordinal) && file.Path != "src/Furrow.Core/Problem.cs"
        from made in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where made.Type is IdentifierNameSyntax { Identifier.Text: "Problem" }
        select $"{file.Path}:{made.GetLocation().GetLineSpan().StartLinePosition.Line + 1} makes a problem";

    /// <summary>Every creation whose first argument is a text: the catalogue writes them as <c>new("code", $"Sentence.", 404, ...)</c>.</summary>
    private static List<CataloguedProblem> Read(IEnumerable<TreeFile> files) =>
    [
        .. from file in files
           from made in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
           let arguments = made.ArgumentList?.Arguments
           where arguments is { Count: >= 2 } && arguments.Value[0].Expression.IsKind(SyntaxKind.StringLiteralExpression)
           let code = ((LiteralExpressionSyntax)arguments.Value[0].Expression).Token.ValueText
           select new CataloguedProblem(file.Path, code, Status(arguments.Value), Sentence(arguments.Value[1].Expression)),
    ];

    private static int Status(SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        arguments.Count > 2 && arguments[2].Expression is LiteralExpressionSyntax { Token.Value: int number } ? number : 400;

    private static string Sentence(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => text.Contents.ToString().Replace("{new Word(", "{(", StringComparison.Ordinal),
        CastExpressionSyntax cast => Sentence(cast.Expression),
        BinaryExpressionSyntax sum => Sentence(sum.Left) + Sentence(sum.Right),
        ConditionalExpressionSyntax either => Sentence(either.WhenTrue),
        _ => $"{{{expression}}}",
    };

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
