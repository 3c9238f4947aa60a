using Furrow.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>The sentences of the source, as the compiler knows them: every interpolated string that becomes a <see cref="Phrase"/>, and what is given to the
/// catalogue of problems as a text. What generators and pages add is not there, so some names stay unknown; no sentence hangs on them.</summary>
internal sealed class Sentences
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    private static readonly Lazy<Sentences> OfTree = new(() => new Sentences(Tree.Code.Where(f => f.IsUnder("src"))));

    private readonly List<(TreeFile File, SemanticModel Model)> _files;

    public Sentences(IEnumerable<TreeFile> files)
    {
        var trees = files.Select(f => (File: f, Tree: CSharpSyntaxTree.ParseText(f.Text, Parsing))).ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => trees.Count == 1 || !Path.GetFileName(f).StartsWith("furrow", StringComparison.OrdinalIgnoreCase))
            .Select(f => MetadataReference.CreateFromFile(f));
        var compiled = CSharpCompilation.Create("sentences", [.. trees.Select(t => t.Tree), CSharpSyntaxTree.ParseText(Usings, Parsing)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _files = [.. trees.Select(t => (t.File, compiled.GetSemanticModel(t.Tree)))];
    }

    /// <summary>Of all projects, read once.</summary>
    public static Sentences All => OfTree.Value;

    /// <summary>"file: pattern" of each, the pattern as the compiler makes it: its holes are numbered in their order.</summary>
    public IEnumerable<(string File, string Pattern)> Patterns() =>
        from file in _files
        where file.File.Text.Contains("$\"", StringComparison.Ordinal)
        from node in file.Model.SyntaxTree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
        where node is InterpolatedStringExpressionSyntax || IsSum(node)
        where !IsSum(node.Parent) && IsPhrase(file.Model, node)
        select (file.File.Path, PatternOf(node));

    /// <summary>"file: Problem(parameter): text" of each text in English that is given to the catalogue as it stands.</summary>
    public IEnumerable<string> TextsGiven(Func<string, bool> mayBeNamed) =>
        from file in _files
        where file.File.Text.Contains("Problems.", StringComparison.Ordinal)
        from call in file.Model.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: nameof(Problems) }
            or MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(Problems) } }
        let method = file.Model.GetSymbolInfo(call) is var found ? (IMethodSymbol?)(found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) : null
        where method is not null
        from given in call.ArgumentList.Arguments.Select((a, i) => (a.Expression, Parameter: a.NameColon is { } name
            ? method.Parameters.First(p => p.Name == name.Name.Identifier.Text) : method.Parameters[i]))
        where given.Parameter.Type.SpecialType == SpecialType.System_String && !mayBeNamed(given.Parameter.Name)
        from text in Texts(given.Expression)
        where text.Count(char.IsLetter) > 1
        select $"{file.File.Path}: {method.Name}({given.Parameter.Name}): {text}";

    /// <summary>"file: word" of each word of the program's own that is written where it stands.</summary>
    public IEnumerable<(string File, string Word)> WordsMade() =>
        from file in _files
        where file.File.Text.Contains("new Word(\"", StringComparison.Ordinal)
        from made in file.Model.SyntaxTree.GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where made.Type is IdentifierNameSyntax { Identifier.Text: nameof(Word) } && made.ArgumentList is not null
        from word in made.ArgumentList!.Arguments.SelectMany(a => Texts(a.Expression))
        select (file.File.Path, word);

    private static bool IsSum(SyntaxNode? node) => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
        && sum.DescendantNodes().Any(n => n is InterpolatedStringExpressionSyntax);

    private static bool IsPhrase(SemanticModel model, ExpressionSyntax text) => model.GetTypeInfo(text).ConvertedType?.Name == nameof(Phrase)
        || text.Ancestors().SkipWhile(a => a is ParenthesizedExpressionSyntax).FirstOrDefault()
            is CastExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: nameof(Phrase) } };

    private static string PatternOf(ExpressionSyntax text)
    {
        var hole = 0;
        return string.Concat(Parts(text).Select(p => p is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : $"{{{hole++}}}"));
    }

    private static IEnumerable<InterpolatedStringContentSyntax> Parts(ExpressionSyntax text) => text switch
    {
        ParenthesizedExpressionSyntax p => Parts(p.Expression),
        BinaryExpressionSyntax sum => Parts(sum.Left).Concat(Parts(sum.Right)),
        InterpolatedStringExpressionSyntax words => words.Contents,
        _ => [],
    };

    /// <summary>The texts of an expression and its branches. What is called within it speaks for itself.</summary>
    private static IEnumerable<string> Texts(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax p => Texts(p.Expression),
        ConditionalExpressionSyntax c => Texts(c.WhenTrue).Concat(Texts(c.WhenFalse)),
        BinaryExpressionSyntax b => Texts(b.Left).Concat(Texts(b.Right)),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => [text.Token.ValueText],
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolatedStringTextSyntax>().Select(t => t.TextToken.ValueText),
        _ => [],
    };
}
