using Furrow.Core.Programmes;

namespace Furrow.Shape.Tests;

/// <summary>ARCHITECTURE.md is a map that cannot lie: it quotes the table of references, names every folder, and stays short.</summary>
public sealed class ArchitectureTests
{
    private const int MostLines = 200;

    private static readonly string[] Parts =
        ["## Bird's eye", "## Code map", "## Who may refer to whom", "## What must never be", "## Boundaries", "## Cross-cutting"];

    [Fact]
    public void The_map_names_every_folder_and_quotes_the_table() =>
        None(Missing(Tree.File("ARCHITECTURE.md").Text, Folders(Tree.Files).Except(OfSubjects(Subjects.All.Select(s => s.State)))));

    [Fact]
    public void Folders_of_subjects_are_told_by_their_list() =>
        Assert.Equal(["Cooperation"], OfSubjects([typeof(Core.Cooperation.People), typeof(Core.Cooperation.Person)]));

    /// <summary>A subject needs no line of its own: the map leads to the list of them, and each has a folder of its name.</summary>
    private static IEnumerable<string> OfSubjects(IEnumerable<Type> states) => states.Select(s => s.Namespace!.Split('.')[^1]).Distinct();

    [Fact]
    public void The_map_rule_can_fail()
    {
        var text = string.Join('\n', Parts.Skip(1)) + "\n" + string.Join('\n', ReferenceTests.Allowed.Keys.Skip(1).Select(Row)) + "\n`Land/`";
        Assert.Equal(
            ["the part \"## Bird's eye\" is missing", "the row \"| `Furrow.Core` | nothing |\" is missing", "the folder `Tides/` is missing"],
            Missing(text, ["Land", "Tides"]));
    }

    [Fact]
    public void The_map_is_short() => Assert.InRange(Tree.File("ARCHITECTURE.md").Lines.Length, 40, MostLines);

    private static List<string> Missing(string text, IEnumerable<string> folders) =>
    [
        .. Parts.Where(p => !text.Split('\n').Contains(p)).Select(p => $"the part \"{p}\" is missing"),
        .. ReferenceTests.Allowed.Keys.Select(Row).Where(r => !text.Contains(r, StringComparison.Ordinal)).Select(r => $"the row \"{r}\" is missing"),
        .. folders.Where(f => !text.Contains($"`{f}/`", StringComparison.Ordinal)).Select(f => $"the folder `{f}/` is missing"),
    ];

    private static string Row(string project)
    {
        var references = ReferenceTests.Allowed[project];
        return $"| `{project}` | {(references.Length == 0 ? "nothing" : string.Join(", ", references.Select(r => $"`{r}`")))} |";
    }

    /// <summary>The folders directly under each project, and the top folders of the tree.</summary>
    private static IEnumerable<string> Folders(IEnumerable<TreeFile> files) => files
        .Select(f => f.Path.Split('/'))
        .SelectMany(p => p[0] == "src" && p.Length > 3 ? [p[2]] : p.Length > 1 && p[0] is "bench" or "docs" or "scripts" ? new[] { p[0] } : [])
        .Where(f => f is not "Properties" and not "wwwroot" and not "src" and not "test")
        .Distinct();
}
