using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>Checks of what a record meets on its land: other records, released land, borders.</summary>
public sealed class LandChecksTests
{
    private static readonly Report Neighbour = Hazard with { Id = Id(20), Code = "EXERCISE-SHA-20" };

    [Fact]
    public void The_same_polygon_is_found_whatever_its_start_and_direction()
    {
        GridPoint[] turned = [.. Square(0, 0, 100)[2..], .. Square(0, 0, 100)[..2]];
        GridPoint[] reversed = [.. Square(0, 0, 100).Reverse()];
        foreach (var ring in (GridPoint[][])[turned, reversed, [.. turned, turned[0]]])
        {
            var later = Subject(Neighbour) with { Parts = [new CheckedPart(0, [[ring]], null, 0)], Context = WithPolygonOf(Hazard) };
            Assert.Equal("EXERCISE Team North / EXERCISE Team North: The polygon is that of EXERCISE-SHA-1, point by point. [keep-one]",
                Findings("duplicate-polygon", later));
        }

        var moved = Subject(Neighbour) with { Parts = [new CheckedPart(0, [[Square(0, 0, 101)]], null, 0)], Context = WithPolygonOf(Hazard) };
        Assert.Empty(Findings("duplicate-polygon", moved));
    }

    [Fact]
    public void A_release_over_the_very_polygon_of_its_hazard_and_a_correction_are_no_duplicates()
    {
        Assert.Empty(Findings("duplicate-polygon", Subject(Clearance) with { Context = WithPolygonOf(Hazard) }));
        Assert.Empty(Findings("duplicate-polygon", Subject(Neighbour with { Corrects = Hazard.Id }) with { Context = WithPolygonOf(Hazard) }));
        Assert.Empty(Findings("duplicate-polygon", Subject(Neighbour with { Kinds = KindSet.Ied }) with { Context = WithPolygonOf(Hazard) }));
    }

    [Fact]
    public void Overlap_with_a_record_of_the_same_organisation_asks_for_lineage() =>
        Assert.Equal("EXERCISE Team North / EXERCISE Team North, hazards: "
            + "2,500 m² are also reported by EXERCISE-SHA-1. [say-lineage]",
            Findings("overlap", Overlapping(Neighbour, Hazard, 2_500_000_000)));

    [Fact]
    public void Overlap_with_another_organisation_names_it()
    {
        var other = Neighbour with { Organisation = "EXERCISE Contingent One" };
        Assert.Empty(Findings("overlap", Overlapping(other, Hazard, 2_500_000_000)));
        Assert.Equal("EXERCISE Contingent One / EXERCISE Team North, hazards: "
            + "2,500 m² are also reported by EXERCISE-SHA-1 of EXERCISE Team North. [settle-between]",
            Findings("overlap-other-organisation", Overlapping(other, Hazard, 2_500_000_000)));
        Assert.Empty(Findings("overlap-other-organisation", Overlapping(Neighbour, Hazard, 2_500_000_000)));
    }

    [Fact]
    public void Slivers_lineage_other_kinds_and_releases_over_hazards_are_no_overlap()
    {
        Assert.Empty(Findings("overlap", Overlapping(Neighbour, Hazard, 999_999)));
        Assert.Empty(Findings("overlap", Overlapping(Neighbour with { Predecessors = ["exercise-sha-1"] }, Hazard, 2_500_000_000)));
        Assert.Empty(Findings("overlap", Overlapping(Neighbour with { HazardousArea = "EXERCISE-SHA-1" }, Hazard, 2_500_000_000)));
        Assert.Empty(Findings("overlap", Overlapping(Neighbour with { Kinds = KindSet.Ied }, Hazard, 2_500_000_000)));
        Assert.Empty(Findings("overlap", Overlapping(Clearance, Hazard, 2_500_000_000)));
        Assert.NotEmpty(Findings("overlap", Overlapping(Clearance with { Id = Id(21) }, Clearance, 2_500_000_000)));
    }

    [Theory]
    [InlineData(Heading.ClearedOutsideHazard, "release-outside-hazard", "400 m² of this release were never recorded as a hazard. [find-hazard]")]
    [InlineData(Heading.ReleaseOfUnrecorded, "release-outside-hazard", "400 m² of this release were never recorded as a hazard. [find-hazard]")]
    [InlineData(Heading.SurveyOverReleased, "survey-over-released", "400 m² were released before; the release stands. [draw-around]")]
    [InlineData(Heading.SecondRelease, "second-release", "400 m² were released before. [settle-release]")]
    [InlineData(Heading.CancellationOfConfirmed, "cancelled-confirmed", "400 m² of a confirmed hazard are cancelled. [discredit-or-clear]")]
    [InlineData(Heading.Discredited, "cancelled-confirmed", "400 m² of a confirmed hazard are cancelled. [discredit-or-clear]")]
    public void What_the_ledger_keeps_under_a_heading_of_its_own_is_a_finding(Heading heading, string code, string expected)
    {
        Assert.Equal("EXERCISE Team North: " + expected, Findings(code, Subject(Clearance) with { Headings = [new HeadingHit(0, heading, 400_000_000)] }));
        Assert.Empty(Findings(code, Subject(Clearance) with { Headings = [new HeadingHit(0, heading, 999_999)] }));
        Assert.Empty(Findings(code, Subject(Clearance) with { Headings = [new HeadingHit(0, Heading.Move, 400_000_000)] }));
    }

    [Fact]
    public void A_hazard_across_a_border_is_noticed_with_its_shares()
    {
        Assert.Equal("border: The area lies in 2 places: West 6,000 m², East 4,000 m². [inform-both]",
            Findings("across-places", Subject(Hazard) with { Places = [new PlaceHit(0, "East", 4_000_000_000), new PlaceHit(0, "West", 6_000_000_000)] }));
        Assert.Empty(Findings("across-places", Subject(Hazard)
            with { Places = [new PlaceHit(0, "East", 10_000_000), new PlaceHit(0, "West", 9_990_000_000)] }));
        Assert.Empty(Findings("across-places", Subject(Hazard) with { Places = [new PlaceHit(0, "West", 10_000_000_000)] }));
        Assert.Empty(Findings("across-places", Subject(Clearance)
            with { Places = [new PlaceHit(0, "East", 4_000_000_000), new PlaceHit(0, "West", 6_000_000_000)] }));
    }

    [Fact]
    public void Places_are_found_with_the_land_shared_with_each()
    {
        var index = new PlaceIndex(new PlaceSet("EXERCISE districts",
            [new Place("West", ShapeOf(Square(-1_000, -500, 1_000))), new Place("East", ShapeOf(Square(0, -500, 1_000)))]));
        var across = ShapeOf(Square(-60, 0, 100));
        Assert.Equal(["West 6,000", "East 4,000"], index.Find(0, across, 10_000_000_000).Select(h => $"{h.Place} {AreaText.Whole(h.AreaMicro)}"));
        Assert.Equal([new PlaceHit(1, "East", 77)], index.Find(1, ShapeOf(Square(300, 100, 50)), 77));
        Assert.Empty(index.Find(0, ShapeOf(Square(5_000, 0, 50)), 77));
    }

    private static CheckContext WithPolygonOf(Report report) => Context with
    {
        Polygons = new PolygonIndex([(PolygonKey.Of(report.Parts[0].Shape!.Polygons), Part(report)),
            (PolygonKey.Of(Neighbour.Parts[0].Shape!.Polygons), Part(Neighbour))]),
    };

    private static CheckSubject Overlapping(Report later, Report earlier, long micro) => Subject(later)
        with { Overlaps = [new OverlapPair(Part(later), Part(earlier), micro)] };
}
