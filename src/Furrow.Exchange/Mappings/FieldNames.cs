namespace Furrow.Exchange.Mappings;

/// <summary>Column names people use, by field: English, Azerbaijani, Turkish, Russian, Bosnian/Croatian/Serbian; written folded (see <see
/// cref="Words"/>).</summary>
internal static class FieldNames
{
    /// <summary>The least score of a name that stands in the list of its field.</summary>
    public const int Exact = 100;

    /// <summary>Names of the id of a point, which is that of a record where each row is one.</summary>
    private static readonly string[] PointIds = Split("point id|point local id|point localid|pointlocal id|local point id|point code|noqte id|noqte kodu|nokta id|"
        + "nokta kodu|код точки|id точки|id tacke|sifra tacke");

    private static readonly Dictionary<string, string[]> ByField = new()
    {
        ["code"] = Split("code|report code|report id|report no|report number|id|identifier|unique id|local id|record id|record code|kod|kodu|hesabat "
            + "kodu|hesabat nomresi|"
            + "rapor no|rapor kodu|numara|код|номер|номер отчета|код отчета|идентификатор|sifra|oznaka|broj izvjestaja|ident|šifra"),
        ["kind"] = Split("report kind|rep kind|report type|type of report|hesabat novu|rapor turu|тип отчета|вид отчета|vrsta izvjestaja"),
        ["effect"] = Split("effect|status|land status|area status|type area|area type|hazard "
            + "status|classification|class|veziyyet|statusu|durum|durumu|alan durumu|"
            + "статус|состояние|status povrsine|stanje|tip povrsine|категория|حیثیت|صورتحال|حالت"),
        ["start"] = Split("start|begin|start date|date start|date from|from date|begin date|date begun|started|baslama tarixi|baslanma tarixi|baslangic "
            + "tarihi|дата начала|начало|"
            + "datum pocetka|pocetak"),
        ["startPrecision"] = Split("start precision|start date precision|start prec"),
        ["end"] = Split("end|end date|completion|finish|finish date|date finished|clearance end|clearance end date|end of clearance|date cleared|"
            + "cleared date|date of demining|demining date|date end|date to|to date|completion date|date completed|date of completion|completed|bitme tarixi|bitis tarihi|"
            + "tamamlanma tarihi|дата окончания|дата завершения|окончание|datum zavrsetka|datum kraja|zavrsetak|clearance date|date of clearance|survey date|"
            + "date of survey|date|tarix|tarih|дата|datum|تاریخ|تاریخ تکمیل|تکمیل کی تاریخ|status date|report date|date of report|hesabat tarixi|дата отчета|since|as of|when"),
        ["endPrecision"] = Split("end precision|end date precision|end prec"),
        ["organisation"] = Split("organisation|organization|org|operator|reporting "
            + "organisation|implementer|contractor|agency|teskilat|qurum|operatoru|kurulus|kurum|firma|"
            + "организация|оператор|исполнитель|organizacija|izvodac|izvodjac"),
        ["team"] = Split("team|team name|team id|komanda|qrup|ekip|tim|takim|команда|группа|бригада|ekipa"),
        ["donor"] = Split("donor|funder|funding|funded by|donator|maliyyelesdiren|bagisci|донор|финансирование|finansijer"),
        ["kinds"] = Split("kinds|contamination|contamination type|kind of contamination|type of contamination|hazard type|type of hazard|ordnance type|mine type|cirklenme novu|tehluke "
            + "novu|kirlenme turu|tehlike turu|"
            + "тип загрязнения|вид загрязнения|вид опасности|vrsta kontaminacije|vrsta mina"),
        ["hazardousArea"] = Split("hazardous area|haz area|hazard code|hazard id|hazard|sha id|cha id|sha code|cha code|minefield id|minefield code|area "
            + "code|area id|tehlukeli sahe|"
            + "tehlukeli erazi|sahe kodu|tehlikeli alan|alan kodu|опасный район|код района|минное поле|sifra povrsine|minsko polje|sumnjiva povrsina|علاقہ کوڈ|علاقے کا کوڈ"),
        ["hazardousAreaName"] = Split("hazard name|haz name|area name|name|minefield name|sahenin adi|ad|adi|alan "
            + "adi|isim|название|наименование|naziv|ime|naziv povrsine"),
        ["predecessors"] = Split("predecessors|predecessor|predecess|parent|parent id|split from|merged from|onceki|предшественник|prethodnik"),
        ["aliases"] = Split("aliases|alias|other codes|old code|old id|former code|kohne kod|eski kod|старый код|stara sifra"),
        ["place"] = Split("place|location|village|settlement|locality|nearest town|municipality|district|yer|kend|rayon|koy|ilce|mevki|место|населенный "
            + "пункт|село|деревня|район|"
            + "mjesto|mesto|naselje|selo|opstina|opcina"),
        ["method"] = Split("method|methodology|clearance method|asset|technique|usul|metod|yontem|metot|метод|способ|metoda|nacin"),
        ["depthSearched"] = Split("depth|depth searched|clearance depth|search depth|depth cm|derinlik|axtaris derinliyi|arama derinligi|глубина|глубина "
            + "поиска|dubina|dubina pretrage"),
        ["depthRequired"] = Split("depth required|depth req|required depth|teleb olunan derinlik|gereken derinlik|требуемая глубина|zahtijevana dubina"),
        ["surfaceReleases"] = Split("surface releases|surface release|surf rel"),
        ["statedArea"] = Split("stated area square metres|stated area|stated area m 2|stated area ha|stated square metres|stated m 2|"
            + "area|area m 2|area square metres|area sqm|size|area size|hectares|area ha|cleared area|square metres|square "
            + "meters|sqm|sahe|sahesi|erazi|alan|alani|yuzolcumu|площадь|"
            + "площадь м 2|площадь га|povrsina|povrsina m 2"),
        ["positionAccuracy"] = Split("accuracy|position accuracy|gps accuracy|deqiqlik|dogruluk|точность|tacnost|tocnost"),
        ["referencePoint"] = Split("reference point|ref point|rp|istinad noqtesi|referans noktasi|опорная точка|reper|referentna tacka"),
        ["benchmark"] = Split("benchmark|bm|репер|polazna tacka"),
        ["evidenceStrength"] = Split("evidence strength|evid type|direct or indirect|evidence type"),
        ["evidence"] = Split("evidence|subut|kanit|свидетельства|доказательства|dokaz|dokazi"),
        ["handedOverTo"] = Split("handed over to|handed to|handover to|recipient|tehvil alan|teslim alan|передано|кому передано|predato"),
        ["baseline"] = Split("baseline"),
        ["corrects"] = Split("corrects|correction of|duzelis|duzeltme|исправляет|ispravlja"),
        ["remarks"] = Split("remarks|remark|comments|comment|notes|note|description|qeyd|qeydler|not|notlar|aciklama|примечание|примечания|"
            + "комментарий|описание|napomena|napomene|opis"),
        ["otherColumns"] = Split("other columns|other cols"),
    };

