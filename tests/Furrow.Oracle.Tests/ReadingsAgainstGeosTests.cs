using System.Globalization;
using Furrow.Core.Land;
using Furrow.Core.Tests.Land;
using Furrow.Laws;
using Furrow.Oracle.Tests.Countries;
using Furrow.Postgres;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>GEOS nodes drawings and finds their faces; every reading that decision 4 admits is built of them one by one. What a release keeps has the area
/// of what lies inside all readings, what a hazard keeps the area of what lies inside any, and neither reaches beyond.</summary>
public sealed class ReadingsAgainstGeosTests(Judges judges, ITestOutputHelper output)
{
    private readonly PostgresServer _server = judges.Of(TrialCountries.Generated).Server;

    private const int Drawings = 300;

    /// <summary>A grid step of 1e-9 degree: lines may be moved by a few when they are noded.</summary>
    private const double MovedDegrees = 6e-9;

    /// <summary>The faces of each drawing, and the rings that enclose each at all; for each pair of rings whether one lies in the other.</summary>
    private const string Sql = """
        CREATE TEMP TABLE ring AS SELECT drawing, number, ST_GeomFromText(wkt) AS line, ST_UnaryUnion(ST_GeomFromText(wkt)) AS noded FROM drawn;
        CREATE TEMP TABLE enclosed AS SELECT drawing, number, ST_UnaryUnion(ST_Polygonize(noded)) AS land FROM ring GROUP BY drawing, number;
        CREATE TABLE face AS
          SELECT row_number() OVER () AS id, drawing, geom FROM (
            SELECT drawing, (ST_Dump(ST_Polygonize(noded))).geom AS geom
            FROM (SELECT drawing, ST_UnaryUnion(ST_Collect(line)) AS noded FROM ring GROUP BY drawing) AS all_lines GROUP BY drawing) AS faces;
        CREATE TABLE lies_in AS
          SELECT a.drawing, a.number AS inner_ring, b.number AS outer_ring
          FROM enclosed a JOIN enclosed b ON a.drawing = b.drawing AND a.number <> b.number
          WHERE NOT ST_IsEmpty(a.land) AND ST_Area(ST_Difference(a.land, b.land)) < 1e-10 AND ST_Area(ST_Difference(b.land, a.land)) >= 1e-10;
        CREATE TABLE face_ring AS
          SELECT f.id, e.number FROM (SELECT id, drawing, ST_PointOnSurface(geom) AS at FROM face) f
          JOIN enclosed e ON e.drawing = f.drawing AND NOT ST_IsEmpty(e.land) AND ST_Intersects(e.land, f.at);
        CREATE INDEX ON face_ring (id);
        ANALYZE face_ring;
        """;

    [Fact]
    public void What_a_repair_keeps_is_what_lies_inside_all_readings_or_any_as_GEOS_builds_them()
    {
        var drawings = Enumerable.Range(0, 4 * Drawings).Select(i => Seeds.Sample(RandomDrawings.Drawing, Seeds.Of("0000KoOw1fko", i)))
            .Where(IsClear).Take(Drawings).ToList();
        Assert.Equal(Drawings, drawings.Count);
        Load(drawings);
        var faces = _server.Source.Rows("""
            SELECT drawing, id, ST_Area(geom), ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom)), ST_Perimeter(geom),
              COALESCE((SELECT array_agg(number) FROM face_ring r WHERE r.id = face.id), '{}') FROM face
            """, r => (Drawing: r.GetInt32(0), Area: r.GetDouble(2), At: new GridPoint((long)(r.GetDouble(3) * 1e9), (long)(r.GetDouble(4) * 1e9)),
                Perimeter: r.GetDouble(5), Enclosing: r.GetFieldValue<int[]>(6).ToHashSet())).ToLookup(f => f.Drawing);
        var liesIn = _server.Source.Rows("SELECT drawing, inner_ring, outer_ring FROM lies_in",
            r => (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2))).ToHashSet();
        var wrong = new List<string>();
        var readings = 0;
        for (var i = 0; i < drawings.Count; i++)
        {
            var number = i;
            var lands = new ReadingList(drawings[i], (inner, outer) => liesIn.Contains((number, inner, outer)),
                [.. faces[i].Select(f => (f.At, f.Enclosing))]).Inside().ToList();
            readings += lands.Count;
            double[] areas = [.. faces[i].Select(f => f.Area)];
            var room = MovedDegrees * faces[i].Sum(f => f.Perimeter) + 1e-15;
            var all = areas.Where((_, f) => lands.TrueForAll(l => l[f])).Sum();
            var any = areas.Where((_, f) => lands.Exists(l => l[f])).Sum();
            var (release, hazard) = (Planar(drawings[i], true), Planar(drawings[i], false));
            if (Math.Abs(release - all) > room || Math.Abs(hazard - any) > room)
            {
                wrong.Add($"{i}: release {release:R} instead of {all:R}, hazard {hazard:R} instead of {any:R}: {drawings[i]}");
            }
        }

        output.WriteLine($"{drawings.Count} drawings, {faces.Sum(f => f.Count())} faces, {readings} readings");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {drawings.Count} differ\n" + string.Join("\n", wrong.Take(5)));
    }

    private void Load(List<RandomDrawing> drawings)
    {
        _server.Source.Execute("CREATE TABLE drawn (drawing int, number int, wkt text)");
        var rows = drawings.SelectMany((d, i) => d.Rings.Select((r, n) => $"({i}, {n}, '{Wkt(r)}')"));
        _server.Source.Execute("INSERT INTO drawn VALUES " + string.Join(",", rows) + ";" + Sql);
    }

    /// <summary>No point lies beside a line by less than noding may move it: there the ledger, whose lines meet, and GEOS, whose lines do not, rightly
    /// differ.</summary>
    private static bool IsClear(RandomDrawing drawing)
    {
        var edges = drawing.Rings.SelectMany(r => r.Select((p, i) => (GridPoint[])[p, r[(i + 1) % r.Length]])).ToList();
        return drawing.Rings.SelectMany(r => r).Distinct().All(p => edges.TrueForAll(e => PointReadings.StepsAway(e, p) is < 0.01 or > 40));
    }

    private static string Wkt(GridPoint[] ring) => "LINESTRING(" + string.Join(",", ring.Append(ring[0]).Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{p.LonDegrees:R} {p.LatDegrees:R}"))) + ")";

    /// <summary>Square degrees of a repaired shape, whose rings do not cross.</summary>
    private static double Planar(RandomDrawing drawing, bool isRelease)
    {
        var shape = ShapeRepair.Mend(drawing.Polygons, isRelease, drawing.Roles).Shape;
        return shape is null ? 0 : shape.Polygons.Sum(p => p.Sum(r => (double)Rings.TwiceArea(r))) / 2 / 1e18;
    }
}
