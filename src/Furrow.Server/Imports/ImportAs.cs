using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Mappings;

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

    /// <summary>What each row says; where no row says anything, it is asked.</summary>
    public static ImportAs Mapped { get; } = All[^1];

    /// <summary>What rows can be said to report that do not say it themselves.</summary>
    public static IReadOnlyList<ImportAs> StandIns { get; } = [.. All.Where(a => a is { Kind: not null, Effect: not null, EffectOfRow: false })];

    /// <summary>As it is said.</summary>
    public override string ToString() => Word;

    public static ImportAs? Find(string word) => All.FirstOrDefault(a => string.Equals(a.Word, word.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>A mapping by which this stands in for rows that say nothing of their status.</summary>
    public Mapping In(Mapping mapping)
    {
        var without = WithoutStandIn(mapping);
        List<FieldRule> rules = [.. without.Fields, new FieldRule { Field = "effect", Constant = ValueWords.Effects.First(e => e.Effect == Effect).Name }];
        if (Kind != ValueWords.KindOf(Effect!.Value))
        {
            rules.Add(new FieldRule { Field = "kind", Constant = ReportKinds.NameOf(Kind!.Value) });
        }

        return without with { Fields = rules };
    }

    public static Mapping WithoutStandIn(Mapping mapping) => StandInRules(mapping).Any() ? mapping with
    {
        Fields =
        [
            .. mapping.Fields.Select(f => StandInRules(mapping).Contains(f) ? f with { Constant = null } : f)
                .Where(f => f.Column is not null || f.Constant is not null),
        ],
    } : mapping;

    /// <summary>The word for what stands in by a mapping; null where nothing does.</summary>
    public static string? StandsIn(Mapping mapping) =>
        mapping.Fields.FirstOrDefault(f => f is { Field: "effect", Constant: not null })?.Constant is not { } constant ? null
        : StandIns.FirstOrDefault(a => a.Effect == ValueWords.ReadEffect(constant)
            && (KindIn(mapping) ?? ValueWords.KindOf(a.Effect!.Value)) == a.Kind)?.Word ?? constant;

    private static ReportKind? KindIn(Mapping mapping) =>
        mapping.Fields.FirstOrDefault(f => f is { Field: "kind", Constant: not null })?.Constant is { } kind ? ValueWords.ReadReportKind(kind) : null;

    private static IEnumerable<FieldRule> StandInRules(Mapping mapping) => mapping.Fields.Where(f => f is { Field: "effect" or "kind", Constant: not null });

    /// <summary>What a row reports; null when nothing says it.</summary>
    public (ReportKind Kind, LandEffect Effect)? Of(ReportKind? rowKind, LandEffect? rowEffect)
    {
        var kind = Kind ?? rowKind;
        var effect = EffectOfRow && rowEffect is { } own && kind is { } k && ReportKinds.Allows(k, own) ? own : Effect;
        return kind is { } known && effect is { } does ? (known, does) : null;
    }
}
