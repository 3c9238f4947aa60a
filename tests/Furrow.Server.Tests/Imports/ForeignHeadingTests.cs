using System.Text.Json;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Imports;

/// <summary>A sheet whose headings no list knows: what may be its status or its date is asked about before anything stands in for all rows, and a column
/// that is named then is read as one that was known.</summary>
public sealed class ForeignHeadingTests : IDisposable
{
    private const string Sheet = """
        Kennzeichen;Bezeichnung;Hochwert;Rechtswert;Zustand;Ergebnis vom;Ausmaß (ha);Sprengkörper;Tiefe (m);Bemerkung
        BU-001;EXERCISE Acker;43,85510;18,45110;verdächtig;01.04.2024;1,5;Minen;0,2;eins
        BU-002;EXERCISE Wald;43,85520;18,45220;geräumt;02.04.2024;0,5;Minen;0,2;zwei
        BU-003;EXERCISE Bach;43,85530;18,45330;nicht geräumt;13.04.2024;0,7;Minen;0,2;drei
        BU-004;EXERCISE Hof;43,85540;18,45440;verdächtig;04.04.2024;1,2;Blindgänger;0,2;
        BU-005;EXERCISE Friedhof;43,85560;18,45670;nicht geräumt;08.04.2024;0,9;Blindgänger;0,2;
        BU-006;EXERCISE Weg;43,85570;18,45770;geräumt;09.04.2024;0,9;Blindgänger;0,2;
        """;

    private readonly Shell _shell = new();

    public ForeignHeadingTests() => _shell.Write("april.csv", Sheet);

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Nothing_stands_in_for_all_rows_while_a_column_may_say_it()
    {
        Assert.Equal(["Zustand", "Ergebnis vom", "Sprengkörper"], Columns("--rest-as", "cleared", "--on", "2024-04-30"));
        Assert.Equal(["Ergebnis vom"], Columns("--on", "2024-04-30", "--column", "Zustand=effect"));
        Assert.Equal([], Columns("--rest-as", "cleared", "--on", "2024-04-30", "--leave", "Zustand", "--leave", "Sprengkörper", "--leave", "Ergebnis vom"));

        // Whoever says what all rows are is obeyed.
        Assert.Equal(["Ergebnis vom"], Columns("--as", "suspected", "--on", "2024-04-30"));
    }

    [Fact]
    public void A_column_that_is_named_is_read_with_its_unit_its_sign_and_its_order()
    {
        string[] named = ["--column", "Zustand=effect", "--column", "Ergebnis vom=end", "--column", "Ausmaß (ha)=statedArea", "--column", "Tiefe (m)=depthSearched"];
        var plan = Plan(named);
        Assert.Equal(["geräumt", "nicht geräumt", "verdächtig"], Open(plan, "word").Select(e => e.GetProperty("value").GetString()));
        Assert.Empty(Open(plan, "column", "unit", "date-order", "decimal-sign"));

        Assert.Equal(0, _shell.Run(["import", "april.csv", "--organisation", "EXERCISE", .. named, "--map", "Zustand:verdächtig=suspected",
            "--map", "Zustand:geräumt=cleared", "--map", "Zustand:nicht geräumt=suspected", "--apply"]));
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        var first = programme.State.Reports.Select(e => e.Report).Single(r => r.Code == "april/2");
        Assert.Equal((new DateOnly(2024, 4, 1), 15_000d, 20), (first.End.Day, first.Parts[0].StatedSquareMetres, first.Parts[0].DepthSearchedCm));
    }

    /// <summary>Half a place is named, the other is not, and the numbers are coarse: it is asked, not refused row by row.</summary>
    [Fact]
    public void Half_a_place_is_asked_about()
    {
        _shell.Write("coarse.csv", "Nr;Status;Breitengrad;Lgr\nA;suspected;43.9;18.4\nB;suspected;43.8;18.5\n");
        Assert.Equal(["Breitengrad", "Lgr"], Open(_shell.Json("import", "coarse.csv", "--on", "2024-01-01", "--organisation", "EXERCISE"), "column")
            .Select(e => e.GetProperty("of").GetString()));
    }

    /// <summary>Nothing is accepted yet: the file before says where the programme works.</summary>
    [Fact]
    public void Places_exchanged_since_the_file_before_are_asked_about()
    {
        _shell.Write("one.csv", "Code,Status,Lat,Lon\nA,suspected,43.91,18.41\nB,suspected,43.92,18.42\n");
        _shell.Write("two.csv", "Code,Status,Lat,Lon\nC,suspected,18.43,43.93\nD,suspected,18.44,43.94\n");
        string[] about = ["--on", "2024-01-01", "--organisation", "EXERCISE"];
        Assert.Equal(0, _shell.Run(["import", "one.csv", .. about, "--apply"]));
        Assert.NotEqual(0, _shell.Run(["import", "two.csv", .. about, "--apply"]));
        Assert.Contains("axes = ?", _shell.Error, StringComparison.Ordinal);
    }

    private IEnumerable<string?> Columns(params string[] said) => Open(Plan(said), "column").Select(e => e.GetProperty("of").GetString());

    private JsonElement Plan(string[] said) => _shell.Json(["import", "april.csv", "--organisation", "EXERCISE", .. said]);

    private static IEnumerable<JsonElement> Open(JsonElement answer, params string[] topics) =>
        (answer.TryGetProperty("plan", out var plan) && plan.ValueKind == JsonValueKind.Object ? plan : answer).GetProperty("dictionary").EnumerateArray()
            .Where(e => topics.Contains(e.GetProperty("topic").GetString()) && e.GetProperty("open").GetBoolean());
}
