using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports;

/// <summary>What the rows of a file are imported as: the word of --as.</summary>
/// <param name="EffectOfRow">A row that says its own effect, and one its kind of report allows, has that; else all have <paramref name="Effect"/>.</param>
/// <param name="Kind">Null: the row itself must say what it reports.</param>
public sealed record ImportAs(string Word, ReportKind? Kind, LandEffect? Effect, string Meaning, bool EffectOfRow = false)
{
    /// <summary>All words, in the order the help prints them.</summary>
    public static readonly IReadOnlyList<ImportAs> All =
    [
        new("suspected", ReportKind.SuspectedHazardousArea, LandEffect.Suspect, "suspected hazardous areas"),
        new("confirmed", ReportKind.ConfirmedHazardousArea, LandEffect.Confirm, "confirmed hazardous areas"),
        new("no-evidence", ReportKind.SurveyWithoutEvidence, LandEffect.FindNoEvidence, "land surveyed without evidence"),
        new("cancelled", ReportKind.Cancellation, LandEffect.Cancel, "land released by non-technical survey"),
        new("discredited", ReportKind.Cancellation, LandEffect.Discredit, "land whose record of a hazard is discredited"),
        new("reduced", ReportKind.TechnicalSurvey, LandEffect.Reduce, "land released by technical survey"),
        new("technical-survey", ReportKind.TechnicalSurvey, LandEffect.Reduce,
            "technical surveys: each row reduced unless it says cleared, confirmed or not completed", true),
        new("searched-lanes", ReportKind.TechnicalSurvey, LandEffect.Clear, "lanes cleared in technical survey"),
        new("cleared", ReportKind.Clearance, LandEffect.Clear, "land cleared to a depth"),
        new("completion", ReportKind.Clearance, LandEffect.Clear,
            "completion reports: each row cleared unless it says reduced, cancelled or not completed", true),
        new("not-completed", ReportKind.Clearance, LandEffect.LeaveIncomplete, "parts of tasks left uncompleted"),
        new("battle-area-surface", ReportKind.BattleAreaClearance, LandEffect.SearchSurface, "battle area searched on the surface"),
        new("battle-area-subsurface", ReportKind.BattleAreaClearance, LandEffect.Clear, "battle area cleared below the surface"),
        new("residual-item", ReportKind.ResidualItem, LandEffect.Investigate, "finds on released land, to be investigated"),
        new("investigation-ended", ReportKind.ResidualItem, LandEffect.EndInvestigation, "investigations that found nothing more"),
        new("reopening", ReportKind.Reopening, LandEffect.ReopenSuspected, "released land re-opened as suspected, on evidence"),
        new("reopening-confirmed", ReportKind.Reopening, LandEffect.ReopenConfirmed, "released land re-opened as confirmed, on direct evidence"),
        new("handed-over", ReportKind.Custody, LandEffect.HandOver, "land handed over"),
        new("taken-back", ReportKind.Custody, LandEffect.TakeBack, "land taken back"),
        new("inspected", ReportKind.QualityControl, LandEffect.Inspect, "land searched again for quality control"),
        new("mapped", null, null, "whatever each row says, by the mapping", true),
    ];

    public static ImportAs? Find(string word) => All.FirstOrDefault(a => string.Equals(a.Word, word.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What a row reports; null when nothing says it.</summary>
    public (ReportKind Kind, LandEffect Effect)? Of(ReportKind? rowKind, LandEffect? rowEffect)
    {
        var kind = Kind ?? rowKind;
        var effect = EffectOfRow && rowEffect is { } own && kind is { } k && ReportKinds.Allows(k, own) ? own : Effect;
        return kind is { } known && effect is { } does ? (known, does) : null;
    }
}
