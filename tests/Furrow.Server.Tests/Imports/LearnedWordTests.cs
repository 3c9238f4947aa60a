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
