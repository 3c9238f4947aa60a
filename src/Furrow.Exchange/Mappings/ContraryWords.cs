using System.Globalization;

namespace Furrow.Exchange.Mappings;

/// <summary>Words that speak against a release where nobody has said what their column means: of land that is dangerous, of work that failed or is at no
/// end, of a record that is struck out. English, Azerbaijani, Turkish, Russian, Urdu and Bosnian/Croatian/Serbian; own lists, folded. They are never used
/// to read a value, only to ask.</summary>
internal static class ContraryWords
{
    /// <summary>Longer texts tell a story; what they deny cannot be told by words.</summary>
    private const int MostLetters = 120, MostWords = 12;

    /// <summary>Beginnings of words: the land is dangerous, unless the text denies it.</summary>
    private static readonly string[] Hazard = Split("contaminat|danger|hazardous|mined|booby|still hazard|still suspect|still mine|mines remain|"
        + "uxo remain|erw remain|hazard remain|mines present|uxo present|cirklenmis|cirkli|tehlukeli|minalanmis|minali|kirlenmis|kirli|bulasik|"
        + "tehlikeli|mayinli|mayinlanmis|загрязн|опасн|заминир|минирован|آلودہ|خطرناک|بارودی سرنگوں والا|kontaminiran|zagaden|zagadjen|opasn|miniran|"
        + "контаминиран|загађен|опасан");

    private static readonly string[] Denials = Split("no|not|none|never|without|free|nil|zero|formerly|previously|was|were|yox|deyil|yoxdur|yok|degil|"
        + "нет|не|без|бывш|ранее|отсут|نہیں|کوئی|پاک|سابق|nema|nije|bez|bivs|нема|није");

    /// <summary>Beginnings of words and phrases: the work failed, or is at no end.</summary>
    private static readonly string[] Unfinished = Split("unsafe|unfit|unusable|incomplete|unfinished|uncompleted|uncleared|unreleased|unsatisf|"
        + "unsuccess|unaccept|unapprov|uninspect|not yet|not safe|not clear|not complet|not finish|not done|not demin|not releas|not accept|not approv|"
        + "not pass|not satisf|not ok|not conform|not compl|not fit|not suitable|not ready|not certif|in progress|ongoing|on going|under way|underway|"
        + "under clearance|work continues|pending|suspended|awaiting|awaits|waiting|outstanding|postponed|halted|stopped|interrupted|abandoned|"
        + "to be clear|to be demin|to be complet|to be inspect|to be re|to be check|needs clear|requires clear|clearance required|clearance needed|"
        + "further clear|further work|rework|reclear|re clear|fail|reject|nonconf|non conf|noncompl|non compl|natamam|tamamlanmayib|tamamlanmamis|"
        + "tamamlanmadi|bitmeyib|bitmemis|bitmedi|temizlenmeyib|temizlenmemis|temizlenmedi|davam ed|gozleyir|gozlenil|dayandiril|ugursuz|redd ed|redd ol|"
        + "qebul edilme|qebul olunma|kecmeyib|kecmedi|icra olunur|tehlukesiz deyil|yarimciq|devam ed|suruyor|bekliyor|beklemede|durdurul|askida|"
        + "basarisiz|reddedil|gecmedi|gecemedi|onaylanma|kabul edilme|yapiliyor|guvenli degil|uygun degil|hazir degil|bitirilmemis|неочищ|не очищ|"
        + "не заверш|незаверш|не законч|незаконч|не выполн|невыполн|не готов|не сдан|неразминир|не разминир|не безопас|небезопас|в процессе|в работе|"
        + "ведется|ведутся|продолжа|ожида|приостановл|остановл|прерван|отложен|не принят|не пройд|не одобр|не соответ|не годен|непригод|отклон|провал|"
        + "неудовл|неуспе|браков|забраков|نامکمل|غیر مکمل|مکمل نہیں|صاف نہیں|غیر محفوظ|محفوظ نہیں|غیر تسلی|جاری ہ|زیر عمل|زیر التوا|زیر تکمیل|زیر کار|"
        + "معطل|منتظر|انتظار|ناکام|مسترد|نامنظور|منظور نہیں|قبول نہیں|پاس نہیں|روک دی|باقی ہ|ختم نہیں|nezavrs|nije zavrs|neociscen|nije ocisc|"
        + "nije razminir|nije deminir|nije gotov|nije sigurn|nesigurn|u toku|u tijeku|u radu|obustavlj|prekinut|ceka|na cekanju|neuspje|neuspes|odbij|"
        + "odbac|nije prihva|neprihva|nije pros|nije primlj|nije odobr|ne zadov|nezadov|незаврш|није заврш|неочишћ|није очишћ|није готов|у току|обуст|"
        + "на чек|неусп|одбиј|није прихв|није одобр");

