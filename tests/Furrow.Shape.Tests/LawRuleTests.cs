using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>Laws are tried through the one helper, tests/Laws, on the same samples on every run. CsCheck's own ways of sampling draw from the clock.</summary>
public sealed class LawRuleTests
{
    private const string Helper = "tests/Laws/";

    [Fact]
    public void No_test_draws_samples_from_the_clock() => None(DrawnFromTheClock(Tree.Code));

    [Fact]
    public void The_law_rule_can_fail() => Assert.Equal(
        [
            "tests/A.cs:2: Claims.Sample draws from the clock: let it obey its law (tests/Laws)",
            "tests/A.cs:3: Check.SampleAsync draws from the clock: let it obey its law (tests/Laws)",
            "tests/A.cs:4: Random.Claims.Single draws from the clock: let it obey its law (tests/Laws)",
            "tests/A.cs:5: Gen.Int.Example draws from the clock: let it obey its law (tests/Laws)",
            "tests/A.cs:6: PCG.ThreadPCG draws from the clock: let it obey its law (tests/Laws)",
        ],
        DrawnFromTheClock(
        [
            new("tests/A.cs", """
                using CsCheck;
                Claims.Sample(c => true, seed: "0000KoOw1fj3");
                Check.SampleAsync(Claims, c => true);
                var one = Random.Claims.Single();
                Gen.Int.Example();
                Claims.Generate(PCG.ThreadPCG, null, out _);
                Claims.Obeys(c => true, seed: "0000KoOw1fj3", samples: 5);
                var row = table.Rows.Single();
                class Random { public static readonly Gen<int> Claims = Gen.Int; }
                """),
            new("tests/B.cs", "colours.Sample(3);"),
            new("tests/Laws/Trial.cs", "using CsCheck;\ngen.Sample(law, seed: seed);"),
        ]));

    private static IEnumerable<string> DrawnFromTheClock(IEnumerable<TreeFile> files)
    {
        var trees = files.Where(f => f.Text.Contains("using CsCheck;", StringComparison.Ordinal) && !f.Path.StartsWith(Helper, StringComparison.Ordinal))
            .Select(f => (f.Path, Root: CSharpSyntaxTree.ParseText(f.Text).GetCompilationUnitRoot())).ToList();
        var generators = trees.SelectMany(t => t.Root.DescendantNodes().OfType<VariableDeclarationSyntax>())
            .Where(d => d.Type is GenericNameSyntax { Identifier.Text: "Gen" }).SelectMany(d => d.Variables).Select(v => v.Identifier.Text).ToHashSet();
        return from tree in trees
               from access in tree.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
               where Draws(access, generators)
               let line = access.Name.GetLocation().GetLineSpan().StartLinePosition.Line + 1
               let shown = access.Expression.ToString().Split('\n')[0]
               select $"{tree.Path}:{line}: {shown}.{access.Name.Identifier.Text} draws from the clock: let it obey its law (tests/Laws)";
    }

    /// <summary>Single and Example are names that others have too: they count on what is declared a generator, or begins as one.</summary>
    private static bool Draws(MemberAccessExpressionSyntax access, HashSet<string> generators) => access.Name.Identifier.Text switch
    {
        "ThreadPCG" => true,
        "Single" or "Example" => access.Expression.ToString() is var on
            && (on.StartsWith("Gen.", StringComparison.Ordinal) || generators.Contains(on.Split('.')[^1])),
        var name => name.StartsWith("Sample", StringComparison.Ordinal) && access.Expression.ToString() != "Seeds",
    };
}
