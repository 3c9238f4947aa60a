using Furrow.Core.Land;

namespace Furrow.Server.Answers;

/// <summary>The look of what a part of a report says, which is not what the land is: that follows from all reports together.</summary>
public static class EffectStyle
{
    public static LandStatus Of(LandEffect? effect) => effect switch
    {
        LandEffect.Suspect or LandEffect.ReopenSuspected => LandStatus.Suspected,
        LandEffect.Confirm or LandEffect.ReopenConfirmed => LandStatus.Confirmed,
        LandEffect.FindNoEvidence => LandStatus.SurveyedNoEvidence,
        LandEffect.Cancel or LandEffect.Discredit => LandStatus.Cancelled,
        LandEffect.Reduce => LandStatus.Reduced,
        LandEffect.Clear => LandStatus.Cleared,
        LandEffect.Investigate => LandStatus.ReleasedUnderInvestigation,
        _ => LandStatus.Unrecorded,
    };
}