    /// <summary>Only half: by itself, or beside a word of the act.</summary>
    private static readonly string[] Half = Split("partial|partially|partly|half|in part|qismen|kismen|частично|частичная|частичный|частичное|جزوی|"
        + "جزوی طور پر|djelimicno|djelomicno|delimicno|делимично");

    private static readonly string[] Acts = Split("clear|complet|finish|done|demin|releas|pass|accept|approv|search|temizl|tamaml|bit|qebul|kabul|onay|"
        + "очищ|заверш|законч|выполн|разминир|готов|принят|صاف|مکمل|منظور|قبول|ocisc|zavrs|gotov|razminir|deminir|prihva|очишћ|заврш|деминир");

    /// <summary>Whole values: work that has not begun, a record that counts no more.</summary>
    private static readonly HashSet<string> Whole = [.. Split("planned|scheduled|not started|not begun|open task|deleted|void|voided|invalid|withdrawn|"
        + "obsolete|superseded|erased|struck out|planlasdirilib|baslanmayib|silinib|silinmis|etibarsiz|planlandi|baslamadi|baslanmadi|silindi|silinmis|"
        + "gecersiz|планируется|запланировано|не начато|не начата|удалено|удален|удалена|недействительно|недействительна|جاری|منصوبہ بند|شروع نہیں|حذف|"
        + "حذف شدہ|planirano|planirana|nije poceto|nije pocelo|obrisano|obrisan|obrisana|izbrisano|nevazece|обрисано|планирано")];

    /// <summary>Words for a bad result that are another thing in another language, as a colour: known beside the name of a result alone.</summary>
    private static readonly HashSet<string> Elsewhere = ["red", "ret", "kaldi", "palo"];

    /// <summary>True when the value, whatever its column is, may say that land was not released, or its record does not count.</summary>
    public static bool Speaks(string value)
    {
        var folded = Words.Fold(value);
        var count = folded.Count(c => c == ' ') + 1;
        if (folded.Length == 0 || value.Length > MostLetters || count > MostWords)
        {
            return false;
        }

        return Whole.Contains(folded) || Half.Contains(folded) || ResultWords.IsBad(value) && !Elsewhere.Contains(folded) || Begins(folded, Unfinished)
            || Begins(folded, Half) && Begins(folded, Acts)
            || Begins(folded, Hazard) && !folded.Split(' ').Any(IsDenial)
            || Share(value) is < 100 && Begins(folded, Acts);
    }

    /// <summary>The number before or behind the sign of percent in a text; null where there is none.</summary>
    public static double? Share(string value)
    {
        var at = value.AsSpan().IndexOfAny('%', '٪');
        if (at < 0)
        {
            return null;
        }

        var before = string.Concat(value[..at].TrimEnd().Reverse().TakeWhile(IsOfNumber).Reverse());
        var text = before.Length > 0 ? before : string.Concat(value[(at + 1)..].TrimStart().TakeWhile(IsOfNumber));
        return double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share : null;
    }

    /// <summary>Some word of the folded text begins so.</summary>
    public static bool Begins(string folded, string[] stems) =>
        $" {folded}" is var text && Array.Exists(stems, s => text.Contains($" {s}", StringComparison.Ordinal));

    public static string[] Split(string words) => [.. words.Split('|').Select(Words.Fold)];

    private static bool IsDenial(string word) =>
        Array.Exists(Denials, d => word == d || d.Length > 3 && word.StartsWith(d, StringComparison.Ordinal));

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',';
}
