using System.Globalization;
using System.Text;
using Furrow.Core.Reports;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;
using static Furrow.Exchange.Tests.Tables.HeadingTests;
using static Furrow.Exchange.Tests.Tables.Workbook;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Units in headings, depths, dates in two columns, numbers by their format, areas that a map program computed: as meant, or refused by
/// name.</summary>
public sealed class ValueCaseTests
{
    /// <summary>The values of a file by the mapping proposed for it.</summary>
    private static List<MappedRow> Mapped(SourceFile file)
    {
        var reading = FormatDetector.Open(file).Get();
        var rows = reading.Rows.ToList();
        return [.. rows.Select(MappingProposal.For(rows, new ReadOptions { Geometry = reading.Geometry }).Mapping.Apply)];
    }

    private static SourceFile Csv(string text) => SourceFile.Of("a.csv", Encoding.UTF8.GetBytes(text));

    private static string Told(MappedRow row, Func<MappedRow, object?> value) => row.Unread.Count > 0 ? row.Unread[0].Problem.Code
        : string.Create(CultureInfo.InvariantCulture, $"{value(row)}");

    [Theory]
    [InlineData("00 10 11", 1)]
    [InlineData("01 02 03 04 05 06 12 13 14 16 17 18 19", 10_000)]
    [InlineData("07 08 15", 1_000)]
    [InlineData("09", 1_000_000)]
    [InlineData("20", 4_046.8564224)]
    [InlineData("21", 0.09290304)]
    public void Cases_of_units_are_read_in_m2(string numbers, double factor) => Assert.All(numbers.Split(' '), number =>
    {
        var row = Mapped(Case($"03_unit_{number}.xlsx"))[0];
        var written = double.Parse(row.Source.Fields[2].Value!, CultureInfo.InvariantCulture);
        Assert.Empty(row.Problems);
        Assert.Equal(written * factor, row.StatedSquareMetres!.Value, 1e-6 * factor);
    });

    [Theory]
    [InlineData("22")]
    [InlineData("23")]
    [InlineData("24")]
    [InlineData("25")]
    public void Cases_of_depths_are_read_in_cm(string number)
    {
        var row = Mapped(Case($"03_unit_{number}.xlsx"))[0];
        Assert.Empty(row.Problems);
        Assert.InRange(row.DepthSearchedCm!.Value, 10, 500);
    }

    [Theory]
    [InlineData("Area (kanal)", "2", "unit-unknown")]
    [InlineData("Area (XYZ)", "2", "unit-unknown")]
    [InlineData("Area jerib", "2", "unit-unknown")]
    [InlineData("Area, feddan", "2", "unit-unknown")]
    [InlineData("Площадь, соток", "2", "unit-unknown")]
    [InlineData("رقبہ (کنال)", "2", "")]
    [InlineData("Area (estimated)", "200", "200")]
    [InlineData("Area in sq. metres", "200", "200")]
    [InlineData("Area / (Ha.)", "2", "20000")]
    [InlineData("Area (sq.yd)", "100", "83.612736")]
    [InlineData("Površina (dulum)", "2", "2000")]
    [InlineData("Sahə (kv.m)", "200", "200")]
    [InlineData("Area (ares)", "2", "200")]
    public void A_unit_is_that_of_the_heading_or_refused_by_name(string heading, string value, string told) =>
        Assert.Equal(told, Told(Mapped(Csv($"Code;Date;{heading}\nA;2016-01-01;{value}\n"))[0], r => r.StatedSquareMetres));

    [Theory]
    [InlineData("Depth", "0.2", "field-unreadable")]
    [InlineData("Depth", "1.5", "field-unreadable")]
    [InlineData("Depth", "20", "20")]
    [InlineData("Depth (m)", "0.2", "20")]
    [InlineData("Depth", "0.2 m", "20")]
    [InlineData("Depth (fathoms)", "2", "unit-unknown")]
    [InlineData("Depth (inches)", "8", "20")]
    public void A_depth_in_metres_is_said_to_be_so_or_asked_about(string heading, string value, string told) =>
        Assert.Equal(told, Told(Mapped(Csv($"Code;Date;{heading}\nA;2016-01-01;{value}\n"))[0], r => r.DepthSearchedCm));

