using System.Globalization;
using System.Text.Json;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Tests.Imports;

/// <summary>The content of a file once more, in another format, order or coordinate system, whole or in part: its rows are known again, told, and left out
/// once a person has said so.</summary>
public sealed class SameContentTests(SameContentTests.Register register) : IClassFixture<SameContentTests.Register>, IDisposable
{
    private static readonly string[] About = ["--as", "suspected", "--organisation", "EXERCISE North"];
    private readonly Shell _shell = new();

    /// <summary>A programme that has the rows, for those who only look.</summary>
    public sealed class Register : IDisposable
    {
        public Register() => Assert.Equal(0, Shell.Run(["import", Shell.Write("register.geojson", GeoJson()), .. About, "--apply"]));

        internal Shell Shell { get; } = new();

        public void Dispose() => Shell.Dispose();
    }

    public void Dispose() => _shell.Dispose();

    /// <summary>Four squares of which two are equal by right, two points of which two are equal, three records nowhere of which two are equal.</summary>
    private static readonly (string Code, string Date, string Place, string Size, string Where)[] Rows =
    [
        ("H-1", "2020-05-01", "", "", "0"), ("H-2", "2020-05-02", "", "", "30"), ("H-3", "2020-05-03", "", "", "60"), ("H-4", "2020-05-03", "", "", "60"),
        ("P-1", "2020-06-01", "Alma", "", "p7"), ("P-2", "2020-06-01", "Alma", "", "p7"),
        ("N-1", "2020-07-01", "Bor", "1200", ""), ("N-2", "2020-07-01", "Bor", "1200", ""), ("N-3", "2020-07-02", "Bor", "", ""),
    ];

    public static TheoryData<string, string> Again => new()
    {
        { "kml", "9" }, { "utm", "9" }, { "columns", "9" }, { "no codes", "9" }, { "part", "4" }, { "turned", "9" },
        { "other date", "8" }, { "other code", "8" }, { "other area", "8" }, { "moved by a metre", "8" }, { "one more", "9" },
    };

