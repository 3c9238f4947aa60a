using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Bosnia;
using Furrow.Postgres;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>DESIGN 3.2. We measure under the straight longitude/latitude line, GeographicLib (also inside PostGIS geography) under geodesics. The area
/// between the two is about L³·tan φ/12R for an edge of L metres, so it fades with the square of the number of pieces an edge is cut into.</summary>
public sealed class AreaAgainstGeographicLibTests(Judge judge, ITestOutputHelper output)
{
    private const double EarthRadiusMetres = 6_371_000;
    private const double StepMetres = 11.2; // 0.0001 degree, at most

    [Fact]
    public void Every_single_polygon_agrees_with_PostGIS_geography_on_densified_rings()
    {
        var theirs = judge.Server.Source.Rows($"""
            SELECT id, ST_Area(ST_Segmentize(geom, {Judge.StepDegrees})::geography), ST_Perimeter(geom::geography), tan(radians(ST_YMax(geom))) FROM land
            """, r => (Id: r.GetInt32(0), Area: r.GetDouble(1), Perimeter: r.GetDouble(2), Tan: r.GetDouble(3)));
        double worst = 0, sum = 0;
        foreach (var their in theirs)
        {
            var shape = judge.Land.Claims[their.Id].Shape;
            var ours = (double)AreaText.SquareMetres(LandQuestions.AreaMicro(shape));
            // What is left between chord and geodesic over pieces of a step, and half a millionth of a m² of rounding for each edge of each side.
            var bound = their.Perimeter * StepMetres * StepMetres * their.Tan / (12 * EarthRadiusMetres) + 2e-6 * shape.PointCount;
            worst = Math.Max(worst, Math.Abs(ours - their.Area) / bound);
            sum += Math.Abs(ours - their.Area);
            Assert.True(Math.Abs(ours - their.Area) <= bound, $"claim {their.Id}: ours {ours:F6} m², PostGIS {their.Area:F6} m², allowed {bound:E1}");
        }

        Assert.Equal(judge.Land.Claims.Count, theirs.Count);
        output.WriteLine($"{theirs.Count} polygons; worst use of the bound {worst:P0}; sum of all differences {sum:F4} m²");
    }

    [Theory]
    [InlineData(100, 2e-7)]
    [InlineData(1_000, 2e-6)]
    public void Fields_of_a_size_agree_with_geodesics_as_drawn_to_the_bound_of_the_design(double sideMetres, double relative)
    {
        for (var lat = -60; lat <= 60; lat += 10)
        {
            var height = sideMetres / 111_000;
            var width = height / Math.Cos(lat * Math.PI / 180);
            var field = Field(lat, width, height);
            var geodesic = Planimeter.AreasSquareMetres([field])[0];
            var ours = (double)AreaText.SquareMetres(LandQuestions.AreaMicro(new Shape([[field]])));
            output.WriteLine($"{sideMetres} m at {lat}°: relative {(ours - geodesic) / geodesic:E2}");
            Assert.InRange(ours, geodesic * (1 - relative), geodesic * (1 + relative));
        }
    }

    [Fact]
    public void Planimeter_agrees_on_densified_rings_of_every_fiftieth_polygon()
    {
        var claims = judge.Land.Claims.Where((_, i) => i % 50 == 0).ToList();
        var rings = claims.SelectMany(c => c.Shape.Polygons.SelectMany(p => p)).ToList();
        var areas = new Queue<double>(Planimeter.AreasSquareMetres([.. rings.Select(r => Planimeter.Densify(r, 100_000))]));
        foreach (var claim in claims)
        {
            var theirs = claim.Shape.Polygons.Sum(p => p.Sum(_ => areas.Dequeue())); // holes run clockwise: negative
            var ours = (double)AreaText.SquareMetres(LandQuestions.AreaMicro(claim.Shape));
            // The cut points themselves are rounded to the 0.1 mm grid here, which moves the ring by half a step along its length.
            var perimeter = claim.Shape.Polygons.Sum(p => p.Sum(r => Planimeter.LengthMetres(r)));
            Assert.InRange(ours, theirs - perimeter * 1e-4, theirs + perimeter * 1e-4);
        }

        Assert.Empty(areas);
        output.WriteLine($"{claims.Count} polygons, {rings.Count} rings");
    }

    private static GridPoint[] Field(double lat, double width, double height) =>
    [
        GridPoint.FromDegrees(17, lat), GridPoint.FromDegrees(17 + width, lat),
        GridPoint.FromDegrees(17 + width, lat + height), GridPoint.FromDegrees(17, lat + height),
    ];
}
