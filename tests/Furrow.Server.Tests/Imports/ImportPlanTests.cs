using System.Text;
using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

public sealed class ImportPlanTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Programme _programme;

    public ImportPlanTests()
    {
        var file = _folder["p.furrow"];
        _programme = Programme.Open(file, Genesis.OfFile(file, "ann", TimeProvider.System)).Get();
    }

    public void Dispose()
    {
        _programme.Dispose();
        _folder.Dispose();
    }

    private static ImportOptions Options(string word = "suspected") => new()
    {
        As = ImportAs.Find(word)!,
        On = new ReportDate(new DateOnly(2015, 12, 31)),
        Organisation = "Survey office",
        Baseline = true,
        AcceptReason = "old archive",
        By = Actor.Named("ann"),
        At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };

    private ImportPlan Prepare(string text, ImportOptions? options = null, string file = "old.geojson") =>
        ImportPlan.Prepare(SourceFile.Of(file, Encoding.UTF8.GetBytes(text)), options ?? Options(), _programme.State);

    [Fact]
    public void The_account_goes_through_the_rows_once()
    {
        var walks = 0;
        var rows = new MadeList<Verdict, RowVerdict>([.. Enum.GetValues<Verdict>()], (verdict, i) =>
        {
            walks += i == 0 ? 1 : 0;
            return new RowVerdict(i, i + 1, verdict, null, null, [], [], null, 0, 0.5);
        });
        Assert.Equal(new RowAccount(21, 1, 2, 3, 4, 5, 6, 3) { Reports = 3 }, RowAccount.Of(21, rows));
        Assert.Equal(1, walks);
    }

    [Fact]
    public void Every_row_has_one_verdict_and_the_account_adds_up()
    {
        var plan = Prepare(Collection(Square(0, 0), Bowtie(100, 0), Nowhere(),
            Feature("""{"type":"Polygon","coordinates":[[[10,95],[11,95],[11,96],[10,95]]]}""", "{}")));
        Assert.Equal([Verdict.Accepted, Verdict.Repaired, Verdict.WithoutPolygon, Verdict.Refused], plan.Rows.Select(r => r.Verdict));
        Assert.Equal((4, 1, 1, 1, 0, 1), (plan.Account.Read, plan.Account.Accepted, plan.Account.Repaired, plan.Account.WithoutPolygon,
            plan.Account.AlreadyHere, plan.Account.Refused));
        Assert.Equal(("old.geojson", 4), (plan.Rows[3].Problem!.Where!.File, plan.Rows[3].Problem!.Where!.Row));
        Assert.NotEqual(0, plan.Rows[1].AreaChangeSquareMetres);
    }

    [Fact]
    public void A_mended_row_keeps_its_drawing_and_an_untouched_one_points_to_the_file()
    {
        var plan = Prepare(Collection(Square(0, 0), Bowtie(100, 0)));
        Assert.Null(plan.Reports[0].Parts[0].Drawn!.Text);
        Assert.Equal("MULTIPOLYGON (((10.01 45, 10.011 45.001, 10.011 45, 10.01 45.001, 10.01 45)))", plan.Reports[1].Parts[0].Drawn!.Text);
    }

    [Fact]
    public void The_outcome_does_not_depend_on_how_many_work_at_it()
    {
        string[] kinds = [Square(0, 0), Bowtie(100, 0), Nowhere(), Feature("""{"type":"Polygon","coordinates":[[[10,95],[11,95],[11,96]]]}""", "{}")];
        var text = Encoding.UTF8.GetBytes(Collection([.. Enumerable.Range(0, 3_000).Select(i => i % 7 == 0 ? kinds[i % 4] : Square(i % 500 * 20, i, 10))]));
        string Outcome(int workers)
        {
            var plan = ImportPlan.Prepare(new ImportWork(SourceFile.Of("a.geojson", text), Options(), _programme.State, null) { Workers = workers });
            return string.Join('\n', plan.Rows.Select(r => $"{r.Row} {r.Verdict} {r.Code} {r.Problem} {r.AreaMicro} {string.Join(';', r.Repairs)}")
                .Concat(plan.Groups.Select(g => $"{g.Key} {g.Count} {g.AreaMicro} {string.Join(';', g.Examples.Select(e => e.Sentence))}"))
                .Concat(plan.Reports.Select(r => $"{r.Code} {r.Source} {Convert.ToHexString((r.Parts[0].Shape ?? Shape.Empty).Bytes.Span)}")));
        }

        var alone = Outcome(0);
        Assert.Equal(3_000, alone.Split('\n').Count(l => char.IsAsciiDigit(l[0])));
        Assert.Equal(alone, Outcome(1));
        Assert.Equal(alone, Outcome(16));
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        Prepare(Collection(Square(0, 0)));
        Assert.Equal((3L, 3L), (_programme.State.Position, _programme.Log.Head.Position));
    }

    [Fact]
    public void Applying_commits_one_batch_that_counts_and_the_plan_foretold_its_land()
    {
        var plan = Prepare(Collection(Square(0, 0), Nowhere()));
        var result = plan.Apply(_programme).Get();
        Assert.Equal((2, 1), (result.Reports, result.Acceptance));
        Assert.Equal(plan.Tried!.Land.Postings.Count, _programme.State.Land.Postings.Count);
        var received = _programme.State.Batches.Single().Received;
        Assert.Equal((2, 1, 0, 1, 0), (received.RowsRead, received.RowsTaken, received.RowsRepaired, received.RowsWithoutPolygon, received.Refused.Count));
        Assert.All(_programme.State.Reports, e => Assert.Equal(DatePrecision.Assumed, e.Report.End.Precision));
    }

    [Fact]
    public void Importing_the_same_rows_again_adds_nothing_and_a_longer_file_adds_only_what_is_new()
    {
        Prepare(Collection(Square(0, 0), Nowhere(), Nowhere())).Apply(_programme).Get();
        var again = Prepare(Collection(Square(0, 0), Nowhere(), Nowhere()));
        Assert.Equal(3, again.Account.AlreadyHere);
        var position = _programme.State.Position;
        Assert.Null(again.Apply(_programme).Get().Batch);
        Assert.Equal(position, _programme.State.Position);

        var longer = Prepare(Collection(Nowhere(), Square(0, 0), Nowhere(), Nowhere(), Square(500, 0)));
        Assert.Equal((3, 2), (longer.Account.AlreadyHere, longer.Account.Taken));
    }

    [Fact]
    public void The_same_rows_may_say_something_else()
    {
        Prepare(Collection(Square(0, 0))).Apply(_programme).Get();
        Assert.Equal(1, Prepare(Collection(Square(0, 0)), Options("cleared")).Account.Accepted);
    }

    [Fact]
    public void A_plan_made_before_another_import_leaves_out_what_came_in_since()
    {
        var first = Prepare(Collection(Square(0, 0), Square(500, 0)));
        var second = Prepare(Collection(Square(0, 0)), file: "other.geojson");
        second.Apply(_programme).Get();
        Assert.Equal(1, first.Apply(_programme).Get().Reports);
        Assert.Equal(2, _programme.State.Book.Count);
    }

    [Fact]
    public void Undone_and_imported_again_the_land_is_the_same()
    {
        var file = Collection(Square(0, 0), Square(5, 5), Bowtie(100, 0));
        var batch = Prepare(file).Apply(_programme).Get().Batch!.Value;
        var before = Left();
        _programme.DecideLarge(new Acting("bea", DateTimeOffset.UnixEpoch, Door.Verb, "wrong file"), (s, act) => BatchRules.Undo(s.Book, act, batch)).Get();
        Assert.Equal(0, Left());
        Prepare(file).Apply(_programme).Get();
        Assert.Equal(before, Left());

        long Left() => Core.Land.Questions.LandQuestions.Balance(_programme.State.Land, new(new DateOnly(2016, 1, 1))).Accounts
            .Where(a => a.Status == LandStatus.Suspected).Sum(a => a.ClosingMicro);
    }

    [Fact]
    public void A_start_from_a_snapshot_gives_the_very_same_land_and_goes_on_from_it()
    {
        using var folder = new TempFolder();
        Programme Open() => Programme.Open(folder["s.furrow"], Genesis.OfFile(folder["s.furrow"], "ann", TimeProvider.System)).Get();
        ImportPlan Plan(Programme on, string file, params string[] features) => ImportPlan.Prepare(
            SourceFile.Of(file, Encoding.UTF8.GetBytes(Collection(features))), Options(), on.State);

        byte[] before;
        using (var first = Open())
        {
            Plan(first, "a.geojson", Square(0, 0), Bowtie(5, 5)).Apply(first).Get();
            first.SaveSnapshot();
            Plan(first, "b.geojson", Square(8, 8)).Apply(first).Get();
            before = LandSnapshot.Write(first.State.Land);
        }

        using (var second = Open())
        {
            Assert.Equal(9, second.SnapshotPosition);
            Assert.Equal(before, LandSnapshot.Write(second.State.Land));
        }

        File.Delete(folder["s.furrow-snapshot"]);
        using var third = Open();
        Assert.Equal(0, third.SnapshotPosition);
        Assert.Equal(before, LandSnapshot.Write(third.State.Land));
    }

    [Fact]
    public void Doubled_codes_are_told_and_each_report_gets_its_own()
    {
        var plan = Prepare(Collection(Square(0, 0, properties: """{"code":"KP 1"}"""), Square(100, 0, properties: """{"code":"kp1 "}""")));
        Assert.Contains(plan.Groups, g => g.Check.Code == "duplicate-code");
        Assert.Equal(2, plan.Apply(_programme).Get().Reports);
        Assert.Equal(2, _programme.State.Reports.Select(e => Codes.Key(e.Report.Code)).Distinct().Count());
    }

    [Fact]
    public void A_row_that_names_the_report_it_corrects_becomes_its_correction()
    {
        Prepare(Collection(Square(0, 0, properties: """{"code":"A-1"}"""))).Apply(_programme).Get();
        var plan = Prepare(Collection(Square(0, 0, 20, """{"code":"A-1","corrects":"a-1"}"""),
            Square(900, 0, 20, """{"code":"X","corrects":"never was"}""")), file: "mended.geojson");
        Assert.Equal([Verdict.Accepted, Verdict.Refused], plan.Rows.Select(r => r.Verdict));
        plan.Apply(_programme).Get();
        var chain = _programme.State.Book.ChainOf(_programme.State.Reports.First().Report.Id);
        Assert.Equal([ReportStatus.Superseded, ReportStatus.Approved], chain.Select(e => e.Status));
        Assert.All(chain, e => Assert.Equal(1, e.PlacedAt));
    }

    [Fact]
    public void Without_acceptance_reports_wait_and_are_checked_as_if_they_counted()
    {
        Prepare(Collection(Square(0, 0))).Apply(_programme).Get();
        var plan = Prepare(Collection(Square(100, 100)), Options("cleared") with { AcceptReason = null });
        Assert.Contains(plan.Groups, g => g.Check.Code == "release-outside-hazard");
        Assert.Null(plan.Apply(_programme).Get().Acceptance);
        Assert.Equal(ReportStatus.Submitted, _programme.State.Reports.Last().Status);
    }

    [Fact]
    public void A_hazard_keeps_all_its_line_encloses_and_a_release_only_what_is_sure()
    {
        // A square walked twice: enclosed twice over, so an even number of times.
        const string Once = "[10,45],[10.001,45],[10.001,45.001],[10,45.001]";
        var twice = Feature($$"""{"type":"Polygon","coordinates":[[{{Once}},{{Once}},[10,45]]]}""", "{}");
        Assert.Equal("drawing-in-doubt", Prepare(Collection(twice)).Rows.Single().Problem?.Code);
        Assert.Equal(Verdict.Repaired, Prepare(Collection(twice), Options() with { InDoubt = [1] }).Rows.Single().Verdict);
        Assert.Equal("no-land-certain", Prepare(Collection(twice), Options("cleared") with { InDoubt = [1] }).Rows.Single().Problem?.Code);
    }

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("{", "")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "file-without-rows")]
    public void A_file_that_cannot_be_used_gives_one_problem_and_no_rows(string text, string code)
    {
        var plan = Prepare(text);
        Assert.NotNull(plan.Problem);
        Assert.Contains(code, plan.Problem.Code, StringComparison.Ordinal);
        Assert.Empty(plan.Rows);
        Assert.Equal(plan.Problem, plan.Apply(_programme).Problem);
        Assert.Equal(3, _programme.State.Position);
    }

    [Fact]
    public void The_steps_are_one_visible_list() =>
        Assert.Equal(
            [
                "detect the format", "read the rows", "recognise rows that are here already", "find what is corrected",
                "give codes", "try on the land", "check", "give verdicts",
            ],
            ImportPlan.Steps);

    [Fact]
    public void Every_word_of_as_makes_a_report_its_kind_allows() =>
        Assert.All(ImportAs.All.Where(a => a.Kind is not null), a => Assert.True(ReportKinds.Allows(a.Kind!.Value, a.Effect!.Value), a.Word));
}
