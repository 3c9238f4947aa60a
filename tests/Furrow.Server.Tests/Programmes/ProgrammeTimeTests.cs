using System.Globalization;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Programmes;

public sealed class ProgrammeTimeTests
{
    private static ProgrammeTime Of(string zone) => ProgrammeTime.Of(ProgrammeState.Empty.Apply(new Placed(1,
        DateTimeOffset.UnixEpoch, Act.Unread, new ProgrammeOpened(Guid.Empty, "p", false, "default", 1, 1, zone))));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Nights between two days, and the hours that come twice or never when clocks are moved.</summary>
    [Theory]
    [InlineData("UTC", "2026-03-01T23:59:59Z", "2026-03-01 23:59 UTC", "2026-03-01T23:59:59+00:00")]
    [InlineData("Asia/Baku", "2026-03-01T19:59:00Z", "2026-03-01 23:59 +04:00", "2026-03-01T23:59:00+04:00")]
    [InlineData("Asia/Baku", "2026-03-01T20:00:00Z", "2026-03-02 00:00 +04:00", "2026-03-02T00:00:00+04:00")]
    [InlineData("Asia/Kabul", "2026-03-01T19:30:00Z", "2026-03-02 00:00 +04:30", "2026-03-02T00:00:00+04:30")]
    [InlineData("America/Bogota", "2026-03-01T04:59:00Z", "2026-02-28 23:59 -05:00", "2026-02-28T23:59:00-05:00")]
    [InlineData("Europe/Sarajevo", "2026-03-29T00:59:00Z", "2026-03-29 01:59 +01:00", "2026-03-29T01:59:00+01:00")]
    [InlineData("Europe/Sarajevo", "2026-03-29T01:00:00Z", "2026-03-29 03:00 +02:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Sarajevo", "2026-10-25T00:30:00Z", "2026-10-25 02:30 +02:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("Europe/Sarajevo", "2026-10-25T01:30:00Z", "2026-10-25 02:30 +01:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("Europe/Sarajevo", "2026-06-30T22:00:00+00:00", "2026-07-01 00:00 +02:00", "2026-07-01T00:00:00+02:00")]
    public void A_moment_is_the_day_and_the_hour_it_is_in_the_zone_of_the_programme(string zone, string moment, string minute, string second)
    {
        var (time, at) = (Of(zone), Moment(moment));
        Assert.Equal((minute, second), (time.Minute(at), time.Second(at)));
        Assert.Equal(minute[..10], time.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal((zone, null), (time.Id, time.Lack));
    }

    [Fact]
    public void Without_a_zone_it_knows_a_programme_counts_by_UTC_and_says_so()
    {
        var time = Of("Mars/Olympus");
        Assert.Equal("UTC", time.Id);
        Assert.Contains("does not know the time zone Mars/Olympus", time.Lack, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 1), time.DayOf(Moment("2026-03-01T23:30:00Z")));
    }

    [Theory]
    [InlineData("Europe/Sarajevo", true)]
    [InlineData("UTC", true)]
    [InlineData("Asia/Istanbul", true)]
    [InlineData("europe/sarajevo", false)]
    [InlineData("CEST", false)]
    [InlineData("", false)]
    [InlineData("+04:00", false)]
    public void Zones_are_known_by_their_IANA_ids(string id, bool isKnown) => Assert.Equal(isKnown, ProgrammeTime.IsKnown(id));

    [Theory]
    [InlineData("Asia/Baku", null, "Asia/Baku")]
    [InlineData("Asia/Baku", "Europe/Sarajevo", "Europe/Sarajevo")]
    [InlineData("Nowhere at all", null, "UTC")]
    [InlineData("Etc/UTC", null, "UTC")]
    [InlineData("Zulu", null, "UTC")]
    public void A_new_programme_takes_the_zone_asked_for_or_that_of_the_machine(string machine, string? asked, string taken) =>
        Assert.Equal(taken, ProgrammeTime.ForNew(asked, new Machine(machine)).Value);

    [Fact]
    public void An_unknown_zone_asked_for_is_refused_by_name() =>
        Assert.Contains("'Baku'", ProgrammeTime.ForNew("Baku", new Machine("Asia/Baku")).Problem!.Sentence, StringComparison.Ordinal);

    private sealed class Machine(string zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found
            : TimeZoneInfo.CreateCustomTimeZone(zone, TimeSpan.FromHours(3), zone, zone);
    }
}
