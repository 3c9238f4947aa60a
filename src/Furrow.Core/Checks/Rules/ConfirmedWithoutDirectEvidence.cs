using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>A hazard is confirmed by direct evidence; on indirect evidence it is suspected.</summary>
public static class ConfirmedWithoutDirectEvidence
{
    public static readonly Check Check = new("confirmed-without-direct-evidence", Severity.Warning, "A confirmed hazard names no direct evidence.", Judge);

    private static readonly Fix AddOrSuspect = new("add-evidence-or-suspect",
        "Add the direct evidence with its place and date, or report the area as suspected.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        if (s.Report.Baseline || s.Report.Evidence.Any(e => e.Strength == EvidenceStrength.Direct))
        {
            yield break;
        }

        for (var i = 0; i < s.Report.Parts.Count; i++)
        {
            if (s.Report.Parts[i].Effect is LandEffect.Confirm or LandEffect.ReopenConfirmed)
            {
                yield return s.Found(Check, s.Report.Organisation, "Confirmed, but no direct evidence is named.", AddOrSuspect, i, s.AreaMicroOf(i));
                yield break;
            }
        }
    }
}