    [Theory]
    [MemberData(nameof(Again))]
    public void What_is_known_is_told_row_by_row_and_waits_for_a_persons_word(string how, string known)
    {
        var (file, more) = Written(how);
        string[] command = ["import", Path.Combine(_shell.Folder, file), .. About, .. more];
        var tried = register.Shell.Json(command);
        var (account, all) = (tried.GetProperty("account"), tried.GetProperty("account").GetProperty("read").GetInt32());
        Assert.Equal(known, Number(account.GetProperty("alreadyHere")));
        var entry = tried.GetProperty("dictionary").EnumerateArray().Single(e => e.GetProperty("topic").GetString() == "again");
        Assert.Equal($"{known} of {all} rows are already in the programme, from register.geojson of 2026-03-01.", entry.GetProperty("why").GetString());
        Assert.True(entry.GetProperty("open").GetBoolean());
        Assert.Equal(int.Parse(known, CultureInfo.InvariantCulture), tried.GetProperty("rows").EnumerateArray().Count(r => r.GetProperty("notes").EnumerateArray()
            .Any(n => n.GetString()!.StartsWith("The programme has the same content already: ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Known_rows_are_left_out_when_a_person_says_so_and_the_others_come_in()
    {
        Assert.Equal(0, _shell.Run(["import", _shell.Write("register.geojson", GeoJson()), .. About, "--apply"]));
        var (file, more) = Written("other date");
        string[] command = ["import", file, .. About, .. more, "--apply"];
        Assert.Equal(1, _shell.Run(command));
        Assert.Contains("dictionary-open", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(9, Reports());
        Assert.Equal(0, _shell.Run([.. command, "--again", "leave"]));
        Assert.Equal(10, Reports());
    }

    [Fact]
    public void Who_wants_them_once_more_gets_them_and_the_very_file_again_needs_no_word()
    {
        string[] first = ["import", _shell.Write("register.geojson", GeoJson()), .. About, "--apply"];
        Assert.Equal([0, 0], [_shell.Run(first), _shell.Run(first)]);
        Assert.Equal(9, Reports());
        var (file, more) = Written("columns");
        Assert.Equal(0, _shell.Run(["import", file, .. About, .. more, "--apply", "--again", "take"]));
        Assert.Equal(18, Reports());
    }

    /// <summary>What only one of the two gives says nothing against it; an assumed date says nothing at all.</summary>
    [Fact]
    public void A_record_that_was_corrected_stands_for_one_row()
    {
        Assert.Equal(0, _shell.Run(["import", _shell.Write("a.geojson", GeoText.Collection(GeoText.Square(0, 0, 10, """{"code":"H-1","date":"2020-05-01"}"""))), .. About,
            "--baseline", "--accept", "archive", "--apply"]));
        Assert.Equal(0, _shell.Run(["import", _shell.Write("b.csv", "code,date,corrects,wkt\nH-1,2020-05-01,H-1,\"" + Wkt("0", (x, y) => (x, y)) + "\"\n"), .. About, "--baseline",
            "--accept", "archive", "--apply"]));
        var (one, two) = ("H-1,2020-05-01,\"" + Wkt("0", (x, y) => (x, y)) + "\"\n", ",2020-05-01,\"" + Wkt("0", (x, y) => (x, y)) + "\"\n");
        var tried = _shell.Json(["import", _shell.Write("c.csv", "code,date,wkt\n" + one + two), .. About]);
        Assert.Equal(("1", "1"), (Number(tried.GetProperty("account").GetProperty("alreadyHere")), Number(tried.GetProperty("account").GetProperty("accepted"))));
    }

    [Fact]
    public void Two_layers_of_one_file_have_runs_of_codes_of_their_own()
    {
        static string Line(double lat) => string.Create(CultureInfo.InvariantCulture, $"<trk><trkseg><trkpt lat=\"{lat}\" lon=\"17.5\"/><trkpt lat=\"{lat}\" lon=\"17.501\"/>")
            + string.Create(CultureInfo.InvariantCulture, $"<trkpt lat=\"{lat + 0.001}\" lon=\"17.501\"/><trkpt lat=\"{lat}\" lon=\"17.5\"/></trkseg></trk>");
        _shell.Write("g.gpx", "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\" version=\"1.1\" creator=\"x\"><wpt lat=\"45.1\" lon=\"17.5\"/><wpt lat=\"45.2\" lon=\"17.5\"/>"
            + Line(44.1) + Line(44.2) + Line(44.3) + "</gpx>");
        foreach (var layer in new[] { "waypoints", "tracks as areas" })
        {
            Assert.Equal(0, _shell.Run(["import", "g.gpx", .. About, "--on", "2020-01-01", "--layer", layer, "--apply"]));
        }

        Assert.Equal(["g/1", "g/2", "g~2/1", "g~2/2", "g~2/3"], Codes());
    }

    [Fact]
    public void Two_files_of_one_name_without_codes_never_share_a_run_of_codes()
    {
        const string Bad = """{"type":"Polygon","coordinates":[[[1,95],[2,95],[2,96],[1,95]]]}""";
        var first = _shell.Write("data.geojson", GeoText.Collection(GeoText.Square(0, 0), GeoText.Feature(Bad, "{}"), GeoText.Square(60, 0)));
        string[] about = [.. About, "--on", "2020-01-01", "--apply"];
        _shell.Run(["import", first, .. about]);
        Directory.CreateDirectory(Path.Combine(_shell.Folder, "other"));
        var second = _shell.Write("other/data.geojson", GeoText.Collection(GeoText.Square(0, 90), GeoText.Square(30, 90), GeoText.Square(60, 90)));
        _shell.Run(["import", second, .. about]);
        Assert.Equal(["data/1", "data/3", "data~2/1", "data~2/2", "data~2/3"], Codes());

        // The rest of the very file, mended by an option or a later release, belongs to it.
        var third = _shell.Write("third/../other/data.geojson", _shell.Read("other/data.geojson"));
        _shell.Run(["import", third, "--as", "confirmed", "--organisation", "EXERCISE North", "--on", "2020-01-01", "--apply"]);
        Assert.Equal(["data~2/1~2", "data~2/2~2", "data~2/3~2"], Codes()[2..].Where(c => c.LastIndexOf('~') > 5));
    }

    private int Reports() => Codes().Count;

    private List<string> Codes() => [.. _shell.Json("review", "list").GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("code").GetString()!)];

    private static string Number(JsonElement value) => value.GetInt32().ToString(CultureInfo.InvariantCulture);

    private static string GeoJson() => GeoText.Collection([.. Rows.Select(r =>
    {
        var properties = $$"""{"code":"{{r.Code}}","date":"{{r.Date}}"{{(r.Place.Length > 0 ? $",\"place\":\"{r.Place}\"" : "")}}{{(r.Size.Length > 0 ? $",\"area_m2\":{r.Size}" : "")}}}""";
        return r.Where.Length == 0 ? GeoText.Nowhere(properties)
            : r.Where[0] == 'p' ? GeoText.Feature("""{"type":"Point","coordinates":[10.0007,45.0007]}""", properties)
            : GeoText.Square(int.Parse(r.Where, CultureInfo.InvariantCulture), 0, 10, properties);
    })]);

    private (string File, string[] More) Written(string how)
    {
        var utm = CoordinateSystems.Utm(32, false);
        return how switch
        {
            "kml" => (_shell.Write("again.kml", Kml()), []),
            "utm" => (_shell.Write("again.csv", Table(Rows, "code,date,place,area_m2,wkt", (x, y) => Rounded(utm.FromWgs84(x, y), 3))), ["--crs", "EPSG:32632"]),
            "columns" => (_shell.Write("again.csv", Table(Rows.Reverse(), "wkt,area_m2,place,date,code", (x, y) => (x, y))), []),
            "no codes" => (_shell.Write("again.csv", Table(Rows, "date,place,area_m2,wkt", (x, y) => (x, y))), []),
            "part" => (_shell.Write("again.csv", Table([Rows[3], Rows[5], Rows[7], Rows[8]], "date,place,area_m2,wkt", (x, y) => (x, y))), []),
            "turned" => (_shell.Write("again.csv", Table(Rows, "code,date,place,area_m2,wkt", (x, y) => (Math.Round(x, 6), Math.Round(y, 6)), 2)), []),
            "other date" => Changed(0, r => r with { Date = "2020-05-09" }),
            "other code" => Changed(1, r => r with { Code = "H-9" }),
            "other area" => Changed(6, r => r with { Size = "1300" }),
            "moved by a metre" => Changed(2, r => r with { Where = "60.1" }),
            _ => (_shell.Write("again.csv", Table([.. Rows, Rows[6]], "date,place,area_m2,wkt", (x, y) => (x, y))), []),
        };
    }

    private (string, string[]) Changed(int at, Func<(string Code, string Date, string Place, string Size, string Where),
        (string Code, string Date, string Place, string Size, string Where)> change) =>
        (_shell.Write("again.csv", Table(Rows.Select((r, i) => i == at ? change(r) : r), "code,date,place,area_m2,wkt", (x, y) => (x, y))), []);

    private static string Table(IEnumerable<(string Code, string Date, string Place, string Size, string Where)> rows, string head,
        Func<double, double, (double X, double Y)> to, int from = 0) =>
        head + "\n" + string.Concat(rows.Select(r => string.Join(',', head.Split(',').Select(c => c switch
        {
            "code" => r.Code,
            "date" => r.Date,
            "place" => r.Place,
            "area_m2" => r.Size,
            _ => $"\"{Wkt(r.Where, to, from)}\"",
        })) + "\n"));

    private static string Wkt(string where, Func<double, double, (double X, double Y)> to, int from = 0)
    {
        string At((double X, double Y) p) => string.Create(CultureInfo.InvariantCulture, $"{p.X:R} {p.Y:R}");
        if (where.Length == 0)
        {
            return "";
        }

        if (where[0] == 'p')
        {
            return $"POINT ({At(to(10.0007, 45.0007))})";
        }

        var x = 10 + double.Parse(where, CultureInfo.InvariantCulture) / 10_000;
        (double X, double Y)[] corners = [(x, 45), (x + 0.001, 45), (x + 0.001, 45.001), (x, 45.001)];
        return $"POLYGON (({string.Join(", ", Enumerable.Range(from, 5).Select(i => At(to(corners[i % 4].X, corners[i % 4].Y))))}))";
    }

    private static (double X, double Y) Rounded((double X, double Y) p, int digits) => (Math.Round(p.X, digits), Math.Round(p.Y, digits));

    private static string Kml()
    {
        static string Data(string name, string value) => value.Length == 0 ? "" : $"<Data name=\"{name}\"><value>{value}</value></Data>";
        var marks = Rows.Select(r =>
        {
            var wkt = Wkt(r.Where, (x, y) => (Math.Round(x, 6), Math.Round(y, 6)));
            var coordinates = wkt.Split('(', ')').FirstOrDefault(p => p.Contains(' ') && char.IsDigit(p[0]))?
                .Replace(", ", ";", StringComparison.Ordinal).Replace(' ', ',').Replace(';', ' ');
            var place = wkt.Length == 0 ? "" : wkt[1] == 'O' && wkt[2] == 'I' ? $"<Point><coordinates>{coordinates}</coordinates></Point>"
                : $"<Polygon><outerBoundaryIs><LinearRing><coordinates>{coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon>";
            return $"<Placemark><ExtendedData>{Data("date", r.Date)}{Data("place", r.Place)}{Data("area_m2", r.Size)}</ExtendedData>{place}</Placemark>";
        });
        return $"<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>{string.Concat(marks)}</Document></kml>";
    }
}
