namespace Furrow.Exchange.Mappings;

/// <summary>What the name of a column asks, so far as an answer to it may speak against a release. The languages and the folding are those of
/// <see cref="ContraryWords"/>.</summary>
/// <param name="IsElsewhere">It speaks of another thing than land and work: words of its values are no answer.</param>
/// <param name="IsOfRecord">It may speak of the report or record itself: "Report state".</param>
/// <param name="YesIsBad">"Hazard remaining", "Contaminated", "Further clearance needed".</param>
/// <param name="NoIsBad">"Safe for use", "Work finished", "Valid".</param>
/// <param name="IsStruckOut">"Deleted": a yes, or a day, strikes the record out.</param>
/// <param name="IsShareDone">"Percent cleared", "Progress".</param>
/// <param name="IsShareLeft">"Percent remaining".</param>
/// <param name="IsOfWork">"Clearance", "Survey team": a word of it may say how the work goes.</param>
internal readonly record struct ContraryName(bool IsElsewhere, bool IsOfRecord, bool YesIsBad, bool NoIsBad, bool IsStruckOut, bool IsShareDone,
    bool IsShareLeft, bool IsOfWork)
{
    private static readonly string[] Elsewhere = ContraryWords.Split("payment|paid|invoice|contract|handover|hand over|handed|handing|donor|fund|"
        + "budget|report|document|form|paper|photo|picture|map|weather|rain|road|bridge|vegetation|forest|tree|crop|soil|slope|terrain|ground|fence|"
        + "fencing|mark|sign|mre|eore|education|vehicle|visit|permit|land use|landuse|construct|build|school|survivor|victim|accident|casualt|medical|"
        + "insurance|data|gps|signature|owner|training|translat|odenis|muqavile|tehvil|hava|yol|sened|hesabat|odeme|sozlesme|teslim|belge|rapor|оплат|"
        + "счет|догов|передач|погод|дорог|растит|почв|отчет|документ|ادائیگی|معاہد|حوالگی|موسم|سڑک|رپورٹ|placan|ugovor|primopred|vrijeme|vreme|put|"
        + "izvjest|izvest|dokument|плаћ|уговор");

    private static readonly string[] OfRecord = ContraryWords.Split("report|record|document|form|hesabat|sened|qeyd|rapor|belge|kayit|отчет|документ|запис|رپورٹ|"
        + "ریکارڈ|izvjest|izvest|dokument|zapis|извешт");

    private static readonly string[] Hazards = ContraryWords.Split("hazard|contamin|danger|mine|mines|uxo|erw|eo|explosive|threat|risk|tehluke|cirklen|"
        + "mina|tehlike|kirli|mayin|опасн|загряз|мин|угроз|خطر|آلود|بارودی|سرنگ|kontamin|zagad|opasn|контамин|загађ");

    private static readonly string[] Stays = ContraryWords.Split("remain|left|residual|still|persist|present|exist|rest|qal|kal|mevcut|movcud|остал|"
        + "остат|остаю|имеется|наличи|باقی|موجود|preost|ostal|prisut|преост|остал");

    private static readonly string[] Gone = ContraryWords.Split("found|remov|destroy|dispos|lifted|neutrali|demolish|tapil|mehv|bulun|imha|найден|"
        + "обнаруж|уничтож|изъят|ملی|ملے|تلف|nad|pronad|unist|нађ|уништ");

    private static readonly HashSet<string> Bad = [.. ContraryWords.Split("contaminated|contamination|mined|dangerous|hazardous|unsafe|not safe|"
        + "not cleared|not completed|not finished|incomplete|uncleared|rejected|failed|suspended|cirklenmis|cirklenme|tehlukeli|minalanmis|kirli|"
        + "kirlenmis|tehlikeli|mayinli|загрязнено|загрязнение|опасно|опасен|опасна|заминировано|آلودہ|آلودگی|خطرناک|نامکمل|غیر محفوظ|kontaminirano|"
        + "opasno|minirano|zagadeno|nesigurno|опасно")];

    private static readonly string[] Needs = ContraryWords.Split("need|require|further|additional|follow up|more|lazim|teleb|gerek|ihtiyac|требу|нужн|"
        + "необходим|дополнит|درکار|ضرورت|مزید|potreb|dodatn|потреб|додатн");

    private static readonly string[] Work = ContraryWords.Split("clear|demin|work|search|survey|temizl|is|calis|очист|разминир|работ|доразвед|صفائی|"
        + "کام|کلیئر|ciscenj|razminir|deminir|rad|чишћ|рад");

    private static readonly string[] OfPlan = ContraryWords.Split("task|plan|priority|inspection|tapsiriq|gorev|plan|задач|задани|план|کام|منصوب|zadat|задат");

    private static readonly string[] Good = ContraryWords.Split("safe|usable|fit for|complet|finish|done|accept|approv|passed|certif|conform|compliant|"
        + "satisf|valid|tehlukesiz|tamamla|bitib|bitdi|bitti|bitmis|qebul|etibarli|yararli|guvenli|kabul|onay|gecti|gecerli|безопас|заверш|законч|"
        + "выполн|принят|пригод|годен|готов|действит|محفوظ|مکمل|منظور|قبول|درست|sigur|zavrs|gotov|prihva|odobr|ispravn|vazec|сигур|заврш|прихва|одобр");

    private static readonly string[] StruckOut = ContraryWords.Split("delet|void|invalid|withdrawn|obsolete|discarded|erased|duplicate|silin|etibarsiz|"
        + "gecersiz|удал|недействит|дубл|حذف|منسوخ|obris|izbris|nevaz|обрис|дупл");

    private static readonly string[] Percent = ContraryWords.Split("percent|per cent|percentage|pct|perc|faiz|faizi|yuzde|oran|orani|процент|доля|فیصد|"
        + "postot|procen|процен");

    private static readonly string[] Progress = ContraryWords.Split("progress|completion|completeness|ilerleme|gedisat|irelileyis|прогресс|выполнение|"
        + "готовность|پیش رفت|تکمیل|napredak|realizac|напредак");

    private static readonly string[] Done = ContraryWords.Split("clear|demin|complet|finish|done|releas|search|temizl|tamaml|bit|arindir|очищ|очист|"
        + "заверш|выполн|разминир|готов|صاف|صفائی|مکمل|ocisc|zavrs|gotov|razminir|deminir|очишћ|заврш|деминир");

    private static readonly string[] Sampled = ContraryWords.Split("sampl|qa|qc|check|inspect|slope|selected|numune|yoxla|выбор|провер|uzor|узор");

    public static ContraryName Of(string name)
    {
        var asked = StatusNames.Asked(name);
        var (isHazard, isElsewhere) = (ContraryWords.Begins(asked, Hazards), ContraryWords.Begins(asked, Elsewhere));
        var isShare = (name.AsSpan().ContainsAny('%', '٪') || ContraryWords.Begins(asked, Percent)) && !ContraryWords.Begins(asked, Sampled);
        var isLeft = ContraryWords.Begins(asked, Stays);
        return new ContraryName(
            isElsewhere, ContraryWords.Begins(asked, OfRecord),
            Bad.Contains(asked) || !isElsewhere && isHazard && isLeft && !ContraryWords.Begins(asked, Gone)
                || !isElsewhere && ContraryWords.Begins(asked, Needs) && ContraryWords.Begins(asked, Work),
            !isElsewhere && ContraryWords.Begins(asked, Good),
            ContraryWords.Begins(asked, StruckOut),
            !isLeft && (isShare && (ContraryWords.Begins(asked, Done) || asked.Length == 0 || asked.Split(' ').All(w => ContraryWords.Begins(w, Percent)))
                || !isElsewhere && ContraryWords.Begins(asked, Progress)),
            isShare && isLeft,
            ContraryWords.Begins(asked, Work) || ContraryWords.Begins(asked, Progress) || ContraryWords.Begins(asked, OfPlan));
    }
}
