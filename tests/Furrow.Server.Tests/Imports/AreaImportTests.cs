using System.Globalization;
using System.Text.Json;
using Furrow.Core.Land;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>Files of hazardous areas on the command line: what lies over each other, codes that repeat, codes nobody gave.</summary>
public sealed class AreaImportTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private JsonElement Import(string file, string text, string word = "suspected", string on = "2015-12-31", params string[] more)
    {
        _shell.Write(file, text);
        return _shell.Json(["import", file, "--as", word, "--on", on, "--organisation", "Mine action centre", "--baseline", "--kind", "mines",
            "--accept", "old archive", "--apply", .. more]);
    }

    private List<JsonElement> Areas(params string[] more) => [.. _shell.Json(["areas", "--as-of", "2020-12-31", .. more]).GetProperty("areas").EnumerateArray()];

    private static string Tell(JsonElement area) => string.Create(CultureInfo.InvariantCulture,
        $"{area.GetProperty("label")} {area.GetProperty("state")} {Of(area, "registered")} {Of(area, "remaining")} {Of(area, "inBalance")}");

    private static decimal Of(JsonElement area, string what) => Math.Round(area.GetProperty(what + "SquareMetres").GetDecimal() / 100) * 100;

    private static string Coded(string code) => $$"""{"code":"{{code}}"}""";

    /// <summary>The case overlap_three_sha: B over the half of A, C inside both.</summary>
    private static string Three => Collection(Square(0, 0, 20, Coded("A")), Square(10, 0, 20, Coded("B")), Square(15, 5, 3, Coded("C")));

    [Fact]
    public void Three_areas_over_each_other_are_open_with_their_own_square_metres_and_the_balance_counts_once()
    {
        Import("three.geojson", Three);
        var areas = Areas();
        Assert.Equal(["A open 35000 35000 35000", "B open 35000 35000 17500", "C open 800 800 0"], areas.Select(Tell));
        var balance = _shell.Json("balance", "--as-of", "2020-12-31");
        Assert.Equal(balance.GetProperty("accounts")[0].GetProperty("areaSquareMetres").GetDecimal(),
            areas.Sum(a => a.GetProperty("inBalanceSquareMetres").GetDecimal()));
        Assert.Equal(3, balance.GetProperty("hazardousAreas").GetProperty("closing").GetInt32());
        Assert.Equal("A", areas[2].GetProperty("countedUnder")[0].GetProperty("code").GetString());
        Assert.Equal(0, _shell.Run("areas", "c", "--as-of", "2020-12-31"));
        Assert.Contains("under A, which lies over it", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("areas", "A", "--as-of", "2020-12-31"));
        Assert.Contains("m² counted here are also inside B", _shell.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("gpkg")]
    [InlineData("shp")]
    [InlineData("kml")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Exported_areas_come_back_with_their_own_ground(string format)
    {
        Import("three.geojson", Three);
        Assert.Equal(0, _shell.Run("export", "areas", "areas." + (format == "shp" ? "zip" : format), "--as-of", "2020-12-31"));
        var file = Directory.GetFiles(_shell.Folder, "areas.*").Single(f => !f.EndsWith(".about.json", StringComparison.Ordinal));
        using var again = new Shell();
        File.Copy(file, Path.Combine(again.Folder, Path.GetFileName(file)));
        Assert.Equal(0, again.Run(["import", Path.GetFileName(file), "--as", "suspected", "--on", "2020-12-31", "--organisation", "Mine action centre",
            "--baseline", "--accept", "a copy", "--apply"]));
        Assert.Equal(Areas().Select(Tell), again.Json("areas", "--as-of", "2020-12-31").GetProperty("areas").EnumerateArray().Select(Tell));
    }

    [Fact]
    public async Task Who_closed_an_area_in_another_s_name_or_in_none_is_told_by_verb_and_page()
    {
        Import("a.geojson", Collection(Square(0, 0, 20, Coded("A")), Square(100, 0, 20, Coded("B"))));
        Import("c.geojson", Collection(Square(0, 0, 10, """{"code":"C-1","hazard_code":"B"}"""), Square(10, 0, 10, """{"code":"C-2"}"""),
            Square(0, 10, 10, """{"code":"C-3","hazard_code":"A"}""")), "cleared", "2016-06-30");
        Assert.Equal(0, _shell.Run("areas", "A", "--as-of", "2020-12-31"));
        Assert.Contains("2016-06-30 released 8,762 m² of it: C-1, recorded under B (clearance, Mine action centre, acceptance 2)", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("C-2, recorded under no area (", _shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("C-3, recorded under", _shell.Out, StringComparison.Ordinal);
        var released = Areas("A").Single().GetProperty("releasedBy").EnumerateArray().ToList();
        Assert.Equal([("C-1", "B", false), ("C-2", null, false), ("C-3", "A", true)], released.Select(r =>
            (r.GetProperty("code").GetString(), r.GetProperty("area").GetString(), r.GetProperty("own").GetBoolean())));
        Assert.Equal(Areas("A").Single().GetProperty("releasedSquareMetres").GetDecimal(), released.Sum(r => r.GetProperty("squareMetres").GetDecimal()));

        var cancel = TestContext.Current.CancellationToken;
        using var programme = Furrow.Server.Programmes.Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        await using var app = Furrow.Server.Serve.FurrowServer.Build(programme, new Furrow.Server.Programmes.ServeOptions(Port: 0));
        await app.StartAsync(cancel);
        using var client = new HttpClient { BaseAddress = new Uri(Furrow.Server.Serve.FurrowServer.AddressOf(app)) };
        var page = await client.GetStringAsync("/areas/A?date=2020-12-31", cancel);
        var section = page[page.IndexOf("Released by reports that name another area", StringComparison.Ordinal)..];
        Assert.True(section.Contains(">C-1<", StringComparison.Ordinal) && section.Contains(">C-2<", StringComparison.Ordinal)
            && section.Contains("/areas/B", StringComparison.Ordinal) && !section.Contains(">C-3<", StringComparison.Ordinal));
        await app.StopAsync(cancel);
    }

    [Fact]
    public void Of_a_hundred_codes_three_come_twice_and_the_others_are_kept()
    {
        var plan = Import("codes.geojson", Collection([.. Enumerable.Range(0, 100).Select(i =>
            Square(20 * i, 0, 10, Coded($"SHA-{(i < 97 ? i : i - 97):000}")))]));
        var doubles = plan.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("key").GetString()!.StartsWith("duplicate-code", StringComparison.Ordinal));
        Assert.Equal(3, doubles.GetProperty("findings").GetInt32());
        var areas = Areas();
        Assert.Equal((100, 97), (areas.Count, areas.Count(a => a.GetProperty("hasCode").GetBoolean())));
        Assert.Equal(["SHA-000~2", "SHA-001~2", "SHA-002~2"],
            areas.Where(a => !a.GetProperty("hasCode").GetBoolean()).Select(a => a.GetProperty("label").GetString()));
        Assert.All(areas, a => Assert.Equal(1, a.GetProperty("reports").GetArrayLength()));
    }

    [Fact]
    public void Rows_of_one_code_on_the_same_ground_and_a_later_survey_under_its_code_are_one_area()
    {
        Import("one.geojson", Collection(Square(0, 0, 20, Coded("KP 1")), Square(10, 0, 20, Coded("kp1")), Square(90, 0, 10, Coded("KP 2"))));
        Import("two.geojson", Collection(Square(0, 0, 10, Coded("KP-1".Replace("-", "\u00A0", StringComparison.Ordinal)))), "confirmed", "2016-06-30");
        Assert.Equal([("KP 1", 3), ("KP 2", 1)], Areas().Select(a => (a.GetProperty("label").GetString(), a.GetProperty("reports").GetArrayLength())));
    }

    [Fact]
    public void Codes_made_of_files_and_rows_join_nothing_and_make_way_for_codes_somebody_gave()
    {
        Import("field.geojson", Collection(Square(0, 0), Square(100, 0)));
        Import("field.geojson", Collection(Square(200, 0, 10, """{"note":"other rows, same name of the file"}"""), Square(300, 0)));
        Import("third.geojson", Collection(Square(400, 0, 10, Coded("field/1")), Square(500, 0, 10, Coded("third/3")), Square(600, 0)));
        var areas = Areas();
        Assert.Equal(7, areas.Count);
        Assert.All(areas, a => Assert.Equal(1, a.GetProperty("reports").GetArrayLength()));
        Assert.Equal(["field/1", "third/3"], areas.Where(a => a.GetProperty("hasCode").GetBoolean()).Select(a => a.GetProperty("code").GetString()).Order());
        Assert.Contains("third/3~2", areas.Select(a => a.GetProperty("label").GetString()));
    }

    [Fact]
    public void An_area_without_a_code_is_asked_for_by_its_id_and_keeps_it_through_corrections_until_somebody_gives_a_code()
    {
        Import("field.geojson", Collection(Square(0, 0)));
        var id = Areas().Single().GetProperty("code").GetString()!;
        Assert.True(AreaCode.IsNameless(id));
        Assert.Equal("field/1", Areas(id).Single().GetProperty("label").GetString());
        Import("mend.geojson", Collection(Square(0, 0, 20, """{"corrects":"field/1"}""")));
        Assert.Equal((id, 35_000m), (Areas().Single().GetProperty("code").GetString(), Of(Areas().Single(), "registered")));
        Import("named.geojson", Collection(Square(0, 0, 20, """{"corrects":"mend/1","hazard_code":"KP 7"}""")));
        Assert.Equal("KP 7", Areas().Single().GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("KIRAÇ-1", "kıraç-1")]
    [InlineData("GÖRANBOY 7", "GO\u0308RANBOY-7")]
    [InlineData("İMİŞLİ-3", "imis\u0327li-3")]
    public void Letters_that_people_read_as_one_are_one_code(string first, string later)
    {
        later = first.Contains(' ', StringComparison.Ordinal) ? later.Replace('-', ' ') : later;
        Import("a.geojson", Collection(Square(0, 0, 20, Coded(first))));
        Import("b.geojson", Collection(Square(100, 0, 20, Coded(later))), "confirmed", "2016-06-30");
        var area = Areas().Single();
        Assert.Equal((first, 2), (area.GetProperty("code").GetString(), area.GetProperty("reports").GetArrayLength()));
        Assert.Single(Areas(later));
    }
}
