using System.Reflection;
using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>Folders of one project are layers: what one uses never uses it back, over however many others. So a folder can be read, and changed, with
/// those below it alone.</summary>
public sealed partial class FolderTests
{
    public static TheoryData<string> Projects => [.. ReferenceTests.Allowed.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void Folders_of_a_project_form_no_circle(string project) => None(Circles(FolderUses.Of(Types(project), project)));

    [Fact]
    public void The_circle_rule_can_fail() => Assert.Equal(["/Root -> Tides/Tide", "Moons/Moon -> /Root", "Tides/Tide -> Moons/Moon"],
        Circles(FolderUses.Of([typeof(Made.Root), typeof(Made.Tides.Tide), typeof(Made.Moons.Moon), typeof(Made.Suns.Sun)], "Made")));

    [Fact]
    public void A_use_is_seen_wherever_it_stands() => Assert.Equal(
        ["Argument", "Called", "Caught", "Element", "IConstraint", "Local", "MarkAttribute", "Parent", "Result"],
        FolderUses.Of([typeof(Made.Users.User<>)], "Made").Select(u => u.Used).Order());

    [Fact]
    public void Namespaces_follow_folders() => None(Strays(Tree.Code.Where(f => f.IsUnder("src"))));

    [Fact]
    public void The_namespace_rule_can_fail() => Assert.Equal(["src/Furrow.Core/Land/A.cs: Furrow.Core", "src/Furrow.Core/B.cs: Furrow.Core.Land"],
        Strays(
        [
            new("src/Furrow.Core/Land/A.cs", "namespace Furrow.Core;"), new("src/Furrow.Core/B.cs", "namespace Furrow.Core.Land;"),
            new("src/Furrow.Core/Land/Forms/C.cs", "namespace Furrow.Core.Land;"), new("src/Furrow.Core/Land/D.cs", "namespace Furrow.Core.Land;"),
        ]));

    private static Type[] Types(string project) => Assembly.Load(project == "Furrow.Server" ? "furrow" : project).GetTypes();

    /// <summary>Every use within a knot of folders that all reach each other.</summary>
    private static IEnumerable<string> Circles(IReadOnlyList<FolderUse> uses)
    {
        var below = uses.GroupBy(u => u.From).ToDictionary(g => g.Key, g => g.Select(u => u.To).ToHashSet());
        return uses.Where(u => Reaches(u.To, u.From)).Select(u => $"{u.From}/{u.User} -> {u.To}/{u.Used}").Order(StringComparer.Ordinal);

        bool Reaches(string from, string to)
        {
            var (seen, open) = (new HashSet<string> { from }, new Stack<string>([from]));
            while (open.TryPop(out var next))
            {
                if (next == to)
                {
                    return true;
                }

                foreach (var used in below.GetValueOrDefault(next, []).Where(seen.Add))
                {
                    open.Push(used);
                }
            }

            return false;
        }
    }

    /// <summary>The namespace of a file is its folder, or one of the folders around it down to the first of its project.</summary>
    private static IEnumerable<string> Strays(IEnumerable<TreeFile> files) =>
        from file in files
        let space = Namespace().Match(file.Text)
        where space.Success
        let named = space.Groups[1].Value
        let folders = file.Path.Split('/')[1..^1]
        where !Enumerable.Range(Math.Min(2, folders.Length), Math.Max(1, folders.Length - 1)).Any(n => named == string.Join('.', folders.Take(n)))
        select $"{file.Path}: {named}";

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
