using System.Text;
using CsCheck;
using Furrow.Core.Land;
using Furrow.Exchange.Csv;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;

namespace Furrow.Exchange.Tests.Exports;

public sealed class RoundTripTests
{
    private static readonly ExportColumn[] Columns =
    [
        new("code", ExportType.Text),
        new("area_square_metres", ExportType.Number),
        new("reports", ExportType.Whole),
        new("on", ExportType.Date),
        new("open", ExportType.Truth),
    ];

    public static TheoryData<string> Formats => [.. Writers.All.Select(w => w.Format)];

    private static readonly Gen<GridPoint> AnyPoint = Gen.Select(Gen.Long[-179_000_000_000, 179_000_000_000], Gen.Long[-89_000_000_000, 89_000_000_000])
        .Select((lon, lat) => new GridPoint(lon, lat));

    /// <summary>A shell with a hole of the other direction inside it, anywhere on earth, with coordinates that use all nine decimals.</summary>
    private static readonly Gen<GridPoint[][]> AnyPolygon = Gen.Select(AnyPoint, Gen.Long[10_000, 900_000_000], Gen.Bool).Select((at, size, hole) =>
    {
        GridPoint P(long dx, long dy) => new(at.Lon + dx, at.Lat + dy);
        GridPoint[] shell = [P(0, 0), P(size, 1), P(size - 1, size), P(3, size - 7)];
        return hole ? [shell, [P(size / 4, size / 4), P(size / 4, size / 2), P(size / 2, size / 4)]] : new[] { shell };
    });

    private static readonly Gen<ExportRow> AnyRow = Gen.Select(AnyPolygon.Array[0, 3], Gen.String[0, 20], Gen.Double[-1e6, 1e9], Gen.Int,
        Gen.Int[693596, 767010], Gen.Bool.Nullable())
        .Select((polygons, text, number, whole, day, truth) => new ExportRow(
            [string.Concat("x" + text.Where(c => c is >= ' ' and not '\u007f' && !char.IsSurrogate(c) && c < '\ufffe')) + "y", Math.Round(number, 3), whole,
                DateOnly.FromDayNumber(day), truth],
            polygons.Length == 0 ? null : new Shape(polygons)));

