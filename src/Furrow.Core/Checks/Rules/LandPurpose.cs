using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>What a part does to land, as far as doubling it matters: two hazards on one land, or two releases of one land.</summary>
internal enum LandPurpose
{
    Hazard,
    NoEvidence,
    Release,
    Other,
}

internal static class EffectClass
{
    public static LandPurpose Of(LandEffect effect) => effect switch
    {
        LandEffect.Suspect or LandEffect.Confirm or LandEffect.ReopenSuspected or LandEffect.ReopenConfirmed => LandPurpose.Hazard,
        LandEffect.FindNoEvidence => LandPurpose.NoEvidence,
        LandEffect.Cancel or LandEffect.Discredit or LandEffect.Reduce or LandEffect.Clear => LandPurpose.Release,
        _ => LandPurpose.Other,
    };

    public static bool IsRelease(LandEffect effect) => Of(effect) == LandPurpose.Release;
}
