using System.Text;
using System.Text.Json;
using Furrow.Core.Land;
using Furrow.Server.Imports;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Imports;

/// <summary>What rows report that say nothing of their status: asked of the file where no row says it, never a default, and the same on the page, on the
/// command line and in JSON.</summary>
public sealed class UnsaidStatusTests : IDisposable
{
    private const string Gpx = """<gpx version="1.1" creator="EXERCISE" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="44.1" lon="17.5"><name>W1</name></wpt></gpx>""";

    private const string Kml = """
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>K1</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
        17.5,44.1 17.501,44.1 17.501,44.101 17.5,44.101 17.5,44.1</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>
        """;

    private const string Csv = "Code,Lat,Lon\nC1,44.1,17.5\n";

    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    public static TheoryData<string, string, string, LandEffect, string> Files => new()
    {
        { "a.gpx", Gpx, "suspected", LandEffect.Suspect, "SuspectedHazardousArea" },
        { "a.kml", Kml, "searched-lanes", LandEffect.Clear, "TechnicalSurvey" },
        { "a.csv", Csv, "confirmed", LandEffect.Confirm, "ConfirmedHazardousArea" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_page_asks_and_takes_the_answer(string name, string text, string word, LandEffect effect, string kind)
    {
        var upload = (await _server.Get("/import", "en")).Html;
        var first = upload[upload.IndexOf("id=\"i-as\"", StringComparison.Ordinal)..];
        Assert.StartsWith("<option value=\"mapped\"", first[first.IndexOf("<option", StringComparison.Ordinal)..], StringComparison.Ordinal);

        var draft = await _server.Upload(name, Encoding.UTF8.GetBytes(text), "mapped");
        var page = await _server.Ready(draft);
        Assert.Contains("To be said or confirmed before anything is applied: 1.", page, StringComparison.Ordinal);
        Assert.Contains("dictionary-open", await _server.Say(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        page = await _server.Say(draft, "mapping", ("entry-0", word));
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
        Assert.Contains("\"effect\"", (await _server.Get(draft + "/mapping.json", "en")).Html, StringComparison.Ordinal);
        Assert.Contains("Applied: 1 reports", await _server.Say(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        var report = Assert.Single(_server.Programme.State.Reports).Report;
        Assert.Equal((effect, kind), (report.Parts[0].Effect, report.Kind.ToString()));
    }

    [Fact]
    public async Task What_the_rows_are_can_be_changed_on_the_draft()
    {
        var draft = await _server.Upload("a.csv", Encoding.UTF8.GetBytes(Csv), "suspected");
        await _server.Ready(draft);
        await _server.Say(draft, "mapping", ("as", "mapped"), ("look", "1"));
        Assert.Contains("before anything is applied: 1.", await _server.Ready(draft), StringComparison.Ordinal);
        await _server.Say(draft, "mapping", ("as", "confirmed"));
        await _server.Say(draft, "apply", ("by", "Ann"));
        Assert.Equal(LandEffect.Confirm, Assert.Single(_server.Programme.State.Reports).Report.Parts[0].Effect);
    }

    /// <summary>Where some rows say it, the others are refused by name until somebody says what they are; those that say it keep what they say.</summary>
    [Fact]
    public void Rows_that_are_silent_beside_others_are_refused_or_taken_as_what_is_said()
    {
        using var shell = new Shell();
        shell.Write("a.csv", "Code,Status,Lat,Lon\nA,cleared,44.1,17.5\nB,,44.2,17.5\nC,confirmed,44.3,17.5\n");
        string[] import = ["import", "a.csv", "--on", "2020-01-01", "--organisation", "EXERCISE", "--json"];
        Assert.Equal(["without-polygon", "refused field-missing", "without-polygon"], Verdicts(shell, import));
        Assert.All(Verdicts(shell, [.. import, "--rest-as", "suspected"]), v => Assert.Equal("without-polygon", v));
        shell.Run([.. import, "--rest-as", "suspected", "--confirm", "next.json", "--apply"]);
        Assert.Equal(0, shell.Run("list", "reports", "--json"));
        var again = new[] { "import", "a.csv", "--on", "2020-01-01", "--organisation", "EXERCISE", "--mapping", "next.json", "--json" };
        Assert.Equal(["already-here", "already-here", "already-here"], Verdicts(shell, again));
    }

    [Fact]
    public void The_command_line_and_JSON_ask_the_same()
    {
        using var shell = new Shell();
        shell.Write("a.gpx", Gpx);
        string[] import = ["import", "a.gpx", "--on", "2020-01-01", "--organisation", "EXERCISE"];
        shell.Run([.. import, "--apply"]);
        Assert.Contains("[dictionary-open]", shell.Error, StringComparison.Ordinal);
        Assert.Contains("--as WORD, or --rest-as WORD", shell.Out, StringComparison.Ordinal);
        shell.Run([.. import, "--json"]);
        using var json = JsonDocument.Parse(shell.Out);
        var asked = Assert.Single(json.RootElement.GetProperty("dictionary").EnumerateArray(), e => e.GetProperty("open").GetBoolean());
        Assert.Equal("effect", asked.GetProperty("of").GetString());
        Assert.Equal(ImportAs.StandIns.Select(a => a.Word), asked.GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("word").GetString()));
        foreach (var answer in new[] { "--as", "--rest-as" })
        {
            shell.Run([.. import, answer, "suspected"]);
            Assert.DoesNotContain("open: ", shell.Out, StringComparison.Ordinal);
        }
    }

    private static string[] Verdicts(Shell shell, string[] arguments)
    {
        shell.Run(arguments);
        using var json = JsonDocument.Parse(shell.Out);
        return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("verdict").GetString()
            + (r.GetProperty("problem") is { ValueKind: JsonValueKind.Object } p ? " " + p.GetProperty("code").GetString() : ""))];
    }
}
