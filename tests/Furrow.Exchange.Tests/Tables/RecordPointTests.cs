using System.Text;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;
using static Furrow.Exchange.Tests.Tables.HeadingTests;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Records given point by point: several polygons a record, and points that are no corners.</summary>
public sealed class RecordPointTests
{
    private static FileReading Open(string text, ReadOptions? options = null) =>
        FormatDetector.Open(SourceFile.Of("a.csv", Encoding.UTF8.GetBytes(text.Replace(' ', '\n').Replace('~', ' '))), options).Get();

    private static string Told(FileReading reading)
    {
        var rows = reading.Rows.ToList();
        return string.Join(' ', reading.Problems.Select(p => $"{p.Code}:{p.Sentence}").Concat(reading.Problems.Count > 0 ? [] : rows.Select(r => r.Problem is { } p
            ? $"{r.Fields[0].Value}!{p.Code}@{p.Where?.Row}" : $"{r.Fields[0].Value}={Reading.Text(r.Geometry)}")));
    }

    private const string Square = "(18 44 18.1 44 18.1 44.1 18 44.1)";

    [Theory]
    // The reference point, benchmark and landmark are no corners, in whatever language and wherever they stand.
    [InlineData("hazard~code;point~type;lat;lon A;Reference~point;43;17 A;Start~point;44;18 A;Turning~point;44;18.1 A;turning~Point;44.1;18.1 A;End~point;44.1;18")]
    [InlineData("hazard~code;point~type;lat;lon A;Benchmark;43;17 A;SP;44;18 A;TP;44;18.1 A;IP;44.1;18.1 A;EP;44.1;18 A;Landmark;1;1 A;Evidence;2;2")]
    [InlineData("Kod;Nokta~türü;Enlem;Boylam A;Referans~noktası;43;17 A;Başlangıç~noktası;44;18 A;Köşe~noktası;44;18.1 A;Ara~nokta;44.1;18.1 A;Bitiş~noktası;44.1;18")]
    [InlineData("Код;Тип~точки;Широта;Долгота A;Репер;43;17 A;Начальная~точка;44;18 A;Поворотная~точка;44;18.1 A;Поворотная~точка;44.1;18.1 A;Конечная~точка;44.1;18")]
    [InlineData("Kod;Nöqtənin~növü;Enlik;Uzunluq A;İstinad~nöqtəsi;43;17 A;Başlanğıc~nöqtəsi;44;18 A;Dönüş~nöqtəsi;44;18.1 A;Dönüş~nöqtəsi;44.1;18.1 A;Son~nöqtə;44.1;18")]
    [InlineData("Sifra;Tip~tačke;lat;lon A;Referentna~tačka;43;17 A;Početna~tačka;44;18 A;Prelomna~tačka;44;18.1 A;Prelomna~tačka;44.1;18.1 A;Krajnja~tačka;44.1;18")]
    // By the label alone, where no column says the type.
    [InlineData("area~id;point;lat;lon A;RP;43;17 A;BM~1;43;17.5 A;SP;44;18 A;TP1;44;18.1 A;TP2;44.1;18.1 A;TP3;44.1;18")]
    // A column of any name that holds words for points.
    [InlineData("area~id;no;remark;lat;lon A;1;Benchmark;43;17 A;2;Start~point;44;18 A;3;Turning~point;44;18.1 A;4;Turning~point;44.1;18.1 A;5;Turning~point;44.1;18")]
    public void Only_corners_make_up_the_polygon(string text) => Assert.Equal($"A={Square}", Told(Open(text)));

    [Fact]
    public void A_benchmark_is_kept_beside_the_polygon_with_its_position()
    {
        var reading = Open("Polygon~ID;point~type;lat;lon A;RP;43;17 A;BM;43.5;17.5 A;SP;44;18 A;TP;44;18.1 A;TP;44.1;18.1 A;EP;44.1;18");
        var row = reading.Rows.Single();
        Assert.Equal([(PointRole.Reference, 17, 43), (PointRole.Benchmark, 17.5, 43.5)], row.Points.Select(p => (p.Role, p.Lon, p.Lat)));
        Assert.Equal("2 points are no corners of a polygon: benchmark (1), reference (1).", reading.Warnings.Single().Sentence);
        var mapped = MappingProposal.For([row], new ReadOptions { Geometry = reading.Geometry }).Mapping.Apply(row);
        Assert.Equal(("A", Furrow.Core.Land.GridPoint.FromDegrees(17.5, 43.5)), (mapped.Code, mapped.Benchmark!.At));
        Assert.Contains("reference", row.DrawnText, StringComparison.Ordinal);
        Assert.NotNull(mapped.ReferencePoint);
    }

