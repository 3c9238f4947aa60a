using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>A field a report of its kind is expected to fill in. Never a reason to refuse it.</summary>
/// <param name="Name">In the words of the form.</param>
/// <param name="Needs">Which reports are expected to have it.</param>
/// <param name="Has">Whether one has it.</param>
/// <param name="OfHistory">Also expected of history before the ledger, of which nobody can ask more.</param>
public sealed record MinimumField(string Name, Func<Report, bool> Needs, Func<Report, bool> Has, bool OfHistory = false);

/// <summary>The one table of the field's minimum data (GICHD draft minimum data requirements, IMAS 05.10) that is expected and never refused; the
/// form's list of what a report lacks and the check of missing fields both read it. What a report cannot come in without stands in
/// <see cref="MinimumData"/>.</summary>
public static class MinimumFields
{
    public const string Polygon = "polygon";
    public const string DirectEvidence = "direct evidence";

    public static readonly IReadOnlyList<MinimumField> All =
    [
        new(Polygon, SpeaksOfLand, r => r.Parts.All(p => p.Shape is not null), OfHistory: true),
        new("start date", IsOperation, r => r.Start is not null),
        new("team", IsOperation, r => !string.IsNullOrWhiteSpace(r.Team)),
        new("method", r => r.Parts.Any(IsWork), r => r.Parts.All(p => !IsWork(p) || !string.IsNullOrWhiteSpace(p.Method))),
        new("depth searched", r => r.Parts.Any(IsBelowGround), r => r.Parts.All(p => !IsBelowGround(p) || p.DepthSearchedCm is not null)),
        new("hazardous area", IsRelease, r => !string.IsNullOrWhiteSpace(r.HazardousArea)),
        new("reference point", r => ReportKinds.IsHazard(r) || IsOperation(r), r => r.ReferencePoint is not null),
        new("benchmark", r => ReportKinds.IsHazard(r) || IsOperation(r), r => r.Benchmark is not null),
        new("evidence", ReportKinds.IsHazard, r => r.Evidence.Count > 0),
        new(DirectEvidence, r => r.Parts.Any(IsConfirmation), r => r.Evidence.Any(e => e.Strength == EvidenceStrength.Direct)),
    ];

    /// <summary>Fields the report should have and does not.</summary>
    public static IEnumerable<MinimumField> Missing(Report report) =>
        All.Where(f => (f.OfHistory || !report.Baseline) && f.Needs(report) && !f.Has(report));

    /// <summary>A part that makes a confirmed hazard: it stands on direct evidence.</summary>
    public static bool IsConfirmation(ReportPart part) => part.Effect is LandEffect.Confirm or LandEffect.ReopenConfirmed;

    private static bool SpeaksOfLand(Report r) => r.Kind is not (ReportKind.Withdrawal or ReportKind.ResidualItem);

    private static bool IsOperation(Report r) =>
        r.Kind is ReportKind.TechnicalSurvey or ReportKind.Clearance or ReportKind.BattleAreaClearance or ReportKind.QualityControl;

    private static bool IsRelease(Report r) =>
        r.Kind is ReportKind.TechnicalSurvey or ReportKind.Clearance or ReportKind.BattleAreaClearance or ReportKind.Cancellation;

    /// <summary>Land somebody worked on: searched, or released on what was searched beside it.</summary>
    private static bool IsWork(ReportPart part) => ReportKinds.IsSearch(part.Effect) || part.Effect == LandEffect.Reduce;

    private static bool IsBelowGround(ReportPart part) => ReportKinds.IsSearch(part.Effect) && part.Effect != LandEffect.SearchSurface;
}