    public static byte[] Written(string format, IEnumerable<ExportRow> rows, bool exercise = false, ExportGeometry geometry = ExportGeometry.Polygons)
    {
        using var stream = new MemoryStream();
        Writers.Find(format)!.Write(new ExportTable("Land", exercise, geometry, Columns, rows), stream);
        return stream.ToArray();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_was_written_is_read_back_to_the_same_grid_points(string format)
    {
        var extension = Writers.Find(format)!.Extension;
        AnyRow.Array[1, 5].Obeys(rows =>
        {
            var read = Reading.Of("land" + extension, Written(format, rows));
            Assert.Empty(read.Problems);
            Assert.Equal(rows.Length, read.Rows.Count);
            for (var i = 0; i < rows.Length; i++)
            {
                Assert.Null(read.Rows[i].Problem);
                var grid = GridConversion.ToGrid(read.Rows[i]).Get();
                Assert.Equal(Sorted(rows[i].Shape?.Polygons ?? []), Sorted(grid.Polygons));
            }
        }, seed: "0000Kg7dSmM1", samples: format == "GeoPackage" ? 40 : 150);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Values_are_read_back_as_they_were(string format)
    {
        object?[] values = ["A; \"1\", Şuşa\nВторой", 1234.5, 42, new DateOnly(2020, 2, 29), true];
        var bytes = Written(format, [new ExportRow(values, Point: null), new ExportRow(["x", null, null, null, null])]);
        var read = Reading.Of("land" + Writers.Find(format)!.Extension, bytes);
        var fields = read.Rows[0].Fields.ToDictionary(f => f.Name, f => f.Value);
        var area = format == "Shapefile" ? "area_squar" : "area_square_metres";
        Assert.Equal("A; \"1\", Şuşa\nВторой", fields["code"]);
        Assert.Equal("1234.5", fields[area]);
        Assert.Equal("42", fields["reports"]);
        Assert.Equal("2020-02-29", fields["on"]);
        Assert.Equal(format == "GeoPackage" ? "1" : "true", fields["open"]);
        Assert.True(string.IsNullOrEmpty(read.Rows[1][area]));
    }

    private static readonly string[] Formulas =
        ["=1+1", "+3", "-2", "@SUM(A1)", "\t=1", "\uFF1D1", "'=1", "''-x", "'plain", "'", "''", "a=1", "-", "=cmd|' /C calc'!A0", "=\"a\",1"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_text_that_looks_like_a_formula_is_read_back_as_it_was(string format)
    {
        var read = Reading.Of("land" + Writers.Find(format)!.Extension, Written(format, Formulas.Select(f => new ExportRow([f, 1.0, 1, null, null]))));
        Assert.Equal(Formulas.Select(f => f.Trim()), read.Rows.Select(r => r["code"]?.Trim()));
    }

    [Fact]
    public void No_text_in_a_csv_begins_a_formula_and_numbers_stay_numbers()
    {
        var lines = Encoding.UTF8.GetString(Written("CSV", Formulas.Select(f => new ExportRow([f, -1.5, -1, null, null]))))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Formulas.Length + 1, lines.Length);
        Assert.All(lines.Skip(1), line =>
        {
            var text = line.Split(',')[1].TrimStart('"');
            Assert.DoesNotContain(text[0], "=+-@\t\uFF1D");
            Assert.EndsWith(",-1.5,-1,,", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_text_comes_back_from_behind_its_apostrophe() =>
        Gen.Char["'=+-@\ta "].Array[0, 8].Select(c => new string(c)).Obeys(text =>
            FormulaGuard.Unguard(FormulaGuard.Guard(text)) == text && !(FormulaGuard.Guard(text) is [var first, ..] && "=+-@\t".Contains(first)),
            seed: "0000000000001", samples: 20_000);

    /// <summary>Letters of every plane, marks that combine, right-to-left, joiners, what XML 1.0 forbids, what looks like an escape, line ends.</summary>
    private static readonly string[] Nasty =
    [
        "x\U0001F33E\U00020000\U0010FFFDy", "e\u0301 o\u0308\u0323 \u1E09", "\u0634\u0648\u0634\u0627 \u200F\u05D0\u200Dx", "a\u0001b\u0008c\u001Fd", "p\uFFFEq\uFFFFr",
        "_x0001_", "a_x0041_b_x", "_x005F_x0001_", "_x00e9_", "_x0041\u0001_", "one\ntwo\r\nthree\rfour", "<&>\"']]>", "\u0085\u2028z", "\uE000\uFDD0k", "\U0001FFFEn",
    ];

    /// <summary>Per format, the characters of <see cref="Nasty"/> it cannot hold, and what it says of them: six in the first column, which is also the name of
    /// a placemark, and one in the title.</summary>
    private static readonly Dictionary<string, (string NotHeld, string? Said)> Limits = new()
    {
        ["KML"] = ("\u0001\u0008\u001F\uFFFE\uFFFF", "13 characters that KML cannot hold stand as U+FFFD: U+0001, U+0008, U+001F, U+FFFE, U+FFFF."),
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_character_comes_back_or_stands_as_missing_and_is_said(string format)
    {
        var (notHeld, said) = Limits.GetValueOrDefault(format, ("", null));
        using var stream = new MemoryStream();
        var losses = Writers.Find(format)!.Write(new ExportTable("Land \U0001F33E\u0001", false, ExportGeometry.None, Columns,
            Nasty.Select(n => new ExportRow([n, 1.0, 1, null, null]))), stream);
        var read = Reading.Of("land" + Writers.Find(format)!.Extension, stream.ToArray());
        Assert.Empty(read.Problems);
        Assert.Equal(Nasty.Select(n => Points(string.Concat(n.Select(c => notHeld.Contains(c, StringComparison.Ordinal) ? '\uFFFD' : c)))),
            read.Rows.Select(r => Points(r["code"])));
        Assert.Equal(said is null ? [] : [said], losses.Where(l => l.Contains("U+FFFD", StringComparison.Ordinal)));
    }

    /// <summary>A zero character, and halves of surrogate pairs, which are no characters.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_no_character_stands_as_missing_and_is_said_and_no_text_makes_an_export_fail(string format)
    {
        string[] texts = ["a\uD83Cb", "c\uDF3Ed", "e\uDF3E\uD83Cf", "g\0h"];
        using var stream = new MemoryStream();
        var losses = Writers.Find(format)!.Write(new ExportTable("Land", false, ExportGeometry.None, Columns,
            texts.Select(n => new ExportRow([n, 1.0, 1, null, null]))), stream);
        var read = Reading.Of("land" + Writers.Find(format)!.Extension, stream.ToArray()).Rows.Select(r => r["code"]!).ToList();
        var kept = format == "XLSX" ? texts : ["a\uFFFDb", "c\uFFFDd", "e\uFFFD\uFFFDf", format == "GeoJSON" ? "g\0h" : "g\uFFFDh"];
        Assert.Equal(kept.Select(Points), read.Select(Points));
        Assert.Equal(format != "XLSX", losses.Any(l => l.Contains("stand as U+FFFD: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_shapefile_cuts_between_letters_with_their_marks_and_says_which_blanks_it_lost()
    {
        using var stream = new MemoryStream();
        var losses = Writers.Find("shapefile")!.Write(new ExportTable("Land", false, ExportGeometry.Polygons, [new("naame\u0301\U0001F33E", ExportType.Text)],
            [new ExportRow([new string('a', 252) + "e\u0301"]), new ExportRow(["two  "])]), stream);
        Assert.Equal(
            [
                "The column 'naame\u0301\U0001F33E' is called 'naame\u0301', since names have at most 10 letters.",
                "1 texts or numbers were cut to the 254 bytes or 24 digits that fit.",
                "1 texts lost the blanks at their end, which a shapefile fills up with.",
            ],
            losses);
        Assert.Equal([new string('a', 252), "two"], Reading.Of("land.zip", stream.ToArray()).Rows.Select(r => r["naame\u0301"]));
    }

    [Fact]
    public void Any_text_at_all_goes_out_by_xlsx_and_comes_back() => Gen.Char.Array[0, 12].Select(c => new string(c))
        .Select(Gen.OneOfConst("_x", "_x00", "_x0041_", "_", ""), (a, b) => a + b).Obeys(text =>
        {
            var read = Reading.Of("land.xlsx", Written("XLSX", [new ExportRow(["x" + text + "x", 1.0, 1, null, null])], geometry: ExportGeometry.None));
            Assert.Equal(Points("x" + text + "x"), Points(read.Rows.Single()["code"]));
        }, seed: "0000000000001", samples: 300);

    private static string Points(string? text) => string.Join(' ', (text ?? "(none)").Select(c => ((int)c).ToString("X4", null)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Points_are_read_back(string format)
    {
        var point = new GridPoint(17_123_456_789, -44_987_654_321);
        var read = Reading.Of("land" + Writers.Find(format)!.Extension,
            Written(format, [new ExportRow(["a", 1.0, 2, null, null], Point: point)], geometry: ExportGeometry.Points));
        Assert.Equal(point, GridConversion.ToGrid(read.Rows.Single()).Get().Point);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_exercise_is_marked_on_every_row(string format)
    {
        var rows = Enumerable.Range(0, 3).Select(i => new ExportRow([$"a{i}", null, null, null, null]));
        var read = Reading.Of("land" + Writers.Find(format)!.Extension, Written(format, rows, exercise: true));
        Assert.All(read.Rows, r => Assert.Equal("EXERCISE", r["exercise"]));
        Assert.Equal(3, read.Rows.Count);
    }

    [Fact]
    public void A_shapefile_says_what_it_cut()
    {
        using var stream = new MemoryStream();
        var table = new ExportTable("Land", false, ExportGeometry.Polygons,
            [new("hazardous_area_code", ExportType.Text), new("hazardous_area_name", ExportType.Text)],
            [new ExportRow([new string('ж', 200), "short"], Point: new GridPoint(1, 1))]);
        Assert.Equal(
            [
                "The column 'hazardous_area_code' is called 'hazardous_', since names have at most 10 letters.",
                "The column 'hazardous_area_name' is called 'hazardous1', since names have at most 10 letters.",
                "1 texts or numbers were cut to the 254 bytes or 24 digits that fit.",
                "1 places are not of the one kind a shapefile can hold and were left out.",
            ],
            Writers.Find("shapefile")!.Write(table, stream));
        Assert.Equal(new string('ж', 127), Reading.Of("land.zip", stream.ToArray()).Rows.Single()["hazardous_"]);
    }

    /// <summary>Records with a polygon, with a point alone, and with neither, in one table; in a shapefile in two.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void Polygons_and_points_of_one_table_come_back(string format)
    {
        var square = new Shape([[[new(10, 10), new(1_000_010, 10), new(1_000_010, 2_000_010), new(10, 2_000_010)]]]);
        ExportRow[] rows = [new(["a", 1.0, 1, null, null], square), new(["b", 1.0, 2, null, null], Point: new GridPoint(7, 9)), new(["c", 1.0, 3, null, null])];
        var bytes = Written(format, rows, geometry: ExportGeometry.Mixed);
        string?[] layers = format == "Shapefile" ? ["Land", "Land_points"] : [null];
        var read = layers.SelectMany(layer => Reading.Of("land" + Writers.Find(format)!.Extension, bytes, new ReadOptions { Layer = layer }).Rows)
            .OrderBy(r => r["code"], StringComparer.Ordinal).Select(r => (r["code"], Grid: GridConversion.ToGrid(r).Get())).ToList();
        Assert.Equal(["a", "b", "c"], read.Select(r => r.Item1));
        Assert.Equal([(1, null), (0, new GridPoint(7, 9)), (0, (GridPoint?)null)], read.Select(r => (r.Grid.Polygons.Count, r.Grid.Point)));
    }

    [Fact]
    public void A_polygon_too_long_for_a_cell_never_reads_back_as_a_record_without_one()
    {
        var ring = Enumerable.Range(0, 3_000).Select(i => new GridPoint(100_000_000L + i, i % 2 == 0 ? i : 200_000_001 + i)).ToArray();
        using var stream = new MemoryStream();
        var losses = Writers.Find("XLSX")!.Write(new ExportTable("Land", false, ExportGeometry.Polygons, Columns,
            [new ExportRow(["a", 1.0, 1, null, null], new Shape([[ring]])), new ExportRow(["b", 1.0, 1, null, null])]), stream);
        Assert.Contains("1 polygons longer than 32767 characters do not fit into a cell", losses.Single(), StringComparison.Ordinal);
        var read = Reading.Of("land.xlsx", stream.ToArray());
        Assert.Equal([true, false], read.Rows.Select(r => r.Problem is not null));
    }

    /// <summary>As an export by name may begin: all that has no place first.</summary>
    [Fact]
    public void A_table_whose_first_rows_have_no_place_is_read_by_its_column_of_places()
    {
        var text = "wkt,code\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $",C{i}\n")) + "POINT (1 2),D\n";
        var read = Reading.Of("a.csv", Encoding.UTF8.GetBytes(text));
        Assert.All(read.Rows, r => Assert.Null(r.Problem));
        Assert.Equal(DrawnKind.Point, read.Rows[^1].Geometry.Kind);
    }

    [Theory]
    [InlineData("HA 7", "EXERCISE HA 7", null)]
    [InlineData("HA 7", "HA 7", null)]
    [InlineData("HA 7", "Upper meadow", "Upper meadow")]
    public void A_label_of_a_placemark_that_repeats_a_value_is_no_field(string code, string label, string? name)
    {
        var kml = $"""<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>{label}</name><ExtendedData><Data name="code"><value>{code}</value></Data>"""
            + "</ExtendedData><Point><coordinates>1,2</coordinates></Point></Placemark></kml>";
        Assert.Equal(name, Reading.Of("a.kml", Encoding.UTF8.GetBytes(kml)).Rows.Single()["name"]);
    }

    /// <summary>Without closing points, each ring beginning at its smallest point and running anticlockwise: formats may turn and reverse
    /// rings, and list polygons in any order.</summary>
    private static string Sorted(IEnumerable<GridPoint[][]> polygons) =>
        string.Join('\n', polygons.Select(p => string.Join(" / ", p.Select(Canonical))).Order(StringComparer.Ordinal));

    private static string Canonical(GridPoint[] ring)
    {
        var open = ring[0] == ring[^1] ? ring[..^1] : ring;
        var start = Array.IndexOf(open, open.Min());
        var turned = open[start..].Concat(open[..start]).ToArray();
        var reversed = turned.Take(1).Concat(turned.Skip(1).Reverse()).ToArray();
        return string.Join(", ", turned[1] < reversed[1] ? turned : reversed);
    }
}
