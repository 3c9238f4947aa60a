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
    [InlineData("id,Lat,Lon\n1,see map,see map\n", "Lon, Lat")]
    [InlineData("id,Lat,Lon\n1,44,see map\n", "Lon")]
    [InlineData("id,Lat,Lon\n1,,47.5\n", "Lat")]
    [InlineData("id,Lat,Lon\n1,N/A,N/A\n", "Lon, Lat")]
    [InlineData("id,Lat\n1,44.1\n", "Lat")]
    [InlineData("id,X,Y\n1,see,map\n", "X")]
    [InlineData("id,Easting,Northing,Zone\n1,see,x,33N\n", "Easting, Northing")]
    [InlineData("id,Koordinate\n1,vidi kartu\n", "Koordinate")]
    [InlineData("id,WKT,Lat,Lon\n1,,44.1,18.2\n2,POINT(18.2 44.1),,\n", "Lat")]
    public void What_is_called_a_place_and_is_not_refuses_the_row(string table, string column)
    {
        var row = Reading.Of("a.csv", table).Rows[0];
        Assert.NotNull(row.Problem);
        Assert.Equal(column, row.Problem.Where!.Field);
        Assert.Equal(2, row.Problem.Where.Row);
    }

    /// <summary>Nothing else of these tables is read as a place, so that their rows would lie nowhere.</summary>
    [Theory]
    [InlineData("id,Wert A,Wert B\n1,44.1234,18.2345\n2,44.1334,18.2445\n", "Wert A, Wert B")]
    [InlineData("id;Wert A;Wert B\n1;44,1234;18,2345\n2;44,1334;18,2445\n", "Wert A, Wert B")]
    [InlineData("id;Širina;Dužina\n1;25;40\n2;30;15\n", "Širina, Dužina")]
    [InlineData("id;Širina;Dužina\n1;25,5;40,25\n2;30;15\n", "Širina, Dužina")]
    [InlineData("id;Ширина;Дужина\n1;25;40\n2;30;15\n", "Ширина, Дужина")]
    [InlineData("id;Breite;Länge\n1;25;40\n2;30;15\n", "Breite, Länge")]
    [InlineData("id;عرض;طول\n1;25;40\n2;30;15\n", "عرض, طول")]
    [InlineData("id;Szerokość;Długość\n1;25;40\n2;30;15\n", "Szerokość, Długość")]
    [InlineData("id;Širina (m);Dužina (m)\n1;25;40\n2;30;15\n", "")]
    [InlineData("id;Dužina\n1;25\n2;30\n", "")]
    [InlineData("id,Value 1,Value 2\n1,N44 10.5,E18 20.2\n2,N44 10.6,E18 20.4\n", "Value 1, Value 2")]
    [InlineData("id,R-Wert,H-Wert\n1,6502345,4890123\n2,6502445,4890223\n", "R-Wert, H-Wert")]
    [InlineData("id,Ort\n1,44.1234N 18.2345E\n2,44.1334N 18.2445E\n", "Ort")]
    [InlineData("id,Ort\n1,34TCP0234590123\n2,34TCP0244590223\n", "Ort")]
    [InlineData("id,Area ha,Depth\n1,1.2345,0.2000\n2,2.2345,0.3000\n", "")]
    [InlineData("id,Phone,Serial no\n1,6502345,4890123\n2,6502445,4890223\n", "")]
    [InlineData("id,Share\n1,0.1234\n", "")]
    [InlineData("id,Lat,Lon,Value 1,Value 2\n1,44.1,18.1,44.1234,18.2345\n", "")]
    public void What_looks_like_a_place_under_another_name_is_asked_about(string table, string asked) =>
        Assert.Equal(asked, string.Join(", ", Reading.Of("a.csv", table).Understood.Where(u => u.Topic == ReadingTopic.Column).Select(u => u.Of)));

    /// <summary>Names of width and length over values that are positions.</summary>
    [Theory]
    [InlineData("id;Širina;Dužina\n1;44,1234;18,2345\n2;44,13;18,2445\n")]
    [InlineData("id;Breite;Laenge\n1;44.1234;18.2345\n2;44.1334;18.2445\n")]
    [InlineData("id;Ширина;Дужина\n1;44°07'12\"N;18°30'00\"E\n")]
    [InlineData("id;Geografska širina;Geografska dužina\n1;44;18\n")]
    public void Values_written_as_positions_make_width_and_length_latitude_and_longitude(string table) =>
        Assert.All(Reading.Of("a.csv", table).Rows, r => Assert.Equal((DrawnKind.Point, 44, 18),
            (r.Geometry.Kind, (int)r.Geometry.Y, (int)r.Geometry.X)));

    [Theory]
    [InlineData("WKT;Širina;Dužina\nPOINT(18 44);25;40\n")]
    [InlineData("WKT;Širina (m);Dužina (m)\nPOINT(18 44);25;40\n")]
    [InlineData("Lat;Lon;Breite;Länge\n44;18;25;40\n")]
    public void Beside_a_place_a_width_and_a_length_are_no_second_one(string table) => Assert.Null(Assert.Single(Reading.Of("a.csv", table).Rows).Problem);

    /// <summary>Degrees by name, in the languages of the programme and some more.</summary>
    [Theory]
    [InlineData("En dairəsi", "Uzunluq dairəsi")]
    [InlineData("EN DAİRƏSİ", "UZUNLUQ DAİRƏSİ")]
    [InlineData("Coğrafi enlik", "Coğrafi uzunluq")]
    [InlineData("Enlem", "Boylam")]
    [InlineData("Широта", "Долгота")]
    [InlineData("Широта", "Довгота")]
    [InlineData("عرض بلد", "طول بلد")]
    [InlineData("خط العرض", "خط الطول")]
    [InlineData("Latitud", "Longitud")]
    [InlineData("Geografska širina", "Geografska dužina")]
    public void Latitude_and_longitude_are_known_in_many_languages(string latitude, string longitude)
    {
        var row = Assert.Single(Reading.Of("a.csv", $"id;{latitude};{longitude}\n1;40,1;46,5\n").Rows);
        Assert.True(row.Problem is null && row.Geometry.Kind == DrawnKind.Point, $"{row.Problem} {row.Geometry.Kind}");
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
