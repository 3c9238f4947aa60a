using Furrow.Core.Land;

namespace Furrow.Exchange.Mappings;

/// <summary>A column nobody reads that says something about the status of a row, so that it may contradict what the row is imported as.</summary>
/// <param name="IsYesNo">Its values are yes and no, and its name is what they speak of: "Cleared" = "no".</param>
/// <param name="Meaning">What a yes says; null when the name is not a known word, so that a yes is not understood.</param>
public sealed record StatusColumn(string Name, bool IsYesNo = false, LandEffect? Meaning = null);

/// <summary>Finds columns that look like a status and are not read as one: by a name that holds a word for status, or by values that speak of clearance,
/// suspicion and the like. The likeness is never used to read a value, only to ask: an import that would pass over "Not cleared" stops at it.</summary>
public static class StatusColumns
{
    /// <summary>Values looked at, over all columns: a table may have ten thousand.</summary>
    private const int MostValues = 20_000;

    private static readonly string[] Names = ["status", "statusu", "veziyyet", "veziyyeti", "durum", "durumu", "статус", "состояние", "stanje", "статуса",
        "حیثیت", "صورتحال"];

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
        var taken = mapping.Fields.Select(f => f.Column).Concat(mapping.Geometry?.PlaceColumns ?? []).Append(mapping.Geometry?.Group)
            .Concat(mapping.Leave ?? []).ToHashSet();
        var hasStatus = mapping.Fields.Any(f => f is { Field: "effect", Column: not null });
        var columns = SampledColumn.Of(rows).Where(c => !taken.Contains(c.Name)).ToList();
        var most = Math.Clamp(MostValues / Math.Max(1, columns.Count), 5, 500);
        return [.. columns.Select(c => Of(c with { Values = [.. c.Values.Distinct().Take(most)] }, hasStatus)).OfType<StatusColumn>()];
    }

    /// <summary>True for a listed name of a status column, but for those that are given to other things as well and hold no such values.</summary>
    internal static bool IsNamed(SampledColumn column) =>
        FieldNames.Score("effect", column.Name) >= FieldNames.Exact && (!Weak.Contains(Words.Fold(column.Name)) || column.Values.Any(Speaks));

    private static StatusColumn? Of(SampledColumn column, bool hasStatus)
    {
        if (column.Values.Count == 0)
        {
            return null;
        }

        if (Share(column, v => ValueWords.ReadYesNo(v) is not null) >= 0.5)
        {
            var name = Asked(column.Name);
            return ValueWords.ReadEffect(name) is { } meaning ? new StatusColumn(column.Name, true, meaning)
                : Smells(name) ? new StatusColumn(column.Name, true)
                : null;
        }

        // Beside a status that is read, "Status before" and "Task status" are other things; a second column of a listed name is not.
        var isNamed = IsNamed(column) || !hasStatus && Words.Fold(column.Name).Split(' ').Any(Names.Contains);
        return isNamed || !hasStatus && Share(column, Speaks) >= 0.5 ? new StatusColumn(column.Name) : null;
    }

    private static double Share(SampledColumn column, Func<string, bool> fits) => (double)column.Values.Count(fits) / column.Values.Count;

    private static bool Speaks(string value) => ValueWords.ReadEffect(value) is not null || Smells(value);

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
    private static bool IsCode(string value)
    {
        var letters = value.TakeWhile(char.IsLetter).Count();
        return letters < value.Length && value[letters..].TrimStart(' ', '-', '_', '/', '.', '#') is [>= '0' and <= '9', ..];
    }

    /// <summary>"Is it cleared?", "Cleared (Y/N)": what the yes and no are about.</summary>
    private static string Asked(string name)
    {
        var words = Words.Fold(name.Split('(', '[')[0].TrimEnd('?', ' ')).Split(' ');
        return string.Join(' ', words.SkipWhile(w => w is "is" or "was" or "it" or "area" or "land"));
    }
}
