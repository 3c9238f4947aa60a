using Furrow.Core.Land;
using Furrow.Exchange.Exports;
using Furrow.Exchange.GeoPackage;

namespace Furrow.Exchange.Tests.Drawn;

/// <summary>What a row draws beside its polygons encloses no land: it is left, and the row says so, in every format that can hold both in one row.</summary>
public sealed class BesidePolygonsTests
{
    private const string Said = "Only the polygons were taken; the row also draws points (1) and lines (1).";

    private const string Polygon = """{"type":"Polygon","coordinates":[[[18,44],[18.1,44],[18.1,44.1],[18,44]]]}""";
    private const string Point = """{"type":"Point","coordinates":[18,44]}""";
    private const string Line = """{"type":"LineString","coordinates":[[18,44],[18.1,44]]}""";

    private static string Collection(params string[] shapes) => $$"""{"type":"GeometryCollection","geometries":[{{string.Join(',', shapes)}}]}""";

    [Theory]
    [InlineData(Said, Polygon, Line, Point)]
    [InlineData(Said, Point, Line, Polygon)]
    [InlineData("Only the polygons were taken; the row also draws points (2) and lines (0).", Polygon,
        """{"type":"MultiPoint","coordinates":[[18,44],[19,44]]}""")]
    [InlineData("Only the polygons were taken; the row also draws points (0) and lines (2).", Polygon,
        """{"type":"MultiLineString","coordinates":[[[18,44],[19,44]],[[18,45],[19,45]]]}""")]
    [InlineData(null, Polygon, Polygon)]
    [InlineData(null, Polygon, """{"type":"MultiPoint","coordinates":[]}""")]
    public void In_a_collection_of_geojson(string? said, params string[] shapes)
    {
        foreach (var geometry in new[] { Collection(shapes), Collection([Collection(shapes)]) })
        {
            foreach (var text in new[] { $$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}""", geometry })
            {
                var row = Reading.Of("a.geojson", text).Rows[0];
                Assert.Null(row.Problem);
                Assert.Equal(DrawnKind.Polygons, row.Geometry.Kind);
                Assert.Equal(said is null ? [] : [said], row.Notes.Select(n => n.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("geometry-without-area", Line)]
    [InlineData("geometry-without-area", Point, Line)]
    [InlineData("geometry-without-area", Point, Point)]
    [InlineData("coordinate-not-a-number", Polygon, """{"type":"LineString","coordinates":[["a",44],[18.1,44]]}""")]
    [InlineData("geometry-broken", Polygon, """{"type":"LineString","coordinates":[18,44]}""")]
    public void What_encloses_nothing_alone_or_cannot_be_read_refuses_its_row(string code, params string[] shapes) =>
        Assert.Equal(code, Reading.Of("a.geojson", Collection(shapes)).Rows[0].Problem?.Code);

    /// <summary>A row says nothing of what another row draws.</summary>
    [Fact]
    public void Each_row_for_itself()
    {
        var features = new[] { Collection(Polygon, Line), Polygon, "null", Point }.Select(g => $$"""{"type":"Feature","properties":{},"geometry":{{g}}}""");
        Assert.Equal([1, 0, 0, 0], Reading.Of("a.geojson", string.Join('\n', features)).Rows.Select(r => r.Notes.Count));
    }

    [Fact]
    public void In_kml_and_well_known_text()
    {
        const string Kml = "<kml><Placemark><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>18,44 18.1,44 18.1,44.1 18,44</coordinates>"
            + "</LinearRing></outerBoundaryIs></Polygon><Point><coordinates>18,44</coordinates></Point><LineString><coordinates>18,44 18.1,44</coordinates>"
            + "</LineString></MultiGeometry></Placemark></kml>";
        const string Wkt = "wkt\n\"GEOMETRYCOLLECTION(POLYGON((18 44,18.1 44,18.1 44.1,18 44)),LINESTRING(18 44,18.1 44),POINT(18 44))\"\n";
        const string Lines = "wkt\n\"GEOMETRYCOLLECTION(POLYGON((18 44,18.1 44,18.1 44.1,18 44)),MULTILINESTRING((18 44,18.1 44),(18 45,18 46)))\"\n";
        Assert.Equal([Said], Reading.Of("a.kml", Kml).Rows[0].Notes.Select(n => n.ToString()));
        Assert.Equal([Said], Reading.Of("a.csv", Wkt).Rows[0].Notes.Select(n => n.ToString()));
        Assert.Equal(["Only the polygons were taken; the row also draws points (0) and lines (2)."], Reading.Of("a.csv", Lines).Rows[0].Notes.Select(n => n.ToString()));
        Assert.Empty(Reading.Of("a.csv", "wkt\n\"POLYGON((18 44,18.1 44,18.1 44.1,18 44))\"\n").Rows[0].Notes);
    }

    [Fact]
    public void In_a_geopackage()
    {
        byte[] polygon = [.. Head(3), .. Number(1), .. Number(4), .. Positions(18, 44, 18.1, 44, 18.1, 44.1, 18, 44)];
        byte[] beside = [.. Head(1), .. Positions(18, 44), .. Head(2), .. Number(2), .. Positions(18, 44, 18.1, 44)];
        var row = Assert.Single(Reading.Of("a.gpkg", WithGeometry([.. Head(7), .. Number(3), .. polygon, .. beside])).Rows);
        Assert.Null(row.Problem);
        Assert.Equal([Said], row.Notes.Select(n => n.ToString()));
        Assert.Empty(Assert.Single(Reading.Of("a.gpkg", WithGeometry(polygon)).Rows).Notes);
    }

    private static byte[] Head(int type) => [1, .. Number(type)];

    private static byte[] Number(int number) => BitConverter.GetBytes(number);

    private static IEnumerable<byte> Positions(params double[] positions) => positions.SelectMany(BitConverter.GetBytes);

    /// <summary>A file of one row, with that geometry in place of its own.</summary>
    private static byte[] WithGeometry(byte[] wkb)
    {
        var path = Path.Combine(Path.GetTempPath(), $"furrow-beside-{Guid.NewGuid():N}.gpkg");
        try
        {
            using (var to = File.Create(path))
            {
                new GeoPackageWriter().Write(new ExportTable("a", false, ExportGeometry.Polygons, [new("n", ExportType.Whole)],
                    [new ExportRow([1], null, GridPoint.FromDegrees(18, 44))]), to);
            }

            using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "UPDATE a SET geom = $geometry";
                command.Parameters.AddWithValue("$geometry", (byte[])[(byte)'G', (byte)'P', 0, 1, 0, 0, 0, 0, .. wkb]);
                Assert.Equal(1, command.ExecuteNonQuery());
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
