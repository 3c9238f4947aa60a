using System.Globalization;
using Furrow.Core;
using Furrow.Core.Programmes;
using NodaTime;
using NodaTime.TimeZones;

namespace Furrow.Server.Programmes;

/// <summary>The one place where a moment becomes a day. Verbs, pages, the API, imports, figures and prints all count by the zone of the programme, whatever
/// the zone of the machine. The rules of zones come with the program (IANA's database, from NodaTime), so that two machines never differ.</summary>
public sealed class ProgrammeTime
{
    private const string Utc = "UTC";

    private readonly DateTimeZone _zone;

    private ProgrammeTime(string id, DateTimeZone zone, string? lack) => (Id, _zone, Lack) = (id, zone, lack);

    /// <summary>UTC, where there is no programme yet.</summary>
    public static ProgrammeTime Universal { get; } = new(Utc, DateTimeZone.Utc, null);

    /// <summary>IANA id.</summary>
    public string Id { get; }

    /// <summary>Why days are counted by UTC although nobody chose it; null when somebody chose.</summary>
    public string? Lack { get; }

    public static bool IsKnown(string id) => Find(id) is not null;

    public static ProgrammeTime Of(ProgrammeState state) => state.TimeZone is not { } id ? Universal
        : Find(id) is { } zone ? new ProgrammeTime(id, zone, null)
        : new ProgrammeTime(Utc, DateTimeZone.Utc, $"This release does not know the time zone {id} of the ledger: days are counted by UTC. Upgrade.");

    /// <summary>For a new programme: the zone asked for, else the machine's, else (where that has no IANA id) UTC.</summary>
    public static Outcome<string> ForNew(string? asked, TimeProvider clock)
    {
        if (asked is not null)
        {
            return IsKnown(asked) ? asked : Problems.TimeZoneUnknown(asked);
        }

        var local = clock.LocalTimeZone;
        var id = local.HasIanaId ? local.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(local.Id, out var iana) ? iana : Utc;
        return !IsKnown(id) || TzdbDateTimeZoneSource.Default.CanonicalIdMap[id] == "Etc/UTC" ? Utc : id;
    }

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    public DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The moment with the offset its zone has then.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(_zone).ToDateTimeOffset();

    /// <summary>"2026-03-01 13:00 +01:00", or "2026-03-01 12:00 UTC": two hours that bear one name when clocks go back differ by what follows.</summary>
    public string Minute(DateTimeOffset moment) => Local(moment).ToString(Id == Utc ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>"2026-03-01T13:00:00+01:00", for files and programs.</summary>
    public string Second(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static DateTimeZone? Find(string id) => id == Utc ? DateTimeZone.Utc : TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(id)
        ? DateTimeZoneProviders.Tzdb[id] : null;
}
