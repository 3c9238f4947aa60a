using Furrow.Core.Programmes;
using Furrow.Server.Intents;

namespace Furrow.Server.Programmes;

/// <summary>What can be done about the programme itself.</summary>
internal sealed class ProgrammeIntents : SubjectIntents
{
    public override IEnumerable<Intent> All =>
    [
        Intent<SetTimeZone>("time-zone-set", ProgrammeIntentsJson.Default, (state, act, i) => TimeZoneRules.TakeEffect(state, act, i.Zone, ProgrammeTime.IsKnown),
            says: (state, _, _) => $"Days are counted by {state.TimeZone}", leadsTo: (_, _) => "/about"),
        Intent<SetProfile>("profile-set", ProgrammeIntentsJson.Default, ProfileRules.TakeEffect,
            says: (state, _, _) => $"The profile is at version {state.Profile.Version}"),
        Intent<SetVersions>("versions-set", ProgrammeIntentsJson.Default, VersionRules.TakeEffect, says: (state, _, _) =>
            $"Engine {state.Versions.Engine}, table of moves {state.Versions.Moves} and profile {state.Versions.Profile} are in effect",
            leadsTo: (_, _) => "/about"),
    ];
}
