namespace Furrow.Exchange.Mappings;

/// <summary>Words for where a record stands in its office: approved, or rejected, drafted, waiting. They say nothing of the land; a record that is not
/// approved is not imported as one. English, Azerbaijani, Turkish, Russian, Urdu and Bosnian/Croatian/Serbian.</summary>
public static class ReviewWords
{
    private static readonly HashSet<string> Approved = Split("approved|validated|verified|confirmed by office|final|finalised|finalized|published|"
        + "təsdiq edilib|"
        + "təsdiq edildi|təsdiqlənib|onaylandı|onaylı|onaylanmış|утверждено|утвержден|утверждена|одобрено|проверено|منظور|منظور شدہ|تصدیق شدہ|odobreno|"
        + "odobrena|"
        + "odobren|ovjereno|provjereno|одобрено|оверено");

    private static readonly HashSet<string> Open = Split("rejected|reject|not approved|unapproved|disapproved|returned|declined|draft|drafted|in draft|"
        + "pending|pending approval|"
        + "pending review|pending validation|pending verification|submitted|in review|under review|for review|to review|awaiting approval|awaiting review|"
        + "waiting for approval|not verified|unverified|not validated|invalid|withdrawn|superseded|deleted|duplicate|incomplete|rədd edilib|rədd edildi|"
        + "qaralama|"
        + "gözləyir|təsdiq gözləyir|baxılır|təsdiqlənməyib|reddedildi|taslak|beklemede|onay bekliyor|onaylanmadı|inceleniyor|iptal|отклонено|отклонен|"
        + "отклонена|"
        + "черновик|на рассмотрении|на проверке|ожидает утверждения|не утверждено|не утвержден|не проверено|مسترد|مسترد شدہ|مسودہ|زیر غور|منظوری کا منتظر|"
        + "نامنظور|odbijeno|odbijena|odbijen|nacrt|skica|na čekanju|u obradi|nije odobreno|нацрт|одбијено|на чекању");

    /// <summary>Of them those that work may be as well, or a task.</summary>
    private static readonly HashSet<string> OfWork = Split("rejected|reject|returned|declined|pending|pending approval|submitted|incomplete|withdrawn|gözləyir|"
        + "beklemede|reddedildi|rədd edilib|rədd edildi|iptal|на проверке|отклонено|отклонен|отклонена|مسترد|مسترد شدہ|زیر غور|na čekanju|u obradi|odbijeno|"
        + "odbijena|odbijen|одбијено|на чекању");

    /// <summary>Words of names of columns that say where a record stands.</summary>
    private static readonly HashSet<string> Names = Split("approval|validation|validated|verification|verified|workflow|review|record|records|publication|"
        + "published|"
        + "submission|entry|tesdiq|tesdiqlenme|yoxlanis|qeyd|onay|onaylama|dogrulama|kayit|утверждение|одобрение|проверка|запись|منظوری|تصدیق|ریکارڈ|"
        + "odobrenje|ovjera|"
        + "provjera|zapis|одобрење|овера");

    public static bool IsName(string column) => Words.Fold(column).Split(' ').Any(Names.Contains);

    /// <summary>An exact known word: whether the record was approved. Null for anything else.</summary>
    public static bool? Read(string value) => KnownText.Key(value) is not { } key ? null : Approved.Contains(key) ? true : Open.Contains(key) ? false : null;

    /// <summary>The word can be said of a record alone: "draft", and not "pending".</summary>
    public static bool IsOfRecord(string value) => KnownText.Key(value) is { } key && Open.Contains(key) && !OfWork.Contains(key);

    private static HashSet<string> Split(string words) => [.. words.Split('|').Select(Words.Fold)];
}
