using Furrow.Exchange.Drawn;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Tests.Tables;

public sealed class TurningPointTests
{
    [Fact]
    public void Rows_with_one_id_make_up_one_polygon_in_the_order_of_their_numbers()
    {
        var read = Reading.Of("a.csv", "area_id,point,lon,lat\nA,1,46,40\nA,3,46.1,40.1\nA,2,46.1,40\nB,1,47,40\nB,2,47.1,40\nB,3,47.1,40.1\n");
        Assert.Equal("(46 40 46.1 40 46.1 40.1)\n(47 40 47.1 40 47.1 40.1)", string.Join('\n', read.Rows.Select(r => Reading.Text(r.Geometry))));
        Assert.Equal("1: 46 40\n2: 46.1 40\n3: 46.1 40.1", read.Rows[0].DrawnText);
        Assert.Equal([(2, 3), (5, 3)], read.Rows.Select(r => (r.Row, r.RowCount)));
    }

    [Fact]
    public void A_number_given_twice_or_too_few_points_refuse_the_polygon()
    {
        var read = Reading.Of("a.csv", "area_id,point,lon,lat\nA,1,46,40\nA,2,46.1,40\nA,2,46.1,40.1\nB,1,47,40\nB,2,47.1,40\nC,1,48,40\n");
        Assert.Equal("a.csv, row 4, field point: The point number 2 stands twice in one polygon. [row-broken]", read.Rows[0].Problem!.ToString());
        Assert.Equal("a.csv, row 5, field geometry: The polygon has 2 turning points; it needs three. [geometry-broken]", read.Rows[1].Problem!.ToString());
        Assert.Equal(DrawnKind.Point, read.Rows[2].Geometry.Kind);
    }

    private static InputRow Traverse(string rows, NorthReference north, double? declination = null, TraverseAdjustment adjustment = TraverseAdjustment.None)
    {
        var columns = new GeometryColumns { Form = GeometryForm.Legs, X = "e", Y = "n", Zone = "zone", Group = "id", Order = "point", Bearing = "bearing",
            Distance = "distance", North = north, DeclinationDegrees = declination, Adjustment = adjustment };
        return Reading.Of("a.csv", "id;point;e;n;zone;bearing;distance\n" + rows, new ReadOptions { Geometry = columns }).Rows.Single();
    }

    private const string Square = "A;SP;600000;4400000;38N;;\nA;1;;;;90;100\nA;2;;;;0;100\nA;3;;;;270;100\n";

    [Fact]
    public void Grid_bearings_walk_along_the_grid()
    {
        var row = Traverse(Square, NorthReference.Grid);
        var utm = Furrow.Exchange.Projections.CoordinateSystems.Utm(38, false);
        var ring = row.Geometry.Polygons[0][0];
        var corners = Enumerable.Range(0, 4).Select(i => utm.FromWgs84(ring[2 * i], ring[2 * i + 1])).ToArray();
        (double X, double Y)[] expected = [(600000, 4400000), (600100, 4400000), (600100, 4400100), (600000, 4400100)];
        Assert.All(corners.Zip(expected), c =>
        {
            // Distances are measured on the ground: the grid is 0.03 % smaller here.
            Assert.Equal(c.Second.X, c.First.X, 0.05);
            Assert.Equal(c.Second.Y, c.First.Y, 0.05);
        });
        Assert.Equal("start: 38N 600000 4400000\n90 / 100 m\n0 / 100 m\n270 / 100 m", row.DrawnText);
        Assert.Null(row.MisclosureMetres);
    }

    [Fact]
    public void Magnetic_bearings_are_turned_by_the_declination()
    {
        var magnetic = Traverse(Square, NorthReference.Magnetic, declination: 5).Geometry.Polygons[0][0];
        var turned = Traverse("A;SP;600000;4400000;38N;;\nA;1;;;;95;100\nA;2;;;;5;100\nA;3;;;;275;100\n", NorthReference.True).Geometry.Polygons[0][0];
        Assert.Equal(turned, magnetic);
        Assert.NotEqual(Traverse(Square, NorthReference.True).Geometry.Polygons[0][0], magnetic);
    }

    [Fact]
    public void The_misclosure_is_kept_and_the_compass_rule_spreads_it()
    {
        const string Closed = Square + "A;SP;;;;180;97\n";
        var asMeasured = Traverse(Closed, NorthReference.True);
        var adjusted = Traverse(Closed, NorthReference.True, adjustment: TraverseAdjustment.CompassRule);
        Assert.Equal(3, asMeasured.MisclosureMetres!.Value, 0.01);
        Assert.Equal(asMeasured.MisclosureMetres, adjusted.MisclosureMetres);
        Assert.Equal(8, asMeasured.Geometry.Polygons[0][0].Length);
        Assert.NotEqual(asMeasured.Geometry.Polygons[0][0], adjusted.Geometry.Polygons[0][0]);
        Assert.Contains("The last leg missed the start by 3.00 m in 397.0 m; spread over the legs by their length (compass rule).", adjusted.Notes.Select(n => n.ToString()));
        Assert.Null(GridConversion.ToGrid(adjusted).Problem);
    }

    [Theory]
    [InlineData(NorthReference.Unstated, null, "a.csv: Say which north the bearings are measured from: true, magnetic or grid. [north-unstated]")]
    [InlineData(NorthReference.Magnetic, null, "a.csv: Magnetic bearings need the declination at the place and date of the survey. [north-unstated]")]
    public void North_is_never_guessed(NorthReference north, double? declination, string problem)
    {
        var columns = new GeometryColumns { Form = GeometryForm.Legs, X = "x", Y = "y", Group = "id", Bearing = "b", Distance = "d", North = north,
            DeclinationDegrees = declination };
        var read = Reading.Of("a.csv", "id;x;y;b;d\nA;46;40;;\nA;;;90;100\n", new ReadOptions { Geometry = columns });
        Assert.Equal(problem, Assert.Single(read.Problems).ToString());
    }
}
