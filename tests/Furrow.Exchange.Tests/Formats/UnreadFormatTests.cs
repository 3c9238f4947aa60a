using System.Text;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Formats;

/// <summary>What is not read is refused by its name, with what converts it.</summary>
public sealed class UnreadFormatTests
{
    [Theory]
    [InlineData("a.fgb", "fgb\u0003fgb\u0000", "FlatGeobuf", "ogr2ogr -f GPKG converted.gpkg \"a.fgb\"")]
    [InlineData("a.bin", "fgb\u0003fgb\u0000", "FlatGeobuf", "ogr2ogr")]
    [InlineData("a.parquet", "PAR1\u0015", "Parquet", "ogr2ogr")]
    [InlineData("a.gml", "<?xml version=\"1.0\"?><gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml/3.2\"/>", "GML", "ogr2ogr")]
    [InlineData("a.xml", "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\"/>", "GML", "ogr2ogr")]
    [InlineData("a.dxf", "  0\r\nSECTION\r\n  2\r\nHEADER", "DXF", "ogr2ogr")]
    [InlineData("a.txt", "  0\nSECTION\n  2\nHEADER", "DXF", "ogr2ogr")]
    [InlineData("a.dwg", "AC1027\0\0\0", "DWG", "DXF")]
    [InlineData("a.tab", "!table\n!version 300\n", "MapInfo TAB", "ogr2ogr")]
    [InlineData("a.mif", "Version 300\nCharset \"Neutral\"", "MapInfo MIF", "ogr2ogr")]
    [InlineData("a.e00", "EXP  0 AREAS", "ArcInfo E00", "ogr2ogr")]
    [InlineData("a.pdf", "%PDF-1.7", "PDF", "workbook")]
    [InlineData("a.mdb", "\u0000\u0001\u0000\u0000Standard Jet DB", "Microsoft Access", "export")]
    [InlineData("a.jpg", "\u00FF\u00D8\u00FF\u00E0", "JPEG", "QGIS")]
    [InlineData("a.csv", "%PDF-1.7", "PDF", "workbook")]
    [InlineData("a.xls", "<html><table><tr><td>code", "HTML", ".xlsx")]
    [InlineData("a.xls", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", "XML spreadsheet (2003)", ".xlsx")]
    [InlineData("a.osm", "<osm version=\"0.6\"/>", "OpenStreetMap XML", "ogr2ogr")]
    [InlineData("a.dbf", "\u0003", "A .dbf alone", ".shp")]
    [InlineData("a.7z", "7z\u00BC\u00AF\u0027", "7-Zip archive", "unpack")]
    [InlineData("a.gz", "\u001F\u008B\u0008", "gzip archive", "unpack")]
    [InlineData("a.json", """{"type":"Topology","arcs":[[[0,0],[1,1]]],"objects":{}}""", "TopoJSON", "ogr2ogr")]
    public void Each_is_named_with_what_converts_it(string name, string begins, string format, string convert)
    {
        var read = Reading.Of(name, Encoding.Latin1.GetBytes(begins));
        var problem = read.Rows.Count == 1 ? read.Rows[0].Problem! : Assert.Single(read.Problems);
        Assert.Equal("format-not-read", problem.Code);
        Assert.Contains($": {format} is not read here", problem.ToString().Replace(", row 1", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(convert, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("areas.gdb/a0000001.gdbtable", "Esri file geodatabase")]
    [InlineData("word/document.xml", "DOCX")]
    [InlineData("xl/workbook.bin", "XLSB")]
    [InlineData("in/a.dwg", "DWG")]
    [InlineData("in/a.fgb", "FlatGeobuf")]
    public void So_is_what_an_archive_holds(string member, string format) => Assert.All(["a.zip", "a.docx"], name =>
        Assert.Contains(format, Assert.Single(Reading.Of(name, Samples.Zip((member, [1, 2]))).Problems).ToString(), StringComparison.Ordinal));

    /// <summary>Texts that only look a little like another format.</summary>
    [Theory]
    [InlineData("a.csv", "AC10,name\n1,2\n")]
    [InlineData("a.csv", "0,SECTION\n1,2\n")]
    [InlineData("a.txt", "EXP,no\n1,2\n")]
    [InlineData("a.kml", "<kml><Placemark><description><![CDATA[<html>opengis.net/gml</html>]]></description></Placemark></kml>")]
    public void What_is_read_is_still_read(string name, string text) => Assert.Empty(Reading.Of(name, text).Problems);

    [Fact]
    public void A_zip_in_a_zip_is_opened_and_no_further()
    {
        var inner = CaseFile.Bytes("files/16-zip-names/folder.zip");
        Assert.Single(CaseFile.Read("files/16-zip-names/nested.zip").Rows);
        Assert.Equal(["format-unknown"], Reading.Of("a.zip", Samples.Zip(("b.zip", Samples.Zip(("c.zip", inner))))).Problems.Select(p => p.Code));
    }
}
