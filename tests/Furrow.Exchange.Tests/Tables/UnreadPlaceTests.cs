namespace Furrow.Exchange.Tests.Tables;

/// <summary>A column that is called a place and cannot be read refuses its rows, each by itself: no row becomes one without polygon because of it.</summary>
public sealed class UnreadPlaceTests
{
    [Theory]
    [InlineData("id,WKT\n1,see map\n", "WKT")]
    [InlineData("id,WKT\n1,(((\n", "WKT")]
    [InlineData("id,WKT\n1,\"POLIGON((18 44,18.1 44,18.1 44.1,18 44))\"\n", "WKT")]
    [InlineData("id,geom\n1,xyz\n", "geom")]
    [InlineData("id,the_geom\n1,0103000020E6100000\n", "the_geom")]
    [InlineData("id,Polygon\n1,see attached\n", "Polygon")]
    [InlineData("id,Coordinates\n1,18.0 44.0; 18.001 44.0; 18.001 44.001\n", "Coordinates")]
    [InlineData("id,Coordinates\n1,N44.1 E\n", "Coordinates")]
    [InlineData("id,Lat,Lon\n1,see map,see map\n", "Lon")]
    [InlineData("id,Lat,Lon\n1,44,see map\n", "Lon")]
    [InlineData("id,Lat,Lon\n1,,47.5\n", "Lat")]
    [InlineData("id,Lat,Lon\n1,N/A,N/A\n", "Lon")]
    [InlineData("id,Lat\n1,44.1\n", "Lat")]
    [InlineData("id,X,Y\n1,see,map\n", "X")]
    [InlineData("id,Easting,Northing,Zone\n1,see,x,33N\n", "Easting")]
    [InlineData("id,Koordinate\n1,vidi kartu\n", "Koordinate")]
    [InlineData("id,WKT,Lat,Lon\n1,,44.1,18.2\n2,POINT(18.2 44.1),,\n", "Lat")]
    public void What_is_called_a_place_and_is_not_refuses_the_row(string table, string column)
    {
        var row = Reading.Of("a.csv", table).Rows[0];
        Assert.NotNull(row.Problem);
        Assert.Equal(column, row.Problem.Where!.Field);
        Assert.Equal(1, row.Problem.Where.Row);
    }

    [Fact]
    public void The_value_is_named_and_a_long_one_is_cut()
    {
        Assert.Equal("'see map' is not a place that can be read: well-known text, MGRS, UTM with its zone, or latitude and longitude.",
            Reading.Of("a.csv", "id,WKT\n1,see map\n").Rows[0].Problem!.Sentence);
        var longest = Reading.Of("a.csv", $"id,WKT\n1,{new string('(', 1_000_000)}\n").Rows[0].Problem!;
        Assert.Equal("field-unreadable", longest.Code);
        Assert.InRange(longest.Sentence.Length, 1, 300);
    }

    [Theory]
    [InlineData("id,Coordinates\n1,see map\n2,44.1N 18.5E\n3,at the school\n4,\n")]
    [InlineData("id,WKT\n1,see map\n2,POINT(18 44)\n3,at the school\n4,\n")]
    public void One_row_that_can_be_read_is_read_whatever_the_others_hold(string table) =>
        Assert.Equal("no yes no without", string.Join(' ', Reading.Of("a.csv", table).Rows
            .Select(r => r.Problem is not null ? "no" : r.Geometry.Kind == DrawnKind.None ? "without" : "yes")));

    [Theory]
    [InlineData("id,WKT\n1,\n2,  \n")]
    [InlineData("id,Lat,Lon\n1,,\n")]
    [InlineData("id,Location,Shape_Leng,shape_area,Duzina,E\n1,Tuzla,12.5,99,40,7\n")]
    [InlineData("id,Polygon ID\n1,P-12\n")]
    [InlineData("id,X\n1,yes\n")]
    public void An_empty_place_and_a_name_that_says_none_leave_the_row_without(string table) =>
        Assert.All(Reading.Of("a.csv", table).Rows, r => Assert.True(r.Problem is null && r.Geometry.Kind == DrawnKind.None, $"{r.Problem}"));

    [Theory]
    [InlineData("id,Shape\n1,Polygon\n", "Shape")]
    [InlineData("id,Lat,Lon\n1,N/A,\n", "Lat", "Lon")]
    public void A_column_that_a_person_leaves_is_no_place(string table, params string[] leave) =>
        Assert.Null(Reading.Of("a.csv", table, new ReadOptions { Leave = leave }).Rows[0].Problem);

    [Fact]
    public void Where_the_file_itself_gives_the_geometry_a_property_of_such_a_name_is_none()
    {
        const string Json = "{\"type\":\"Feature\",\"properties\":{\"polygon\":\"P-12\",\"Shape_Area\":12},\"geometry\":{\"type\":\"Point\",\"coordinates\":[18,44]}}";
        Assert.Null(Reading.Of("a.geojson", Json).Rows[0].Problem);
    }

    [Fact]
    public void Empty_columns_of_latitude_and_longitude_do_not_hide_the_position_beside_them() =>
        Assert.Equal(DrawnKind.Point, Reading.Of("a.csv", "id,Lat,Lon,Coordinates\n1,,,44.1N 18.5E\n").Rows[0].Geometry.Kind);
}
