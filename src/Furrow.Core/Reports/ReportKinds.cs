using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>Which effects the parts of a kind of report may have, and the names reports go by in commands, files and addresses.</summary>
public static class ReportKinds
{
    private static readonly LandEffect[] Hazard = [LandEffect.Suspect, LandEffect.Confirm];

    /// <summary>Every kind, its name and the effects its parts may have; a withdrawal has no parts.</summary>
    public static readonly IReadOnlyList<(ReportKind Kind, string Name, IReadOnlyList<LandEffect> Effects)> All =
    [
        (ReportKind.SuspectedHazardousArea, "suspected-hazardous-area", [LandEffect.Suspect]),
        (ReportKind.ConfirmedHazardousArea, "confirmed-hazardous-area", [LandEffect.Confirm, LandEffect.Suspect]),
        (ReportKind.SurveyWithoutEvidence, "survey-without-evidence", [LandEffect.FindNoEvidence]),
        (ReportKind.Cancellation, "cancellation", [LandEffect.Cancel, LandEffect.Discredit]),
        (ReportKind.TechnicalSurvey, "technical-survey",
            [LandEffect.Reduce, LandEffect.Clear, LandEffect.SearchSurface, LandEffect.Confirm, LandEffect.Suspect, LandEffect.LeaveIncomplete]),
        (ReportKind.Clearance, "clearance", [LandEffect.Clear, LandEffect.Reduce, LandEffect.Cancel, LandEffect.SearchSurface, LandEffect.LeaveIncomplete]),
        (ReportKind.BattleAreaClearance, "battle-area-clearance",
            [LandEffect.Clear, LandEffect.SearchSurface, LandEffect.Reduce, LandEffect.Cancel, LandEffect.LeaveIncomplete]),
        (ReportKind.ResidualItem, "residual-item", [LandEffect.Investigate, LandEffect.EndInvestigation]),
        (ReportKind.Reopening, "reopening", [LandEffect.ReopenSuspected, LandEffect.ReopenConfirmed]),
        (ReportKind.Custody, "custody", [LandEffect.HandOver, LandEffect.TakeBack]),
        (ReportKind.Withdrawal, "withdrawal", []),
        (ReportKind.QualityControl, "quality-control", [LandEffect.Inspect]),
    ];

    public static string NameOf(ReportKind kind) => All.First(k => k.Kind == kind).Name;

    public static bool Allows(ReportKind kind, LandEffect effect) => All.Any(k => k.Kind == kind && k.Effects.Contains(effect));

    /// <summary>A report of these kinds brings a hazardous area into being, or speaks again of one.</summary>
    public static bool IsHazard(Report report) =>
        report.Kind is ReportKind.SuspectedHazardousArea or ReportKind.ConfirmedHazardousArea or ReportKind.Reopening
        || (report.Kind == ReportKind.TechnicalSurvey && report.Parts.Any(p => Hazard.Contains(p.Effect)));

    /// <summary>Land somebody searched: these parts should say how and how deep.</summary>
    public static bool IsSearch(LandEffect effect) => effect is LandEffect.Clear or LandEffect.SearchSurface or LandEffect.Inspect;

    /// <summary>Lines that cross themselves: what releases land keeps only what is surely enclosed, everything else all its line encloses.</summary>
    public static bool IsRelease(LandEffect effect) => effect is LandEffect.FindNoEvidence or LandEffect.Cancel or LandEffect.Discredit or LandEffect.Reduce
        or LandEffect.Clear or LandEffect.SearchSurface or LandEffect.EndInvestigation or LandEffect.HandOver;
}
