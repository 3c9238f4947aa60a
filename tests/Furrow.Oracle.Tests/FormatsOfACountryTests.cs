using System.Diagnostics;
using System.IO.Compression;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Formats;
using Furrow.Oracle.Tests.Countries;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>The same files of a country in eight formats, converted by GDAL: the same balance, to what the format can carry, and each record without a place
/// once. A part of the generated country always; a real one whole where FURROW_TRIAL_DATA names it.</summary>
public sealed class FormatsOfACountryTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>One of so many features of the generated country.</summary>
    private const int OneOf = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("furrow-formats-");

    public static IEnumerable<TheoryDataRow<string>> Countries => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TrialCountries.Variable))
        ? [new(TrialCountries.Generated)] : [new(TrialCountries.Generated), new(TrialCountries.Trial)];

    /// <summary>Ending, arguments of ogr2ogr, and m² by which digits that the format leaves out may change an account.</summary>
    private static readonly (string Ending, string[] Convert, double SquareMetres)[] Formats =
    [
        ("gpkg", ["-f", "GPKG"], 0),
        ("geojsonl", ["-f", "GeoJSONSeq", "-lco", "COORDINATE_PRECISION=15"], 0),
        ("kml", ["-f", "KML"], 1),
        ("kmz", ["-f", "KML"], 1),
        ("csv", ["-f", "CSV", "-lco", "GEOMETRY=AS_WKT"], 1),
        ("xlsx", ["-f", "XLSX", "-oo", "KEEP_GEOM_COLUMNS=YES", "-oo", "AUTODETECT_TYPE=NO"], 1),
        ("shp", ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"], 1),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Countries))]
    public void All_give_one_balance_and_no_record_twice(string name)
    {
        var country = TrialCountries.Open(name, _folder.FullName);
        var files = new[] { (country.Suspected, "suspected"), (country.Cleared, "cleared") }
            .Select(f => (Path: name == TrialCountries.Generated ? Part(f.Item1) : f.Item1, Word: f.Item2)).ToList();
        var drawn = Imported("geojson", files);
        Assert.NotEqual(0, drawn.Unlocated);
        foreach (var (ending, convert, tolerance) in Formats)
        {
            var read = Imported(ending, [.. files.Select(f => (Converted(f.Path, ending, convert), f.Word))]);
            Assert.Equal((drawn.Rows.Count, drawn.Unlocated), (read.Rows.Count, read.Unlocated));
            Assert.All(drawn.Rows.Zip(read.Rows), r =>
            {
                Assert.InRange(r.First.AreaMicro - r.Second.AreaMicro, -tolerance * 1e6, tolerance * 1e6);
                Assert.InRange(r.First.DoubtMicro - r.Second.DoubtMicro, -tolerance * 1e6, tolerance * 1e6);
            });
            var differs = drawn.Accounts.Zip(read.Accounts, (a, b) => Math.Abs(a - b)).Sum() / 1e6;
            output.WriteLine($"{name}, {ending}: accounts differ by {differs} m²");
            Assert.InRange(differs, 0, tolerance);
        }

        Assert.Equal("format-not-read", FormatDetector.Open(SourceFile.At(Converted(files[0].Path, "fgb", ["-f", "FlatGeobuf"])), ReadOptions.Default).Problem?.Code);
    }

    private (List<(long AreaMicro, long DoubtMicro)> Rows, List<long> Accounts, int Unlocated) Imported(
        string ending, IReadOnlyList<(string Path, string Word)> files)
    {
        var ledger = Path.Combine(_folder.FullName, $"{ending}.furrow");
        using var programme = Programme.Open(ledger, Genesis.OfFile(ledger, "tester", TimeProvider.System)).Get();
        var rows = new List<(long, long)>();
        foreach (var (path, word) in files)
        {
            using var plan = ImportPlan.Prepare(SourceFile.At(path), new ImportOptions
            {
                As = ImportAs.Find(word)!,
                On = new ReportDate(new DateOnly(2015, 12, 31)),
                Organisation = "Mine action centre",
                Kinds = CountryLand.Kinds,
                Baseline = true,
                AcceptReason = "old archive",
                AllInDoubt = true,
                Confirms = true,
                Reading = ending is "csv" or "xlsx" ? new ReadOptions { Crs = "EPSG:4326" } : ReadOptions.Default,
                By = Actor.Named("tester"),
                At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            }, programme.State);
            Assert.Null(plan.Problem);
            rows.AddRange(plan.Rows.Select(r => (r.AreaMicro, r.Doubt?.AreaMicro ?? 0)));
            Assert.Equal(plan.Account.Read, plan.Apply(programme).Get().Reports);
        }

        var balance = LandQuestions.Balance(programme.State.Land, new BalanceQuestion(new DateOnly(2026, 1, 1)));
        return (rows, [.. Enum.GetValues<LandStatus>().Select(s => balance.Accounts.FirstOrDefault(a => a.Status == s)?.ClosingMicro ?? 0)],
            balance.Unlocated.Records);
    }

    private string Part(string path)
    {
        var part = Path.Combine(_folder.FullName, "part-" + Path.GetFileName(path));
        var lines = File.ReadAllLines(path);
        var features = lines.Where(l => l.StartsWith("{\"type\":\"Feature\",", StringComparison.Ordinal)).Where((_, i) => i % OneOf == 0)
            .Select(l => l.TrimEnd(','));
        File.WriteAllText(part, "{\"type\":\"FeatureCollection\", \"features\": [\n" + string.Join(",\n", features) + "\n]}\n");
        return part;
    }

    private string Converted(string path, string ending, string[] arguments)
    {
        var to = Path.Combine(_folder.FullName, $"{Path.GetFileNameWithoutExtension(path)}.{(ending == "kmz" ? "packed.kml" : ending)}");

        // A workbook has no geometry of its own: it gets the text of the table.
        Run("ogr2ogr", [.. arguments, to, ending == "xlsx" ? Path.ChangeExtension(to, "csv") : path]);
        if (ending != "kmz")
        {
            return to;
        }

        var packed = Path.ChangeExtension(to, "kmz");
        using var archive = ZipFile.Open(packed, ZipArchiveMode.Create);
        archive.CreateEntryFromFile(to, "doc.kml");
        return packed;
    }

    private static void Run(string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }
}
