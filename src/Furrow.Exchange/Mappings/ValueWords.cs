using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Mappings;

/// <summary>The words a mapping file uses for effects, kinds of report and the rest, and the words people use for them in five languages.
/// Terms from IMAS 04.10 and common usage; own lists.</summary>
public static class ValueWords
{
    /// <summary>Name in files → effect.</summary>
    public static readonly IReadOnlyList<(string Name, LandEffect Effect, ReportKind Kind)> Effects =
    [
        ("suspected", LandEffect.Suspect, ReportKind.SuspectedHazardousArea),
        ("confirmed", LandEffect.Confirm, ReportKind.ConfirmedHazardousArea),
        ("surveyed-no-evidence", LandEffect.FindNoEvidence, ReportKind.SurveyWithoutEvidence),
        ("cancelled", LandEffect.Cancel, ReportKind.Cancellation),
        ("discredited", LandEffect.Discredit, ReportKind.Cancellation),
        ("reduced", LandEffect.Reduce, ReportKind.TechnicalSurvey),
        ("cleared", LandEffect.Clear, ReportKind.Clearance),
        ("surface-searched", LandEffect.SearchSurface, ReportKind.BattleAreaClearance),
        ("not-completed", LandEffect.LeaveIncomplete, ReportKind.Clearance),
        ("under-investigation", LandEffect.Investigate, ReportKind.ResidualItem),
        ("investigation-closed", LandEffect.EndInvestigation, ReportKind.ResidualItem),
        ("reopened-suspected", LandEffect.ReopenSuspected, ReportKind.Reopening),
        ("reopened-confirmed", LandEffect.ReopenConfirmed, ReportKind.Reopening),
        ("handed-over", LandEffect.HandOver, ReportKind.Custody),
        ("taken-back", LandEffect.TakeBack, ReportKind.Custody),
        ("inspected", LandEffect.Inspect, ReportKind.QualityControl),
    ];

    /// <summary>Name in files → kind of report.</summary>
    public static readonly IReadOnlyList<(string Name, ReportKind Kind)> ReportKinds =
    [
        ("suspected-hazardous-area", ReportKind.SuspectedHazardousArea),
        ("confirmed-hazardous-area", ReportKind.ConfirmedHazardousArea),
        ("survey-without-evidence", ReportKind.SurveyWithoutEvidence),
        ("cancellation", ReportKind.Cancellation),
        ("technical-survey", ReportKind.TechnicalSurvey),
        ("clearance", ReportKind.Clearance),
        ("battle-area-clearance", ReportKind.BattleAreaClearance),
        ("residual-item", ReportKind.ResidualItem),
        ("reopening", ReportKind.Reopening),
        ("custody", ReportKind.Custody),
        ("withdrawal", ReportKind.Withdrawal),
        ("quality-control", ReportKind.QualityControl),
    ];

    /// <summary>Folded word or stem → effect. A value that shows words of two effects is not guessed.</summary>
    private static readonly (string Stem, LandEffect Effect)[] EffectStems =
    [
        ("suspect", LandEffect.Suspect), ("sha", LandEffect.Suspect), ("subheli", LandEffect.Suspect), ("supheli", LandEffect.Suspect),
        ("подозр", LandEffect.Suspect), ("sumnjiv", LandEffect.Suspect), ("сумњив", LandEffect.Suspect),
        ("confirm", LandEffect.Confirm), ("cha", LandEffect.Confirm), ("tesdiq", LandEffect.Confirm), ("teyit", LandEffect.Confirm),
        ("onayl", LandEffect.Confirm), ("подтвер", LandEffect.Confirm), ("potvrd", LandEffect.Confirm), ("потврђен", LandEffect.Confirm),
        ("no evidence", LandEffect.FindNoEvidence),
        ("cancel", LandEffect.Cancel), ("legv", LandEffect.Cancel), ("iptal", LandEffect.Cancel), ("отмен", LandEffect.Cancel),
        ("аннулир", LandEffect.Cancel), ("ponisten", LandEffect.Cancel), ("otkazan", LandEffect.Cancel),
        ("discredit", LandEffect.Discredit),
        ("reduc", LandEffect.Reduce), ("azaldil", LandEffect.Reduce), ("azaltil", LandEffect.Reduce), ("daraltil", LandEffect.Reduce),
        ("сокращ", LandEffect.Reduce), ("reducir", LandEffect.Reduce), ("redukov", LandEffect.Reduce),
        ("clear", LandEffect.Clear), ("temizlen", LandEffect.Clear), ("очищ", LandEffect.Clear), ("разминир", LandEffect.Clear),
        ("ociscen", LandEffect.Clear), ("deminir", LandEffect.Clear), ("demined", LandEffect.Clear), ("очишћен", LandEffect.Clear),
        ("handed over", LandEffect.HandOver), ("tehvil", LandEffect.HandOver), ("teslim", LandEffect.HandOver), ("передан", LandEffect.HandOver),
    ];

