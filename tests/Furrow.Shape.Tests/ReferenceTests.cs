using System.Xml.Linq;

namespace Furrow.Shape.Tests;

/// <summary>Who may refer to whom. <see cref="Allowed"/> is the only place that says so; ARCHITECTURE.md quotes it.</summary>
public sealed class ReferenceTests
{
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["Furrow.Core"] = [],
        ["Furrow.Store"] = ["Furrow.Core"],
        ["Furrow.Exchange"] = ["Furrow.Core"],
        ["Furrow.Server"] = ["Furrow.Core", "Furrow.Exchange", "Furrow.Store"],
    };

    [Fact]
    public void The_projects_under_src_are_those_of_the_table() =>
        Assert.Equal(Allowed.Keys.Order(), Projects(Tree.Files).Where(p => p.IsUnder("src")).Select(NameOf).Order());

    [Fact]
    public void Projects_refer_only_to_what_the_table_allows() => None(Violations(Tree.Files));

    [Fact]
    public void The_reference_rule_can_fail() => Assert.Equal(
        ["Furrow.Core -> Furrow.Server", "Furrow.Store -> Furrow.Store.Tests", "Furrow.Core.Tests -> Bench", "Furrow.Rogue is not in the table"],
        Violations([
            Project("src/Furrow.Core/Furrow.Core.csproj", "../Furrow.Server/Furrow.Server.csproj"),
            Project("src/Furrow.Store/Furrow.Store.csproj", "..\\..\\tests\\Furrow.Store.Tests\\Furrow.Store.Tests.csproj"),
            Project("tests/Furrow.Core.Tests/Furrow.Core.Tests.csproj", "../../bench/Bench/Bench.csproj"),
            Project("src/Furrow.Rogue/Furrow.Rogue.csproj"),
        ]));

    [Fact]
    public void Every_project_stands_in_the_solution() => None(OutsideSolution(Tree.Files, Tree.File("Furrow.slnx").Text));

    [Fact]
    public void The_solution_rule_can_fail() =>
        Assert.Equal(["src/Furrow.Core/Furrow.Core.csproj"], OutsideSolution([Project("src/Furrow.Core/Furrow.Core.csproj")], "<Solution />"));

    /// <summary>A project under src keeps to the table; tests and benchmarks may refer to any project under src, never the other way.</summary>
    private static List<string> Violations(IEnumerable<TreeFile> files)
    {
        var found = new List<string>();
        foreach (var project in Projects(files))
        {
            var name = NameOf(project);
            if (project.IsUnder("src") && !Allowed.ContainsKey(name))
            {
                found.Add($"{name} is not in the table");
                continue;
            }

            var allowed = project.IsUnder("src") ? Allowed[name] : [.. Allowed.Keys, .. project.IsUnder("bench") ? References(project) : []];
            found.AddRange(References(project).Except(allowed).Select(r => $"{name} -> {r}"));
        }

        return found;
    }

    private static IEnumerable<string> OutsideSolution(IEnumerable<TreeFile> files, string solution) =>
        Projects(files).Select(p => p.Path).Where(p => !solution.Contains(p, StringComparison.Ordinal));

    private static IEnumerable<TreeFile> Projects(IEnumerable<TreeFile> files) => files.Where(f => f.EndsWith(".csproj"));

    private static string NameOf(TreeFile project) => Path.GetFileNameWithoutExtension(project.Name);

    private static string[] References(TreeFile project) => [.. XDocument.Parse(project.Text).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))];

    private static TreeFile Project(string path, params string[] references) =>
        new(path, $"<Project>{string.Concat(references.Select(r => $"<ProjectReference Include=\"{r}\" />"))}</Project>");
}