    private static readonly HashSet<string> Listed = [.. ByField.Values.SelectMany(n => n)];

    public static bool IsPointId(string column) => PointIds.Contains(Words.Fold(column));

    /// <summary>A name of the list of any field.</summary>
    public static bool IsListed(string folded) => Listed.Contains(folded);

    /// <summary>100 and more for a listed name, more for one that stands earlier in its list: an end of work goes before the date of its report. Less for a
    /// name that holds a listed one as whole words, 0 for no likeness.</summary>
    public static int Score(string field, string column)
    {
        var folded = Words.Fold(column);
        var names = ByField[field];
        if (field == "code" && !names.Contains(folded) && (PointHeadings.NumbersPoint(folded) || PointHeadings.NamesRecordCode(folded)))
        {
            // The number of a point is no code of a record. What is put together of words goes behind every listed name.
            return PointHeadings.NumbersPoint(folded) ? 0 : Exact;
        }

        var best = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            if (folded == name || folded.Replace(" ", "", StringComparison.Ordinal) == name.Replace(" ", "", StringComparison.Ordinal))
            {
                return Exact + names.Length - i;
            }

            if (name.Length >= 4 && $" {folded} ".Contains($" {name} ", StringComparison.Ordinal))
            {
                best = Math.Max(best, 40 + Math.Min(40, 40 * name.Length / folded.Length));
            }
        }

        return best;
    }

    private static string[] Split(string names) => [.. names.Split('|').Select(Words.Fold)];
}
