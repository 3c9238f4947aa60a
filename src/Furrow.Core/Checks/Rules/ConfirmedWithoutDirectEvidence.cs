using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>A hazard is confirmed by direct evidence; on indirect evidence it is suspected.</summary>
public static class ConfirmedWithoutDirectEvidence
{
    public static readonly Check Check = new("confirmed-without-direct-evidence", Severity.Warning, "A confirmed hazard names no direct evidence.", Judge);

    private static readonly Fix AddOrSuspect = new("add-evidence-or-suspect",
        $"Add the direct evidence with its place and date, or report the area as suspected.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        var part = MinimumFields.Missing(s.Report).Any(f => f.Name == MinimumFields.DirectEvidence)
            ? s.Report.Parts.TakeWhile(p => !MinimumFields.IsConfirmation(p)).Count() : -1;
        if (part >= 0)
        {
            yield return s.Found(Check, s.Report.Organisation, $"Confirmed, but no direct evidence is named.", AddOrSuspect, part, s.AreaMicroOf(part));
        }
    }
}
