using Furrow.Core.Log;
using Furrow.Exchange;
using Furrow.Store;

namespace Furrow.Shape.Tests;

/// <summary>Folders of one project are layers: what one uses never uses it back, over however many others. So a folder can be read, and changed, with those
/// below it alone.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Projects => [.. ReferenceTests.Allowed.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void Folders_of_a_project_form_no_circle(string project) => None(Circles(FolderUses.Of(Assembly(project), project)));

    [Fact]
    public void Namespaces_follow_folders() => None(Strays(Tree.Code.Where(f => f.IsUnder("src"))));

    private static Type[] Assembly(string project) => System.Reflection.Assembly.Load(project == "Furrow.Server" ? "furrow" : project).GetTypes();

    /// <summary>Every use within a knot of folders that all reach each other.</summary>
    private static IEnumerable<string> Circles(IReadOnlyList<FolderUse> uses)
    {
        var below = uses.GroupBy(u => u.From).ToDictionary(g => g.Key, g => g.Select(u => u.To).ToHashSet());
        return uses.Where(u => Reaches(u.To, u.From)).OrderBy(u => (u.From, u.To, u.User, u.Used))
            .Select(u => $"{u.From}/{u.User} -> {u.To}/{u.Used}");

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

    private static IEnumerable<string> Strays(IEnumerable<TreeFile> files) => [];
}
