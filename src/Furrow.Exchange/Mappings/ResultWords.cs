namespace Furrow.Exchange.Mappings;

/// <summary>Words for the result of finished work: accepted or not. English, Azerbaijani, Turkish, Russian, Urdu and Bosnian/Croatian/Serbian; own
/// lists.</summary>
public static class ResultWords
{
    private static readonly HashSet<string> Good = Split("accepted|accept|passed|pass|approved|ok|okay|satisfactory|successful|success|compliant|conforming|conform|"
        + "qəbul edildi|qəbul edilib|qəbul olundu|qəbul olunub|keçdi|keçib|uğurlu|qənaətbəxş|təsdiq edildi|təsdiq edilib|kabul edildi|kabul|geçti|"
        + "başarılı|uygun|onaylandı|onaylı|yeterli|принято|принята|принят|пройдено|пройден|пройдена|успешно|удовлетворительно|соответствует|одобрено|"
        + "одобрен|одобрена|утверждено|зачет|منظور|منظور شدہ|قبول|قبول شدہ|کامیاب|پاس|تسلی بخش|prihvaćeno|prihvaćena|prihvaćen|odobreno|odobrena|prošlo|"
        + "prošla|položeno|uspješno|uspešno|zadovoljava|primljeno|прихваћено|одобрено|задовољава");

    private static readonly HashSet<string> Bad = Split("failed|fail|failure|rejected|reject|not accepted|not approved|not passed|unsatisfactory|not satisfactory|"
        + "unsuccessful|unaccepted|unapproved|disapproved|nonconforming|non conforming|noncompliant|non compliant|refused|denied|declined|returned|"
        + "rədd edildi|rədd edilib|rədd olundu|qəbul edilmədi|qəbul edilməyib|qəbul olunmadı|keçmədi|keçməyib|uğursuz|qeyri qənaətbəxş|təsdiq edilmədi|"
        + "reddedildi|red|ret|kabul edilmedi|başarısız|kaldı|uygun değil|onaylanmadı|geçmedi|yetersiz|отклонено|отклонена|отклонен|отказано|отказ|не принято|"
        + "не принята|не принят|непринято|не пройдено|не пройден|не пройдена|неудовлетворительно|неуспешно|не соответствует|не одобрено|брак|провал|провалено|"
        + "забраковано|незачет|ناکام|فیل|مسترد|مسترد شدہ|نامنظور|منظور نہیں|قبول نہیں|منظور نہیں ہوا|غیر تسلی بخش|odbijeno|odbijena|odbijen|neprihvaćeno|"
        + "nije prihvaćeno|nije prihvaćena|palo|neuspješno|neuspešno|ne zadovoljava|nezadovoljavajuće|nije prošlo|nije odobreno|одбијено|није прихваћено|"
        + "не задовољава");

    /// <summary>Parts of words and phrases that smell of a failure or of work at no end, folded.</summary>
    private static readonly string[] Stems = ["fail", "reject", "refus", "unsatisf", "unaccept", "unsuccess", "nonconf", "non conf", "noncompl", "non compl", "denied",
        "declin", "not accept", "not approv", "not pass", "not satisf", "not ok", "not clear", "not complet", "not done", "not finish", "not yet", "not safe",
        "not conform", "not compl", "uncleared", "incomplete", "pending", "partial", "partly", "ongoing", "in progress", "suspend", "awaiting", "to be ", "redo",
        "repeat", "reclear", "negativ", "positiv",
        "menfi", "olumsuz", "отрицат", "منفی", "negatif", "redd ", "reddedil", "qebul edilme", "qebul olunma", "kecme", "ugursuz", "edilmedi", "edilmeyib",
        "gozleyir", "gozlenil", "qismen",
        "tamamlanma", "temizlenme", "basarisiz", "gecmedi", "degil", "onaylanma", "yetersiz", "bekliyor", "beklemede", "kismen", "devam", "tekrar", "отклон", "отказ",
        "не принят", "не пройд", "не соответ", "не одобр", "не очищ", "не заверш", "не выполн", "неудовл", "неуспе", "провал", "браков", "незач", "ожида", "частич",
        "повтор", "ناکام", "مسترد", "نامنظور", "نہیں", "زیر", "جزوی", "منتظر", "odbij", "nije ", "ne zadov", "nezadov", "neusp", "neprihv", "djelimic", "delimic",
        "ceka", "u toku", "ponovi", "одбиј", "није "];

    /// <summary>An exact known word: whether the work was accepted. Null for anything else.</summary>
    public static bool? Read(string value) => ValueWords.ReadYesNo(value) is { } truth ? truth
        : KnownText.Key(value) is not { } key ? null : Good.Contains(key) ? true : Bad.Contains(key) ? false : null;

    /// <summary>An exact known word for work that was not accepted; a mere "no" is none.</summary>
    public static bool IsBad(string value) => KnownText.Key(value) is { } key && Bad.Contains(key);

    /// <summary>May say that it was not: never used to read a value, only to ask.</summary>
    public static bool MayBeBad(string value) => Words.Fold(value) is var folded && Array.Exists(Stems, s => $"{folded} ".Contains(s, StringComparison.Ordinal));

    private static HashSet<string> Split(string words) => [.. words.Split('|').Select(Words.Fold)];
}
