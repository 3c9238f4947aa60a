using System.IO.Compression;
using System.Text;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.Tests.Hostile;

/// <summary>Files made to break an importer: each gets one clear sentence, soon.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Deflated = Bomb();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty.geojson", [], "empty.geojson: The file is empty. [file-empty]" },
        { "blank.geojson", "  \n "u8.ToArray(), "blank.geojson: The file is empty. [file-empty]" },
        { "table.geojson", "a,b\n1,2\n"u8.ToArray(),
            "table.geojson: This is not valid GeoJSON: an object is expected, but 'a,b 1,2 ' stands there [file-broken]" },
        { "list.geojson", "[1,2]"u8.ToArray(), "list.geojson: This is not valid GeoJSON: an object is expected, but '[1,2]' stands there [file-broken]" },
        { "notes.gpkg", "not a database, just text"u8.ToArray(), "notes.gpkg: This is not valid GeoPackage: it is not an SQLite database [file-broken]" },
        { "half.gpkg", [.. "SQLite format 3\0"u8, .. new byte[2000]], "half.gpkg: This is not valid GeoPackage: it is not an SQLite database [file-broken]" },
        { "map.gpkg", "{\"type\":\"FeatureCollection\",\"features\":[]}"u8.ToArray(),
            "map.gpkg: The name ends in .gpkg, but the content is JSON. Rename the file or export it again. [format-mismatch]" },
        { "page.kml", "<html><body/></html>"u8.ToArray(),
            "page.kml: The name ends in .kml, but the content is XML or HTML, but not KML. Rename the file or export it again. [format-mismatch]" },
        { "picture.bin", [1, 2, 3, 0, 5, 6, 7, 8],
            "picture.bin: No reader takes this file: it is binary of a kind that is not known. Furrow reads GeoJSON, Esri JSON, GeoPackage, Shapefile (also "
            + "zipped), KML, KMZ, GPX, CSV and XLSX. [format-unknown]" },
        { "text.doc", "hello"u8.ToArray(),
            "text.doc: No reader takes this file: neither its content nor its extension '.doc' says what it is. Furrow reads GeoJSON, Esri JSON, GeoPackage, "
            + "Shapefile (also zipped), KML, KMZ, GPX, CSV and XLSX. [format-unknown]" },
        { "out.kml", "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;</name></Placemark></kml>"u8.ToArray(),
            "out.kml, row 1: This is not valid KML: it has a document type (DTD); entities are not read [file-broken]" },
        { "laughs.kml", "<!DOCTYPE kml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><kml><Placemark><name>&b;</name></Placemark></kml>"u8.ToArray(),
            "laughs.kml, row 1: This is not valid KML: it has a document type (DTD); entities are not read [file-broken]" },
        { "bomb.kmz", Samples.Zip(("doc.kml", Deflated)),
            "bomb.kmz: The file is refused because it goes beyond a limit that keeps the server safe: more than 100 bytes unpacked from each packed one. "
            + "[file-beyond-limit]" },
        { "bomb.zip", Samples.Zip(("land.shp", Deflated), ("land.prj", "x"u8.ToArray())), "crs-unknown" },
        { "bomb.xlsx", Samples.Zip(("xl/workbook.xml", Deflated)),
            "bomb.xlsx: The file is refused because it goes beyond a limit that keeps the server safe: more than 250 bytes unpacked from each packed "
            + "one. [file-beyond-limit]" },
        { "inner.zip", Samples.Zip(("land.geojson", Deflated)),
            "inner.zip: The file is refused because it goes beyond a limit that keeps the server safe: more than 100 bytes unpacked from each packed "
            + "one. [file-beyond-limit]" },
        { "void.zip", Samples.Zip(("readme.md", [65])),
            "void.zip: No reader takes this file: the archive holds no file that is read here. Furrow reads GeoJSON, Esri JSON, GeoPackage, Shapefile (also "
            + "zipped), KML, KMZ, GPX, CSV and XLSX. [format-unknown]" },
        { "deep.kml", Encoding.ASCII.GetBytes("<kml>" + string.Concat(Enumerable.Repeat("<Folder>", 5000))),
            "deep.kml, row 1: The file is refused because it goes beyond a limit that keeps the server safe: elements nested more than 256 deep. "
            + "[file-beyond-limit]" },
        { "zeros.csv", [.. "a,b\n"u8, 0, 1, 2, .. "\n"u8], "zeros.csv: This is not valid CSV: it holds zero bytes, as no text does [file-broken]" },
        { "rest.shp", Samples.All.First(s => s.Name == "sample.shp").Bytes,
            "rest.shp: The shapefile has no .prj. Say which coordinate system the numbers are in. [crs-missing]" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_cannot_be_right_is_refused_in_one_sentence(string name, byte[] bytes, string problem)
    {
        var read = Reading.Of(name, bytes);
        Assert.Empty(read.Rows);
        Assert.Contains(problem, Assert.Single(read.Problems).ToString());
    }

    [Fact]
    public void A_shapefile_without_dbf_is_read_without_fields_and_says_so()
    {
        var read = Reading.Of("land.shp", Samples.All.First(s => s.Name == "sample.shp").Bytes, new ReadOptions { Crs = "EPSG:4326" });
        Assert.Equal(3, read.Rows.Count);
        Assert.Equal("land.shp: This is not valid Shapefile: there is no .dbf, so the shapes come without fields [file-broken]",
            Assert.Single(read.Warnings).ToString());
    }

    [Theory]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":", "[")]
    [InlineData("", "[")]
    [InlineData("", "{\"a\":")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[", "[],")]
    [InlineData("{\"type\":\"FeatureCollection\",\"x\":[", "[],")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Polygon\","
        + "\"coordinates\":[[", "[1,2],")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"", "x")]
    public void Two_gigabytes_of_brackets_are_refused_early_and_in_little_memory(string start, string repeated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var file = new SourceFile("huge.geojson", () => new EndlessStream(start, repeated, 2L << 30));
        var read = Reading.Of(file, new ReadOptions { Limits = ReadLimits.Default with { RowBytes = 16 << 20 } });
        Assert.NotEmpty(read.Problems);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L << 20);
    }

    [Fact]
    public void A_polygon_of_half_a_million_vertices_is_read()
    {
        var ring = string.Join(',', Enumerable.Range(0, 500_000)
            .Select(i => FormattableString.Invariant($"[{45 + Math.Cos(i * 1.2566e-5):0.0000000},{40 + Math.Sin(i * 1.2566e-5):0.0000000}]")));
        var read = Reading.Of("big.geojson", $"{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}}");
        Assert.Equal(500_000, GridConversion.ToGrid(read.Rows.Single()).Get().Polygons[0][0].Length);
    }

    private static byte[] Bomb()
    {
        var text = new byte[30 << 20];
        "<kml>"u8.CopyTo(text);
        Array.Fill(text, (byte)' ', 5, text.Length - 5);
        return text;
    }

    /// <summary>A start, then the same text again and again. Can seek back to its start, as files can.</summary>
    private sealed class EndlessStream(string start, string repeated, long length) : Stream
    {
        private readonly byte[] _start = Encoding.ASCII.GetBytes(start);
        private readonly byte[] _repeated = Encoding.ASCII.GetBytes(repeated);
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => _at = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var most = (int)Math.Min(count, length - _at);
            for (var i = 0; i < most; i++, _at++)
            {
                buffer[offset + i] = _at < _start.Length ? _start[_at] : _repeated[(_at - _start.Length) % _repeated.Length];
            }

            return most;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            _at = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _at + offset, _ => length + offset };

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>The reader of the framework stumbles there, and does not say that the XML is at fault.</summary>
    [Fact]
    public void Bytes_of_no_encoding_in_the_declaration_of_a_document_are_a_fault_of_the_file()
    {
        byte[] wrong = [0xFF, 0xFF, 0xFF, 0xFF];
        byte[] kml = [.. "<?xml version=\"1.0"u8, .. wrong, .. "codin"u8, .. wrong, .. "tf-8\"?><kml "u8];
        foreach (var bytes in (byte[][])[kml, [0xEF, 0xBB, 0xBF, .. kml], [.. kml, .. "><Document/></kml>"u8]])
        {
            foreach (var name in (string[])["a.kml", "a.gpx"])
            {
                Assert.NotEmpty(Reading.Of(name, bytes).Problems);
            }
        }
    }
}
