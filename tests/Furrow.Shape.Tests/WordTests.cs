using System.Text.Json;
using Furrow.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>Words that a problem has in its sentence are said in the reader's language: each right, and each thing that needs a reason.</summary>
public sealed class WordTests
{
    [Fact]
    public void Every_right_and_everything_that_needs_a_reason_has_a_word() => None(Wordless(
        Enum.GetValues<Right>().Where(r => r != Right.Unnamed).Select(r => ListedTests.Kebab(r.ToString()))
            .Concat(NeedingReason(Tree.Code.Where(f => f.IsUnder("src")))),
        Tree.Files.Where(f => f.Name == "words.json" || f.Path == "src/Furrow.Server/Pages/Languages/said.en.json")));

    [Fact]
    public void The_word_rule_can_fail()
    {
        Assert.Equal(["paint"], NeedingReason([new("a.cs", "class A { void B() { Problems.ReasonMissing(\"paint\"); Other(\"sing\"); } }")]));
        Assert.Equal(["there is no \"word.sing\""], Wordless(["paint", "sing"], [new("words.json", """{ "word.paint": { "en": "paint" } }""")]));
    }

    private static IEnumerable<string> NeedingReason(IEnumerable<TreeFile> files) =>
        from file in files
        where file.Text.Contains("ReasonMissing(", StringComparison.Ordinal)
        from called in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        where called.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "ReasonMissing" } or IdentifierNameSyntax { Identifier.Text: "ReasonMissing" }
        from literal in called.ArgumentList.DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.StringLiteralExpression)
        select literal.Token.ValueText;

    private static IEnumerable<string> Wordless(IEnumerable<string> words, IEnumerable<TreeFile> files)
    {
        var known = files.SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(f.Text)!.Keys).ToHashSet();
        return words.Distinct().Where(w => !known.Contains("word." + w)).Select(w => $"there is no \"word.{w}\"");
    }
}
