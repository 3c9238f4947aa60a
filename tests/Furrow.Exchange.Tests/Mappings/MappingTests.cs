using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tests.Mappings;

public sealed class MappingTests
{
    private static InputRow Row(int row, params string[] namesAndValues) => new()
    {
        File = "old.csv",
        Row = row,
        Fields = [.. Enumerable.Range(0, namesAndValues.Length / 2).Select(i => new InputField(namesAndValues[2 * i], namesAndValues[2 * i + 1]))],
    };

    private static string Proposed(params InputRow[] rows) =>
        string.Join('\n', MappingProposal.For(rows).Columns.Select(c => $"{c.Column} → {c.Field ?? "-"}"));

    [Theory]
    [InlineData("Area", "Unit", "5", "ha", 50_000.0)]
    [InlineData("Area", "Area unit", "400", "m2", 400.0)]
    [InlineData("Alan", "Birim", "2", "dönüm", 2_000.0)]
    [InlineData("Area", "Unit", "5 ha", "m2", 50_000.0)]
    [InlineData("Area (ha)", "Unit", "5", "m2", 50_000.0)]
    [InlineData("Area", "Unit", "5", "feddan", null)]
    [InlineData("Area", "Unit", "5", "Demining unit 3", 5.0)]
    public void A_column_of_units_is_that_of_the_numbers_beside_it(string area, string unit, string number, string said, double? squareMetres)
    {
        var first = said == "feddan" ? "ha" : said;
        var mapping = MappingProposal.For([Row(1, "Code", "A", area, number, unit, first), Row(2, "Code", "B", area, "3", unit, first)]).Mapping;
        Assert.Equal(squareMetres, mapping.Apply(Row(3, "Code", "C", area, number, unit, said)).StatedSquareMetres);
    }

    [Fact]
    public void English_columns_are_proposed_by_name_and_value() => Assert.Equal(
        """
        Hazard_ID → hazardousArea
        ReportID → code
        Status → effect
        DateCompleted → end
        Start date → start
        Operator → organisation
        Area_m2 → statedArea
        Depth (cm) → depthSearched
        Map sheet → -
        """,
        Proposed(
            Row(1, "Hazard_ID", "SHA-1", "ReportID", "R1", "Status", "Suspected", "DateCompleted", "2015-03-04", "Start date", "2015-01-01", "Operator",
                "Team One", "Area_m2", "1200.5", "Depth (cm)", "20", "Map sheet", "A"),
            Row(2, "Hazard_ID", "SHA-1", "ReportID", "R2", "Status", "Cleared", "DateCompleted", "2016-03", "Start date", "2015", "Operator", "Team One",
                "Area_m2", "900", "Depth (cm)", "", "Map sheet", "A")));

    [Theory]
    [InlineData("Kod|Tarix|Qurum|Sahə|Vəziyyət|Kənd|Qeyd", "Təmizlənmiş|04.03.2021|ANAMA")]
    [InlineData("Kodu|Tarih|Kuruluş|Alan|Durum|Köy|Açıklama", "Temizlenmiş|04.03.2021|Kurum")]
    [InlineData("Код|Дата|Организация|Площадь|Статус|Село|Примечание", "Очищено|04.03.2021|Отряд")]
    [InlineData("Šifra|Datum|Organizacija|Površina|Stanje|Naselje|Napomena", "Očišćeno|04.03.2021|Firma")]
    public void Columns_in_other_languages_are_proposed(string names, string values)
    {
        var (n, v) = (names.Split('|'), values.Split('|'));
        var proposal = MappingProposal.For([Row(1, n[0], "A-1", n[1], v[1], n[2], v[2], n[3], "1 500,5", n[4], v[0], n[5], "x", n[6], "y")]);
        Assert.Equal(["code", "end", "organisation", "statedArea", "effect", "place", "remarks"], proposal.Columns.Select(c => c.Field));
        var mapped = proposal.Mapping.Apply(Row(2, n[0], "A-2", n[1], "31.12.2022", n[3], "2 000,25", n[4], v[0]));
        Assert.Equal((LandEffect.Clear, ReportKind.Clearance, 2000.25, new ReportDate(new DateOnly(2022, 12, 31))),
            (mapped.Effect!.Value, mapped.Kind!.Value, mapped.StatedSquareMetres!.Value, mapped.End!.Value));
    }

