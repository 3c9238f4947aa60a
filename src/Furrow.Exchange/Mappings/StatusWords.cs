using Furrow.Core.Land;

namespace Furrow.Exchange.Mappings;

/// <summary>The words a status column may hold, each with its one meaning: English, Azerbaijani, Turkish, Russian, Urdu and Bosnian/Croatian/Serbian. A
/// value is one of these, whole and exact (see <see cref="KnownText"/>), or it is asked about. There are no stems and no parts of words: "not cleared", "to be
/// cleared" and "clearance ongoing" hold the word "clear", and none of them is a release. Words that are said of a report or a task as well as of land
/// (approved, closed, completed, released) are left out on purpose. Terms after IMAS 04.10 and common usage; own lists.</summary>
internal static class StatusWords
{
    private static readonly (LandEffect Effect, string Words)[] Lists =
    [
        (LandEffect.Suspect, "suspected|suspect|sha|suspected area|suspected areas|suspected hazardous area|suspected hazardous areas|suspected hazard area|"
            + "suspected hazard|suspected minefield|suspected minefields|suspected mined area|suspected land|"
            + "şübhəli|şübhəli sahə|şübhəli ərazi|şübhəli təhlükəli sahə|şübhəli təhlükəli ərazi|"
            + "şüpheli|şüpheli alan|şüpheli bölge|şüpheli saha|şüpheli tehlikeli alan|şüpheli tehlikeli bölge|"
            + "подозрительный|подозрительная|подозрительное|подозрительные|подозрительный район|подозрительная территория|подозрительный участок|"
            + "подозрительный опасный район|предполагаемый опасный район|предполагаемая опасная территория|подозреваемый опасный район|"
            + "مشتبہ|مشکوک|مشتبہ علاقہ|مشکوک علاقہ|مشتبہ خطرناک علاقہ|"
            + "sumnjiv|sumnjiva|sumnjivo|sumnjiva površina|sumnjivo područje|sumnjiva opasna površina|сумњив|сумњива|сумњиво|сумњива површина"),
        (LandEffect.Confirm, "confirmed|cha|confirmed area|confirmed areas|confirmed hazardous area|confirmed hazardous areas|confirmed hazard area|"
            + "confirmed hazard|confirmed minefield|confirmed minefields|confirmed mined area|"
            + "təsdiqlənmiş|təsdiqlənmiş sahə|təsdiqlənmiş ərazi|təsdiqlənmiş təhlükəli sahə|təsdiqlənmiş təhlükəli ərazi|"
            + "teyit edilmiş|teyitli|doğrulanmış|teyit edilmiş alan|teyit edilmiş tehlikeli alan|doğrulanmış tehlikeli alan|doğrulanmış tehlikeli bölge|"
            + "подтвержден|подтверждена|подтверждено|подтвержденный|подтвержденная|подтвержденное|подтвержденные|подтвержденный район|"
            + "подтвержденный опасный район|подтвержденная опасная территория|"
            + "تصدیق شدہ|تصدیق شدہ علاقہ|تصدیق شدہ خطرناک علاقہ|"
            + "potvrđen|potvrđena|potvrđeno|potvrđena površina|potvrđena opasna površina|потврђен|потврђена|потврђено|потврђена површина"),
        (LandEffect.FindNoEvidence, "surveyed no evidence|surveyed without evidence|no evidence|no evidence found|no evidence of contamination|"
            + "dəlil tapılmayıb|kanıt bulunamadı|kanıt yok|свидетельств не обнаружено|کوئی ثبوت نہیں ملا|nema dokaza"),
        (LandEffect.Cancel, "cancelled|canceled|cancelled area|cancelled areas|canceled area|canceled areas|cancelled land|"
            + "ləğv edilmiş|ləğv edilib|ləğv edildi|ləğv olunmuş|ləğv olunub|ləğv edilmiş sahə|ləğv edilmiş ərazi|"
            + "iptal|iptal edilmiş|iptal edildi|iptal edilmiş alan|iptal edilen alan|"
            + "отменен|отменена|отменено|отменены|отмененный|отмененная|отмененный район|отмененная территория|аннулирован|аннулирована|аннулировано|"
            + "аннулированный|аннулированная|منسوخ|منسوخ شدہ|منسوخ کیا گیا|منسوخ شدہ علاقہ|"
            + "poništen|poništena|poništeno|poništena površina|otkazan|otkazana|otkazano|поништен|поништена|поништено|отказан|отказана|отказано"),
        (LandEffect.Discredit, "discredited|discredited area|discredited areas"),
        (LandEffect.Reduce, "reduced|reduced area|reduced areas|reduced land|"
            + "azaldılmış|azaldılıb|azaldıldı|azaldılmış sahə|azaldılmış ərazi|azaltılmış|azaltıldı|azaltılmış alan|daraltılmış|daraltıldı|daraltılmış alan|"
            + "сокращен|сокращена|сокращено|сокращенный|сокращенная|сокращенный район|сокращенная территория|کم شدہ|کم کیا گیا|کم شدہ علاقہ|"
            + "reduciran|reducirana|reducirano|reducirana površina|redukovan|redukovana|redukovano|redukovana površina|редукован|редукована|редуковано"),
        (LandEffect.Clear, "cleared|cleared area|cleared areas|cleared land|cleared minefield|cleared minefields|fully cleared|demined|demined area|"
            + "demined areas|demined land|clearance completed|clearance complete|"
            + "təmizlənmiş|təmizlənib|təmizləndi|təmizlənmiş sahə|təmizlənmiş ərazi|minalardan təmizlənmiş|minalardan təmizlənib|minadan təmizlənmiş|"
            + "minadan təmizlənib|temizlenmiş|temizlendi|temizlenmiş alan|temizlenmiş bölge|temizlenmiş saha|mayından temizlenmiş|mayından temizlendi|"
            + "mayından arındırılmış|mayından arındırıldı|mayınlardan temizlenmiş|mayınlardan arındırılmış|"
            + "очищен|очищена|очищено|очищены|очищенный|очищенная|очищенное|очищенные|очищенный район|очищенная территория|очищенный участок|"
            + "очищенная площадь|разминирован|разминирована|разминировано|разминированы|разминированный|разминированная|разминированное|"
            + "разминированный район|разминированная территория|разминированный участок|"
            + "صاف شدہ|صاف کیا گیا|صاف کر دیا گیا|صاف شدہ علاقہ|کلیئر شدہ|کلیئر کر دیا گیا|"
            + "očišćen|očišćena|očišćeno|očišćena površina|očišćene površine|deminiran|deminirana|deminirano|deminirana površina|razminiran|razminirana|"
            + "razminirano|razminirana površina|очишћен|очишћена|очишћено|очишћена површина|деминиран|деминирана|деминирано|деминирана површина|"
            + "разминирана површина"),
        (LandEffect.SearchSurface, "surface searched|searched on the surface"),
        (LandEffect.LeaveIncomplete, "not completed|not complete|incomplete|uncompleted|tamamlanmamış|tamamlanmayıb|tamamlanmadı|не завершено|не завершен|"
            + "не завершена|незавершено|незавершенный|незавершенная|نامکمل|nezavršeno|nezavršena|nije završeno|nije završena|незавршено"),
        // A status of our own exports. By which release the land was released it does not say, so that none is read.
        (LandEffect.Investigate, "under investigation|released under investigation"),
        (LandEffect.EndInvestigation, "investigation closed"),
        (LandEffect.ReopenSuspected, "reopened suspected"),
        (LandEffect.ReopenConfirmed, "reopened confirmed"),
        (LandEffect.HandOver, "handed over|təhvil verilmiş|təhvil verilib|təhvil verildi"),
        (LandEffect.TakeBack, "taken back"),
        (LandEffect.Inspect, "inspected"),
    ];

