using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>A file has one job and fits the head: at most 300 lines a file, 50 a method, 160 characters a line. What a machine wrote is exempt.</summary>
public sealed class LengthTests
{
    private const int FileLines = 300;
    private const int MethodLines = 50;
    private const int LineCharacters = 160;

    private static readonly string[] HandWritten = [".cs", ".ts", ".mjs", ".js", ".razor", ".css", ".sh", ".csproj", ".props"];

    /// <summary>Markup is left out of the rule about lines: a break inside it is white space on the page.</summary>
    private static readonly string[] Code = [".cs", ".ts", ".mjs", ".js", ".sh"];

    [Fact]
    public void No_file_is_longer_than_300_lines() => None(LongFiles(Tree.Files));

    [Fact]
    public void The_file_rule_can_fail() => Assert.Equal(["src/A.cs has 301 lines"],
        LongFiles([new("src/A.cs", new string('\n', 300) + "x\n"), new("src/B.cs", "x\n"), new("src/package-lock.json", new string('\n', 900) + "x")]));

    [Fact]
    public void No_method_is_longer_than_50_lines() => None(LongMethods(Tree.Code));

    [Fact]
    public void The_method_rule_can_fail()
    {
        var body = string.Concat(Enumerable.Repeat("        x++;\n", 48));
        Assert.Equal(["src/A.cs:6: Long has 52 lines"], LongMethods([new("src/A.cs", $$"""
            class A
            {
                /// <summary>Comments and attributes above a method do not count.</summary>
                [Fact]
                // nor does this
                int Long(int x)
                {
            {{body}}return x;
                }

                int Short(int x) => x;
            }
            """)]));
    }

    [Fact]
    public void No_line_is_longer_than_160_characters() => None(LongLines(Tree.Files));

    [Fact]
    public void The_line_rule_can_fail() => Assert.Equal(["src/A.ts:2 has 161 characters", "src/B.cs:2 has 188 characters"],
        LongLines([
            new("src/A.ts", new string('x', 160) + "\n" + new string('x', 161) + "\n"),
            new("src/B.cs", $"var a = \"{new string('x', 200)}\";\nvar b = \"{new string('x', 14)}\"; //{new string('y', 160)}\n"),
        ]));

    private static IEnumerable<string> LongFiles(IEnumerable<TreeFile> files) =>
        files.Where(f => f.EndsWith(HandWritten) && f.Lines.Length > FileLines).Select(f => $"{f.Path} has {f.Lines.Length} lines");

    private static IEnumerable<string> LongLines(IEnumerable<TreeFile> files) =>
        from file in files
        where file.EndsWith(Code)
        let lines = file.Lines
        where lines.Any(l => l.Length > LineCharacters)
        let data = file.EndsWith(".cs") ? LongestLiterals(file.Text) : new Dictionary<int, int>()
        from number in Enumerable.Range(0, lines.Length)
        where lines[number].Length - data.GetValueOrDefault(number) > LineCharacters
        select $"{file.Path}:{number + 1} has {lines[number].Length} characters";

    /// <summary>By line, the longest text on it: a pattern, a WKT or a sentence is data, and easier to read and to search for in one piece.</summary>
    private static Dictionary<int, int> LongestLiterals(string code)
    {
        var longest = new Dictionary<int, int>();
        foreach (var node in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes())
        {
            if (node is LiteralExpressionSyntax { Token.Value: string } or InterpolatedStringExpressionSyntax)
            {
                var first = node.GetLocation().GetLineSpan().StartLinePosition.Line;
                var pieces = node.ToString().Split('\n');
                for (var i = 0; i < pieces.Length; i++)
                {
                    longest[first + i] = Math.Max(longest.GetValueOrDefault(first + i), pieces[i].Length);
                }
            }
        }

        return longest;
    }

    /// <summary>Counts from the line of the name to the closing brace: methods, constructors, operators, accessors and local functions.</summary>
    private static IEnumerable<string> LongMethods(IEnumerable<TreeFile> files)
    {
        foreach (var file in files)
        {
            var root = CSharpSyntaxTree.ParseText(file.Text).GetRoot();
            foreach (var node in root.DescendantNodes())
            {
                var name = node switch
                {
                    MethodDeclarationSyntax m => m.Identifier,
                    ConstructorDeclarationSyntax c => c.Identifier,
                    LocalFunctionStatementSyntax l => l.Identifier,
                    OperatorDeclarationSyntax o => o.OperatorToken,
                    AccessorDeclarationSyntax a => a.Keyword,
                    _ => default,
                };
                var first = name.GetLocation().GetLineSpan().StartLinePosition.Line;
                var lines = node.GetLocation().GetLineSpan().EndLinePosition.Line - first + 1;
                if (name != default && lines > MethodLines)
                {
                    yield return $"{file.Path}:{first + 1}: {name.Text} has {lines} lines";
                }
            }
        }
    }
}