    private static readonly (string Stem, KindSet Kinds)[] KindStems =
    [
        ("ap mine", KindSet.ApMines), ("anti personnel", KindSet.ApMines), ("antipersonnel", KindSet.ApMines), ("противопех", KindSet.ApMines),
        ("piyada eleyhine", KindSet.ApMines), ("anti personel", KindSet.ApMines), ("protupjesad", KindSet.ApMines), ("protivpesad", KindSet.ApMines),
            ("ppm", KindSet.ApMines),
        ("av mine", KindSet.AvMines), ("at mine", KindSet.AvMines), ("anti vehicle", KindSet.AvMines), ("anti tank", KindSet.AvMines),
            ("antitank", KindSet.AvMines),
        ("противотанк", KindSet.AvMines), ("tank eleyhine", KindSet.AvMines), ("protuoklop", KindSet.AvMines), ("protivtenk", KindSet.AvMines),
            ("ptm", KindSet.AvMines),
        ("cluster", KindSet.ClusterMunitionRemnants), ("submunition", KindSet.ClusterMunitionRemnants), ("cmr", KindSet.ClusterMunitionRemnants),
        ("кассет", KindSet.ClusterMunitionRemnants), ("kaset", KindSet.ClusterMunitionRemnants),
            ("misket", KindSet.ClusterMunitionRemnants),
        ("erw", KindSet.OtherErw), ("uxo", KindSet.OtherErw), ("axo", KindSet.OtherErw), ("неразорв", KindSet.OtherErw), ("нрб", KindSet.OtherErw),
            ("nus", KindSet.OtherErw),
        ("ied", KindSet.Ied), ("improvised", KindSet.Ied), ("сву", KindSet.Ied), ("самодельн", KindSet.Ied), ("eyp", KindSet.Ied),
    ];

    private static readonly string[] Yes = ["yes", "y", "true", "1", "beli", "he", "evet", "да", "da"];
    private static readonly string[] No = ["no", "n", "false", "0", "xeyr", "yox", "hayir", "нет", "ne", "не"];

    public static ReportKind? KindOf(LandEffect effect) => Effects.Where(e => e.Effect == effect).Select(e => (ReportKind?)e.Kind).FirstOrDefault();

    public static LandEffect? ReadEffect(string text)
    {
        var name = Effects.Where(e => e.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(e => (LandEffect?)e.Effect).FirstOrDefault();
        return name ?? Only(Words.Fold(text), EffectStems);
    }

    public static ReportKind? ReadReportKind(string text)
    {
        var folded = Words.Fold(text);
        return ReportKinds.Where(k => Words.Fold(k.Name) == folded || k.Kind.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            .Select(k => (ReportKind?)k.Kind).FirstOrDefault();
    }

    /// <summary>"mines" is AP and AV; several words add up.</summary>
    public static KindSet? ReadContamination(string text)
    {
        if (Kinds.Parse(text) is { } named)
        {
            return named;
        }

        var folded = $" {Words.Fold(text)} ";
        var found = KindStems.Where(k => folded.Contains(" " + k.Stem, StringComparison.Ordinal)).Aggregate(KindSet.None, (set, k) => set | k.Kinds);
        var mines = folded.Contains(" mine", StringComparison.Ordinal) || folded.Contains(" мин", StringComparison.Ordinal)
            || folded.Contains(" mayin", StringComparison.Ordinal);
        return found != KindSet.None ? found : mines ? KindSet.ApMines | KindSet.AvMines : null;
    }

    public static EvidenceStrength? ReadEvidence(string text) => Words.Fold(text) switch
    {
        "direct" or "birbasa" or "dogrudan" or "прямое" or "прямые" or "direktan" or "izravan" => EvidenceStrength.Direct,
        "indirect" or "dolayi" or "dolayisi" or "косвенное" or "косвенные" or "indirektan" or "neizravan" => EvidenceStrength.Indirect,
        _ => null,
    };

    public static bool? ReadYesNo(string text)
    {
        var folded = Words.Fold(text);
        return Yes.Contains(folded) ? true : No.Contains(folded) ? false : null;
    }

    private static LandEffect? Only(string folded, (string Stem, LandEffect Effect)[] stems)
    {
        LandEffect? only = null;
        foreach (var (stem, effect) in stems)
        {
            if ($" {folded}".Contains(" " + stem, StringComparison.Ordinal))
            {
                if (only is { } other && other != effect)
                {
                    return null;
                }

                only = effect;
            }
        }

        return only;
    }
}
