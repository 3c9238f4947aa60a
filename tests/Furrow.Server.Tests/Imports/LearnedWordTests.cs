using System.Text.Json;
using Furrow.Core.Vocabulary;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>What somebody said once of a word is known to the programme: learned with the batch, used by the next, forgotten on demand.</summary>
public sealed class LearnedWordTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private static string Status(int x, string word) => Square(x, 0, properties: $$"""{"status":"{{word}}"}""");

    private int Import(string file, params string[] more) => _shell.Run(["import", file, "--as", "mapped", "--on", "2016-01-15", "--organisation", "EXERCISE", .. more]);

    [Fact]
    public void A_word_is_asked_about_once()
    {
        _shell.Write("a.geojson", Collection(Status(0, "Finished"), Status(100, "cleared")));
        Assert.Equal(1, Import("a.geojson", "--apply"));
        Assert.Contains("status: 'Finished' = ? (not known)", _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("programme.furrow"));

        Assert.Equal(0, Import("a.geojson", "--map", "status:Finished=cleared", "--apply"));
        Assert.Equal("Finished", Assert.Single(_shell.Json("list", "words").GetProperty("rows").EnumerateArray()).GetProperty("word").GetString());

        _shell.Write("b.geojson", Collection(Status(200, "finished"), Status(300, "cleared")));
        Assert.Equal(0, Import("b.geojson"));
        Assert.Contains("Known in this programme since 2026-03-01.", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("2 accepted", _shell.Out, StringComparison.Ordinal);

        Assert.Equal(0, Import("b.geojson", "--map", "status:finished=reduced", "--rows", "all"));
        Assert.Equal(0, _shell.Run("word", "forget", "Finished", "--reason", "wrong"));
        Assert.Equal(1, Import("b.geojson"));
        Assert.Contains("To be said or confirmed before anything is applied: 1", _shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_organisations_and_units_are_learned_too()
    {
        const string Rows = "Code,Status,Method,Agency,Area (stremma),Lat,Lon\nA1,cleared,man.,NGO-1,5,44.1,17.5\n";
        _shell.Write("a.csv", Rows);
        Assert.Equal(0, Import("a.csv", "--map", "Method:man.=manual", "--map", "Agency:NGO-1=EXERCISE team", "--column", "Area (stremma)=dunam", "--apply"));
        var words = _shell.Json("list", "words").GetProperty("rows").EnumerateArray().Select(w => $"{w.GetProperty("field")} {w.GetProperty("word")} {w.GetProperty("meaning")}");
        Assert.Equal(["method man. manual", "organisation NGO-1 EXERCISE team", "unit stremma dunam"], words.Order(StringComparer.Ordinal));

        _shell.Write("b.csv", Rows.Replace("A1", "B1", StringComparison.Ordinal).Replace("44.1", "44.2", StringComparison.Ordinal));
        Assert.Equal(0, Import("b.csv", "--json", "--apply"));
        var read = JsonDocument.Parse(_shell.Out).RootElement.GetProperty("dictionary").EnumerateArray()
            .Where(e => e.GetProperty("why").GetString()?.StartsWith("Known in this programme", StringComparison.Ordinal) == true)
            .Select(e => $"{e.GetProperty("of")} {e.GetProperty("value")} {e.GetProperty("meaning")}");
        Assert.Equal(["Agency NGO-1 EXERCISE team", "Area (stremma)  dunam", "Method man. manual"], read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_unit_behind_the_numbers_is_asked_about_said_and_learned()
    {
        const string Rows = "Code,Status,Area,Depth,Lat,Lon\nA1,cleared,2 feddan,30 sm,44.1,17.5\nA2,cleared,3.5 ha,0.3 m,44.2,17.5\nA3,cleared,500 sq ft,30 sm,44.3,17.5\n";
        _shell.Write("a.csv", Rows);
        Assert.Equal(1, Import("a.csv", "--apply"));
        Assert.Contains("Area: 'feddan' = ? (not known)", _shell.Error, StringComparison.Ordinal);
        Assert.Contains("--map \"Area:feddan=UNIT\"", _shell.Out, StringComparison.Ordinal);
        Assert.NotEqual(0, Import("a.csv", "--map", "Area:feddan=large"));
        Assert.Contains("m2, ha, km2, dunam, acre, sq ft", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, Import("a.csv", "--map", "Area:FEDDAN=acre", "--baseline", "--accept", "EXERCISE", "--apply"));
        Assert.Equal("A1 8093.713 30; A2 35000 30; A3 46.452 30", Measures());
        Assert.Equal("unit feddan acre", Words());

        _shell.Write("b.csv", Rows.Replace("A1,", "B1,", StringComparison.Ordinal).Replace("44.", "45.", StringComparison.Ordinal));
        Assert.Equal(0, Import("b.csv"));
        Assert.Contains("Known in this programme since 2026-03-01.", _shell.Out, StringComparison.Ordinal);
        Import("b.csv", "--map", "Area:feddan=refuse");
        Assert.Contains("Rows with '2 feddan' are left out, as you said.", _shell.Out, StringComparison.Ordinal);
    }

    private string Words() => string.Join("; ", _shell.Json("list", "words").GetProperty("rows").EnumerateArray()
        .Select(w => $"{w.GetProperty("field")} {w.GetProperty("word")} {w.GetProperty("meaning")}"));

    private string Measures()
    {
        Assert.Equal(0, _shell.Run("export", "reports", "out.geojson", "--restricted"));
        using var written = JsonDocument.Parse(_shell.Read("out.geojson"));
        return string.Join("; ", written.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties"))
            .Select(p => FormattableString.Invariant($"{p.GetProperty("code")} {p.GetProperty("stated_area_square_metres").GetDouble():0.###} {p.GetProperty("depth_searched_cm")}"))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_negation_a_plan_or_a_doubt_is_never_learned_as_a_release()
    {
        _shell.Write("a.geojson", Collection(Status(0, "cleared")));
        Assert.Equal(0, Import("a.geojson", "--apply"));
        string[] denying = ["Not cleared", "Cleared?", "Clearance ongoing", "To be cleared", "Temizlenmedi", "не очищено", "صاف نہیں", "80 % done", "Never done",
            "Partially cleared", "No longer suspected", "Will be done", "očišćeno?", "nije završeno", "~cleared"];
        foreach (var word in denying)
        {
            Refuse(word);
        }

        Assert.Equal(0, _shell.Run("word", "learn", "--field", WordRules.Effect, "--word", "Finished", "--meaning", "cleared", "--reason", "as we say"));
    }

    private void Refuse(string word)
    {
        Assert.Equal(1, _shell.Run("word", "learn", "--field", WordRules.Effect, "--word", word, "--meaning", "cleared", "--reason", "as we say"));
        Assert.Contains("word-denies", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("word", "learn", "--field", WordRules.Effect, "--word", word, "--meaning", "confirmed", "--reason", "as we say"));
    }

    [Fact]
    public void What_is_said_of_one_file_alone_is_not_learned()
    {
        _shell.Write("a.geojson", Collection(Status(0, "Not cleared")));
        Assert.Equal(0, Import("a.geojson", "--map", "status:Not cleared=cleared", "--apply"));
        Assert.Equal(0, _shell.Json("list", "words").GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void A_proposed_word_is_learned_when_it_is_confirmed()
    {
        _shell.Write("a.geojson", Collection(Status(0, "Cleaered")));
        Assert.Equal(1, Import("a.geojson", "--apply"));
        Assert.Equal(0, Import("a.geojson", "--confirm", "m.json", "--apply"));
        Assert.True(_shell.Has("m.json"));
        Assert.Equal(1, _shell.Json("list", "words").GetProperty("rows").GetArrayLength());
        Assert.Equal(0, _shell.Run("word", "learn", "--field", WordRules.Effect, "--word", "Done", "--meaning", "cleared", "--reason", "as we say"));
        Assert.Equal(1, _shell.Run("word", "learn", "--field", WordRules.Effect, "--word", "Done", "--meaning", "clean", "--reason", "as we say"));
        Assert.Contains("word-meaning-unknown", _shell.Error, StringComparison.Ordinal);
    }
}
