using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Furrow.Core.Checks;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Drills.Islands;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Tests.Reports;
using Xunit;

namespace Furrow.Core.Tests.Drills;

/// <summary>The exercise of seed 1, played through the rules of the programme.</summary>
public sealed class ExercisePlanTests
{
    private static readonly Lazy<ExercisePlan> One = new(() => ExercisePlan.Make(1));
    private static readonly Lazy<ProgrammeState> Played = new(() => Play(One.Value));

    private static ExercisePlan Plan => One.Value;

    private static IEnumerable<Report> AllReports =>
        Plan.Steps.SelectMany(s => s switch { SubmitReport r => [r.Report], ReceiveBatch b => b.Reports, _ => (IReadOnlyList<Report>)[] });

    [Fact]
    public void Three_areas_lie_over_each_other_and_clearance_of_the_smallest_in_the_name_of_the_largest_closes_it_alone()
    {
        var code = Plan.Highlights["areas over each other"];
        var areas = new[] { code, code + "-Hill", code + "-Spring" }
            .Select(c => LandQuestions.HazardousArea(Played.Value.Land, c, Plan.Today)!).ToList();
        Assert.Equal([AreaState.PartlyReleased, AreaState.PartlyReleased, AreaState.Closed], areas.Select(a => a.State));
        Assert.Equal((0, areas[1].RemainingMicro), (areas[1].InBalanceMicro, areas[1].CountedUnder.Single().AreaMicro));
        Assert.Equal(areas[0].RemainingMicro, areas[0].InBalanceMicro);
        Assert.Equal(areas[2].RegisteredMicro, areas[2].ReleasedMicro);
    }

    [Fact]
    public void A_sheet_from_abroad_waits_with_what_was_mended_and_what_is_found()
    {
        var sheet = Assert.IsType<ReceiveBatch>(Plan.Steps.Last(s => s is ReceiveBatch));
        Assert.DoesNotContain(Plan.Steps, s => s is AcceptBatch accepted && accepted.Batch == sheet.Batch);
        Assert.Equal(["self-crossing", "overlapping-parts", "", ""], sheet.Reports.Select(r => string.Join(",", r.Parts[0].Repairs.Select(m => m.Code))));
        Assert.Equal(sheet.Reports[2].Parts[0].Point, sheet.Reports[3].Parts[0].Point);
        Assert.Equal(4, sheet.Reports.Count(r => Played.Value.Book.Find(r.Id)!.Status == ReportStatus.Submitted));
    }

    [Fact]
    public void The_plan_of_seed_1_never_changes() => Assert.Equal("2AB9040CE22F8651", HashOf(Plan));

    [Fact]
    public void Another_seed_gives_another_plan_that_the_rules_also_accept()
    {
        var other = ExercisePlan.Make(2);
        Assert.NotEqual(HashOf(Plan), HashOf(other));
        Assert.Equal(0, Balance(Play(other), other.Today).TrialBalanceMicro);
    }

    [Fact]
    public void The_books_of_the_exercise_balance_at_the_end_of_every_year()
    {
        for (var year = 2020; year <= 2026; year++)
        {
            var answer = Balance(Played.Value, new DateOnly(year, 12, 31));
            Assert.Equal(0, answer.TrialBalanceMicro);
            Assert.True(answer.Accounts.Where(a => Statuses.IsHazard(a.Status)).Sum(a => a.ClosingMicro) > 0);
        }
    }