    [Fact]
    public void A_column_that_repeats_is_no_code_and_a_status_is_known_by_its_values()
    {
        var rows = Enumerable.Range(1, 50).Select(i => Row(i, "typeArea", "Suspected Minefield", "fileId", "sheet 7")).ToArray();
        Assert.Equal("typeArea → effect\nfileId → -", Proposed(rows));
        var mapped = MappingProposal.For(rows).Mapping.Apply(rows[0]);
        Assert.Equal(LandEffect.Suspect, mapped.Effect);
        Assert.Equal("sheet 7", mapped.Extra["fileId"]);
        Assert.DoesNotContain("typeArea", mapped.Extra.Keys);
    }

    [Theory]
    [InlineData("2015-03-04", DateOrder.Unstated, "2015-03-04", DatePrecision.Day)]
    [InlineData("2015-03-04T11:22:33Z", DateOrder.Unstated, "2015-03-04", DatePrecision.Day)]
    [InlineData("20150304", DateOrder.Unstated, "2015-03-04", DatePrecision.Day)]
    [InlineData("31.03.2015", DateOrder.Unstated, "2015-03-31", DatePrecision.Day)]
    [InlineData("3/31/2015", DateOrder.Unstated, "2015-03-31", DatePrecision.Day)]
    [InlineData("4/3/2015", DateOrder.DayMonthYear, "2015-03-04", DatePrecision.Day)]
    [InlineData("4/3/2015", DateOrder.MonthDayYear, "2015-04-03", DatePrecision.Day)]
    [InlineData("4 марта 2015 г.", DateOrder.Unstated, "2015-03-04", DatePrecision.Day)]
    [InlineData("March 4, 2015", DateOrder.Unstated, "2015-03-04", DatePrecision.Day)]
    [InlineData("2015-02", DateOrder.Unstated, "2015-02-28", DatePrecision.Month)]
    [InlineData("02/2015", DateOrder.Unstated, "2015-02-28", DatePrecision.Month)]
    [InlineData("fevral 2015", DateOrder.Unstated, "2015-02-28", DatePrecision.Month)]
    [InlineData("2015", DateOrder.Unstated, "2015-12-31", DatePrecision.Year)]
    public void Dates_are_read_with_their_precision(string text, DateOrder order, string day, DatePrecision precision) =>
        Assert.Equal(new ReportDate(DateOnly.Parse(day, null), precision), DateText.Parse(text, order, ends: true));

    [Theory]
    [InlineData("4/3/2015")]
    [InlineData("31.02.2015")]
    [InlineData("2015-13-01")]
    [InlineData("soon 2015")]
    [InlineData("1415-01-01")]
    [InlineData("12.05.15")]
    [InlineData("")]
    [InlineData("-")]
    public void Dates_with_no_meaning_or_two_are_not_guessed(string text) => Assert.Null(DateText.Parse(text, DateOrder.Unstated, ends: true));

    [Theory]
    [InlineData("1200", null, 1200.0)]
    [InlineData("1.5", null, 1.5)]
    [InlineData("1,5", null, 1.5)]
    [InlineData("1.234,5", null, 1234.5)]
    [InlineData("1,234.5", null, 1234.5)]
    [InlineData("1 234,5", null, 1234.5)]
    [InlineData("1,234", true, 1.234)]
    [InlineData("1,234", false, 1234.0)]
    [InlineData("1,234", null, null)]
    [InlineData("1,234,567", null, 1234567.0)]
    [InlineData("1.2.3", null, null)]
    [InlineData("1e400", null, null)]
    [InlineData("abc", null, null)]
    [InlineData("", null, null)]
    public void Numbers_are_read_in_one_way_or_refused(string text, bool? comma, double? number) => Assert.Equal(number, NumberText.Parse(text, comma));

    [Theory]
    [InlineData("2.5 ha", null, 25000.0)]
    [InlineData("2,5 га", null, 25000.0)]
    [InlineData("900 m²", null, 900.0)]
    [InlineData("900 m2", "ha", 900.0)]
    [InlineData("2", "ha", 20000.0)]
    [InlineData("3 jerib", null, null)]
    public void Areas_are_read_with_their_unit(string text, string? unit, double? squareMetres) =>
        Assert.Equal(squareMetres, NumberText.Parse(text, null, FieldType.Area, unit));

