namespace Furrow.Exchange.Mappings;

/// <summary>Names of columns that say whether finished work was accepted. English, Azerbaijani, Turkish, Russian, Urdu and Bosnian/Croatian/Serbian,
/// folded.</summary>
internal static class ResultNames
{
    private static readonly HashSet<string> Results = Split("result|results|outcome|outcomes|verdict|neticesi|netice|sonuc|sonucu|sonuclar|sonuclari|результат|"
        + "результаты|итог|نتیجہ|نتائج|rezultat|rezultati|ishod|резултат");

    private static readonly HashSet<string> Checks = Split("qa|qc|qm|quality|inspection|inspected|acceptance|verification|sampling|check|control|review|keyfiyyet|"
        + "keyfiyyete|nezaret|yoxlama|kalite|kontrol|denetim|muayene|проверки|контроля|контроль|качества|приемки|инспекции|معیار|جانچ|معائنہ|kontrole|kontrola|"
        + "kvaliteta|provjere|inspekcije|контроле");

    /// <summary>The whole name.</summary>
    private static readonly HashSet<string> Acceptance = Split("qa|qc|accepted|approved|passed|pass|pass fail|qa passed|qa accepted|qa approved|"
        + "qc passed|qc accepted|qc approved|certified|qualified|quality assurance|quality control|accepted by qa|work accepted|clearance accepted|qebul|qebul edilib|qebul edildi|"
        + "keyfiyyete nezaret|kabul|kabul edildi|onay|onaylandi|kalite kontrol|kalite kontrolu|принято|принята|принят|приемка|одобрено|контроль качества|"
        + "منظوری|منظور|منظور شدہ|قبول|prihvaceno|prihvacena|odobreno|prijem|kontrola kvaliteta|прихваћено|одобрено");

    /// <summary>Null for a name that says no such thing.</summary>
    public static StatusColumn? OfName(string name)
    {
        var asked = StatusNames.Asked(name);
        var words = Words.Fold(name).Split(' ');
        var isResult = words.Any(Results.Contains);
        return Acceptance.Contains(asked) || isResult && words.Any(Checks.Contains) ? new StatusColumn(name, true, null, StatusAct.Acceptance)
            : isResult || asked is "acceptance" or "approval" ? new StatusColumn(name, true, null, StatusAct.Result)
            : null;
    }

    private static HashSet<string> Split(string names) => [.. names.Split('|').Select(Words.Fold)];
}