    [Fact]
    public void There_are_150_hazards_or_a_few_more_and_every_kind_of_report()
    {
        Assert.InRange(LandQuestions.HazardousAreas(Played.Value.Land, Plan.Today).Count, 135, 165);
        Assert.Equal(Enum.GetValues<ReportKind>().Order(), AllReports.Select(r => r.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<LandEffect>().Order(), AllReports.SelectMany(r => r.Parts).Select(p => p.Effect).Distinct().Order());
        Assert.Equal(7, AllReports.Select(r => r.Organisation).Distinct().Count(o => o != "EXERCISE Quality Office"));
    }

    [Fact]
    public void Every_status_and_every_heading_that_matters_occurs()
    {
        var land = Played.Value.Land;
        var headings = land.Postings.Range(0, land.Postings.Count).Select(p => p.Heading).ToHashSet();
        Assert.Superset(new HashSet<Heading>
        {
            Heading.Move, Heading.SurveyOverReleased, Heading.SecondRelease, Heading.ClearedOutsideHazard, Heading.CancellationOfConfirmed,
                Heading.Discredited, Heading.SurfaceOnly,
            Heading.TooShallow, Heading.NotCompleted, Heading.Reopened, Heading.Inspection,
        }, headings);
        Assert.Equal(["suspected", "confirmed", "surveyed-no-evidence", "cancelled", "reduced", "cleared", "released-under-investigation"],
            Balance(Played.Value, Plan.Today).Accounts.Where(a => a.ClosingMicro > 0).OrderBy(a => a.Status).Select(a => Statuses.NameOf(a.Status)));
    }

    [Fact]
    public void The_late_report_restates_the_year_before()
    {
        var late = Played.Value.Book.FindByCode(Plan.Highlights["late report"])!;
        var restated = LandQuestions.Restate(Played.Value.Land, late.AcceptedAt!.Value - 1, late.AcceptedAt.Value, new DateOnly(2025, 12, 31), KindSet.Overall);
        Assert.Contains(restated.Lines, l => l.ReportCode == late.Report.Code && l.Status == LandStatus.Cleared && l.ChangeMicro > 0);
    }

    [Fact]
    public void Records_without_polygon_stand_unlocated_until_one_of_them_is_located()
    {
        var before = Balance(Played.Value, new DateOnly(2022, 12, 31), KnownOn(new DateOnly(2022, 12, 31))).Unlocated.Records;
        var after = Balance(Played.Value, Plan.Today).Unlocated.Records;
        Assert.Equal((4, 3), (before, after));
    }

    [Fact]
    public void Hazards_lie_on_land_and_every_polygon_is_valid() => Assert.All(AllReports.SelectMany(r => r.Parts).Where(p => p.Shape is not null), part =>
    {
        foreach (var ring in part.Shape!.Polygons.SelectMany(p => p))
        {
            Assert.Equal(RingFault.None, RingGeometry.FaultOf(ring).Fault);
            Assert.True(Rings.TwiceArea(ring) > 0);
            Assert.All(ring, p => Assert.True(Plan.Island.IsLand(p)));
        }
    });

    [Fact]
    public void Steps_come_in_the_order_of_time_and_end_by_the_last_day()
    {
        Assert.Equal(Plan.Steps.Select(s => s.At).Order(), Plan.Steps.Select(s => s.At));
        Assert.True(DateOnly.FromDateTime(Plan.Steps[^1].At.Date) <= Plan.Today);
        Assert.All(AllReports, r => Assert.True(r.End.Day <= Plan.Today, r.Code));
    }

    [Fact]
    public void Every_code_name_and_text_carries_EXERCISE() => Assert.All(AllReports, r =>
    {
        string?[] texts = [r.Code, r.Organisation, r.Team, r.Donor, r.HazardousArea, r.HazardousAreaName, r.HandedOverTo, r.Remarks?.Text,
            r.ReferencePoint?.Name, r.Benchmark?.Name, .. r.Aliases, .. r.Predecessors];
        Assert.All(texts.Where(t => t is not null), t => Assert.StartsWith("EXERCISE", t));
    });

    [Fact]
    public void The_checks_find_what_was_put_in_for_them_to_find()
    {
        var headings = FindingCodes();
        Assert.Superset(new HashSet<string> { "searched-too-shallow", "overlap-other-organisation", "overlap", "missing-field", "assumed-date" }, headings);
        Assert.DoesNotContain("invalid-ring", headings);
        Assert.DoesNotContain("date-order", headings);
        Assert.DoesNotContain("duplicate-code", headings);
    }

    private static HashSet<string> FindingCodes()
    {
        var reports = Played.Value.Reports.Where(e => e.Status == ReportStatus.Approved && e.Report.Withdraws is null).Select(e => e.Report);
        var drafts = reports.Select(r =>
            new CheckedDraft(r, [.. r.Parts.Select((p, i) => new CheckedPart(i, null, p.Shape, p.Shape is null ? 0 : LandQuestions.AreaMicro(p.Shape)))]));
        var batch = new BatchToCheck { Drafts = [.. drafts], Today = Plan.Today, Settings = new(), Places = new PlaceIndex(Plan.Island.Places) };
        return [.. BatchCheck.Judge(batch).Select(f => f.Code)];
    }

    private static int KnownOn(DateOnly day) => Played.Value.Book.Acceptances.Count(a => DateOnly.FromDateTime(a.Act.At.Date) <= day);

    private static BalanceAnswer Balance(ProgrammeState state, DateOnly asOf, int? knownAt = null) =>
        LandQuestions.Balance(state.Land, new BalanceQuestion(asOf, KnownAt: knownAt));

    private static ProgrammeState Play(ExercisePlan plan)
    {
        var state = ProgrammeState.Empty.ApplyAll(Made.Placed([ExerciseReplay.Opening(plan)]));
        foreach (var step in plan.Steps)
        {
            var outcome = ExerciseReplay.Intent(step, state);
            Assert.True(outcome.Problem is null, $"{step.At:yyyy-MM-dd} {step.GetType().Name}: {outcome.Problem}");
            state = state.ApplyAll(Made.Placed(outcome.Get(), ExerciseReplay.ActOf(step), state.Position));
        }

        return state;
    }

    /// <summary>Texts of a plan are not written to a log, and are what they say.</summary>
    private static readonly JsonSerializerOptions Told = new() { Converters = { new OpenText(), new OpenTexts() } };

    private sealed class OpenText : JsonConverter<Sealed>
    {
        public override Sealed? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, Sealed value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    private sealed class OpenTexts : JsonConverter<SealedTexts>
    {
        public override SealedTexts? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SealedTexts.None;

        public override void Write(Utf8JsonWriter writer, SealedTexts value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Texts, options);
    }

    private static string HashOf(ExercisePlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var step in plan.Steps)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(step, step.GetType(), Told));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
