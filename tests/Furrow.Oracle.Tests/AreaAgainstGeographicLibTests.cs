using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Countries;
using Furrow.Postgres;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>DESIGN 3.2. We measure under the straight longitude/latitude line, GeographicLib (also inside PostGIS geography) under
/// geodesics or rhumb lines. The
/// area between the two is about L³·tan φ/12R for an edge of L metres, so over a ring it fades with the square of the number of pieces its
/// edges are cut into.</summary>
public sealed class AreaAgainstGeographicLibTests(Judges judges, ITestOutputHelper output)
{
    private const double EarthRadiusMetres = 6_371_000;
    private const double StepDegrees = 0.0001;
    private const double StepMetres = 11.2;

    /// <summary>The geodesic area of an edge is a difference of azimuths times R² (4e13 m²), so a double holds it to some 4e13·2⁻⁵³ m²; over n edges that
    /// adds up like √n. (Rhumb areas have no such noise.)</summary>
    private const double GeodesicNoiseSquareMetres = 4.5e-3;

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Every_single_polygon_agrees_with_PostGIS_geography_on_densified_rings(string country)
    {
        var judge = judges.Of(country);
        var theirs = judge.Server.Source.Rows($"""
            SELECT id, ST_Area(dense::geography), ST_Perimeter(geom::geography), ST_NPoints(dense)
            FROM (SELECT id, geom, ST_Segmentize(geom, {Judge.StepDegrees}) AS dense FROM land) AS densified
            """, r => (Id: r.GetInt32(0), Area: r.GetDouble(1), Perimeter: r.GetDouble(2), Points: r.GetInt32(3)));
        double worst = 0, sum = 0;
        foreach (var their in theirs)
        {
            var ours = Ours(judge.Land.Claims[their.Id].Shape);
            var bound = Bound(judge.Land.Claims[their.Id].Shape, their.Perimeter) + 3 * GeodesicNoiseSquareMetres * Math.Sqrt(their.Points);
            worst = Math.Max(worst, Math.Abs(ours - their.Area) / bound);
            sum += ours - their.Area;
            Assert.True(Math.Abs(ours - their.Area) <= bound, $"claim {their.Id}: ours {ours:F6} m², PostGIS {their.Area:F6} m², allowed {bound:E1}");
        }

        Assert.Equal(judge.Land.Claims.Count, theirs.Count);
        output.WriteLine($"{theirs.Count} polygons; worst use of the bound {worst:P0}; sum of all differences {sum:F4} m²");
    }

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Planimeter_agrees_on_densified_rings_of_every_tenth_polygon_to_the_rounding_of_both(string country)
    {
        var judge = judges.Of(country);
        var claims = judge.Land.Claims.Where((_, i) => i % 10 == 0).ToList();
        var rings = claims.SelectMany(c => c.Shape.Polygons.SelectMany(p => p)).Select(r => Planimeter.Densify(r, StepDegrees)).ToList();
        var areas = new Queue<double>(Planimeter.AreasSquareMetres(rings, rhumb: true));
        var worst = 0.0;
        foreach (var claim in claims)
        {
            var theirs = claim.Shape.Polygons.Sum(p => p.Sum(_ => areas.Dequeue())); // holes run clockwise: negative
            var ours = Ours(claim.Shape);
            var perimeter = claim.Shape.Polygons.Sum(p => p.Sum(r => Planimeter.LengthMetres(r)));
            var bound = Bound(claim.Shape, perimeter) + 1e-5 * claim.Shape.Polygons.Sum(p => p.Length); // Planimeter prints 1e-5 m² for each ring
            worst = Math.Max(worst, Math.Abs(ours - theirs) / bound);
            Assert.True(Math.Abs(ours - theirs) <= bound, $"claim {claim.Id}: ours {ours:F6} m², Planimeter {theirs:F6} m², allowed {bound:E1}");
        }

        Assert.Empty(areas);
        output.WriteLine($"{claims.Count} polygons, {rings.Count} rings, {rings.Sum(r => r.Length)} edges; worst use of the bound {worst:P0}");
    }

    [Theory]
    [InlineData(100, 2e-7)]
    [InlineData(1_000, 2e-6)]
    public void Fields_of_a_size_agree_with_geodesics_as_drawn_to_the_bound_of_the_design(double sideMetres, double relative)
    {
        var fields = (from lat in Enumerable.Range(-6, 13) from turn in new[] { 0, 20, 45, 70 } select Field(lat * 10, sideMetres, turn)).ToList();
        var geodesic = Planimeter.AreasSquareMetres([.. fields.Select(f => Planimeter.Densify(f, 1))], rhumb: false);
        var worst = 0.0;
        for (var i = 0; i < fields.Count; i++)
        {
            var ours = Ours(new Shape([[fields[i]]]));
            worst = Math.Max(worst, Math.Abs(ours - geodesic[i]) / geodesic[i]);
            Assert.InRange(ours, geodesic[i] * (1 - relative), geodesic[i] * (1 + relative));
        }

        output.WriteLine($"{fields.Count} fields of {sideMetres} m: worst relative difference {worst:E1}, bound {relative:E0}");
    }

    private static double Ours(Shape shape) => (double)AreaText.SquareMetres(LandQuestions.AreaMicro(shape));

    /// <summary>What may differ: land between chord and geodesic or rhumb line over pieces of a step (tan φ ≤ 1.02 in this country); a millionth of a m² an
    /// edge; and where an edge is cut at a cell line, the cut point lies on our grid, half a step of 0.1 mm aside at most.</summary>
    private static double Bound(Shape shape, double perimeterMetres)
    {
        var box = shape.Bounds;
        var isInOneCell = CellId.Of(new GridPoint(box.MinLon, box.MinLat)) == CellId.Of(new GridPoint(box.MaxLon, box.MaxLat));
        return perimeterMetres * StepMetres * StepMetres * 1.02 / (12 * EarthRadiusMetres) + 1e-6 * shape.PointCount
            + (isInOneCell ? 0 : perimeterMetres * 0.5e-4);
    }

    /// <summary>A square field, turned, anticlockwise, around the middle of a cell.</summary>
    private static GridPoint[] Field(double lat, double sideMetres, double turnDegrees)
    {
        var half = sideMetres / Math.Sqrt(2) / 111_200;
        return [.. Enumerable.Range(0, 4).Select(corner =>
        {
            var angle = (turnDegrees + corner * 90) * Math.PI / 180;
            return GridPoint.FromDegrees(17.005 + half * Math.Cos(angle) / Math.Cos(lat * Math.PI / 180), lat + 0.005 + half * Math.Sin(angle));
        })];
    }
}
