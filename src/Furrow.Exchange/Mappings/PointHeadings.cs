namespace Furrow.Exchange.Mappings;

/// <summary>Names of columns put together of words: a word for a code with one for a record ("Код участка", "ID površine"), a word for a number with one for a
/// point ("Redni broj tačke", "Nokta no", "Punkt-Nr."). Azerbaijani, Turkish, Russian, Urdu, Bosnian/Croatian/Serbian in both scripts, German, French and
/// English; folded.</summary>
internal static class PointHeadings
{
    private const int MostWords = 5;

    private static readonly HashSet<string> Codes = Split("code|id|ident|identifier|kod|kodu|kodi|kimlik|identifikator|код|шифр|идентификатор|номер|sifra|oznaka|"
        + "šifra|шифра|ознака|идентификатор|broj|број|kennung|kode|kennziffer|identifiant|کوڈ|شناخت|شناختی|نمبر|no|nr|nomre|nomresi|numara|numarasi|numero|nummer");

    /// <summary>Of these one alone names the code of a record: the others are numbers of anything.</summary>
    private static readonly HashSet<string> Alone = Split("code|id|ident|identifier|kod|kodu|код|шифр|идентификатор|sifra|oznaka|шифра|ознака|identifikator|"
        + "kennung|identifiant|کوڈ|شناخت");

    private static readonly HashSet<string> Records = Split("sahe|sahenin|saheler|erazi|erazinin|poliqonun|sahesi|hesabat|hesabatin|saha|sahanin|alan|alanin|alani|"
        + "arazi|arazinin|bolge|bolgenin|rapor|gorev|poligonun|tarla|участка|участок|района|район|территории|площади|площадка|площадки|поля|полигона|отчета|"
        + "объекта|зоны|опасного|опасной|минного|povrsine|povrsina|podrucja|podrucje|polja|polje|lokacije|lokacija|zone|zona|zadatka|izvjestaja|minskog|"
        + "minskopolje|sumnjive|sumnjivog|opasnog|opasne|parcele|parcela|plohe|poligona|projekta|површине|површина|подручја|подручје|поља|поље|локације|зоне|"
        + "задатка|извештаја|извјештаја|минског|сумњиве|парцеле|полигона|пројекта|علاقہ|علاقے|رقبہ|رقبے|میدان|رپورٹ|flache|flachen|gebiet|gebiets|gebietes|"
        + "feld|feldes|minenfeld|bereich|zonen|bericht|parzelle|surface|secteur|champ|terrain|parcelle|site|rapport|region");

    private static readonly HashSet<string> Joins = Split("de|du|des|la|le|l|d|der|die|das|of|the|کا|کی|کے|von|za|i");

    /// <summary>German writes both as one word.</summary>
    private static readonly HashSet<string> WholeCodes = Split("flachencode|flachenkennung|flachennummer|gebietscode|gebietskennung|feldcode|feldkennung|"
        + "minenfeldcode|gebietsnummer|bereichscode");

    private static readonly HashSet<string> WholeNumbers = Split("punktnummer|punktnr|punktno|punktnum|eckpunktnummer|eckpunktnr|pointno|pointnum");

    private static readonly HashSet<string> Numbers = Split("no|nr|n|num|number|numero|nummer|lfd|laufende|seq|sequence|order|ordre|index|nomre|nomresi|sira|sirasi|"
        + "ardicil|numara|numarasi|номер|номера|порядковый|порядок|п|редни|број|бр|р|redni|broj|br|rb|r|b|rbr|ordinal|reihenfolge|نمبر|شمار|سلسلہ|ترتیب");

    private static readonly HashSet<string> Points = Split("point|points|vertex|turning|corner|noqte|noqtenin|noqteler|donus|donusun|kunc|kuncun|nokta|noktanin|noktasi|"
        + "noktalar|kose|kosenin|donum|точка|точки|точек|точке|поворотной|поворота|угловой|угла|вершины|tacka|tacke|tacaka|tocka|tocke|tocaka|prelomna|prelomne|"
        + "lomna|lomne|kutne|ugaone|vrha|vrh|vrsne|тачка|тачке|тачака|преломне|ломне|угаоне|темена|نقطہ|نقطے|نقاط|موڑ|کونے|punkt|punkte|punkts|punktes|eckpunkt|"
        + "eckpunkts|eckpunktes|messpunkt|sommet|sommets|punkta");

    /// <summary>Some of these words say something else without the word of a point itself: a corner of a road, a turn.</summary>
    private static readonly HashSet<string> Themselves = Split("point|points|vertex|noqte|noqtenin|nokta|noktanin|noktasi|kose|kosenin|точка|точки|точек|вершины|tacka|"
        + "tacke|tacaka|tocka|tocke|tocaka|vrha|тачка|тачке|тачака|темена|نقطہ|نقطے|punkt|punkts|punktes|eckpunkt|eckpunkts|eckpunktes|messpunkt|sommet|punkta");

    /// <summary>The number or label of a point, or its code: never that of a record.</summary>
    public static bool NumbersPoint(string folded)
    {
        var words = Of(folded);
        return WholeNumbers.Contains(folded) || words.Length is > 0 and <= MostWords && words.Any(Themselves.Contains)
            && words.All(w => Points.Contains(w) || Numbers.Contains(w) || Codes.Contains(w));
    }

    /// <summary>The code of a record.</summary>
    public static bool NamesCode(string folded)
    {
        var words = Of(folded);
        return WholeCodes.Contains(folded) || words.Length == 1 && Alone.Contains(words[0]) || NamesRecordCode(words);
    }

    /// <summary>The code of a record, named with the record: "Код участка".</summary>
    public static bool NamesRecordCode(string folded) => WholeCodes.Contains(folded) || NamesRecordCode(Of(folded));

    private static bool NamesRecordCode(string[] words) => words.Length is > 1 and <= MostWords && words.Any(Codes.Contains) && words.Any(Records.Contains)
        && words.All(w => Codes.Contains(w) || Records.Contains(w));

    private static string[] Of(string folded) => [.. folded.Split(' ').Where(w => w.Length > 0 && !Joins.Contains(w))];

    private static HashSet<string> Split(string words) => [.. words.Split('|').Select(Words.Fold)];
}