    [Theory]
    [InlineData("12.500", null)]
    [InlineData("1.234", null)]
    [InlineData("12.500 m2", null)]
    [InlineData("0.500", 0.5)]
    [InlineData("12.50", 12.5)]
    [InlineData("1234.567", 1234.567)]
    [InlineData("1 234.567", 1234.567)]
    public void A_point_that_may_part_thousands_is_refused_in_a_text(string text, double? number) =>
        Assert.Equal(number, NumberText.Parse(text, null, FieldType.Area, null));

    [Theory]
    [InlineData("12.500|8.897|1.234.567", "12500 8897 1234567")]
    [InlineData("12.500|8.897|120,5", "12500 8897 120.5")]
    [InlineData("12.500|8.897|120.5", "12.5 8.897 120.5")]
    [InlineData("12.500|0.250", "12.5 0.25")]
    [InlineData("12,500|0,250", "12.5 0.25")]
    [InlineData("12,500|1,234,567", "12500 1234567")]
    [InlineData("12.500|8.897", "? ?")]
    [InlineData("12.500|120,5|120.5", "? 120.5 120.5")]
    [InlineData("12.500 ha|1,5 ha", "125000000 15000")]
    public void The_column_proves_which_sign_is_the_decimal_one(string values, string told)
    {
        var rows = values.Split('|').Select((v, i) => Row(i + 1, "Area", v)).ToList();
        var mapping = MappingProposal.For(rows).Mapping;
        Assert.Equal(told, string.Join(' ', rows.Select(r => mapping.Apply(r).StatedSquareMetres is { } area ? Plain(area) : "?")));
    }

    [Fact]
    public void A_number_that_the_format_knows_as_one_is_that_number()
    {
        var row = Row(1) with { Fields = [new InputField("Area", "12.345", true), new InputField("Depth", "11.125", true)] };
        var mapping = MappingProposal.For([row]).Mapping;
        Assert.Equal((12.345, 11), (mapping.Apply(row).StatedSquareMetres, mapping.Apply(row).DepthSearchedCm));
    }

    [Theory]
    [InlineData("Depth (cm)", "20 m", "'20 m' is not a depth in cm, as its column says: the cell itself states m.")]
    [InlineData("Depth (cm)", "20 cm", "20")]
    [InlineData("Depth", "0.2 m", "20 Depth: '0.2 m' was read as 20 cm, by the unit it states itself.")]
    [InlineData("Area (m2)", "1 ha", "'1 ha' is not an area in m2, as its column says: the cell itself states ha.")]
    [InlineData("Area m2", "5 dunam", "'5 dunam' is not an area in m2, as its column says: the cell itself states dunam.")]
    [InlineData("Area ha", "50 m²", "'50 m²' is not an area in ha, as its column says: the cell itself states m².")]
    [InlineData("Area ha", "1.5 Ha", "15000")]
    [InlineData("Area", "5 dunam", "5000 Area: '5 dunam' was read as 5000 m², by the unit it states itself.")]
    [InlineData("Area", "900 m2", "900")]
    [InlineData("Area", "3 jerib", "'3 jerib' is not an area that can be read in one way; say the unit and the decimal sign in the mapping.")]
    [InlineData("Площадь (м2)", "1 га", "'1 га' is not an area in м2, as its column says: the cell itself states га.")]
    [InlineData("Area (ha)", "m2 5000", "'m2 5000' is not an area that can be read in one way; say the unit and the decimal sign in the mapping.")]
    [InlineData("Площадь га", "500 м2", "'500 м2' is not an area in га, as its column says: the cell itself states м2.")]
    [InlineData("GPS accuracy", "2 km", "2000 GPS accuracy: '2 km' was read as 2000 m, by the unit it states itself.")]
    public void A_unit_in_a_cell_agrees_with_its_column_or_is_refused(string column, string value, string told)
    {
        var row = Row(1, column, value);
        var mapped = MappingProposal.For([row]).Mapping.Apply(row);
        Assert.Equal(told, string.Join(' ', new object?[] { mapped.StatedSquareMetres, mapped.DepthSearchedCm, mapped.PositionAccuracyMetres }
            .OfType<IFormattable>().Select(Plain).Concat(mapped.Problems.Select(p => p.Sentence)).Concat(mapped.Notes.Select(n => n.ToString()))));
    }

