using Furrow.Core.Land;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Where a row of a table lies, or why it lies nowhere: what could be two places, or none, is refused by name.</summary>
public sealed class PlaceOfARowTests
{
    [Theory]
    [InlineData("mgrs\n33T YJ 12345 67890\n", "")]
    [InlineData("mgrs\n33T YJ 123 678\n", "The grid reference names a square of 100 m; its south-west corner was taken.")]
    [InlineData("mgrs\n33TYJ\n33T YJ 12345 67890\n", "'33TYJ' is not a point: it names a square of 100 km.")]
    [InlineData("mgrs\n33TYJ\n", "'33TYJ' is not a point: it names a square of 100 km.")]
    [InlineData("mgrs\n33T YJ 1234 678\n", "'33T YJ 1234 678' is not an MGRS reference.")]
    [InlineData("mgrs\n33T YJ 12345 678\n", "'33T YJ 12345 678' is not an MGRS reference.")]
    [InlineData("mgrs\nYJ 12345 67890\n", "'YJ 12345 67890' is not an MGRS reference.")]
    [InlineData("Coordinates\n33T 0700000 4886000\n", "")]
    [InlineData("Coordinates\n33N 700000E 4886000N\n", "")]
    [InlineData("Coordinates\n33TYJ\n", "'33TYJ' is not a point: it names a square of 100 km.")]
    [InlineData("Coordinates\n44.1N 18.5E\n", "")]
    [InlineData("Coordinates\n\"44.1, 18.5\"\n", "\"44.1, 18.5\" needs one letter of N and S and one of E and W, or no letter at all with the latitude first.")]
    [InlineData("\"Lat, lon\"\n\"44.1, 18.5\"\n", "")]
    [InlineData("easting,northing\n700000,4886000\n", "'700000' in column easting looks like an easting or northing. Say which coordinate system the numbers are in.")]
    [InlineData("zone,easting,northing\nUTM 33N,700000,4886000\n", "")]
    [InlineData("zone,easting,northing\n33T,4886000,700000\n", "The position 4886000 700000 lies far outside the area of use of EPSG:32633 (12 to 18 degrees east, 0 to 84 north); easting and northing exchanged it lies inside.")]
    [InlineData("zone,easting,northing\n34T,300000,700000\n", "'34T' is not the zone of this position: band T does not lie at 6.3 degrees north.")]
    [InlineData("lat,lon\n0,0\n", "The position is 0 0: what an empty cell or a receiver without a fix leaves behind, not a place. Leave it empty if it is not known.")]
    [InlineData("lat,lon\n44°07´12\"N,18°30´00\"E\n", "")]
    [InlineData("lat,lon\n44°07`12\"N,18°30`00\"E\n", "")]
    [InlineData("lat,lon\n44˚07'12\"N,18˚30'00\"E\n", "")]
    [InlineData("lat,lon\n44⁰07'12\"N,18⁰30'00\"E\n", "")]
    [InlineData("wkt\nPOINT(0 0)\n", "The position is 0 0: what an empty cell or a receiver without a fix leaves behind, not a place. Leave it empty if it is not known.")]
    [InlineData("wkt\n\"POLYGON((18 44,18.1 44,0 0,18 44.1))\"\n",
        "The position is 0 0: what an empty cell or a receiver without a fix leaves behind, not a place. Leave it empty if it is not known.")]
    public void A_row_lies_somewhere_or_says_why_not(string table, string said)
    {
        var read = Reading.Of("a.csv", table);
        var row = read.Rows[0];
        var grid = GridConversion.ToGrid(row);
        Assert.Equal(said, (grid.Problem?.Sentence ?? string.Join(" ", row.Notes.Select(n => n.ToString()))));
        if (!grid.IsRefused)
        {
            var at = grid.Value!.Point!.Value;
            Assert.InRange(at.LonDegrees, 17, 18.6);
            Assert.InRange(at.LatDegrees, 43.9, 44.3);
        }
    }

    [Fact]
    public void What_lies_far_outside_the_area_of_use_is_refused_in_every_format()
    {
        const string Json = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:28408\"}},\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[8516000,4884000],[8517000,4884000],[9517000,4885000]]]}}]}";
        Assert.Equal("coordinate-other-zone", GridConversion.ToGrid(Reading.Of("a.geojson", Json).Rows[0]).Problem!.Code);
        var wkt = Reading.Of("a.csv", "wkt\n\"SRID=32633;POINT(4886000 700000)\"\n").Rows[0];
        Assert.StartsWith("coordinate-outside", GridConversion.ToGrid(wkt).Problem!.Code, StringComparison.Ordinal);
        var whole = Reading.Of("a.csv", "wkt\n\"SRID=32638;POINT(-300000 3700000)\"\n").Rows[0];
        Assert.Equal(36.4, GridConversion.ToGrid(whole).Get().Point!.Value.LonDegrees, 0.1);
    }
}
