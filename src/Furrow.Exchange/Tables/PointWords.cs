using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>Words for what a point is: English, Azerbaijani, Turkish, Russian, Urdu and Bosnian/Croatian/Serbian, and the short forms of reports. Exact, like
/// those for a status: a word that is on no list is asked about.</summary>
public static class PointWords
{
    private static readonly (PointRole Role, string Words)[] Lists =
    [
        (PointRole.Turning, "turning point|turning points|tp|turn point|corner|corner point|vertex|vertices|boundary point|polygon point|perimeter point|"
            + "turning|dönüş nöqtəsi|"
            + "künc nöqtəsi|künc|dönüş noktası|köşe noktası|köşe|dönüm noktası|поворотная точка|точка поворота|угловая точка|угол|поворотная|пт|"
            + "موڑ کا نقطہ|موڑ|"
            + "کونے کا نقطہ|prelomna tačka|prelomna točka|lomna tačka|lomna točka|tačka preloma|točka preloma|kutna točka|ugaona tačka|преломна тачка"),
        (PointRole.Start, "start point|starting point|sp|start|point of start|begin point|beginning point|başlanğıc nöqtəsi|başlanğıc nöqtə|başlanğıc|"
            + "başlangıç noktası|"
            + "başlangıç|начальная точка|точка начала|начало|стартовая точка|نقطہ آغاز|ابتدائی نقطہ|آغاز|početna tačka|početna točka|početak|почетна тачка"),
        (PointRole.Intermediate, "intermediate point|intermediate|ip|intermediate turning point|intermediary point|aralıq nöqtəsi|aralıq nöqtə|ara nokta|"
            + "ara noktası|"
            + "промежуточная точка|промежуточная|درمیانی نقطہ|međutačka|međutočka|međupunkt|међутачка"),
        (PointRole.End, "end point|ending point|ep|end|finish point|final point|last point|son nöqtə|son nöqtəsi|bitmə nöqtəsi|bitiş noktası|son nokta|bitiş|"
            + "конечная точка|точка окончания|конец|اختتامی نقطہ|نقطہ اختتام|اختتام|krajnja tačka|krajnja točka|završna tačka|završna točka|крајња тачка"),
        (PointRole.Reference, "reference point|reference points|ref point|rp|reference|ref|refpoint|istinad nöqtəsi|istinad|referans noktası|referans|"
            + "опорная точка|опорная|"
            + "исходная точка|reper|حوالہ نقطہ|حوالہ جاتی نقطہ|حوالہ|referentna tačka|referentna točka|referentna|референтна тачка"),
        (PointRole.Benchmark, "benchmark|bench mark|bm|benchmark point|datum point|bençmark|röper|röper noktası|nirengi|nirengi noktası|репер|بینچ مارک|"
            + "polazna tačka|"
            + "polazna točka|полазна тачка"),
        (PointRole.Landmark, "landmark|land mark|lm|landmark point|oriyentir|yer işareti|ориентир|نشان زمین|سنگ میل|orijentir|оријентир"),
        (PointRole.Evidence, "evidence|evidence point|evidence location|evidence of mines|mine found|uxo found|accident|accident point|accident location|sübut|"
            + "sübut nöqtəsi|kanıt|kanıt noktası|свидетельство|место происшествия|доказательство|находка|ثبوت|ثبوت کا مقام|dokaz|mjesto nesreće|доказ"),
    ];

    private static readonly Dictionary<string, PointRole> ByWord = Lists.SelectMany(l => l.Words.Split('|').Select(w => (Word: Words.Fold(w), l.Role)))
        .DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Role);

    /// <summary>What stands beside a word for a point in a label: its number and what sets it off.</summary>
    private static readonly char[] Beside = [.. "0123456789 .-_#№()[]/"];

    /// <summary>The role by an exact word; null for any other.</summary>
    public static PointRole? Read(string text) => KnownText.Key(text) is { } key && ByWord.TryGetValue(key, out var role) ? role : null;

    /// <summary>The role that the label of a point states by its letters: "BM", "BM 1", "SP", "TP12", "Reference point". Null where it states none.</summary>
    public static PointRole? OfLabel(string label)
    {
        // "BM-A" is a benchmark as "BM 1" is.
        var core = PointLabels.Core(label).Trim(Beside);
        return Read(core) ?? (core.Length > 2 && char.IsLetter(core[^1]) && Array.IndexOf(Beside, core[^2]) >= 0 ? Read(core[..^1].TrimEnd(Beside)) : null);
    }

    /// <summary>What a person says a word means: "turning", "end point", "left".</summary>
    public static PointRole? Named(string name) =>
        Enum.TryParse<PointRole>(name.Trim(), true, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(name.Trim()[0])
        ? role : name.Trim().ToLowerInvariant() is "no corner" or "none" or "leave" ? PointRole.Left : Read(name);

    public static bool IsCorner(PointRole role) => role is PointRole.Turning or PointRole.Start or PointRole.Intermediate or PointRole.End;
}
