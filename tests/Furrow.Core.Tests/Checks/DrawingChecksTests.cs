using Furrow.Core.Checks;
using Furrow.Core.Land;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>Checks of the drawing itself: for each a drawing that fails, with its sentence and fix, and one that passes.</summary>
public sealed class DrawingChecksTests
{
    [Fact]
    public void A_point_off_the_earth_is_out_of_range()
    {
        Assert.Equal("range: The point 200 95 is not on the earth: longitude goes to 180, latitude to 90 degrees. [enter-again]",
            Findings("coordinates-out-of-range", Drawn([At(0, 0), At(100, 0), new GridPoint(200_000_000_000, 95_000_000_000)])));
        Assert.Empty(Findings("coordinates-out-of-range", Drawn(Square(0, 0, 100))));
    }

    [Fact]
    public void Coordinates_that_only_make_sense_the_other_way_round_are_swapped()
    {
        Assert.Equal("swapped: The point 0.5 -130 lies off the earth; read as latitude, longitude it fits. [swap-coordinates]",
            Findings("swapped-coordinates", Drawn([GridPoint.FromDegrees(0.5, -130), GridPoint.FromDegrees(0.5, -130.1), GridPoint.FromDegrees(0.6, -130)])));
        var territory = Territory.Of(
            [new KnownLand(GridBox.Empty.With(GridPoint.FromDegrees(-31, 0)).With(GridPoint.FromDegrees(-29, 1)), Id(50), 1)]);
        var swapped = Drawn([.. Square(0, 0, 100).Select(p => new GridPoint(p.Lat, p.Lon))]);
        Assert.Empty(Findings("swapped-coordinates", swapped));
        var known = swapped with { Context = Context with { Territory = territory } };
        Assert.Equal("swapped: The point 0.5 -30 lies far outside the programme's territory; read as latitude, longitude it fits. [swap-coordinates]",
            Findings("swapped-coordinates", known));
        var fix = CheckList.Judge(known).Single(f => f.Code == "swapped-coordinates").Fix;
        Assert.Equal(Square(0, 0, 100), fix.MendDrawn!(known.Parts[0].Drawn!)[0][0]);
        Assert.Empty(Findings("swapped-coordinates", Drawn(Square(0, 0, 100)) with { Context = known.Context }));
    }

    [Fact]
    public void A_ring_needs_three_different_points()
    {
        Assert.Equal("points: A ring has 2 different points; land needs at least three. [enter-again]",
            Findings("too-few-points", Drawn(Ring((0, 0), (50, 0), (0, 0)))));
        Assert.Equal("points: A ring has 1 different points; land needs at least three. [keep-as-point]",
            Findings("too-few-points", Drawn(Ring((0, 0), (0, 0)))));
        Assert.Empty(Findings("too-few-points", Drawn(Ring((0, 0), (50, 0), (0, 50)))));
    }

    [Fact]
    public void Repeated_points_and_half_closed_files_are_noticed_and_mended()
    {
        var doubled = Drawn(Ring((0, 0), (50, 0), (50, 0), (0, 50), (0, 0)));
        Assert.Equal("repeated: One point is entered twice in a row. [drop-repeats]", Findings("repeated-points", doubled));
        Assert.Equal(Ring((0, 0), (50, 0), (0, 50)), CheckList.Judge(doubled)
            .Single(f => f.Code == "repeated-points").Fix.MendDrawn!(doubled.Parts[0].Drawn!)[0][0]);
        Assert.Equal("closing: 1 of 2 rings are not closed. [drop-repeats]",
            Findings("repeated-points", Drawn(Ring((0, 0), (50, 0), (0, 50), (0, 0)), Ring((90, 0), (150, 0), (90, 50)))));
        Assert.Empty(Findings("repeated-points", Drawn(Ring((0, 0), (50, 0), (0, 50), (0, 0)))));
        Assert.Empty(Findings("repeated-points", Drawn(Ring((0, 0), (50, 0), (0, 50)))));
    }

    [Theory]
    [InlineData("not-in-a-row: The line comes to the point {0} 2 times, not in a row. [enter-again]", "0 0, 100 0, 50 50, 100 100, 0 100, 50 50", 2)]
    [InlineData("not-in-a-row: The line comes to the point {0} 3 times, not in a row. [enter-again]", "0 0, 9 0, 9 9, 0 0, 7 8, 5 9, 0 0, 2 9, 1 9", 0)]
    [InlineData("last-two: The last two points of the line are its first two again. [drop-last-two]", "0 0, 100 0, 100 100, 0 100, 0 0, 100 0", 0)]
    [InlineData("closing-point: The point that closes the line is entered more than once. [drop-repeats]", "0 0, 100 0, 100 100, 0 0, 0 0", 0)]
    [InlineData("", "0 0, 100 0, 100 100, 100 200, 100 100, 0 100", 0)]
    public void A_point_that_stands_twice_in_one_line_is_found_wherever_it_stands(string found, string points, int at)
    {
        var ring = Ring([.. points.Split(", ").Select(p => (Number(p.Split(' ')[0]), Number(p.Split(' ')[1])))]);
        Assert.Equal(found.Replace("{0}", ring[at].ToString(), StringComparison.Ordinal), Findings("repeated-points", Drawn(ring)));
    }

    [Fact]
    public void The_last_two_points_are_dropped_where_they_are_the_first_two()
    {
        var begun = Drawn([.. Square(0, 0, 100), .. Square(0, 0, 100)[..2]]);
        Assert.Equal(Square(0, 0, 100), CheckList.Judge(begun).Single(f => f.Code == "repeated-points").Fix.MendDrawn!(begun.Parts[0].Drawn!)[0][0]);
    }