    private static string Plain(IFormattable number) => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void What_cannot_be_read_is_complained_about_with_row_and_column()
    {
        var mapping = new Mapping { Fields = [new FieldRule { Field = "end", Column = "Date" }, new FieldRule { Field = "effect", Column = "S" },
            new FieldRule { Field = "statedArea", Column = "Area" }] };
        var mapped = mapping.Apply(Row(12, "Date", "4/3/2015", "S", "maybe", "Area", "1,234"));
        Assert.Equal(
            $"""
            old.csv, row 12, field S: {Problems.StatusUnknown("", 0, "", "maybe", ValueWords.Meanings(FieldType.Effect)).Sentence}
            old.csv, row 12, field Date: '4/3/2015' is not a date with one meaning: say in the mapping whether the day or the month comes first.
            old.csv, row 12, field Area: '1,234' is not an area that can be read in one way; say the unit and the decimal sign in the mapping.
            """, string.Join('\n', mapped.Problems.Select(p => $"{p.Where}: {p.Sentence}")));
    }

    [Fact]
    public void A_mapping_file_survives_saving_and_constants_and_translations_apply()
    {
        var mapping = new Mapping
        {
            Name = "Archive 2004",
            Crs = "EPSG:32633",
            Fields =
            [
                new FieldRule { Field = "effect", Column = "S", Values = new Dictionary<string, string> { ["3"] = "cleared" } },
                new FieldRule { Field = "organisation", Column = "Org", Constant = "Mine action centre" },
            ],
        }.With("kinds", "mines");
        var again = Mapping.FromJson(mapping.ToJson()).Get();
        Assert.Equal(mapping.ToJson(), again.ToJson());
        var mapped = again.Apply(Row(1, "S", "3", "Org", " "));
        Assert.Equal((LandEffect.Clear, "Mine action centre", KindSet.ApMines | KindSet.AvMines),
            (mapped.Effect!.Value, mapped.Organisation!, mapped.Kinds!.Value));
    }

    [Theory]
    [InlineData("{\"fields\":[{\"field\":\"colour\",\"column\":\"x\"}]}", "there is no field 'colour'")]
    [InlineData("{\"version\":2}", "its version 2 is not known here")]
    [InlineData("{\"fild\":[]}", "fild")]
    [InlineData("{\"geometry\":{\"form\":\"coordinates\",\"text\":\"Ubicacion\"}}", "does not look at text")]
    [InlineData("{\"geometry\":{\"form\":\"coordinates\",\"x\":\"E\"}}", "needs the columns x and y")]
    [InlineData("{\"geometry\":{\"form\":\"wkt\"}}", "needs the column text")]
    [InlineData("{\"geometry\":{\"text\":\"Place\"}}", "no form")]
    [InlineData("{\"fields\":[{\"field\":\"effect\",\"constant\":\"finished\"}]}", "'finished' is no meaning of the field 'effect'")]
    [InlineData("[", "")]
    public void A_mapping_file_that_says_nonsense_is_refused(string json, string why)
    {
        var problem = Mapping.FromJson(json, "map.json").Problem!;
        Assert.Equal("mapping-unreadable", problem.Code);
        Assert.Contains(why, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mapping_in_the_documents_is_one_that_is_read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Furrow.slnx")))
        {
            folder = folder.Parent!;
        }

        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "user", "import-formats.md"));
        var mapping = Mapping.FromJson(page.Split("```json")[1].Split("```")[0]).Get();
        Assert.Equal((DateOrder.DayMonthYear, Furrow.Exchange.NorthReference.Magnetic), (mapping.Fields[2].DateOrder, mapping.Geometry!.North));
        Assert.All(ReportFields.All, f => Assert.Contains($"`{f.Name}`", page));
    }

    /// <summary>The code of an area is that of the hazardous area, in every language, beside a code of the record and without one.</summary>
    [Theory]
    [InlineData("Area code")]
    [InlineData("Sahə kodu")]
    [InlineData("Alan kodu")]
    [InlineData("Код района")]
    [InlineData("Šifra površine")]
    [InlineData("علاقہ کوڈ")]
    public void The_code_of_an_area_is_that_of_the_hazardous_area(string name)
    {
        foreach (var before in new[] { "", "Report code;" })
        {
            var rows = Reading.Of("a.csv", $"{before}{name};Status\n{(before.Length > 0 ? "R1;" : "")}A1;cleared\n").Rows;
            Assert.Equal(name, MappingProposal.For(rows).Mapping.Fields.Single(f => f.Field == "hazardousArea").Column);
        }
    }
}
