using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Import;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Imports;

/// <summary>Of a large import only what a row is judged by is in memory: reports and drawings lie in a file without a name, come back whole, and are gone with
/// the import.</summary>
public sealed class StagedImportTests : IDisposable
{
    private const int Rows = 400;

    private static readonly ImportOptions Options = OldArchive.Options with { Reading = new ReadOptions { Crs = "EPSG:4326" } };

    private readonly TempFolder _folder = new();
    private readonly Programme _programme;
    private readonly string _stage;

    public StagedImportTests()
    {
        var file = _folder["p.furrow"];
        _programme = Programme.Open(file, Genesis.OfFile(file, "ann", TimeProvider.System)).Get();
        _stage = Directory.CreateDirectory(_folder["stage"]).FullName;
    }

    public void Dispose()
    {
        _programme.Dispose();
        _folder.Dispose();
    }

    private static string Remark(int row) => $"remark of row {row} {new string((char)('a' + row % 26), 3_000)}";

    /// <summary>Its reports hold more than what stays in memory; the first and the fourth of each eight have one drawing and one code.</summary>
    private static SourceFile Large()
    {
        var text = new StringBuilder("Code,Remarks,Colour,WKT\n");
        for (var i = 0; i < Rows; i++)
        {
            var (x, code) = (10 + (i % 8 == 3 ? i - 3 : i) * 0.001, i % 8 == 3 ? i - 3 : i);
            text.Append(CultureInfo.InvariantCulture,
                $"H-{code},{Remark(i)},red {i},\"POLYGON(({x:F4} 45,{x + 0.0005:F4} 45,{x + 0.0005:F4} 45.0005,{x:F4} 45.0005,{x:F4} 45))\"\n");
        }

        return SourceFile.Of("large.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private ImportWork Work(string? folder, IProgress<ImportProgress>? progress = null) =>
        new(Large(), Options, _programme.State, progress) { StageFolder = folder };

    [Fact]
    public void Rows_give_their_reports_up_and_all_of_them_reach_the_log_from_the_stage()
    {
        var work = Work(_stage);
        using var plan = ImportPlan.Prepare(work);
        Assert.Null(plan.Problem);
        Assert.True(work.Stage.IsOnDisk);
        Assert.True(OperatingSystem.IsWindows() || Directory.GetFileSystemEntries(_stage).Length == 0, "the stage has no name");
        Assert.All(work.Rows, r => Assert.True(r is { Report: null, Land: null, Mended: null, Staged: not null }));
        Assert.All(plan.Rows, r => Assert.NotNull(r.Shape));

        Assert.Equal(Rows, plan.Apply(_programme).Get().Reports);
        var restricted = _programme.Log.Read().Where(e => e.Statement.FactName == "report-submitted")
            .Select(e => Encoding.UTF8.GetString(e.Parts.Single(p => p.Tier == Tier.Restricted).Bytes.Span)).ToList();
        Assert.Equal(Rows, restricted.Count);
        for (var i = 0; i < Rows; i++)
        {
            Assert.Contains(Remark(i), restricted[i], StringComparison.Ordinal);
            Assert.Contains($"red {i}\"", restricted[i], StringComparison.Ordinal);
        }

        var fourth = _programme.State.Book.FindByCode("H-0~2")!.Report;
        Assert.Equal(("H-0", 5), (fourth.HazardousArea, fourth.Source!.Row));
    }

    [Fact]
    public void Drafts_are_the_same_one_by_one_in_portions_and_in_a_walk_and_those_of_a_portion_are_read_together()
    {
        var work = Work(_stage);
        using var plan = ImportPlan.Prepare(work);
        var rows = work.Taken;
        var drafts = (IPortionedList<string>)work.Stage.Each(rows, Said);
        string[] alone = [.. Enumerable.Range(0, rows.Count).Select(i => drafts[i])];
        Assert.Equal(Rows, alone.Distinct().Count());
        Assert.Equal(alone, drafts);
        Assert.Equal(alone[7..307], drafts.Portion(7, 300));
        Assert.Equal([alone[5], alone[2], alone[3]], work.Stage.Each([rows[5], rows[2], rows[3]], Said));

        static string Said(RowDraft row, Report report, CheckedPart? land) =>
            $"{row.Row} {report.Code} {report.Remarks!.Text} {report.Parts[0].Shape!.Bounds} {land!.Drawn![0][0].Length}";
    }

    [Fact]
    public void A_folder_that_takes_no_file_gives_way_to_the_temporary_files()
    {
        using var staged = ImportPlan.Prepare(Work(_stage));
        using var whole = ImportPlan.Prepare(Work(Path.Combine(_stage, "is", "not", "there")));
        Assert.Equal(staged.Rows.Select(Said), whole.Rows.Select(Said));
        Assert.Equal(staged.Groups.Select(g => $"{g.Key} {g.Count} {g.Examples[0].Sentence}"), whole.Groups.Select(g => $"{g.Key} {g.Count} {g.Examples[0].Sentence}"));
        Assert.NotEmpty(staged.Groups);

        static string Said(RowVerdict row) => $"{row.Row} {row.Verdict} {row.Code} {row.AreaMicro} {Convert.ToHexString(row.Shape!.Bytes.Span)}";
    }

    [Fact]
    public void A_plan_that_is_given_up_keeps_its_verdicts_and_nothing_of_what_was_sent()
    {
        var plan = ImportPlan.Prepare(Work(_stage));
        plan.Dispose();
        Assert.Equal(Rows, plan.Rows.Count(r => r is { Verdict: Verdict.Accepted, Shape: null }));
        Assert.Empty(Directory.GetFileSystemEntries(_stage));
    }

    [Fact]
    public void A_medium_that_fails_is_a_problem_of_the_import_and_leaves_the_ledger_as_it_was()
    {
        var before = _programme.State.Position;
        var full = new IOException("No space left on device", 28);
        using var plan = ImportPlan.Prepare(Work(_stage, new Failing(full)));
        Assert.Equal("storage-full", plan.Problem?.Code);
        Assert.Equal("storage-full", plan.Apply(_programme).Problem?.Code);
        Assert.Equal(before, _programme.State.Position);
    }

    [Fact]
    public async Task On_a_page_the_stage_lies_with_the_upload_and_goes_when_it_is_applied()
    {
        var draft = new ImportDraft(Guid.NewGuid(), Large(), Options) { StageFolder = _stage };
        draft.Prepare(_programme.State);
        await Idle(draft);
        var plan = draft.Plan!;
        Assert.NotNull(plan.Rows[0].Shape);
        draft.Apply(_programme, Actor.Named("ann"), "old archive", Options.At);
        await Idle(draft);
        Assert.Equal(Rows, draft.Applied?.Get().Reports);
        Assert.Null(plan.Rows[0].Shape);
    }

    [Fact]
    public async Task A_word_that_is_said_later_is_read_from_the_stage_and_a_word_about_the_file_from_the_file()
    {
        var opened = 0;
        var text = Encoding.UTF8.GetBytes("Code,Status,Date,WKT\n" + string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"A{i},{(i % 2 == 0 ? "Suspected" : "Blorp")},2015-01-0{1 + i % 9},\"POLYGON((17 44,17.001 44,17.001 44.001,17 44))\"\n"))));
        var file = new SourceFile("a.csv", () =>
        {
            opened++;
            return new MemoryStream(text);
        });
        var draft = new ImportDraft(Guid.NewGuid(), file, Options with { As = ImportAs.Find("mapped")! }) { StageFolder = _stage };
        draft.Prepare(_programme.State);
        await Idle(draft);
        Assert.Equal((20, "Blorp"), (draft.Plan!.Account.Refused, Assert.Single(draft.Plan.OpenWords).Value));

