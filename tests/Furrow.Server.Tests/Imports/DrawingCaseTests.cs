using System.Globalization;
using Furrow.Core.Land;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Import;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Furrow.Server.Tests.Imports;

/// <summary>Small drawings that went wrong once, and the land that is right for each: by command line and by the page of an import. Areas in cells of 0.001
/// degrees at 44.1 N.</summary>
public sealed class DrawingCaseTests : IDisposable
{
    private const double CellSquareMetres = 8_897;
    private const string Refused = "refused";
    private const string Waits = "drawing-in-doubt";

    private readonly Shell _shell = new();

    /// <summary>Cells as suspected and as cleared; a word where there are none.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "files/01-shp-reversed-rings/a.shp", "8", "8" },
        { "files/02-shp-notch-ring/a.shp", "4", "4" },
        { "files/82-winding-zero/a.geojson", "20", "16" },
        { "files/83-overlapping-holes/a.geojson", "18", "18" },
        { "files/83-overlapping-holes/same.geojson", "18", "18" },
        { "files/83-overlapping-holes/nested.geojson", "17", "16" },
        { "files/84-multi-opposite/a.geojson", "7", "7" },
        { "files/84-multi-opposite/b.geojson", "7", "7" },
        { "files/84-multi-opposite/dup.geojson", "4", "4" },
        { "files/80-gps-scribble/ou1000.geojson", "3.53", "3.53" },
        { "files/80-gps-scribble/s1000.geojson", "outline-crosses-too-often", "outline-crosses-too-often" },
        { "POLYGON(0 0 4 4 | 1 1 2 2 | 1 1 2 2)", "15", "15" },
        { "POLYGON(0 0 10 10 | 9 4 11 5)", "101", "99" },
        { "POLYGON(0 0 4 4 | 3 1 6 3)", "20", "14" },
        { "POLYGON(0 0 2 2 | 1 0 3 2)", Waits, Waits },
        { "POLYGON(0 0 4 4 | 5 0 7 2)", "20", "16" },
        { "POLYGON(0 0 4 4 | 0 0 4 4)", Waits, "no-land-certain" },
        { "POLYGON(0 0 4 4 | 0 1 2 3)", "12", "12" },
        { "POLYGON(0 0 4 4) POLYGON(1 1 2 2)", "16", "15" },
        { "POLYGON(0 0 4 4 | 1 1 3 3) POLYGON(1 1 2 2)", "13", "13" },
        { "POLYGON(0 0 4 4 | 1 1 3 3) POLYGON(1 1 3 3)", "16", "16" },
        { "POLYGON(0 0 4 4 | 1 1 3 3) POLYGON(1 1 2 2) POLYGON(3.5 0 6 2)", "17", "17" },
        { "POLYGON(0 0 4 4 | 5 1 7 3) POLYGON(4.5 0 8 4)", "30", "26" },
        { "POLYGON(4.5 0 8 4) POLYGON(0 0 4 4 | 5 1 7 3)", "30", "26" },
        { "POLYGON(0 0 4 4 | 3 1 6 3) POLYGON(4.5 0 8 4)", "31", "25" },
        { "POLYGON(0 0 4 4 | 5 0 7 2) POLYGON(5 0 7 2)", "20", "16" },
        { "POLYGON(0 0 4 4 | 1 1 3 3) POLYGON(0.5 0.5 6 3.5)", "22", "18" },
        { "POLYGON(0 0 4 4 | 1 1 2 2) POLYGON(0 0 4 4)", "16", "15" },
        { "POLYGON(0 0 5 4 | 3 1 4 3) POLYGON(2 0 8 4 | 6 1 7 3)", "30", "28" },
        { "SHAPE(0 0 4 4) SHAPE(1 1 2 2)", "16", "15" },
        { "SHAPE(0 0 6 4 | 1 1 3 3 | 2 1 4 3)", "20", "18" },
        { "SHAPE(0 0 4 4) SHAPE(2 2 6 6)", "28", "24" },
        { "SHAPE(0 0 9 9 | 1 1 5 5) SHAPE(2 2 3 3)", "66", "66" },
        { "MANY", "6003", "6003" },
    };

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void By_command_line(string drawing, string suspected, string cleared)
    {
        foreach (var (word, right) in new[] { ("suspected", suspected), ("cleared", cleared) })
        {
            var row = Assert.Single(_shell.Json("import", FileOf(drawing), "--as", word, "--on", "2020-01-01", "--organisation", "EXERCISE office")
                .GetProperty("rows").EnumerateArray().ToList());
            var isRefused = row.GetProperty("verdict").GetString() == Refused;
            Right(right, isRefused ? row.GetProperty("problem").GetProperty("code").GetString() : null, row.GetProperty("areaSquareMetres").GetDouble(), word);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task By_the_page_of_an_import(string drawing, string suspected, string cleared)
    {
        var file = Path.Combine(_shell.Folder, "p.furrow");
        using var programme = Programme.Open(file, Genesis.OfFile(file, "ann", TimeProvider.System)).Get();
        using var drafts = new ImportDrafts(programme);
        foreach (var (word, right) in new[] { ("suspected", suspected), ("cleared", cleared) })
        {
            var (name, bytes) = CaseFiles.Zipped(FileOf(drawing));
            var draft = await drafts.Receive(new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", name), Options(word), CancellationToken.None);
            var row = Assert.Single((await Ready(draft)).Rows);
            Right(right, row.Problem?.Code, (double)AreaText.SquareMetres(row.AreaMicro), word);
        }
    }

    [Fact]
    public void A_row_that_waits_says_by_how_much_and_is_taken_when_a_person_says_so()
    {
        string[] command = ["import", FileOf("POLYGON(0 0 2 2 | 1 0 3 2)"), "--as", "suspected", "--on", "2020-01-01", "--organisation", "EXERCISE office"];
        Assert.Equal(1, _shell.Run([.. command, "--apply"]));
        Assert.Contains("differ by 35,5", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("1 of them wait", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("A hole did not lie inside its outline", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run([.. command, "--take-in-doubt", "2"]));
        Assert.Equal(1, _shell.Run([.. command, "--take-in-doubt", "first"]));
        Assert.Equal(6, Math.Round(_shell.Json([.. command, "--take-in-doubt", "all"]).GetProperty("rows")[0].GetProperty("doubtSquareMetres").GetDouble()
            / CellSquareMetres) + 2);
        Assert.Equal(0, _shell.Run([.. command, "--take-in-doubt", "1", "--apply"]));
    }

    [Fact]
    public async Task A_row_that_waits_is_taken_on_the_page_and_the_land_in_doubt_is_drawn()
    {
        var file = Path.Combine(_shell.Folder, "p.furrow");
        using var programme = Programme.Open(file, Genesis.OfFile(file, "ann", TimeProvider.System)).Get();
        using var drafts = new ImportDrafts(programme);
        var bytes = await File.ReadAllBytesAsync(FileOf("POLYGON(0 0 2 2 | 1 0 3 2)"), TestContext.Current.CancellationToken);
        var draft = await drafts.Receive(new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", "a.geojson"), Options("cleared"), CancellationToken.None);
        var waiting = Assert.Single((await Ready(draft)).Rows);
        Assert.True(waiting is { Waits: true, Doubt.IsLeftOut: true, Doubt.Shape.IsEmpty: false });
        Assert.Equal((1, 1, 0), (draft.Plan!.Account.Refused, draft.Plan.Account.Waiting, draft.Plan.Account.Taken));
        draft.PrepareWith(ImportForm.InDoubt(draft.Options, new FormCollection(new() { ["row"] = "1" })), programme.State);
        var taken = Assert.Single((await Ready(draft)).Rows);
        Assert.Equal((Verdict.Repaired, 2), (taken.Verdict, (int)Math.Round((double)AreaText.SquareMetres(taken.AreaMicro) / CellSquareMetres)));
    }

    private static void Right(string right, string? problem, double squareMetres, string word)
    {
        if (double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var cells))
        {
            Assert.Null(problem);
            Assert.True(Math.Abs(squareMetres / CellSquareMetres - cells) < 0.005 * cells, $"{squareMetres / CellSquareMetres} cells {word} instead of {cells}");
        }
        else
        {
            Assert.Equal(right, problem);
        }
    }

    private static ImportOptions Options(string word) => new()
    {
        As = ImportAs.Find(word)!,
        On = new Core.Reports.ReportDate(new DateOnly(2020, 1, 1)),
        Organisation = "EXERCISE office",
        By = Actor.Named("ann"),
        At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };

    private static async Task<ImportPlan> Ready(ImportDraft draft)
    {
        var idle = new TaskCompletionSource();
        draft.WhenIdle(idle.SetResult);
        await idle.Task;
        return draft.Plan!;
    }

    private string FileOf(string drawing) => CaseFiles.Of(_shell, drawing);
}
