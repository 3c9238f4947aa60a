using System.Xml.Linq;

namespace Furrow.Shape.Tests;

/// <summary>Packages: one list of versions, each with its reason, each used; lock files beside every project; none with a licence we cannot ship.</summary>
public sealed class PackageTests
{
    /// <summary>Found with a licence that is not permissive (copyleft or a fee); docs/decisions says what stands in their place.</summary>
    private static readonly string[] Refused = ["PDFsharp", "ProjNET", "JsonSchema.Net"];

    [Fact]
    public void Every_package_has_a_reason_and_a_user() => None(Unexplained(Tree.File("Directory.Packages.props").Text, Projects()));

    [Fact]
    public void The_reason_rule_can_fail() => Assert.Equal(
        ["B has no reason above it", "B is used by no project", "PDFsharp has a licence we refuse", "PDFsharp is used by no project"],
        Unexplained("""
        <Project><ItemGroup>
          <!-- Because of something real. -->
          <PackageVersion Include="A" Version="1" />
          <PackageVersion Include="B" Version="1" />
          <!-- Because of something else. -->
          <PackageVersion Include="PDFsharp" Version="1" />
        </ItemGroup></Project>
        """, [new("src/X/X.csproj", "<Project><PackageReference Include=\"A\" /></Project>")]));

    [Fact]
    public void Projects_take_their_versions_from_the_one_list_and_lock_them() => None(Unlocked(Tree.Files));

    [Fact]
    public void The_lock_rule_can_fail() => Assert.Equal(["src/X/X.csproj has no packages.lock.json", "src/X/X.csproj says a version of A"],
        Unlocked([new("src/X/X.csproj", "<Project><PackageReference Include=\"A\" Version=\"1\" /></Project>")]));

    private static List<TreeFile> Projects() => [.. Tree.Files.Where(f => f.EndsWith(".csproj", "Directory.Build.props"))];

    private static List<string> Unexplained(string list, IReadOnlyList<TreeFile> projects)
    {
        var used = projects.SelectMany(p => XDocument.Parse(p.Text).Descendants("PackageReference"))
            .Select(p => (string)p.Attribute("Include")!).ToHashSet();
        var found = new List<string>();
        foreach (var package in XDocument.Parse(list).Descendants("PackageVersion"))
        {
            var name = (string)package.Attribute("Include")!;
            var before = package.NodesBeforeSelf().LastOrDefault(n => n is not XText);
            if (before is not XComment { Value.Length: > 20 })
            {
                found.Add($"{name} has no reason above it");
            }

            if (Refused.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                found.Add($"{name} has a licence we refuse");
            }

            if (!used.Contains(name) && !IsPin(before))
            {
                found.Add($"{name} is used by no project");
            }
        }

        return found;
    }

    /// <summary>A version pinned for what a package brings along is used by none of ours; its comment begins with "Pinned".</summary>
    private static bool IsPin(XNode? comment) => comment is XComment c && c.Value.TrimStart().StartsWith("Pinned", StringComparison.Ordinal);

    private static IEnumerable<string> Unlocked(IReadOnlyList<TreeFile> files)
    {
        var paths = files.Select(f => f.Path).ToHashSet();
        foreach (var project in files.Where(f => f.EndsWith(".csproj")))
        {
            if (!paths.Contains(project.Path.Replace(project.Name, "packages.lock.json", StringComparison.Ordinal)))
            {
                yield return $"{project.Path} has no packages.lock.json";
            }

            foreach (var package in XDocument.Parse(project.Text).Descendants("PackageReference").Where(p => p.Attribute("Version") is not null))
            {
                yield return $"{project.Path} says a version of {(string)package.Attribute("Include")!}";
            }
        }
    }
}
