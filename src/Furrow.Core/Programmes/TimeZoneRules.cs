using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>How the zone changes whose days a programme counts by.</summary>
public static class TimeZoneRules
{
    /// <param name="isKnown">Whether the rules of a zone are known here, by its IANA id: they are data of the rim.</param>
    public static Ruling TakeEffect(IKnown known, Act act, string zone, Func<string, bool> isKnown) =>
        !isKnown(zone) ? Problems.TimeZoneUnknown(zone)
        : zone == known.Of<ProgrammeRecord>().TimeZone ? Problems.TimeZoneInEffect(zone)
        : act.IsWithoutReason ? Problems.ReasonMissing("change the time zone")
        : [new TimeZoneTookEffect(zone)];
}
