using System.Globalization;
using System.Text.Json;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

public sealed class VerbTests : IDisposable
{
    private static readonly string[] Archive = ["--organisation", "Mine action centre", "--baseline", "--kind", "mines", "--accept", "old archive", "--apply"];
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private int Import(string file, string word, string on, params string[] more) => _shell.Run(["import", file, "--as", word, "--on", on, .. more]);

    private void TwoFiles()
    {
        _shell.Write("suspected.geojson", Collection(Square(0, 0, 20), Square(100, 0), Nowhere()));
        _shell.Write("cleared.geojson", Collection(Square(0, 0, 10)));
        Assert.Equal(0, Import("suspected.geojson", "suspected", "2015-12-31", Archive));
        Assert.Equal(0, Import("cleared.geojson", "cleared", "2016-06-30", Archive));
    }

    private static decimal AreaOf(JsonElement balance, string status) => balance.GetProperty("accounts").EnumerateArray()
        .Where(a => a.GetProperty("status").GetString() == status).Sum(a => a.GetProperty("areaSquareMetres").GetDecimal());

    [Fact]
    public void A_dry_run_gives_a_verdict_per_row_and_makes_no_programme()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0), Bowtie(100, 0), Nowhere()));
        Assert.Equal(0, Import("a.geojson", "suspected", "2015-12-31", "--organisation", "Mine action centre"));
        Assert.Contains("row 1: accepted", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("row 2: repaired", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("row 3: accepted without polygon", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("3 rows read = 1 accepted + 1 repaired", _shell.Out, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_shell.Folder, "a.geojson")], Directory.GetFiles(_shell.Folder));
    }

    [Fact]
    public void The_balance_closes_to_zero_as_json()
    {
        TwoFiles();
        var balance = _shell.Json("balance", "--as-of", "2016-12-31");
        Assert.Equal(("2016-12-31", 2, 0m, "overall"), (balance.GetProperty("asOf").GetString(), balance.GetProperty("knownAt").GetInt32(),
            balance.GetProperty("trialBalanceSquareMetres").GetDecimal(), balance.GetProperty("kind").GetString()));
        Assert.Equal(1, balance.GetProperty("unlocated").GetProperty("records").GetInt32());
        Assert.True(AreaOf(balance, "cleared") > 0);
        var flows = balance.GetProperty("flows").EnumerateArray().ToList();
        Assert.All(flows, f => Assert.True(f.GetProperty("baseline").GetBoolean()));
        Assert.Equal(AreaOf(balance, "suspected") + AreaOf(balance, "cleared"),
            flows.Where(f => f.GetProperty("from").GetString() == "unrecorded").Sum(f => f.GetProperty("areaSquareMetres").GetDecimal()));
    }

    [Fact]
    public void The_same_balance_known_earlier_is_what_it_was_then()
    {
        TwoFiles();
        var then = _shell.Json("balance", "--as-of", "2016-12-31", "--known-at", "1");
        Assert.Equal(0m, AreaOf(then, "cleared"));
        Assert.Equal(1, _shell.Run("balance", "--known-at", "9"));
        Assert.Contains("figure-known-at-ahead", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_restatement_adds_up_to_the_difference_of_the_balances()
    {
        TwoFiles();
        var (then, now) = (_shell.Json("balance", "--as-of", "2016-12-31", "--known-at", "1"), _shell.Json("balance", "--as-of", "2016-12-31"));
        var lines = _shell.Json("restate", "--after", "1", "--as-of", "2016-12-31").GetProperty("lines").EnumerateArray().ToList();
        foreach (var status in new[] { "suspected", "cleared" })
        {
            Assert.Equal(AreaOf(now, status) - AreaOf(then, status),
                lines.Where(l => l.GetProperty("status").GetString() == status).Sum(l => l.GetProperty("changeSquareMetres").GetDecimal()));
        }
    }

    [Fact]
    public void A_spot_tells_its_history()
    {
        TwoFiles();
        Assert.Equal(0, _shell.Run("spot", "--lat", "45.0005", "--lon", "10.0005", "--as-of", "2016-12-31"));
        Assert.Contains("overall: cleared", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("2015-12-31 suspected by suspected/1", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("spot", "--lat", "-45.5", "--lon", "10"));
        Assert.Contains("Unknown, never safe", _shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_is_one_acceptance_and_a_second_undo_is_refused()
    {
        TwoFiles();
        Assert.Equal(0, _shell.Run("undo", "last", "--reason", "wrong file"));
        Assert.Equal(0m, AreaOf(_shell.Json("balance", "--as-of", "2016-12-31"), "cleared"));
        var batch = _shell.Json("batches").GetProperty("batches")[1].GetProperty("batch").GetString()!;
        Assert.Equal(1, _shell.Run("undo", batch, "--reason", "again"));
        Assert.Contains("batch-undone-before", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(3, _shell.Json("acceptances").GetProperty("acceptances").GetArrayLength());
    }

    [Fact]
    public void Reports_wait_until_somebody_else_accepts_them()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}""")));
        Assert.Equal(0, Import("a.geojson", "suspected", "2026-01-15", "--organisation", "Survey office", "--apply"));
        Assert.Equal(1, _shell.Run("review", "accept", "A-1"));
        Assert.Contains("report-own-acceptance", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run("review", "accept", "A-1", "--person", "bea"));
        Assert.Contains("report-not-checked", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run("review", "check", "A-1"));
        Assert.Contains("report-own-check", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("review", "check", "--batch", "last", "--person", "cyn"));
        Assert.Equal(0, _shell.Run("review", "accept", "--batch", "last", "--person", "bea"));
        Assert.Equal("A-1", _shell.Json("areas").GetProperty("areas")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Accepting_at_once_is_for_baselines_only()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0)));
        Assert.Equal(1, Import("a.geojson", "suspected", "2026-01-15", "--organisation", "Survey office", "--accept", "in a hurry", "--apply"));
        Assert.Contains("report-own-acceptance", _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("programme.furrow"));
    }

    [Fact]
    public void A_correction_keeps_the_code_and_takes_the_place_of_what_it_corrects()
    {
        TwoFiles();
        _shell.Write("new.geojson", Collection(Square(0, 0, 5)));
        Assert.Equal(0, _shell.Run("correct", "cleared/1", "new.geojson", "--as", "cleared", "--on", "2016-06-30", "--organisation",
            "Mine action centre", "--kind", "mines"));
        var before = AreaOf(_shell.Json("balance"), "cleared");
        AcceptWhatWaits();
        Assert.InRange(AreaOf(_shell.Json("balance"), "cleared"), before * 0.24m, before * 0.26m);
        Assert.Equal(0, _shell.Run("withdraw", "cleared/1", "--reason", "the first drawing was right"));
        AcceptWhatWaits();
        Assert.Equal(before, AreaOf(_shell.Json("balance"), "cleared"));
        var withdrawal = _shell.Json("review", "list", "--status", "approved").GetProperty("reports").EnumerateArray()
            .Last(r => r.GetProperty("kind").GetString() == "withdrawal").GetProperty("id").GetString()!;
        Assert.Equal(0, _shell.Run("withdraw", withdrawal, "--reason", "it was not"));
        AcceptWhatWaits();
        Assert.InRange(AreaOf(_shell.Json("balance"), "cleared"), before * 0.24m, before * 0.26m);
    }

    private void AcceptWhatWaits()
    {
        var report = _shell.Json("review", "list").GetProperty("reports")[0].GetProperty("id").GetString()!;
        Assert.Equal(0, _shell.Run("review", "check", report, "--person", "cyn"));
        Assert.Equal(0, _shell.Run("review", "accept", report, "--person", "bea"));
    }

    [Fact]
    public void A_published_figure_is_printed_again_byte_for_byte_after_the_books_have_moved()
    {
        TwoFiles();
        Assert.Equal(0, _shell.Run("figure", "publish", "2016.json", "--as-of", "2016-12-31"));
        var published = _shell.Read("2016.json");
        _shell.Run("undo", "last", "--reason", "wrong file");
        var figure = _shell.Json("figure", "list").GetProperty("figures")[0].GetProperty("figure").GetString()!;
        Assert.Equal(0, _shell.Run("figure", "reprint", figure[..8]));
        Assert.Equal(published, _shell.Out);
    }

    [Fact]
    public void Exported_postings_sum_to_the_balance()
    {
        TwoFiles();
        Assert.Equal(0, _shell.Run("export", "postings", "postings.csv"));
        Assert.Equal(0, _shell.Run("export", "areas", "areas.geojson", "--as-of", "2016-12-31"));
        Assert.Equal(1, _shell.Run("export", "areas", "areas.doc"));
        Assert.Contains("export-format-unknown", _shell.Error, StringComparison.Ordinal);
        var lines = _shell.Read("postings.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = lines[0].TrimStart('\uFEFF').Split(',').ToList();
        decimal Into(string status) => lines.Skip(1).Select(l => l.Split(',')).Sum(f =>
            decimal.Parse(f[header.IndexOf("area_square_metres")], CultureInfo.InvariantCulture)
            * ((f[header.IndexOf("to")] == status ? 1 : 0) - (f[header.IndexOf("from")] == status ? 1 : 0)));
        Assert.Equal(AreaOf(_shell.Json("balance"), "suspected"), Into("suspected"));
    }

    [Fact]
    public void Effort_and_its_bridge_are_one_sum()
    {
        TwoFiles();
        var effort = _shell.Json("effort");
        Assert.Equal(effort.GetProperty("workedSquareMetres").GetDecimal(),
            effort.GetProperty("rows").EnumerateArray().Sum(r => r.GetProperty("workedSquareMetres").GetDecimal()));
        Assert.Equal(effort.GetProperty("workedSquareMetres").GetDecimal(),
            effort.GetProperty("bridge").EnumerateArray().Sum(r => r.GetProperty("areaSquareMetres").GetDecimal()));
    }

    [Fact]
    public void A_mapping_is_proposed_saved_and_used()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"when":"31.12.2014","who":"Old office"}""")));
        Assert.Equal(0, Import("a.geojson", "suspected", "2015-12-31", "--organisation", "Survey office", "--save-mapping", "map.json"));
        _shell.Write("map.json", """
            {"version":1,"fields":[{"field":"end","column":"when","dateOrder":"DayMonthYear"},{"field":"organisation","column":"who"}]}
            """);
        Assert.Equal(0, _shell.Run("import", "a.geojson", "--as", "suspected", "--mapping", "map.json", "--apply"));
        var report = _shell.Json("review", "list").GetProperty("reports")[0];
        Assert.Equal(("2014-12-31", "Old office"), (report.GetProperty("end").GetString(), report.GetProperty("organisation").GetString()));
    }

    [Theory]
    [InlineData("empty.geojson", "", "file-empty")]
    [InlineData("nan.geojson", "[1e400,45],[11,45],[11,46],[1e400,45]", "row 1")]
    [InlineData("north.geojson", "[10,95],[11,95],[11,96],[10,95]", "coordinate-off-earth")]
    public void A_bad_file_is_told_and_leaves_nothing(string file, string ring, string told)
    {
        _shell.Write(file, ring.Length == 0 ? "" : Collection(Feature($$"""{"type":"Polygon","coordinates":[[{{ring}}]]}""", "{}")));
        Assert.Equal(1, Import(file, "suspected", "2015-12-31", Archive));
        Assert.Contains(told, _shell.Out + _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("programme.furrow"));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "a.geojson", "--as", "dangerous")]
    [InlineData("import", "a.geojson", "--as", "suspected", "--on", "31.12.2015")]
    [InlineData("balance", "--kind", "spoons")]
    [InlineData("balance", "--as-of", "tomorrow")]
    [InlineData("dance")]
    public void What_is_not_understood_ends_with_2(params string[] args)
    {
        Assert.Equal(2, _shell.Run(args));
        Assert.NotEqual("", _shell.Error);
    }

    [Fact]
    public void Asking_a_programme_that_is_not_there_is_refused_and_makes_none()
    {
        Assert.Equal(1, _shell.Run("balance"));
        Assert.Contains("ledger-not-found", _shell.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_shell.Folder));
    }

    [Fact]
    public void The_exercise_says_so_in_every_answer_and_its_books_close()
    {
        Assert.Equal(0, _shell.Run("exercise", "--seed", "3"));
        Assert.Equal(0, _shell.Run("balance", "--as-of", "2026-06-30"));
        Assert.StartsWith("EXERCISE", _shell.Out, StringComparison.Ordinal);
        Assert.True(_shell.Json("areas").GetProperty("exercise").GetBoolean());
        Assert.Equal(0, _shell.Run("balance", "--as-of", "2026-06-30", "--by", "municipality"));
        Assert.Equal(0, _shell.Run("verify"));
        Assert.Equal(1, _shell.Run("exercise"));
    }

    [Fact]
    public void Every_verb_has_help_of_its_own()
    {
        foreach (var verb in Furrow.Server.Verbs.VerbList.All())
        {
            Assert.Equal(0, _shell.Run(verb.Name, "--help"));
            Assert.Contains(verb.Summary, _shell.Out, StringComparison.Ordinal);
            Assert.True(verb.Summary.EndsWith('.'), string.Create(CultureInfo.InvariantCulture, $"{verb.Name}: a summary is a sentence"));
        }
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("gpkg")]
    [InlineData("kml")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Exported_land_sums_to_the_balance_and_exported_reports_import_to_the_same_land(string extension)
    {
        TwoFiles();
        Assert.Equal(0, _shell.Run("export", "land", "land.geojson", "--as-of", "2016-12-31"));
        var pieces = JsonDocument.Parse(_shell.Read("land.geojson")).RootElement.GetProperty("features").EnumerateArray()
            .Select(f => f.GetProperty("properties")).ToList();
        var balance = _shell.Json("balance", "--as-of", "2016-12-31");
        Assert.Equal(AreaOf(balance, "cleared"),
            pieces.Where(p => p.GetProperty("status").GetString() == "cleared").Sum(p => p.GetProperty("area_square_metres").GetDecimal()));

        Assert.Equal(0, _shell.Run("export", "reports", "reports." + extension));
        Assert.Equal(0, _shell.Run("import", "reports." + extension, "--as", "mapped", "--programme", "copy.furrow", "--baseline", "--accept", "a copy",
            "--apply"));
        var copy = _shell.Json("balance", "--as-of", "2016-12-31", "--programme", "copy.furrow");
        Assert.Equal(AreaOf(balance, "suspected"), AreaOf(copy, "suspected"));
        Assert.Equal(AreaOf(balance, "cleared"), AreaOf(copy, "cleared"));
    }
}
