using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>Land that two records of one organisation both report as hazard, or both as released.</summary>
public static class OverlapOwn
{
    public static readonly Check Check = new("overlap", Severity.Notice, "Two records of one organisation report the same land for the same purpose.",
        s => Judge(s, false))
    {
        Concerns = s => s.Overlaps.Count > 0,
    };

    private static readonly Fix Lineage = new("say-lineage",
        $"If one continues the other, name the same hazardous area or its predecessor; if the drawings are only careless, accept: the land is counted once.");

    internal static IEnumerable<Finding> Judge(CheckSubject s, bool otherOrganisation)
    {
        foreach (var pair in s.Overlaps)
        {
            if (IsFinding(s, pair) && IsOther(pair) == otherOrganisation)
            {
                yield return s.Found(otherOrganisation ? OverlapOtherOrganisation.Check : Check, CauseOf(pair),
                    SentenceOf(pair, otherOrganisation),
                    otherOrganisation ? OverlapOtherOrganisation.Settle : Lineage, pair.First.Part, pair.AreaMicro ?? 0, pair.At);
            }
        }
    }

    private static Phrase SentenceOf(OverlapPair pair, bool otherOrganisation) => (pair.AreaMicro, otherOrganisation) switch
    {
        ({ } micro, true) => $"{AreaText.Whole(micro)} m² are also reported by {pair.Second.ReportCode} of {pair.Second.Organisation}.",
        ({ } micro, false) => $"{AreaText.Whole(micro)} m² are also reported by {pair.Second.ReportCode}.",
        (null, true) => $"Land too intricate to measure here is also reported by {pair.Second.ReportCode} of {pair.Second.Organisation}.",
        _ => $"Land too intricate to measure here is also reported by {pair.Second.ReportCode}.",
    };

    /// <summary>Two names as one cause, whichever came first.</summary>
    internal static string PairOf(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? $"{a} / {b}" : $"{b} / {a}";

    private static string CauseOf(OverlapPair pair) =>
        $"{PairOf(pair.First.Organisation, pair.Second.Organisation)}, {(EffectClass.IsRelease(pair.First.Effect) ? "releases" : "hazards")}";

    private static bool IsOther(OverlapPair pair) => !Codes.AreSame(pair.First.Organisation, pair.Second.Organisation);

    private static bool IsFinding(CheckSubject s, OverlapPair pair)
    {
        var purpose = EffectClass.Of(pair.First.Effect);
        return purpose is LandPurpose.Hazard or LandPurpose.Release
            && purpose == EffectClass.Of(pair.Second.Effect)
            && (pair.First.Kinds & pair.Second.Kinds) != 0
            && pair.Second.Report != s.Report.Corrects
            && !(pair.AreaMicro < (long)(s.Context.Settings.OverlapIgnoredBelowSquareMetres * AreaText.MicroPerSquareMetre))
            && !IsSameHazard(s, pair, purpose);
    }

    /// <summary>A hazard surveyed again, split or merged meets its own older record by right.</summary>
    private static bool IsSameHazard(CheckSubject s, OverlapPair pair, LandPurpose purpose)
    {
        if (purpose != LandPurpose.Hazard || pair.Second.HazardousArea is not { } other)
        {
            return false;
        }

        return Codes.AreSame(ReportClaims.HazardousArea(s.Report, ReportClaims.OwnArea(s.Report)), other)
            || s.Report.Predecessors.Contains(other, Codes.Comparer)
            || s.Report.Aliases.Contains(other, Codes.Comparer);
    }
}
