using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>The versions a programme is computed and judged by: the arithmetic of the land engine, the table of moves, the profile. They take effect by
/// an entry, so that a new program never changes old answers by itself.</summary>
public readonly record struct ProgrammeVersions(int Engine, int Moves, int Profile)
{
    /// <summary>What new programmes begin with.</summary>
    public static readonly ProgrammeVersions Newest = new(1, Land.Moves.Version, 1);

    /// <summary>What this release can compute with.</summary>
    public static readonly IReadOnlyList<ProgrammeVersions> Known = [Newest];

    /// <summary>The genesis entry names the profile, whose first version takes effect with it.</summary>
    public static ProgrammeVersions Of(ProgrammeOpened opened) => new(opened.EngineVersion, opened.MovesVersion, 1);

    public static ProgrammeVersions Of(VersionsTookEffect fact) => new(fact.EngineVersion, fact.MovesVersion, fact.ProfileVersion);

    /// <summary>The fact names versions only a later release can compute with: to this one it is a fact it does not know.</summary>
    public static bool AreOfALaterRelease(IFact fact) => fact switch
    {
        ProgrammeOpened opened => !Known.Contains(Of(opened)),
        VersionsTookEffect changed => !Known.Contains(Of(changed)),
        _ => false,
    };

    public override string ToString() => $"engine {Engine}, table of moves {Moves}, profile {Profile}";
}

/// <summary>How versions change.</summary>
public static class VersionRules
{
    public static Ruling TakeEffect(IKnown known, Act act, SetVersions intent)
    {
        var now = known.Of<ProgrammeRecord>().Versions;
        return TakeEffect(known, act, new ProgrammeVersions(intent.Engine ?? now.Engine, intent.Moves ?? now.Moves, intent.Profile ?? now.Profile));
    }

    public static Ruling TakeEffect(IKnown known, Act act, ProgrammeVersions wanted) =>
        !ProgrammeVersions.Known.Contains(wanted) ? Problems.VersionsUnknown(wanted.ToString(), string.Join("; ", ProgrammeVersions.Known))
        : wanted == known.Of<ProgrammeRecord>().Versions ? Problems.VersionsInEffect(wanted.ToString())
        : act.IsWithoutReason ? Problems.ReasonMissing("change versions")
        : [new VersionsTookEffect(wanted.Engine, wanted.Moves, wanted.Profile)];
}
