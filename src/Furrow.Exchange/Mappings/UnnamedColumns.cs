namespace Furrow.Exchange.Mappings;

/// <summary>Columns whose names no list has, in whatever language, and whose values may be what decides over land. Never used to read a value, only to ask:
/// a person says what the column is, or that it is to be left.</summary>
internal static class UnnamedColumns
{
    /// <summary>Different words a column of statuses has at most.</summary>
    private const int MostWords = 12;
    private const int LongestWord = 40;

    /// <summary>Few words that come again and again: so a status stands, and also the name of a team or a village.</summary>
    public static bool MayBeStatus(SampledColumn column)
    {
        if (IsNamed(column.Name) || column.Values.Count < 3 || 2 * column.Values.Count < column.Rows
            || !column.Values.All(v => v.Length <= LongestWord && v.Any(char.IsLetter) && !StatusColumns.IsCode(v)))
        {
            return false;
        }

        var different = column.Values.Distinct(Core.Codes.Comparer).Take(MostWords + 1).Count();
        return different <= MostWords && 2 * different <= column.Values.Count + 1;
    }

    /// <summary>Nearly all are days.</summary>
    public static bool MayBeDate(SampledColumn column) =>
        !IsNamed(column.Name) && !DateNames.HoldsDate(column.Name) && column.Values.Count > 0 && 2 * column.Values.Count >= column.Rows
        && 10 * column.Values.Count(IsDay) >= 9 * column.Values.Count;

    /// <summary>A list has the name, or it is one that says what it is and is no field: what stands below it has a meaning.</summary>
    private static bool IsNamed(string name) => ReportFields.All.Any(f => FieldNames.Score(f.Name, name) >= FieldNames.Exact)
        || FieldNames.IsPointId(name) || StatusColumns.Named(name) is not null || Words.Fold(name).Split(' ').Any(Known.Contains);

    /// <summary>A year or a number alone is no day here: it would be a guess.</summary>
    private static bool IsDay(string value) => value.Length >= 8 && value.Count(c => !char.IsAsciiDigit(c)) > 1
        && (DateText.Parse(value, DateOrder.DayMonthYear, true) ?? DateText.Parse(value, DateOrder.MonthDayYear, true)) is not null;

    /// <summary>Words for places, people, papers and remarks.</summary>
    private static readonly HashSet<string> Known = [.. ("country|province|region|district|municipality|village|settlement|town|city|place|location|site|sector|"
        + "zone|street|team|leader|organisation|organization|operator|agency|company|donor|name|person|officer|author|user|reporter|phone|remarks|remark|notes|note|"
        + "comment|comments|description|source|file|form|map|sheet|access|terrain|vegetation|soil|weather|slope|priority|landuse|land|use|beneficiary|owner|"
        + "rayon|rayonu|seher|kend|qesebe|bolge|bolgesi|il|ilce|koy|mahalle|ekip|komanda|teskilat|kurum|ad|adi|isim|qeyd|qeydler|not|notlar|aciklama|"
        + "страна|область|район|город|село|деревня|поселок|место|участок|организация|команда|группа|имя|фамилия|примечание|примечания|комментарий|описание|"
        + "opcina|opstina|grad|selo|mjesto|naselje|entitet|kanton|tim|organizacija|ime|naziv|napomena|opis|ملک|صوبہ|ضلع|شہر|گاؤں|مقام|تنظیم|ٹیم|نام|نوٹ|تبصرہ")
        .Split('|').Select(Words.Fold)];
}