    [Fact]
    public void A_record_has_several_polygons()
    {
        const string Rows = "A;1;1;44;18 A;1;2;44;18.1 A;1;3;44.1;18.1 A;2;1;45;18 A;2;2;45;18.1 A;2;3;45.1;18.1 B;1;1;46;18 B;1;2;46;18.1 B;1;3;46.1;18.1";
        const string Told2 = "A=(18 44 18.1 44 18.1 44.1) (18 45 18.1 45 18.1 45.1) B=(18 46 18.1 46 18.1 46.1)";
        Assert.Equal(Told2, Told(Open("Record~ID;Polygon~ID;Point~no;lat;lon " + Rows)));
        Assert.Equal(Told2, Told(Open("hazard~code;shape~id;point~no;lat;lon " + Rows)));
        Assert.Equal(2, FormatDetector.Open(Case("geocheck/23_tp_two_shapes_one_record.csv")).Get().Rows.Count());
    }

    [Fact]
    public void A_type_nobody_knows_is_asked_about_and_answered()
    {
        const string Text = "hazard~code;point~type;lat;lon A;Pillar;43;17 A;SP;44;18 A;TP;44;18.1 A;TP;44.1;18.1 A;Gate~post;44.1;18";
        Assert.Equal("point-types-unknown:What these words of the column 'point type' say of points is not known here: Gate post (1), Pillar (1). Say of each whether it is a "
            + "start, turning, intermediate or end point, or no corner.", Told(Open(Text)));
        var said = new Dictionary<string, PointRole> { ["pillar"] = PointRole.Benchmark, ["Gate post"] = PointRole.Turning };
        Assert.Equal($"A={Square}", Told(Open(Text, new ReadOptions { PointTypes = said })));
    }

    [Theory]
    [InlineData("area~id;point;lat;lon A;TP1;44;18 A;TP3;44.1;18.1 A;TP2;44;18.1 A;TP4;44.1;18", "A=" + Square)]
    [InlineData("area~id;point;lat;lon A;TP1;44;18.1 A;TP2;44.1;18.1 A;TP10;44.1;18 A;SP;44;18", "A=" + Square)]
    [InlineData("area~id;point;lat;lon A;TP1;44;18 A;TP1;44;18.1 A;TP3;44.1;18.1", "A!row-broken@3")]
    [InlineData("area~id;point;lat;lon A;TP2;44;18 A;IP1;44;18.1 A;TP1;44.1;18.1", "A!row-broken@4")]
    [InlineData("area~id;point;lat;lon A;TP1;44;18 A;IP1;44;18.1 A;TP2;44.1;18.1 A;TP3;44.1;18", "A=" + Square)]
    [InlineData("hazard~code;point~type;lat;lon A;SP;44;18 A;;44;18.1 A;TP;44.1;18.1 A;TP;44.1;18", "A!row-broken@3")]
    [InlineData("hazard~code;shape~id;point~no;lat;lon A;1;1;44;18 A;1;2;44;18.1 A;1;3;44.1;18.1 A;;4;45;18", "A!row-broken@5")]
    public void The_order_is_that_of_numbers_and_labels_or_is_asked_about(string text, string told) => Assert.Equal(told, Told(Open(text)));

    [Theory]
    [InlineData("08_tp_full.xlsx")]
    [InlineData("08b_tp_code_merged.xlsx")]
    [InlineData("08c_tp_labels.xlsx")]
    [InlineData("08d_tp_labels_shuffled.xlsx")]
    [InlineData("08f_tp_nonpolygon_header.xlsx")]
    public void Cases_make_two_squares(string name)
    {
        var reading = FormatDetector.Open(Case(name)).Get();
        Assert.Equal(["(18 44 18.001 44 18.001 44.001 18 44.001)", "(18.01 44 18.011 44 18.011 44.001 18.01 44.001)"],
            reading.Rows.Select(r => r.Problem?.ToString() ?? Reading.Text(r.Geometry)));
    }

    [Fact]
    public void An_id_over_the_first_of_its_rows_is_that_of_the_others_and_proposed()
    {
        var reading = Open("area~id;point~no;lat;lon A;1;44;18 ;2;44;18.1 ;3;44.1;18.1 B;1;45;18 ;2;45;18.1 ;3;45.1;18.1");
        Assert.Equal("A=(18 44 18.1 44 18.1 44.1) B=(18 45 18.1 45 18.1 45.1)", Told(reading));
        Assert.Contains(reading.Understood, u => u is { Topic: ReadingTopic.Structure, Of: "area id", Standing: Standing.Proposed });
    }

    [Fact]
    public void Rows_of_single_records_are_no_polygons()
    {
        Assert.Equal("1=18 44 2=18 45 3=18 46 4=18 47", Told(Open("no;area;lat;lon 1;North;44;18 2;North;45;18 3;South;46;18 4;South;47;18")));
        Assert.Equal("A=18 44 B=18 45 C=18 46", Told(Open("code;type;lat;lon A;Minefield;44;18 B;Minefield;45;18 C;Minefield;46;18")));
    }
}
