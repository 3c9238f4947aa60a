namespace Furrow.Exchange.Mappings;

/// <summary>Names that hold a word for a day or for the end of work, whatever stands below them.</summary>
internal static class DateNames
{
    private static readonly HashSet<string> Dates = Split("date|dates|dated|datum|datuma|datumi|tarix|tarixi|tarih|tarihi|дата|даты|датум|تاریخ");

    private static readonly HashSet<string> Ends = Split("end|ends|ended|ending|completion|completed|finish|finished|bitme|bitis|son|tamamlanma|окончание|"
        + "окончания|завершение|завершения|zavrsetak|zavrsetka|kraj|kraja|завршетак|завршетка|اختتام|تکمیل");

    private static readonly HashSet<string> Work = Split("clearance|cleared|clearing|demining|demined|released|release|temizleme|temizlenme|очистки|"
        + "разминирования|ciscenja|deminiranja|razminiranja|صفائی|کلیئرنس");

    /// <summary>Things that are there at the end of work and are no day.</summary>
    private static readonly HashSet<string> Others = Split("report|no|number|id|code|status|user|point|by|percent|certificate|remarks|start|begin");

    /// <summary>Words for a day that is hoped for or belongs to something else than the work on the land.</summary>
    private static readonly HashSet<string> NotDone = Split("planned|plan|planning|expected|estimated|target|due|scheduled|schedule|proposed|forecast|anticipated|"
        + "intended|project|contract|grant|funding|lease|qa|qc|quality|monitoring|training|season|update|updated|modified|entry|data|next|planlanan|"
        + "planlasdirilan|gozlenilen|beklenen|hedef|yenilenme|guncelleme|планируемая|плановая|ожидаемая|обновления|planirani|planirano|ocekivani|متوقع|مجوزہ");

    private static readonly HashSet<string> Between = ["of", "on", "the", "actual", "real", "final", "work", "works", "task", "islerin", "isin", "радова",
        "работ", "radova"];

    public static bool HoldsDate(string name) => Any(name, Dates);

    /// <summary>May be a day: "Date cleared", "Clearance end", "Completion".</summary>
    public static bool MayBeDate(string name) => HoldsDate(name) || Any(name, Ends) && !Any(name, Others);

    /// <summary>May be the day the work ended, not that of its report.</summary>
    public static bool MayBeEnd(string name) => Any(name, Ends) && !Any(name, Others) || HoldsDate(name) && Any(name, Work) && !Any(name, Others);

    /// <summary>Names the day the work ended and nothing else, whatever stands below: a second one of a row must say the same.</summary>
    public static bool NamesEnd(string name) => MayBeEnd(name) && !Any(name, NotDone) && (HoldsDate(name) || FieldNames.Score("end", name) >= FieldNames.Exact
        || Words.Fold(name).Split(' ').All(w => Ends.Contains(w) || Work.Contains(w) || Between.Contains(w) || w.All(char.IsAsciiDigit)));

    private static bool Any(string name, HashSet<string> words) => Words.Fold(name).Split(' ').Any(words.Contains);

    private static HashSet<string> Split(string names) => [.. names.Split('|').Select(Words.Fold)];
}
