using System.Globalization;
using System.Text.Json;
using Furrow.Core.Log;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Furrow.Store;
using Furrow.Store.Sqlite;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>It is 21:30 UTC on the first of March: the second in Baku. Verbs, pages, the API and imports agree which day it is.</summary>
public sealed class TimeZoneTests : IDisposable
{
    private readonly Shell _shell = new(new DateTimeOffset(2026, 3, 1, 21, 30, 0, TimeSpan.Zero));

    private string Ledger => Path.Combine(_shell.Folder, "programme.furrow");

    public void Dispose() => _shell.Dispose();

    private int Import(string zone, params string[] more)
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}""")));
        return _shell.Run(["import", "a.geojson", "--as", "suspected", "--on", "2026-03-02", "--organisation", "Survey office", "--baseline", "--accept", "old",
            "--time-zone", zone, .. more]);
    }

    [Theory]
    [InlineData("UTC", "2026-03-01", true)]
    [InlineData("Asia/Baku", "2026-03-02", false)]
    public async Task Today_is_one_day_in_verbs_pages_the_API_and_the_checks_of_an_import(string zone, string today, bool isFuture)
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(0, Import(zone, "--apply", "--json"));
        var groups = JsonDocument.Parse(_shell.Out).RootElement.GetProperty("groups").EnumerateArray().Select(g => g.ToString());
        Assert.Equal(isFuture, groups.Any(g => g.Contains("future", StringComparison.Ordinal)));
        Assert.Equal((today, zone), Asked(_shell.Json("balance"), "asOf", "timeZone"));
        Assert.Equal((today, zone), Asked(_shell.Json("time-zone", "show"), "today", "timeZone"));

        using var programme = Programme.OpenForReading(Ledger).Get();
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0, Clock: _shell.Clock));
        await app.StartAsync(cancel);
        using var client = new HttpClient { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        Assert.Equal((today, zone), Asked(JsonDocument.Parse(await client.GetStringAsync("/api/programme", cancel)).RootElement, "today", "timeZone"));
        Assert.Equal(today, JsonDocument.Parse(await client.GetStringAsync("/api/spot?lon=10.0005&lat=45.0005", cancel)).RootElement.GetProperty("date").GetString());
        Assert.Contains($"value=\"{today}\"", await client.GetStringAsync("/balance", cancel), StringComparison.Ordinal);
        Assert.Contains(zone == "UTC" ? "2026-03-01 21:30 UTC" : "2026-03-02 01:30 +04:00",
            System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/about", cancel)), StringComparison.Ordinal);
        await app.StopAsync(cancel);
    }

    [Fact]
    public void A_zone_is_refused_by_name_when_unknown_and_when_it_contradicts_the_ledger()
    {
        Assert.Equal(1, Import("Baku", "--apply"));
        Assert.Contains("'Baku' is not known here", _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("programme.furrow"));
        Assert.Equal(0, Import("Asia/Baku", "--apply"));
        Assert.Equal(1, Import("Europe/Sarajevo", "--apply"));
        Assert.Contains("You said Europe/Sarajevo, and this programme counts its days by Asia/Baku", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run("time-zone", "set", "Asia/Nowhere", "--reason", "why"));
        Assert.Contains("[time-zone-unknown]", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_changes_by_an_entry_and_moments_are_told_in_it()
    {
        Import("Asia/Baku", "--apply");
        _shell.Run("acceptances");
        Assert.Contains("2026-03-02 01:30 +04:00", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("time-zone", "set", "America/Bogota", "--reason", "the office moved"));
        _shell.Run("acceptances");
        Assert.Contains("2026-03-01 16:30 -05:00", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("verify"));
    }

    /// <summary>Hours near midnight as operators' exports have them: the day in the zone of the programme, and said.</summary>
    [Fact]
    public void An_hour_with_a_zone_is_the_day_it_was_where_the_programme_counts_and_that_is_said()
    {
        string[] dates = ["2015-12-31T22:00:00Z", "2016-01-01 06:30:00", "2016-01-01T00:00:00+02:00", "1/13/2016 12:00:00 AM", "2016-01-01 06:30:00.000 UTC",
            "2016-01-01 06:30 CET", "2016-01-01 25:00"];
        _shell.Write("t.csv", "Code,Date,Latitude,Longitude\n" + string.Concat(dates.Select((d, i) => $"A-{i},{d},44.{i + 1},18.1\n")));
        var plan = _shell.Json("import", "t.csv", "--as", "suspected", "--organisation", "Survey office", "--time-zone", "Europe/Sarajevo", "--apply");
        using var programme = Programme.OpenForReading(Ledger).Get();
        Assert.Equal(["2015-12-31", "2016-01-01", "2015-12-31", "2016-01-13", "2016-01-01"],
            programme.State.Reports.OrderBy(r => r.Packed.Code, StringComparer.Ordinal).Select(r => r.Report.End.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(2, plan.GetProperty("account").GetProperty("refused").GetInt32());
        Assert.Contains(plan.GetProperty("warnings").EnumerateArray(), w => w.GetString()!.Contains(
            "3 dates are hours with a time zone: each is the day it was in Europe/Sarajevo, by which the programme counts. For 1 that is another day",
            StringComparison.Ordinal));
        Assert.Contains("2016-01-01T00:00:00+02:00 is 2015-12-31 where the programme counts its days.", plan.GetProperty("rows").ToString(), StringComparison.Ordinal);
    }

    private static (string?, string?) Asked(JsonElement answer, string first, string second) =>
        (answer.GetProperty(first).GetString(), answer.GetProperty(second).GetString());
}
