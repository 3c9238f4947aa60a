using Furrow.Core.Land;
using Furrow.Exchange.Drawn;
using Systems = Furrow.Exchange.Projections.CoordinateSystems;

namespace Furrow.Exchange.Tests.Drawn;

public sealed class GridConversionTests
{
    private static InputRow Row(params double[] ring) => new() { File = "a.geojson", Row = 7, Geometry = DrawnGeometry.Of([[ring]]) };

    [Fact]
    public void Degrees_become_the_nearest_grid_points()
    {
        var grid = GridConversion.ToGrid(Row(17.0407894125148, 45.20736162909568, -0.0000000004, 0.0000000006, 180, -90)).Get();
        Assert.Equal([new(17040789413, 45207361629), new(0, 1), new(GridPoint.MaxLon, -GridPoint.MaxLat)], grid.Polygons[0][0]);
    }

    [Theory]
    [InlineData(17, 95, "a.geojson, row 7, field geometry: The position 17 95 is not on the earth; with longitude and latitude exchanged it is. "
        + "Exchange the two in the file, or say in the import that they are exchanged. [coordinate-off-earth]")]
    [InlineData(500000, 5000000, "a.geojson, row 7, field geometry: The position 500000 5000000 is not on the earth. [coordinate-off-earth]")]
    [InlineData(double.NaN, 45, "a.geojson, row 7, field geometry: The coordinate 'NaN 45' is not a finite number. [coordinate-not-a-number]")]
    [InlineData(double.PositiveInfinity, 45,
        "a.geojson, row 7, field geometry: The coordinate 'Infinity 45' is not a finite number. [coordinate-not-a-number]")]
    public void A_position_that_is_nowhere_is_refused(double x, double y, string problem)
    {
        Assert.Equal(problem, GridConversion.ToGrid(Row(17, 45, x, y, 17, 46)).Problem!.ToString());
    }

    /// <summary>Degrees that somebody called metres lie at the corner of the system, where its margin may still reach.</summary>
    [Theory]
    [InlineData("EPSG:32633", 17.66, 44.31)]
    [InlineData("EPSG:32633", 44.31, 17.66)]
    [InlineData("EPSG:32638", 46.7, 39.9)]
    [InlineData("EPSG:31276 via EPSG:3962", 17.66, 44.31)]
    public void Degrees_under_a_system_in_metres_are_refused(string system, double x, double y) => Assert.Equal("coordinate-in-degrees",
        GridConversion.ToGrid(Row(x, y, x + 0.001, y, x, y + 0.001) with { Crs = Systems.Resolve(system).Get() }).Problem!.Code);

    [Fact]
    public void A_ring_across_the_antimeridian_is_refused_or_cut_when_asked()
    {
        var row = Row(179, 10, -179, 10, -179, 12, 179, 12, 179, 10);
        Assert.Equal("ring-jumps", GridConversion.ToGrid(row).Problem!.Code);
        var cut = GridConversion.ToGrid(row, cutAtAntimeridian: true).Get();
        Assert.Equal(["179 10, 180 10, 180 12, 179 12, 179 10", "-180 10, -179 10, -179 12, -180 12"], cut.Polygons.Select(p => string.Join(", ", p.Single())));
        Assert.Equal("cut-at-antimeridian", cut.Repairs.Single().Code);
    }

    [Fact]
    public void A_hole_goes_with_the_part_it_lies_in()
    {
        var row = new InputRow
        {
            File = "a.geojson",
            Row = 1,
            Geometry = DrawnGeometry.Of([[[178, 10, -178, 10, -178, 14, 178, 14], [-179.5, 11, -179, 11, -179, 12], [179, 11, 179.5, 11, 179.5, 12]]]),
        };
        var cut = GridConversion.ToGrid(row, cutAtAntimeridian: true).Get();
        Assert.Equal([2, 2], cut.Polygons.Select(p => p.Length));
    }

    [Fact]
    public void A_ring_around_a_pole_is_refused_even_when_cutting_is_allowed()
    {
        var row = Row(-120, 80, 0, 80, 120, 80, -120, 80);
        Assert.Equal("ring-around-pole", GridConversion.ToGrid(row, cutAtAntimeridian: true).Problem!.Code);
    }
}
