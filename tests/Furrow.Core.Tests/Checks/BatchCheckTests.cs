using Furrow.Core.Checks;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

public sealed class BatchCheckTests
{
    [Fact]
    public void Of_two_rows_that_clash_the_later_one_gets_the_finding()
    {
        var first = Hazard;
        var second = Hazard with { Id = Id(30), Code = "exercise-sha-1", HazardousArea = "EXERCISE-HA-9",
            Parts = [new ReportPart { Effect = LandEffect.Suspect, Shape = ShapeOf(Square(50, 50, 100)) }] };
        var findings = BatchCheck.Judge(new BatchToCheck { Drafts = [Drafted(first), Drafted(second)], Today = Today, Settings = CheckSettings.Default });
        Assert.Equal(["duplicate-code exercise-sha-1", "overlap exercise-sha-1"], findings.Select(f => $"{f.Code} {f.ReportCode}"));
        Assert.Equal("2,500", AreaText.Whole(findings[1].AreaMicro));
        Assert.True(GroundMeasure.DistanceMetres(findings[1].At!.Value, At(75, 75)) < 0.01);
    }

    [Fact]
    public void A_draft_is_compared_with_what_stands_in_the_ledger()
    {
        var later = Hazard with { Id = Id(30), Code = "EXERCISE-SHA-30" };
        var findings = BatchCheck.Judge(new BatchToCheck
        {
            Drafts = [Drafted(later)],
            Today = Today,
            Settings = CheckSettings.Default,
            Standing = [new StandingPart(Part(Hazard), Hazard.Parts[0].Shape!)],
            StandingCodes = [(Hazard.Id, Hazard.Code)],
        });
        Assert.Equal(["duplicate-polygon"], findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData(0, 0, "A B", "duplicate-point B: The point {0} is that of A.")]
    [InlineData(0.1, 0, "A B", "duplicate-point B: The point {0} is that of A.")]
    [InlineData(0.3, 0, "A B", "")]
    [InlineData(0, 0, "A A", "duplicate-point A: The record gives its point {0} twice.")]
    public void Records_without_polygon_at_one_point_are_found_whether_they_stand_or_come(double east, double north, string codes, string found)
    {
        Report Of(string code, double e, double n, ulong id) => Hazard with
        {
            Id = Id(id), Code = code, Parts = [Hazard.Parts[0] with { Shape = null, Point = At(e, n) }],
        };
        string Told(params IReadOnlyList<Finding> findings) => string.Join(", ", findings.Where(f => f.Code == "duplicate-point")
            .Select(f => $"{f.Code} {f.ReportCode}: {f.Sentence}"));
        var (first, second) = (Of("A", 0, 0, 70), Of("B", east, north, 71));
        if (codes == "A A")
        {
            (first, second) = (Of("Z", 900, 900, 72), first with { Parts = [first.Parts[0], Of("B", east, north, 71).Parts[0]] });
        }

        var expected = found.Replace("{0}", At(east, north).ToString(), StringComparison.Ordinal);
        var batch = new BatchToCheck { Drafts = [Drafted(first), Drafted(second)], Today = Today, Settings = CheckSettings.Default };
        Assert.Equal(expected, Told(BatchCheck.Judge(batch)));
        Assert.Equal(expected, Told(BatchCheck.Judge(batch with
        {
            Drafts = [Drafted(second)], StandingPoints = [(first.Parts[0].Point!.Value, Part(first))],
        })));
    }

    [Fact]
    public void The_overlaps_of_a_batch_are_those_a_plain_comparison_of_all_pairs_finds()
    {
        var country = GeneratedCountry.Make(3, 400, 0);
        var drafts = country.Hazards.Where(h => !h.IsInvalid).Select(h => Drafted(GeneratedCountry.ToReport(h, new Shape([[h.Ring]]), 3))).ToList();
        var found = BatchOverlaps.Find(new BatchToCheck { Drafts = drafts, Today = Today, Settings = CheckSettings.Default }).SelectMany(p => p)
            .Select(p => (p.First.ReportCode, p.Second.ReportCode)).Order().ToList();
        var expected = new List<(string, string)>();
        for (var i = 0; i < drafts.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if ((drafts[i].Report.Kinds & drafts[j].Report.Kinds) != 0 && SharedArea.Micro(drafts[i].Parts[0].Shape!, drafts[j].Parts[0].Shape!) > 0)
                {
                    expected.Add((drafts[i].Report.Code, drafts[j].Report.Code));
                }
            }
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(), found);
    }

    [Fact]
    public void Ten_thousand_copies_of_one_polygon_are_one_group_and_take_no_pairwise_measuring()
    {
        var drafts = AdversarialSets.Duplicates(1, 2_000).Select(a => Drafted(GeneratedCountry.ToReport(a, new Shape([[a.Ring]]), 1))).ToList();
        var groups = FindingGroups.Of(BatchCheck.Judge(new BatchToCheck { Drafts = drafts, Today = Today, Settings = CheckSettings.Default }), null);
        Assert.Equal(1_999, groups.Single(g => g.Check.Code == "duplicate-polygon").Count);
        Assert.DoesNotContain(groups, g => g.Check.Code == "overlap");
    }

    [Fact]
    public void A_check_the_profile_switches_off_is_silent_and_severities_can_be_changed()
    {
        var settings = CheckSettings.Default
            with { Off = new HashSet<string> { "missing-field" }, Severities = new Dictionary<string, Severity> { ["assumed-date"] = Severity.Error } };
        var bare = Hazard with { Evidence = [], End = new ReportDate(Today, DatePrecision.Assumed) };
        var findings = BatchCheck.Judge(new BatchToCheck { Drafts = [Drafted(bare)], Today = Today, Settings = settings });
        Assert.Equal(["assumed-date Error"], findings.Select(f => $"{f.Code} {f.Severity}"));
    }

    private static CheckedDraft Drafted(Report report) => new(report, Subject(report).Parts);
}
