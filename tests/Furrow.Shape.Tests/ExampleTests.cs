using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>An example in the pages for developers is compiled: it names the file it comes from, and each of its lines stands there.</summary>
public sealed partial class ExampleTests
{
    private static IEnumerable<TreeFile> Pages => Tree.Documents.Where(d => d.IsUnder("docs/developers"));

    [Fact]
    public void Every_example_stands_in_the_file_it_names()
    {
        Assert.NotEmpty(Pages);
        None(Wrong(Pages, path => Tree.Files.FirstOrDefault(f => f.Path == path)));
    }

    [Fact]
    public void The_example_rule_can_fail() => Assert.Equal(["p.md names no file", "p.md: no file gone.cs", "p.md: a.cs has no \"int b;\""], Wrong(
        [new("p.md", "```csharp\nint a;\n```\n\n```csharp\n// gone.cs\nint a;\n```\n\n```csharp\n// a.cs\nint a;\n\nint b;\n```\n\n```\nplain\n```\n")],
        path => path == "a.cs" ? new("a.cs", "class A\n{\n    int a;\n}\n") : null));

    private static IEnumerable<string> Wrong(IEnumerable<TreeFile> pages, Func<string, TreeFile?> find) =>
        from page in pages
        from Match block in Block().Matches(page.Text)
        let lines = block.Groups[1].Value.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList()
        let path = lines[0].StartsWith("// ", StringComparison.Ordinal) ? lines[0][3..] : null
        let file = path is null ? null : find(path)
        from wrong in path is null ? ["names no file"] : file is null ? [$": no file {path}"]
            : lines.Skip(1).Except(file.Lines.Select(l => l.Trim())).Select(l => $": {path} has no \"{l}\"")
        select page.Path + (wrong[0] == ':' ? wrong : " " + wrong);

    [GeneratedRegex(@"^```(?:csharp|json|razor)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
