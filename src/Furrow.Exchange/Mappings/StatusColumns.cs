using Furrow.Core.Land;

namespace Furrow.Exchange.Mappings;

/// <summary>A column nobody reads that says something about the status of a row, so that it may contradict what the row is imported as.</summary>
/// <param name="IsYesNo">Its values are yes and no, and its name is what they speak of: "Cleared" = "no".</param>
/// <param name="Meaning">What a yes says; null when the name is no known effect.</param>
/// <param name="Act">What a yes says where that is not one effect; with neither a yes is not understood.</param>
public sealed record StatusColumn(string Name, bool IsYesNo = false, LandEffect? Meaning = null, StatusAct Act = StatusAct.None);

/// <summary>Finds columns that look like a status and are not read as one: by a name that holds a word for status, or by values that speak of clearance,
/// suspicion and the like. The likeness is never used to read a value, only to ask: an import that would pass over "Not cleared" stops at it.</summary>
public static class StatusColumns
{
    /// <summary>Values looked at, over all columns: a table may have ten thousand.</summary>
    private const int MostValues = 20_000;

    /// <summary>Names listed for a status that people also give to other things: a column with such a name is one only when its values speak of it.</summary>
    private static readonly string[] Weak = ["effect", "class", "classification", "type area", "area type", "tip povrsine", "категория", "حالت"];

    /// <summary>Parts of words that smell of a status, folded.</summary>
    private static readonly string[] Stems = ["clear", "demin", "suspec", "confirm", "cancel", "reduc", "discredit", "releas", "hazard", "contaminat",
        "temizl", "subheli", "supheli", "tesdiq", "legv", "azaldil", "azaltil", "daraltil", "teyit", "dogrulan", "iptal", "arindir", "очищ", "очист",
        "разминир", "подозр", "подтвер", "отмен", "аннулир", "сокращ", "صاف", "مشتبہ", "مشکوک", "تصدیق", "منسوخ", "کلیئر", "ociscen", "razminir",
        "sumnjiv", "potvrd", "ponisten", "otkazan", "очишћен", "деминир", "сумњив", "потврђ", "поништ"];

    /// <summary>Words of a kind of work: "Mine clearance" says what was done, not how it stands.</summary>
    private static readonly HashSet<string> Work = ["clearance", "mine", "manual", "mechanical", "battle", "area", "bac", "demining", "humanitarian", "survey",
        "technical", "non", "nts", "ts", "report", "completion", "and"];

    /// <param name="rows">The first rows of the file.</param>
    public static IReadOnlyList<StatusColumn> Find(IReadOnlyList<InputRow> rows, Mapping mapping)
    {
        var taken = mapping.Fields.SelectMany(f => f.Columns).Concat(mapping.Geometry?.PlaceColumns ?? []).Append(mapping.Geometry?.Group)
            .Concat(mapping.Leave ?? []).ToHashSet();
        var hasStatus = mapping.Fields.Any(f => f is { Field: "effect", Column: not null });
        var columns = SampledColumn.Of(rows).Where(c => !taken.Contains(c.Name)).ToList();
        var most = Math.Clamp(MostValues / Math.Max(1, columns.Count), 5, 500);
        return [.. columns.Select(c => Of(c with { Values = [.. c.Values.Distinct().Take(most)] }, hasStatus)).OfType<StatusColumn>()];
    }

    /// <summary>True for a listed name of a status column, but for those that are given to other things as well and hold no such values.</summary>
    internal static bool IsNamed(SampledColumn column) =>
        FieldNames.Score("effect", column.Name) >= FieldNames.Exact && (!Weak.Contains(Words.Fold(column.Name)) || column.Values.Any(Speaks));

    /// <summary>By its name alone: it says how land stands, whatever its values are.</summary>
    internal static StatusColumn? Named(string name) =>
        StatusNames.HoldsStatus(name) ? new StatusColumn(name) : StatusNames.OfName(name) ?? ResultNames.OfName(name);

    private static StatusColumn? Of(SampledColumn column, bool hasStatus)
    {
        if (Named(column.Name) is { } named)
        {
            return named;
        }

        // Under a name that states its unit a 0 or a 1 is a measure, no answer.
        if (column.Values.Count == 0
            || StatusNames.HoldsUnit(column.Name) && column.Values.All(v => NumberText.Parse(v, null, FieldType.Area, null) is not null))
        {
            return null;
        }

        if (Share(column, v => ValueWords.ReadYesNo(v) is not null) >= 0.5)
        {
            return Smells(StatusNames.Asked(column.Name)) ? new StatusColumn(column.Name, true) : null;
        }

        if (ReviewWords.IsName(column.Name) && Share(column, v => ReviewWords.Read(v) is not null) >= 0.5)
        {
            return new StatusColumn(column.Name, Act: StatusAct.Review);
        }

        return IsNamed(column) || !hasStatus && Share(column, Speaks) >= 0.5 ? new StatusColumn(column.Name) : null;
    }

    /// <summary>Under a name that speaks of status, a value that is another thing: the day it came to be so, its m², the code of an area.</summary>
    public static bool IsOther(StatusColumn column, string value) =>
        value.Length >= 4 && IsDate(value) && (column.IsYesNo || DateNames.HoldsDate(column.Name))
        || column.IsYesNo && ValueWords.ReadYesNo(value) is null
            && (StatusNames.IsSize(column.Name) && NumberText.Parse(value, null, FieldType.Area, null) is >= 0
                || column.Meaning is LandEffect.Suspect or LandEffect.Confirm && (IsCode(value) || value.All(char.IsAsciiDigit)));

    private static bool IsDate(string value) =>
        DateText.Parse(value, DateOrder.DayMonthYear, true) is not null || DateText.Parse(value, DateOrder.MonthDayYear, true) is not null;

    private static double Share(SampledColumn column, Func<string, bool> fits) => (double)column.Values.Count(fits) / column.Values.Count;

    private static bool Speaks(string value) => ValueWords.Meaning(FieldType.Effect, value) is not null || Smells(value);

    private static bool Smells(string value)
    {
        if (value.Length > 80 || IsCode(value))
        {
            return false;
        }

        var folded = Words.Fold(value);
        var words = folded.Split(' ');
        return words.Length <= 6 && Array.Exists(Stems, s => folded.Contains(s, StringComparison.Ordinal)) && !words.All(Work.Contains);
    }

    /// <summary>"CHA-001", "SHA_12", "Cleared 2016/4": letters, then a number.</summary>
    internal static bool IsCode(string value)
    {
        var letters = value.TakeWhile(char.IsLetter).Count();
        return letters < value.Length && value[letters..].TrimStart(' ', '-', '_', '/', '.', '#') is [>= '0' and <= '9', ..];
    }
}