        var before = opened;
        draft.PrepareWith(draft.Options with { Meanings = [("Status", "Blorp", "confirmed")] }, _programme.State);
        await Idle(draft);
        Assert.Equal((0, 40, before), (draft.Plan!.Account.Refused, draft.Plan.Account.Taken, opened));
        Assert.Equal(20, draft.Plan.Reports.Count(r => r.Kind == ReportKind.ConfirmedHazardousArea));

        draft.PrepareWith(draft.Options with { Reading = draft.Options.Reading with { Encoding = "windows-1251" } }, _programme.State);
        await Idle(draft);
        Assert.True(opened > before);
        Assert.Equal(40, draft.Plan!.Account.Taken);
    }

    [Fact]
    public void Rows_that_are_interpreted_twice_are_read_once()
    {
        // A status nobody knows has a slip of the pen: its rows are read by the word that is proposed.
        var work = new ImportWork(SourceFile.Of("a.csv", Encoding.UTF8.GetBytes("Code,Status,Date\nA1,Suspected,2015-01-01\nA2,Suspectd,2015-01-02\n")),
            Options with { As = ImportAs.Find("mapped")! }, _programme.State, null);
        using var plan = ImportPlan.Prepare(work);
        Assert.Equal((2, 1), (plan.Account.Taken, work.Cells.Readings));
        Assert.Contains(plan.Dictionary.Open, e => e.Value == "Suspectd");
    }

    /// <summary>A row far down is opened from its own part of the stage, not through all before it.</summary>
    [Fact]
    public void A_row_far_down_is_found_by_its_number()
    {
        var work = new ImportWork(Large(), Options, _programme.State, null) { StageFolder = _stage };
        using var plan = ImportPlan.Prepare(work);
        Assert.True(work.Cells.Blocks > 1);
        var before = work.Cells.BlocksRead;
        Assert.Equal(Remark(Rows - 1), plan.SentRow(Rows + 1, default)!["Remarks"]);
        Assert.Equal(before + 1, work.Cells.BlocksRead);
        Assert.Equal((Rows + 1, true), (plan.RowAt(Rows + 1)!.Row, plan.RowAt(Rows + 2) is null));
    }

    private static Task Idle(ImportDraft draft)
    {
        var idle = new TaskCompletionSource();
        draft.WhenIdle(idle.SetResult);
        return idle.Task;
    }

    private sealed class Failing(Exception wrong) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value is { Step: "read the rows", Done: > 0 })
            {
                throw wrong;
            }
        }
    }
}
