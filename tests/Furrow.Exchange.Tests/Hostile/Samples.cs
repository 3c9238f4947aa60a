using System.IO.Compression;
using System.Text;
using Furrow.Core.Land;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Tests.Exports;
using Furrow.Exchange.Tests.Shapefile;

namespace Furrow.Exchange.Tests.Hostile;

/// <summary>Small sound files of every format, made here.</summary>
internal static class Samples
{
    public static readonly IReadOnlyList<(string Name, byte[] Bytes)> All = [.. Make()];

    public static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Member(byte[] archive, string extension)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var entry = zip.Entries.Single(e => e.Name.EndsWith(extension, StringComparison.Ordinal)).Open();
        using var copy = new MemoryStream();
        entry.CopyTo(copy);
        return copy.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Make()
    {
        GridPoint P(double lon, double lat) => GridPoint.FromDegrees(lon, lat);
        var shape = new Shape([[[P(45, 40), P(45.1, 40), P(45.1, 40.1), P(45, 40.1)], [P(45.02, 40.02), P(45.02, 40.05), P(45.05, 40.02)]],
            [[P(46, 40), P(46.1, 40), P(46, 40.1)]]]);
        var rows = new[]
        {
            new ExportRow(["A-1", 12.5, 3, new DateOnly(2020, 2, 29), true], shape),
            new ExportRow(["Şuşa, Поле", 1e9, -4, new DateOnly(1999, 12, 31), false], shape),
            new ExportRow(["none", null, null, null, null]),
        };
        foreach (var writer in Writers.All)
        {
            yield return ("sample" + writer.Extension, RoundTripTests.Written(writer.Format, rows));
        }

        var shp = Member(RoundTripTests.Written("Shapefile", rows), ".shp");
        yield return ("sample.shp", shp);
        yield return ("memo.zip", LongTextTests.Zipped("dbt", "IV"));
        yield return ("memo.fpt.zip", LongTextTests.Zipped("fpt", "fox binary"));
        yield return ("sample.kmz", Zip(("doc.kml", RoundTripTests.Written("KML", rows))));
        yield return ("lines.geojsonl",
            Encoding.UTF8.GetBytes("{\"type\":\"Feature\",\"properties\":{\"a\":[1,{\"b\":\"\\u00e9\"}]},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1.5,2e1,3]}}\n{\"type\":\"Point\",\"coordinates\":[1,2]}\n"));
        yield return ("points.csv",
            Encoding.UTF8.GetBytes("area_id;point;easting;northing;zone\nA;1;500000,5;4649776;38N\nA;2;500100;4649776;38N\nA;3;500100;4649876;38N\nB;1;500000;4649776;38N\nB;2;500100;4649776;38N\nB;3;500100;4649876;38N\n"));
        yield return ("degrees.csv", Encoding.UTF8.GetBytes("code\tlat\tlon\nA\t40°12'30.5\"N\t46 30.25 E\nB\t40,5\t46,25\n"));
        yield return ("notations.csv", Encoding.UTF8.GetBytes("code,geom\nA,44.1 17.5 0 0;44.1 17.6 0 0;44.2 17.6 0 0;44.1 17.5 0 0\n"
            + "B,0101000000000000000080314000000000000D4640\nC,\"{\"\"type\"\":\"\"Point\"\",\"\"coordinates\"\":[17.5,44.1]}\"\n"
            + "D,<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(44.1 17.5)\nE,01000000000000000080314000000000000D4640\n"));
        yield return ("esri.json", Encoding.UTF8.GetBytes("""
            {"spatialReference":{"wkid":4326},"fields":[{"name":"d","type":"esriFieldTypeDate"}],"features":[{"attributes":{"code":"E1","d":1430438400000},
            "geometry":{"rings":[[[17.5,44.1],[17.5,44.2],[17.6,44.2],[17.5,44.1]]]}},{"attributes":{"code":"E2","d":null},"geometry":{"x":1,"y":2}}]}
            """));
        yield return ("sample.gpx", Encoding.UTF8.GetBytes(Formats.GpxTests.Gpx("<wpt lat=\"44.1\" lon=\"17.5\"><ele>2</ele><time>2015-05-01T10:00:00Z</time>"
            + "<name>A</name><extensions><a xmlns=\"b\">c</a></extensions></wpt><wpt lat=\"1\" lon=\"2\"/>")));
        yield return ("strict.xlsx", CaseFile.Bytes("files/35-xlsx-strict/strict.xlsx"));
        yield return ("edited.zip", Zip([.. new[] { ".shp", ".shx", ".dbf", ".prj", ".cpg" }
            .Select(e => ("a" + e, CaseFile.Bytes("files/11-shp-stale-record/a" + e)))]));
        yield return ("linked.kmz", CaseFile.Bytes("files/20-kmz-networklinks/b.kmz"));
        yield return ("mgrs.csv", Encoding.UTF8.GetBytes("code,mgrs\nA,38TMM 12345 67890\nB,38TMM1234567890\n"));
    }
}
