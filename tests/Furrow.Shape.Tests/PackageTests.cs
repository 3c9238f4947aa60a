using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Furrow.Shape.Tests;

/// <summary>Packages: one list of versions, each with its reason, each used; lock files beside every project; none with a licence we cannot ship.</summary>
public sealed class PackageTests
{
    /// <summary>Licences, as packages name them, under which anybody may use, change and pass on what we ship, also inside closed systems. What a package
    /// says of itself counts, in the version we take: a list of names would go on refusing one whose licence has changed.</summary>
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "MS-PL OR Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "0BSD", "ISC"];

    [Fact]
    public void Every_package_has_a_reason_and_a_user() => None(Unexplained(Tree.File("Directory.Packages.props").Text, Projects()));

    [Fact]
    public void The_reason_rule_can_fail() => Assert.Equal(
        ["B has no reason above it", "B is used by no project"],
        Unexplained("""
        <Project><ItemGroup>
          <!-- Because of something real. -->
          <PackageVersion Include="A" Version="1" />
          <PackageVersion Include="B" Version="1" />
        </ItemGroup></Project>
        """, [new("src/X/X.csproj", "<Project><PackageReference Include=\"A\" /></Project>")]));

    [Fact]
    public void Every_package_and_what_it_brings_along_states_a_permissive_licence() => None(Unfree(Locked(Tree.Files), Nuspec));

    [Fact]
    public void The_licence_rule_can_fail()
    {
        TreeFile[] locks = [new("src/X/packages.lock.json", """
            {"dependencies":{"net10.0":{"A":{"resolved":"1.0"},"B":{"resolved":"2.0"},"C":{"resolved":"3.0"},"x":{"type":"Project"}}}}
            """)];
        var nuspecs = new Dictionary<string, string>
        {
            ["A"] = "<package><metadata><license type=\"expression\">MIT</license></metadata></package>",
            ["B"] = "<package><metadata><license type=\"expression\">LGPL-2.1-or-later</license></metadata></package>",
            ["C"] = "<package><metadata><license type=\"file\">LICENSE.md</license></metadata></package>",
        };
        Assert.Equal(["B 2.0 is under LGPL-2.1-or-later", "C 3.0 is under a text of its own"], Unfree(Locked(locks), (name, _) => nuspecs[name]));
    }

    [Fact]
    public void Projects_take_their_versions_from_the_one_list_and_lock_them() => None(Unlocked(Tree.Files));

    [Fact]
    public void The_lock_rule_can_fail() => Assert.Equal(["src/X/X.csproj has no packages.lock.json", "src/X/X.csproj says a version of A"],
        Unlocked([new("src/X/X.csproj", "<Project><PackageReference Include=\"A\" Version=\"1\" /></Project>")]));

    private static IEnumerable<(string Name, string Version)> Locked(IEnumerable<TreeFile> files) => files.Where(f => f.Name == "packages.lock.json")
        .SelectMany(f => JsonNode.Parse(f.Text)!["dependencies"]!.AsObject().SelectMany(framework => framework.Value!.AsObject()))
        .Where(p => p.Value!["resolved"] is not null).Select(p => (p.Key, (string)p.Value!["resolved"]!)).Distinct().Order();

    /// <summary>What the package says of itself, where the build unpacked it.</summary>
    private static string Nuspec(string name, string version)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return File.ReadAllText(Path.Combine(packages, name.ToLowerInvariant(), version.ToLowerInvariant(), name.ToLowerInvariant() + ".nuspec"));
    }

    private static IEnumerable<string> Unfree(IEnumerable<(string Name, string Version)> packages, Func<string, string, string> nuspec) =>
        from package in packages
        let licence = XDocument.Parse(nuspec(package.Name, package.Version)).Descendants().FirstOrDefault(e => e.Name.LocalName == "license")
        let stated = (string?)licence?.Attribute("type") == "expression" ? licence.Value : "a text of its own"
        where !Permissive.Contains(stated)
        select $"{package.Name} {package.Version} is under {stated}";

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
