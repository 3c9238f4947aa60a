using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Furrow.Shape.Tests;

/// <summary>Furrow.Core is pure: no clock, no file, no network, no random number, no SQL, no library. The compiler refuses the banned calls;
/// these tests see to it that the ban itself stays in place.</summary>
public sealed partial class PurityTests
{
    private const string Core = "src/Furrow.Core";

    private static readonly string[] MustBeBanned =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow", "T:System.TimeProvider",
        "M:System.Guid.NewGuid", "T:System.Random", "T:System.Security.Cryptography.RandomNumberGenerator", "T:System.Console", "T:System.Environment",
        "T:System.IO.File", "T:System.IO.FileStream", "T:System.IO.Directory", "T:System.Threading.Thread", "T:System.Threading.Timer", "T:System.Threading.Interlocked",
        "N:System.Net.Http", "N:System.Net.Sockets",
        "M:System.Math.Sin(System.Double)", "M:System.Math.Cos(System.Double)",
    ];

    private static readonly string[] Forbidden =
    [
        "System.Net", "System.Data", "System.Diagnostics.Process", "System.Runtime.InteropServices.NativeLibrary",
        "Microsoft", "NetTopologySuite", "SQLitePCL", "Spectre", "Furrow.Store", "Furrow.Exchange", "Furrow.Server",
    ];

    [Fact]
    public void The_ban_names_clock_files_network_and_randomness() => None(NotBanned(Tree.File(Core + "/BannedSymbols.txt").Text));

    [Fact]
    public void The_ban_rule_can_fail() => Assert.Equal(["T:System.Random"],
        NotBanned(string.Join('\n', MustBeBanned.Where(b => b != "T:System.Random").Select(b => b + ";why"))));

    [Fact]
    public void The_core_has_no_package_but_the_analyzer_that_guards_it() => None(Packages(Tree.File(Core + "/Furrow.Core.csproj").Text));

    [Fact]
    public void The_package_rule_can_fail() => Assert.Equal(["Npgsql", "the banned-API analyzer is missing", "BannedSymbols.txt is not given to it"],
        Packages("<Project><PackageReference Include=\"Npgsql\" /></Project>"));

    [Fact]
    public void The_core_names_no_impure_namespace_and_lifts_no_ban() =>
        None(Impure(Tree.Code.Where(f => f.IsUnder(Core))));

    [Fact]
    public void The_namespace_rule_can_fail() => Assert.Equal(
        ["src/Furrow.Core/A.cs:1: System.Net.Http", "src/Furrow.Core/A.cs:2: Microsoft.Data.Sqlite", "src/Furrow.Core/A.cs:3: a ban is lifted"],
        Impure([new("src/Furrow.Core/A.cs",
            "using System.Net.Http;\nusing Db = Microsoft.Data.Sqlite;\n#pragma warning disable RS0030\nusing System.Linq;\n")]));

    private static IEnumerable<string> NotBanned(string list)
    {
        var banned = list.Split('\n').Select(l => l.Split(';')[0].Trim()).ToHashSet();
        return MustBeBanned.Where(b => !banned.Contains(b));
    }

    private static List<string> Packages(string project)
    {
        const string guard = "Microsoft.CodeAnalysis.BannedApiAnalyzers";
        var document = XDocument.Parse(project);
        var packages = document.Descendants("PackageReference").ToDictionary(p => (string)p.Attribute("Include")!, p => (string?)p.Attribute("PrivateAssets"));
        var found = packages.Keys.Where(p => p != guard).ToList();
        if (packages.GetValueOrDefault(guard) != "all")
        {
            found.Add("the banned-API analyzer is missing");
        }

        if (!document.Descendants("AdditionalFiles").Any(f => (string?)f.Attribute("Include") == "BannedSymbols.txt"))
        {
            found.Add("BannedSymbols.txt is not given to it");
        }

        return found;
    }

    private static List<string> Impure(IEnumerable<TreeFile> files)
    {
        var found = new List<string>();
        foreach (var file in files)
        {
            var lines = file.Lines;
            for (var i = 0; i < lines.Length; i++)
            {
                var match = Using().Match(lines[i]);
                if (match.Success && Forbidden.Any(f => (match.Groups[1].Value + ".").StartsWith(f + ".", StringComparison.Ordinal)))
                {
                    found.Add($"{file.Path}:{i + 1}: {match.Groups[1].Value}");
                }

                if (lines[i].Contains("RS0030", StringComparison.Ordinal))
                {
                    found.Add($"{file.Path}:{i + 1}: a ban is lifted");
                }
            }
        }

        return found;
    }

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?([\w.]+)\s*;")]
    private static partial Regex Using();
}
