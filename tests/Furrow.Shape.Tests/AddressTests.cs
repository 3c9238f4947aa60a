using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>Every address the server answers stands in docs/addresses.md: pages by their @page line, endpoints by their Map call.</summary>
public sealed partial class AddressTests
{
    private const string Document = "docs/addresses.md";

    [Fact]
    public void Every_address_is_listed_and_none_is_left_over()
    {
        var addresses = Addresses(Tree.Files.Where(f => f.IsUnder("src/Furrow.Server"))).ToList();
        Assert.NotEmpty(addresses);
        None(Unlisted(addresses, Tree.File(Document).Text));
    }

    [Fact]
    public void The_address_rule_can_fail() => Assert.Equal(["/api/spot is not listed", "/gone is listed and not served"],
        Unlisted(
            Addresses([
                new("src/Furrow.Server/Pages/A.razor", "@page \"/\"\n@page \"/areas/{Code}\"\n"),
                new("src/Furrow.Server/Api/B.cs", "var g = app.MapGroup(\"/api\");\ng.MapGet(\"/spot\", X);\napp.MapGet(\n    \"/tiles/{z}\", Y);"),
            ]),
            "| `/` | x |\n| `/areas/{Code}` | x |\n| `/tiles/{z}` | x |\n| `/gone` | x |\n"));

    /// <summary>An endpoint of a group is listed under the group's own address before it.</summary>
    private static IEnumerable<string> Addresses(IEnumerable<TreeFile> files) => files.Where(f => f.EndsWith(".cs", ".razor")).SelectMany(file =>
    {
        var groups = Group().Matches(file.Text).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        return Served().Matches(file.Text).Select(m => groups.GetValueOrDefault(m.Groups[2].Value, "") + m.Groups[1].Value + m.Groups[3].Value);
    }).Distinct();

    private static List<string> Unlisted(IEnumerable<string> addresses, string document)
    {
        var (served, listed) = (addresses.ToList(), Listed().Matches(document).Select(m => m.Groups[1].Value).ToList());
        return
        [
            .. served.Except(listed).Select(a => $"{a} is not listed"),
            .. listed.Except(served).Select(a => $"{a} is listed and not served"),
        ];
    }

    [GeneratedRegex(@"^@page\s+""([^""]+)""|(\w+)\.Map(?:Get|Post|Put|Delete|Methods)\(\s*""([^""]+)""", RegexOptions.Multiline)]
    private static partial Regex Served();

    [GeneratedRegex(@"var (\w+) = \w+\.MapGroup\(""([^""]+)""\)")]
    private static partial Regex Group();

    [GeneratedRegex(@"^\| `(/[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
