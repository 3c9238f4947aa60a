using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>How the zone changes whose days a programme counts by.</summary>
public static class TimeZoneRules
{
    /// <param name="isKnown">Whether the rules of a zone are known here, by its IANA id: they are data of the rim.</param>
    public static Outcome<IReadOnlyList<IFact>> TakeEffect(ProgrammeState state, string zone, Func<string, bool> isKnown, string by, DateTimeOffset at,
        string reason) =>
        !isKnown(zone) ? Problems.TimeZoneUnknown(zone)
        : zone == state.TimeZone ? Problems.TimeZoneInEffect(zone)
        : string.IsNullOrWhiteSpace(reason) ? Problems.ReasonMissing("change the time zone")
        : new Outcome<IReadOnlyList<IFact>>([new TimeZoneTookEffect(zone, by, at, reason)], null);
}
