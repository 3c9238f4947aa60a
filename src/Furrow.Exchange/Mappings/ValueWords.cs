using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Mappings;

/// <summary>The words a mapping file uses for effects, kinds of report and the rest, and the words people use for them in five languages: only
/// exact ones are read (see <see cref="StatusWords"/> and <see cref="KindWords"/>).</summary>
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

    /// <summary>Name in files of a status that states nothing: its row makes no report.</summary>
    public const string Nothing = "unrecorded";

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

    private static readonly string[] Yes = ["yes", "y", "true", "1", "beli", "he", "evet", "да", "da", "ہاں", "جی ہاں"];
    private static readonly string[] No = ["no", "n", "false", "0", "xeyr", "yox", "hayir", "нет", "ne", "не", "نہیں"];

    public static ReportKind? KindOf(LandEffect effect) => Effects.Where(e => e.Effect == effect).Select(e => (ReportKind?)e.Kind).FirstOrDefault();

    /// <summary>An exact known word, never a guess; null asks a person.</summary>
    public static LandEffect? ReadEffect(string text) => StatusWords.Read(text);

    /// <summary>A word of the lists for a status that no report brings about, such as "unrecorded".</summary>
    public static bool StatesNothing(string text) => StatusWords.StatesNothing(text);

    /// <summary>A word for a find under investigation that says of its land that it was released.</summary>
    public static bool SaysReleased(string text) => StatusWords.SaysReleased(text);

    public static ReportKind? ReadReportKind(string text) => KnownText.Key(text) is { } key
        ? ReportKinds.Where(k => Words.Fold(k.Name) == key || k.Kind.ToString().Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(k => (ReportKind?)k.Kind).FirstOrDefault()
        : null;

    /// <summary>Exact known words, one or a list; "mines" is AP and AV.</summary>
    public static KindSet? ReadContamination(string text) => KindPhrase.Read(text);

    /// <summary>The word a mapping file uses for what a value means as a field of this type; null when it is not known, or the type is no choice of
    /// words.</summary>
    public static string? Meaning(FieldType type, string value) => type switch
    {
        FieldType.Effect when ReadEffect(value) is { } effect => Effects.First(e => e.Effect == effect).Name,
        FieldType.Effect when StatesNothing(value) => Nothing,
        FieldType.Kind when ReadReportKind(value) is { } kind => ReportKinds.First(k => k.Kind == kind).Name,
        FieldType.Contamination when ReadContamination(value) is { } kinds => Kinds.NameOf(kinds),
        FieldType.Evidence when ReadEvidence(value) is { } strength => strength == EvidenceStrength.Direct ? "direct" : "indirect",
        FieldType.Precision when ReadPrecision(value) is { } precision => Precisions.First(p => p.Precision == precision).Name,
        FieldType.YesNo when ReadYesNo(value) is { } truth => truth ? "yes" : "no",
        _ => null,
    };

    /// <summary>The words among which a person chooses the meaning of a value; empty for a type that is no choice of words.</summary>
    public static IReadOnlyList<string> Meanings(FieldType type) => type switch
    {
        FieldType.Effect => [.. Effects.Select(e => e.Name), Nothing],
        FieldType.Kind => [.. ReportKinds.Select(k => k.Name)],
        FieldType.Contamination => [.. Kinds.Names.Select(k => k.Name), "mines", "all"],
        FieldType.Evidence => ["direct", "indirect"],
        FieldType.YesNo => ["yes", "no"],
        FieldType.Precision => [.. Precisions.Select(p => p.Name)],
        _ => [],
    };

    /// <summary>Name in files → how exactly a date is known.</summary>
    public static readonly IReadOnlyList<(string Name, DatePrecision Precision)> Precisions =
        [("day", DatePrecision.Day), ("month", DatePrecision.Month), ("year", DatePrecision.Year), ("assumed", DatePrecision.Assumed)];

    public static DatePrecision? ReadPrecision(string text) =>
        Precisions.Where(p => p.Name == KnownText.Key(text)).Select(p => (DatePrecision?)p.Precision).FirstOrDefault();

    public static EvidenceStrength? ReadEvidence(string text) => KnownText.Key(text) switch
    {
        "direct" or "birbasa" or "براہ راست" or "dogrudan" or "прямое" or "прямые" or "direktan" or "izravan" => EvidenceStrength.Direct,
        "indirect" or "بالواسطہ" or "dolayi" or "dolayisi" or "косвенное" or "косвенные" or "indirektan" or "neizravan" => EvidenceStrength.Indirect,
        _ => null,
    };

    public static bool? ReadYesNo(string text)
    {
        var key = text.Trim() is "0" or "1" ? text.Trim() : KnownText.Key(text);
        return Yes.Contains(key) ? true : No.Contains(key) ? false : null;
    }
}
