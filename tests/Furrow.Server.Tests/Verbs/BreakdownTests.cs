using System.Text.Json;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>Balances broken down, on the command line.</summary>
public sealed class BreakdownTests : IDisposable
{
    private readonly Shell _shell = new();

    public BreakdownTests()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, 20), Square(100, 0)));
        _shell.Write("b.geojson", Collection(Square(0, 0, 10)));
        Take("a.geojson", "suspected", "2015-12-31", "mines");
        Take("b.geojson", "cleared", "2016-06-30", "ap-mines");
    }

    public void Dispose() => _shell.Dispose();

    private void Take(string file, string word, string on, string kinds) => Assert.Equal(0, _shell.Run("import", file, "--as", word, "--on", on,
        "--organisation", "Mine action centre", "--baseline", "--kind", kinds, "--accept", "old archive", "--apply"));

    private static decimal AreaOf(JsonElement balance, string status) => balance.GetProperty("accounts").EnumerateArray()
        .Where(a => a.GetProperty("status").GetString() == status).Sum(a => a.GetProperty("areaSquareMetres").GetDecimal());

    [Fact]
    public void The_balance_by_municipality_splits_at_the_border_and_sums_to_the_whole()
    {
        _shell.Write("m.geojson", Collection(Square(-50, -50, 55, """{"shapeName":"West"}"""), Square(5, -50, 500, """{"shapeName":"East"}""")));
        var balance = _shell.Json("balance", "--as-of", "2016-12-31", "--by", "municipality", "--places", "m.geojson");
        Assert.Equal(("municipality", "m.geojson"), (balance.GetProperty("by").GetString(), balance.GetProperty("places").GetString()));
        var rows = balance.GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(rows, r => r.GetProperty("group").GetString() == "West");
        Assert.Equal(AreaOf(balance, "suspected"), rows.Sum(r => AreaOf(r, "suspected")));
        Assert.Equal(0, _shell.Run("balance", "--as-of", "2016-12-31", "--by", "municipality", "--places", "m.geojson"));
        Assert.Contains("Trial balance: 0", _shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_in_the_ledger_split_as_their_file_does_and_say_whose_they_are()
    {
        _shell.Write("m.geojson", Collection(Square(-50, -50, 55, """{"shapeName":"West"}"""), Square(5, -50, 500, """{"shapeName":"East"}""")));
        _shell.Write("one.geojson", Collection(Square(-50, -50, 600, """{"shapeName":"All"}""")));
        string[] ask = ["balance", "--as-of", "2016-12-31", "--by", "municipality"];
        Assert.NotEqual(0, _shell.Run(ask));
        Assert.Contains("[places-missing]", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("places", "load", "m.geojson", "--name", "Municipalities", "--source", "State survey", "--version", "2013"));
        var byFile = _shell.Json([.. ask, "--places", "m.geojson"]);
        foreach (var named in (string[][])[[], ["--places", "municipalities"], ["--places", "Municipalities 2013"]])
        {
            var byName = _shell.Json([.. ask, .. named]);
            Assert.Equal(byFile.GetProperty("rows").GetRawText(), byName.GetProperty("rows").GetRawText());
            Assert.Equal(("Municipalities", "2013", "State survey"), (byName.GetProperty("places").GetString(),
                byName.GetProperty("placesVersion").GetString(), byName.GetProperty("placesSource").GetString()));
        }

        Assert.Equal(0, _shell.Run("places", "load", "one.geojson", "--name", "Municipalities", "--source", "State survey", "--version", "2026"));
        Assert.Equal(0, _shell.Run(ask));
        Assert.Contains("boundaries of Municipalities 2026 (State survey)", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(byFile.GetProperty("rows").GetRawText(), _shell.Json([.. ask, "--places", "Municipalities 2013"]).GetProperty("rows").GetRawText());
        Assert.Equal([2, 1], _shell.Json("places", "list").GetProperty("places").EnumerateArray().Select(s => s.GetProperty("names").GetArrayLength()));
        Assert.NotEqual(0, _shell.Run([.. ask, "--places", "Districts"]));
        Assert.Contains("[places-unknown]", _shell.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, _shell.Run("places", "load", "m.geojson", "--name", "Municipalities", "--source", "x", "--version", "2013"));
        Assert.Contains("[places-loaded-already]", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_balance_by_kind_gives_each_kind_its_own_account_and_no_sum()
    {
        var balance = _shell.Json("balance", "--as-of", "2016-12-31", "--by", "kind");
        var rows = balance.GetProperty("rows").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r =>
        {
            var alone = _shell.Json("balance", "--as-of", "2016-12-31", "--kind", r.GetProperty("group").GetString()!);
            Assert.Equal((AreaOf(alone, "suspected"), AreaOf(alone, "cleared")), (AreaOf(r, "suspected"), AreaOf(r, "cleared")));
        });
        Assert.Equal(0, _shell.Run("balance", "--as-of", "2016-12-31", "--by", "kind"));
        Assert.Contains("overall", _shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sum", _shell.Out, StringComparison.Ordinal);
    }
}