    [Theory]
    [InlineData("Year;Month", "2016;3", "2016-03-31 Month")]
    [InlineData("Month;Year", "March;2016", "2016-03-31 Month")]
    [InlineData("Completion year;Completion month", "2016;mart", "2016-03-31 Month")]
    [InlineData("Il;Ay", "2016;12", "2016-12-31 Month")]
    [InlineData("Год;Месяц", "2016;февраль", "2016-02-29 Month")]
    [InlineData("Day;Month;Year", "4;3;2016", "2016-03-04 Day")]
    [InlineData("Year;Month", "2016;\nB;2015;1", "2016-12-31 Year")]
    [InlineData("Year;Month", "2016;13", "field-unreadable")]
    [InlineData("Built year;Built month", "2016;3", "")]
    public void A_date_in_columns_of_years_and_months_is_read(string headings, string values, string told) =>
        Assert.Equal(told, Told(Mapped(Csv($"Code;{headings}\nA;{values}\n"))[0],
            r => r.End is { } end ? $"{end.Day:yyyy-MM-dd} {end.Precision}" : null));

    [Theory]
    [InlineData("0000", 7, "0007")]
    [InlineData("&quot;SHA-&quot;000", 7, "SHA-007")]
    [InlineData("00\\-000", 12345, "12-345")]
    [InlineData("0.00&quot; ha&quot;", 1.25, "1.25 ha")]
    [InlineData("0&quot; m&quot;", 2, "2 m")]
    [InlineData("#,##0.00", 1234.5, "1234.5")]
    [InlineData("0", 7, "7")]
    [InlineData("[Red]000", 7, "007")]
    public void What_a_number_format_shows_is_not_lost(string format, double value, string told)
    {
        var styles = $"<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"{format}\"/></numFmts><fonts><font/></fonts><cellXfs count=\"2\"><xf/>"
            + "<xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs>";
        var sheet = string.Create(CultureInfo.InvariantCulture, $"<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Code</t></is></c></row>"
            + $"<row r=\"2\"><c r=\"A2\" s=\"1\"><v>{value}</v></c></row></sheetData>");
        Assert.Equal(told, FormatDetector.Open(With(styles, "", ("Data", "visible", sheet))).Get().Rows.Single()["Code"]);
    }

    [Theory]
    [InlineData("files/71-shape-area/a.geojson", "Shape_Area")]
    [InlineData("files/71-shape-area/b.geojson", "AREA")]
    [InlineData("files/71-shape-area/c.geojson", "Shape_Area")]
    public void An_area_that_a_map_program_computed_in_degrees_is_no_stated_area(string name, string column) => Assert.All(Mapped(Case(name)), row =>
    {
        Assert.Null(row.StatedSquareMetres);
        Assert.True(row.Extra.ContainsKey(column) || row.Unread.Any(u => u.Problem.Where?.Field == column));
    });

    [Theory]
    [InlineData("44˚07´12´´N", "18˚30´00´´E")]
    [InlineData("44°07`12``", "18°30`00``")]
    [InlineData("44º 07’ 12” N", "18º 30’ 00” E")]
    public void Minutes_are_read_as_people_type_them(string lat, string lon)
    {
        var row = FormatDetector.Open(Csv($"Code;Latitude;Longitude\nA;{lat};{lon}\n")).Get().Rows.Single();
        Assert.Equal((18.5, 44.12), (Math.Round(row.Geometry.X, 9), Math.Round(row.Geometry.Y, 9)));
    }

    [Fact]
    public void A_square_of_100_km_is_no_point()
    {
        Assert.Equal("field-unreadable", FormatDetector.Open(Csv("Code;MGRS\nA;33TYJ\nB;33TYJ1234567890\n")).Get().Rows.First().Problem!.Code);
        var rows = FormatDetector.Open(Case("06_mgrs.xlsx")).Get().Rows.ToList();
        Assert.DoesNotContain(rows, r => r.Problem is null && r["MGRS"]!.Length < 7);
    }

    [Fact]
    public void One_column_of_ambiguous_numbers_is_refused_and_another_proves_itself()
    {
        Assert.All(Mapped(Case("14_numbers_text.xlsx")), r => Assert.Equal("field-unreadable", r.Problems.Single().Code));
        Assert.Equal([12_500.0, 8_250.5], Mapped(Case("comma_decimal.csv")).Select(r => r.StatedSquareMetres!.Value));
        Assert.All(Mapped(Case("comma_decimal3.csv")), r => Assert.Equal("field-unreadable", r.Problems.Single().Code));
    }

    [Fact]
    public void The_id_of_points_is_the_code_of_their_record() =>
        Assert.Equal(["T1", "T2"], Mapped(Case("files/31-xlsx-merged-cells/pts.xlsx")).Select(r => r.Code));

    [Fact]
    public void Merged_cells_of_date_and_operator_are_those_of_each_row() =>
        Assert.All(Mapped(Case("files/31-xlsx-merged-cells/a.xlsx")), r => Assert.Equal(("Alfa", new ReportDate(new DateOnly(2014, 5, 6))), (r.Organisation, r.End!.Value)));
}
