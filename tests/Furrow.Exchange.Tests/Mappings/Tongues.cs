using Furrow.Core.Land;

namespace Furrow.Exchange.Tests.Mappings;

/// <summary>How people of one language say that something was done to land, was not done, or is not done yet. Made by us, apart from the lists of the
/// program: what they hold in common is what must be read.</summary>
/// <param name="Done">Finished acts, each with its meaning.</param>
/// <param name="Open">Finished acts with a meaning that no list may know by itself: said of tasks and reports as well.</param>
/// <param name="Acts">Nouns of the act.</param>
/// <param name="NotDone">Frames around a finished act that deny it, doubt it, put it off or halve it.</param>
/// <param name="NotActed">The same around a noun.</param>
/// <param name="Whole">Whole phrases that deny or put off, where the language does it inside the word.</param>
internal sealed record Tongue(string Name, (string Words, LandEffect Effect)[] Done, string Open, string Acts, string NotDone, string NotActed, string Whole)
{
    public static readonly Tongue[] All =
    [
        new("en",
            [("cleared|cleared area|cleared land|demined|fully cleared", LandEffect.Clear), ("cancelled|canceled area", LandEffect.Cancel),
                ("reduced|reduced area", LandEffect.Reduce), ("suspected|suspected hazardous area", LandEffect.Suspect), ("confirmed", LandEffect.Confirm)],
            "released|completed|closed|finished|done|approved|open|safe",
            "clearance|demining|cancellation|area reduction|mine clearance|release",
            "not {0}|never {0}|not yet {0}|non-{0}|un{0}|no longer {0}|isn't {0}|was not {0}|has not been {0}|{0}: no|{0} - no|{0} = no|{0}? no|{0} (not)|!{0}|¬{0}|"
                + "not fully {0}|hardly {0}|to be {0}|will be {0}|being {0}|partially {0}|partly {0}|half {0}|due to be {0}|should be {0}|may be {0}|if {0}|{0}?|"
                + "{0} (?)|probably {0}|reportedly {0}|allegedly {0}|almost {0}|50% {0}|{0} 50 %|{0} in part|{0} except the north|{0} until 2010|ready to be {0}|"
                + "can be {0}|{0}, then mined again|previously {0}|not surely {0}|{0}/not {0}|{0} or suspected|-{0}|{0}-|{0} ✗|{0} [-]|~{0}|<{0}|{0} 0|0 {0}",
            "{0} ongoing|{0} in progress|{0} planned|{0} suspended|{0} pending|awaiting {0}|{0} required|needs {0}|{0} stopped|{0} incomplete|{0} not completed|"
                + "{0} not started|no {0}|without {0}|{0} refused|{0} failed|recommended for {0}|{0} to follow|{0} partly completed|{0} completed?|{0}",
            "uncleared|unconfirmed|uncancelled|to clear|clear|clearing|shallow search|awaiting|confirmed cleared|cancelled task|suspended"),
        new("az",
            [("təmizlənmiş|təmizlənib|təmizləndi|minalardan təmizlənmiş", LandEffect.Clear), ("ləğv edilmiş|ləğv edilib", LandEffect.Cancel),
                ("azaldılmış|azaldılıb", LandEffect.Reduce), ("şübhəli|şübhəli sahə", LandEffect.Suspect), ("təsdiqlənmiş", LandEffect.Confirm)],
            "bağlanıb|açıq|bitib|təhlükəsiz|tamamlanıb",
            "təmizləmə|minatəmizləmə|ləğvetmə|azaltma",
            "{0} deyil|hələ {0} deyil|artıq {0} deyil|{0}: yox|{0} - xeyr|{0}?|qismən {0}|yarı {0}|ehtimal ki {0}|guya {0}|{0} olacaq|{0} olmalıdır|demək olar {0}|"
                + "50% {0}|{0}, şimal istisna|{0} (yox)|nə {0} nə də yox|tam {0} deyil|{0} olarsa|{0} sayılmır|əvvəllər {0}|{0} ya yox",
            "{0} davam edir|{0} planlaşdırılıb|{0} dayandırılıb|{0} gözlənilir|{0} başlamayıb|{0} tələb olunur|{0} yoxdur|{0} bitməyib|{0}",
            "təmizlənməmiş|təmizlənməyib|təmizlənmədi|təmizlənir|təmizlənəcək|təmizlənməlidir|təmizlənməkdədir|ləğv edilməmiş|ləğv edilməyib|ləğv ediləcək|"
                + "azaldılmamış|azaldılmayıb|azaldılacaq|şübhəsiz|təsdiqlənməmiş|təsdiqlənməyib|təmizlənməyə hazırdır|təmizlənməsi dayandırılıb"),
        new("tr",
            [("temizlenmiş|temizlendi|mayından arındırılmış|temizlenmiş alan", LandEffect.Clear), ("iptal edilmiş|iptal edildi", LandEffect.Cancel),
                ("azaltılmış|daraltıldı", LandEffect.Reduce), ("şüpheli|şüpheli alan", LandEffect.Suspect), ("teyit edilmiş", LandEffect.Confirm)],
            "kapatıldı|açık|bitti|güvenli|tamamlandı|onaylandı",
            "temizleme|mayın temizliği|temizlik|iptal işlemi|alan daraltma",
            "{0} değil|henüz {0} değil|artık {0} değil|{0}: hayır|{0} - yok|{0}?|kısmen {0}|yarı {0}|muhtemelen {0}|güya {0}|{0} olacak|{0} olmalı|neredeyse {0}|"
                + "%50 {0}|{0}, kuzey hariç|{0} (hayır)|tam {0} değil|{0} olursa|{0} sayılmaz|önceden {0}|{0} mi|{0} ya da değil",
            "{0} sürüyor|{0} planlandı|{0} durduruldu|{0} bekleniyor|{0} başlamadı|{0} gerekli|{0} yok|{0} bitmedi|{0} devam ediyor|{0}",
            "temizlenmemiş|temizlenmedi|temizleniyor|temizlenecek|temizlenmeli|temizlenmekte|temizlenmesi gereken|iptal edilmemiş|iptal edilmedi|"
                + "iptal edilecek|azaltılmamış|azaltılacak|şüphesiz|teyit edilmemiş|teyit edilmedi|temizlenmeye hazır|temizlenmesi durduruldu|arındırılmamış"),
        new("ru",
            [("очищено|очищена|очищенная территория|разминировано|разминирован", LandEffect.Clear), ("отменено|аннулировано|отмененный", LandEffect.Cancel),
                ("сокращено|сокращенная", LandEffect.Reduce), ("подозрительный район|подозрительная", LandEffect.Suspect), ("подтверждено", LandEffect.Confirm)],
            "закрыто|открыто|завершено|безопасно|принято|одобрено|освобождено",
            "очистка|разминирование|отмена|сокращение площади",
            "не {0}|ещё не {0}|больше не {0}|не было {0}|{0}: нет|{0} - нет|{0}?|частично {0}|наполовину {0}|вероятно {0}|якобы {0}|будет {0}|должно быть {0}|"
                + "почти {0}|50% {0}|{0}, кроме севера|{0} (нет)|не полностью {0}|если {0}|не считается {0}|ранее {0}|{0} ли|{0} или нет|никогда не {0}",
            "{0} продолжается|{0} планируется|{0} приостановлена|ожидается {0}|{0} не начата|требуется {0}|нет {0}|{0} не завершена|{0} отложена|{0}",
            "неочищено|неочищенный|неочищенная территория|не разминировано|неразминированный|очищается|разминируется|подлежит очистке|подлежит разминированию|"
                + "недоочищено|неподтвержденный|неподтверждено|неотмененный|отменяется|сокращается|подозрение снято|очистить|на очистке"),
        new("ur",
            [("صاف شدہ|صاف کیا گیا|صاف کر دیا گیا", LandEffect.Clear), ("منسوخ|منسوخ شدہ", LandEffect.Cancel), ("کم شدہ", LandEffect.Reduce),
                ("مشتبہ|مشتبہ علاقہ", LandEffect.Suspect), ("تصدیق شدہ", LandEffect.Confirm)],
            "بند|کھلا|مکمل|محفوظ|منظور شدہ",
            "صفائی|بارودی سرنگوں کی صفائی|منسوخی",
            "{0} نہیں|ابھی {0} نہیں|اب {0} نہیں|غیر {0}|{0}: نہیں|{0} - نہیں|{0}؟|جزوی طور پر {0}|آدھا {0}|شاید {0}|مبینہ طور پر {0}|{0} ہو گا|{0} ہونا چاہیے|"
                + "تقریباً {0}|50% {0}|{0}، شمال کے سوا|{0} (نہیں)|مکمل طور پر {0} نہیں|اگر {0}|پہلے {0}|{0} یا نہیں|نا {0}|کبھی {0} نہیں",
            "{0} جاری ہے|{0} کی منصوبہ بندی|{0} معطل|{0} کا انتظار|{0} شروع نہیں ہوئی|{0} درکار ہے|کوئی {0} نہیں|{0} نامکمل|{0}",
            "صاف نہیں کیا گیا|صاف کیا جا رہا ہے|صاف کیا جائے گا|صاف کرنا ہے|ناصاف|غیر مصدقہ|غیر تصدیق شدہ|منسوخ نہیں|صاف ہونا باقی ہے"),
    ];
}
