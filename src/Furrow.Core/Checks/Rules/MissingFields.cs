using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>Fields a report of its kind should have by the field's minimum data requirements. One finding for each field, so that a column missing in a
/// whole file is one group.</summary>
public static class MissingFields
{
    public static readonly Check Check = new("missing-field", Severity.Notice, "A field of the minimum data is missing.", Judge);

    /// <summary>Which reports need a field, and whether one has it. History before the ledger is held to the first four only: nobody can ask any
    /// more.</summary>
    private static readonly (string Field, bool AlsoBaseline, Func<Report, bool> Needs, Func<Report, bool> Has)[] Minimum =
    [
        ("code", true, _ => true, r => !string.IsNullOrWhiteSpace(r.Code)),
        ("organisation", true, _ => true, r => !string.IsNullOrWhiteSpace(r.Organisation)),
        ("kinds", true, _ => true, r => r.Kinds != KindSet.None),
        ("polygon", true, SpeaksOfLand, r => r.Parts.Count > 0 && r.Parts.All(p => p.Shape is not null)),
        ("start date", false, IsOperation, r => r.Start is not null),
        ("method", false, IsOperation, r => r.Parts.All(p => !string.IsNullOrWhiteSpace(p.Method))),
        ("depth searched", false, r => r.Parts.Any(p => p.Effect == LandEffect.Clear),
            r => r.Parts.All(p => p.Effect != LandEffect.Clear || p.DepthSearchedCm is not null)),
        ("hazardous area", false, IsRelease, r => !string.IsNullOrWhiteSpace(r.HazardousArea)),
        ("reference point", false, IsHazard, r => r.ReferencePoint is not null),
        ("benchmark", false, r => IsHazard(r) || IsOperation(r), r => r.Benchmark is not null),
        ("evidence", false, IsHazard, r => r.Evidence.Count > 0),
        ("handed over to", false, r => r.Parts.Any(p => p.Effect == LandEffect.HandOver), r => !string.IsNullOrWhiteSpace(r.HandedOverTo)),
    ];

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var (field, alsoBaseline, needs, has) in Minimum)
        {
            if ((alsoBaseline || !s.Report.Baseline) && needs(s.Report) && !has(s.Report))
            {
                var sentence = field == "polygon" ? "No polygon: the record stands in the unlocated account." : $"The {field} is missing.";
                yield return s.Found(Check, field, sentence, FixOf(field));
            }
        }
    }

    private static Fix FixOf(string field) => field == "polygon"
        ? new Fix("locate", "Report the polygon when it is known; a point or place never becomes an invented circle.")
        : new Fix("fill-in", $"Fill in the {field}, or map the column that holds it.");

    private static bool SpeaksOfLand(Report r) => r.Kind is not (ReportKind.Withdrawal or ReportKind.ResidualItem);

    private static bool IsHazard(Report r) => r.Kind is ReportKind.SuspectedHazardousArea or ReportKind.ConfirmedHazardousArea or ReportKind.Reopening;

    private static bool IsOperation(Report r) => r.Kind is ReportKind.TechnicalSurvey or ReportKind.Clearance or ReportKind.BattleAreaClearance;

    private static bool IsRelease(Report r) => IsOperation(r) || r.Kind == ReportKind.Cancellation;
}