    [Fact]
    public void Polygons_of_one_record_that_overlap_are_found_with_the_percentage_of_the_smaller()
    {
        Assert.Equal("overlap: Polygons 1 and 2 of the record overlap by 1,000 m², 10 % of the smaller. [draw-apart]",
            Findings("overlapping-parts", Drawn(Square(0, 0, 100), Square(90, 0, 200)[..1].Concat(Ring((290, 0), (290, 100), (90, 100))).ToArray())));
        Assert.Empty(Findings("overlapping-parts", Drawn(Square(0, 0, 100), Square(99.2, 0, 100))));
        Assert.Empty(Findings("overlapping-parts", Drawn(Square(0, 0, 100), Square(100, 0, 100))));
        Assert.Empty(Findings("overlapping-parts", Drawn(Square(0, 0, 100), Square(0, 0, 100))));
        Assert.StartsWith("overlap: Polygons 2 and 3 of", Findings("overlapping-parts", Drawn(Square(0, 0, 100), Square(500, 0, 100), [.. Square(550, 0, 100).Reverse()])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_polygon_that_stands_twice_in_one_record_is_a_duplicate_wherever_it_begins()
    {
        const string Said = "in one record: Polygons 1 and 3 of the record are the same, point by point. [drop-double]";
        GridPoint[] square = Square(0, 0, 100), turned = [square[2], square[1], square[0], square[3]];
        Assert.Equal(Said, Findings("duplicate-polygon", Drawn(square, Square(500, 0, 100), turned)));
        Assert.Empty(Findings("duplicate-polygon", Drawn(square, Square(500, 0, 100))));
    }

    [Theory]
    [InlineData("crosses-itself", "0 0, 100 100, 100 0, 0 100")]
    [InlineData("touches-itself", "0 0, 100 0, 100 100, 50 0, 0 100")]
    [InlineData("touches-itself", "0 0, 100 0, 50 50, 100 100, 0 100, 50 50")]
    [InlineData("spike", "0 0, 100 0, 200 0, 100 0, 100 100")]
    [InlineData("spike", "0 0, 100 0, 100 100, 100 200, 100 100, 0 100")]
    [InlineData("", "0 0, 100 0, 100 100, 0 100, 0 0, 100 0")]
    [InlineData("", "0 0, 100 0, 100 100, 0 100")]
    [InlineData("", "0 0, 50 0, 100 0, 100 100")]
    public void A_line_that_crosses_or_touches_itself_is_found(string cause, string points)
    {
        var ring = Ring([.. points.Split(", ").Select(p => (Number(p.Split(' ')[0]), Number(p.Split(' ')[1])))]);
        Assert.Equal(cause, string.Join(",", CheckList.Find("invalid-ring")!.Judge(Drawn(ring)).Select(f => f.Cause)));
        GridPoint[] closed = [.. ring, ring[0]];
        Assert.Equal(cause, string.Join(",", CheckList.Find("invalid-ring")!.Judge(Drawn(closed)).Select(f => f.Cause)));
    }

    [Fact]
    public void Two_exchanged_points_are_to_be_redrawn_and_longer_tangles_repaired_by_rule()
    {
        Assert.StartsWith("crosses-itself: The line crosses itself near ", Findings("invalid-ring", Drawn(Ring((0, 0), (100, 100), (100, 0), (0, 100)))));
        Assert.EndsWith("[redraw]", Findings("invalid-ring", Drawn(Ring((0, 0), (100, 100), (100, 0), (0, 100)))));
        Assert.EndsWith("[repair-ring]", Findings("invalid-ring", Drawn(Ring((0, 0), (100, 100), (100, 0), (90, -5), (50, -9), (20, -9), (0, 100)))));
    }

    [Fact]
    public void Turning_points_more_than_5_km_apart_are_doubted()
    {
        Assert.Equal("leg: From -30 0.5 to -29.946099044 0.5 it is 6.0 km, more than 5 km. [enter-again]",
            Findings("long-leg", Drawn(Ring((0, 0), (6_000, 0), (6_000, 100), (0, 100)))));
        Assert.Empty(Findings("long-leg", Drawn(Ring((0, 0), (4_900, 0), (4_900, 100), (0, 100)))));
        var wide = Context with { Settings = CheckSettings.Default with { LongestLegMetres = 20_000 } };
        Assert.Empty(Findings("long-leg", Drawn(Ring((0, 0), (6_000, 0), (0, 100))) with { Context = wide }));
    }

    [Fact]
    public void Stated_and_computed_area_may_differ_by_a_share_or_by_a_strip_along_the_edge()
    {
        var square = Hazard.With(p => p with { StatedSquareMetres = 13_000 });
        Assert.Equal("EXERCISE Team North: Stated 13,000 m², drawn 10,000 m²: 3,000 m² apart, 2,000 m² would be explained. [ask]",
            Findings("stated-area", Subject(square)));
        Assert.Empty(Findings("stated-area", Subject(square.With(p => p with { StatedSquareMetres = 11_900 }))));
        Assert.Empty(Findings("stated-area", Subject(square.With(p => p with { PositionAccuracyMetres = 10 }))));
        Assert.Equal("unit-hectares: Stated 1 m², drawn 10,000 m²: 9,999 m² apart, 2,000 m² would be explained. [convert-unit]",
            Findings("stated-area", Subject(square.With(p => p with { StatedSquareMetres = 1 }))));
        Assert.NotEmpty(Findings("stated-area", Subject(square.With(p => p with { StatedSquareMetres = double.NaN }))));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
