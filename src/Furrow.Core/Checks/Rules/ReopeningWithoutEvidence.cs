using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>Released land stays released until a re-opening with its own evidence.</summary>
public static class ReopeningWithoutEvidence
{
    public static readonly Check Check = new("reopening-without-evidence", Severity.Error, "A re-opening gives no evidence of its own.", Judge)
    {
        Concerns = s => s.Report.Evidence.Count == 0,
    };

    private static readonly Fix Attach = new("add-evidence",
        $"Add the find, accident or observation that led to it, with place and date; without any, report an investigation instead.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        if (s.Report.Evidence.Count > 0)
        {
            yield break;
        }

        for (var i = 0; i < s.Report.Parts.Count; i++)
        {
            if (s.Report.Parts[i].Effect is LandEffect.ReopenSuspected or LandEffect.ReopenConfirmed)
            {
                yield return s.Found(Check, s.Report.Organisation, $"Released land is re-opened without any evidence.", Attach, i, s.AreaMicroOf(i));
                yield break;
            }
        }

        if (s.Report.Kind == ReportKind.Reopening)
        {
            yield return s.Found(Check, s.Report.Organisation, $"A re-opening without any evidence.", Attach);
        }
    }
}