    /// <summary>Statuses of our own exports that no report brings about: nobody has said anything of such land, or of who has it.</summary>
    private static readonly HashSet<string> Nothing = ["unrecorded", "not handed over"];

    private static readonly Dictionary<string, LandEffect> Known = Index();

    /// <summary>Every known word as it is listed, with what it means.</summary>
    public static IEnumerable<(string Word, LandEffect Effect)> All => Lists.SelectMany(l => l.Words.Split('|').Select(w => (w, l.Effect)));

    public static LandEffect? Read(string value) => KnownText.Key(value) is { } key && Known.TryGetValue(key, out var effect) ? effect : null;

    /// <summary>A known word for a status that states nothing: a row with it makes no report.</summary>
    public static bool StatesNothing(string value) => KnownText.Key(value) is { } key && Nothing.Contains(key);

    /// <summary>Says of a find under investigation that its land was released.</summary>
    public static bool SaysReleased(string value) => KnownText.Key(value) == "released under investigation";

    private static Dictionary<string, LandEffect> Index()
    {
        var known = new Dictionary<string, LandEffect>();
        foreach (var (word, effect) in All)
        {
            // One word of two languages may mean one thing; never two.
            if (known.TryGetValue(Words.Fold(word), out var other) && other != effect)
            {
                throw new InvalidOperationException($"\"{word}\" is listed as {other} and as {effect}.");
            }

            known[Words.Fold(word)] = effect;
        }

        return known;
    }
}
