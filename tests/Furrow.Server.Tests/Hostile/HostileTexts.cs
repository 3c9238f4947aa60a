using static Furrow.Server.Tests.Hostile.HostileFile;

namespace Furrow.Server.Tests.Hostile;

/// <summary>JSON, KML and tables that are deep, wide or repeat themselves.</summary>
internal static class HostileTexts
{
    private const string Limit = "file-beyond-limit";

    public static IEnumerable<HostileFile> Make() => Json().Concat(Kml()).Concat(Csv());

    private static IEnumerable<HostileFile> Json()
    {
        static string Features(string inner) => $"{{\"type\":\"FeatureCollection\",\"features\":[{inner}]}}";
        yield return new("lists 100,000 deep", "a.geojson", Text(Features(Many("[", 100_000))), Limit);
        yield return new("a coordinate of 200,000 digits", "a.geojson",
            Text(Features($"{{\"type\":\"Feature\",\"properties\":{{}},\"geometry\":{{\"type\":\"Point\",\"coordinates\":[{Many("9", 200_000)},1]}}}}")), null);
        yield return new("60,000 fields, each of another name", "a.geojson", Text(Features(string.Join(',', Enumerable.Range(0, 1_200).Select(i =>
            $"{{\"type\":\"Feature\",\"geometry\":null,\"properties\":{{{string.Join(',', Enumerable.Range(0, 50).Select(j => $"\"f{i * 50 + j}\":1"))}}}}}")))), Limit);
        yield return new("20,000 fields in one row", "a.geojson", Text(Features(
            $"{{\"type\":\"Feature\",\"geometry\":null,\"properties\":{{{string.Join(',', Enumerable.Range(0, 20_000).Select(j => $"\"f{j}\":1"))}}}}}")), Limit);
        yield return new("a text that is never closed", "a.geojson", Text(Features("{\"type\":\"" + Many("x", 5_000_000))[..^2]), "file-ends-early");
        yield return new("collections 50 deep", "a.geojson", Text(Features("{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
            + Many("{\"type\":\"GeometryCollection\",\"geometries\":[", 25) + Many("]}", 25) + "}")), null);
    }

    private static IEnumerable<HostileFile> Kml()
    {
        yield return new("entities in KML", "a.kml",
        Text("<!DOCTYPE kml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><kml><Placemark><name>&b;</name></Placemark></kml>"),
            "file-broken");
        yield return new("folders 50,000 deep", "a.kml", Text("<kml>" + Many("<Folder>", 50_000)), Limit);
        yield return new("a long folder around 5,000 places", "a.kml",
            Text($"<kml><Folder><name>{Many("long name ", 20_000)}</name>{Many("<Placemark/>", 5_000)}</Folder></kml>"), Limit);
        yield return new("coordinates of two million letters", "a.kml",
            Text($"<kml><Placemark><Point><coordinates>{Many("x", 2_000_000)}</coordinates></Point></Placemark></kml>"), null);
        yield return new("an included file", "a.kml",
            Text("<kml xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///dev/zero\"/><NetworkLink/></kml>"), "file-without-rows");
    }

    private static IEnumerable<HostileFile> Csv()
    {
        yield return new("9,000 columns of one name", "a.csv", Text(Many("a,", 8_999) + "a\n" + Many(",", 8_999) + "1\n"), null);
        yield return new("9,000 columns of other names", "a.csv", Text(string.Join(',', Enumerable.Range(0, 9_000)) + "\n" + Many("1,", 8_999) + "1\n"), null);
        yield return new("12,000 columns", "a.csv", Text(Many("a,", 11_999) + "a\n1\n"), Limit);
        yield return new("a quotation mark that is never closed", "a.csv", Text("code,lat,lon\n\"" + Many("x,1,2\n", 300_000)), null);
        yield return new("brackets 100,000 deep in WKT", "a.csv", Text("code,wkt\nA," + Many("GEOMETRYCOLLECTION(", 20_000) + "\n"), null);
        yield return new("a list of points without end in WKT", "a.csv", Text("code,wkt\nA,\"POLYGON((" + Many("1 1,", 300_000) + "\"\n"), null);
        yield return new("zeros for a table", "a.csv", [.. "a,b\n"u8, .. new byte[100_000]], "file-broken");
    }
}
