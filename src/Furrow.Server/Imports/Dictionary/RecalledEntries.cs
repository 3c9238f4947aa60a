using Furrow.Core;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What of the dictionary is read as the last file of the same form was, and what of that the file at hand contradicts.</summary>
internal static class RecalledEntries
{
    /// <summary>The entry, with the file it is known from.</summary>
    public static DictionaryEntry Marked(ImportWork work, DictionaryEntry entry) =>
        work.Options.Recalled is { } recalled && entry is { Standing: Standing.Known, Meaning.Length: > 0 } && Says(recalled.Mapping, entry)
            ? entry with { From = DictionaryWhy.RecalledFrom(recalled.File, recalled.Day) } : entry;

    public static Phrase Against(ImportWork work) => DictionaryWhy.RecalledAgainst(work.Options.Recalled!.File, work.Options.Recalled.Day);

    /// <summary>How many rows can only be read against the order or sign that another file had; null where none is, or where the person says it of this file.
    /// </summary>
    public static int? IsAgainst(ImportWork work, FieldRule rule, FieldType type)
    {
        if (RuleOf(work, rule) is not { } known || work.Counts.Contrary.GetValueOrDefault(new FieldWord(rule.Field, rule.Column!, "")) is not (> 0 and var rows))
        {
            return null;
        }

        var (topic, word) = type == FieldType.Date
            ? (ReadingTopic.DateOrder, rule.DateOrder == DateOrder.DayMonthYear ? ColumnSaying.DayFirst : ColumnSaying.MonthFirst)
            : (ReadingTopic.DecimalSign, rule.DecimalComma == true ? ColumnSaying.Comma : ColumnSaying.Point);
        return known.DateOrder != rule.DateOrder || known.DecimalComma != rule.DecimalComma || IsSaid(work, topic, rule.Column!, word) ? null : rows;
    }

    /// <summary>The drawings of this file contradict the unit that another one had.</summary>
    public static DrawnUnit? IsDrawnOtherwise(ImportWork work, FieldRule rule) =>
        rule.Field == "statedArea" && RuleOf(work, rule)?.Unit == rule.Unit && !IsSaid(work, ReadingTopic.Unit, rule.Column!, rule.Unit!)
            && HeadingUnit.Of(rule.Column!, FieldType.Area) is null or "" && DrawnUnit.Of(work.Rows) is { IsContradicted: true } drawn ? drawn : null;

    private static FieldRule? RuleOf(ImportWork work, FieldRule rule) =>
        work.Options.Recalled?.Mapping.Fields.FirstOrDefault(f => f.Field == rule.Field && f.Column == rule.Column);

    private static bool IsSaid(ImportWork work, ReadingTopic topic, string column, string word) =>
        work.Options.Confirmed.Contains(DictionaryEntry.ClaimOf(DictionaryEntry.KeyOf(topic, column), word))
            || work.Options.Columns.Any(c => c.Column == column && c.Words.Contains(word, StringComparison.Ordinal));

    private static bool Says(Mapping mapping, DictionaryEntry entry)
    {
        var rules = mapping.Fields.Where(f => f.Column == entry.Of);
        return entry.Topic switch
        {
            ReadingTopic.Part => mapping.Layer is { } layer && (entry.Of == layer && entry.Meaning == "read" || entry.Meaning == layer),
            ReadingTopic.Headings => mapping.HeaderRow == entry.Meaning,
            ReadingTopic.Encoding => mapping.Encoding == entry.Meaning,
            ReadingTopic.System => mapping.Crs is not null && entry.Rows > 0,
            ReadingTopic.AxisOrder => mapping.Geometry is { Axes: not PlaneAxes.Unstated },
            ReadingTopic.PointRole => mapping.Geometry?.PointTypes?.ContainsKey(entry.Of) == true,
            ReadingTopic.Hidden => mapping.Hidden != HiddenCells.Ask,
            ReadingTopic.Totals => mapping.Sums != SumRows.Ask,
            ReadingTopic.Column => rules.Any(f => f.Field == entry.Meaning)
                || entry.Meaning == ColumnSaying.Watched && mapping.Watch?.Contains(entry.Of) == true
                || mapping.Geometry?.PlaceColumns.Contains(entry.Of) == true,
            ReadingTopic.Unit => rules.Any(f => f.Unit == entry.Meaning),
            ReadingTopic.DateOrder => rules.Any(f => f.DateOrder == Order(entry.Meaning) || f.DateCells == Cells(entry.Meaning)),
            ReadingTopic.DecimalSign => rules.Any(f => f.DecimalComma == (entry.Meaning == ColumnSaying.Comma)),
            ReadingTopic.Word => rules.Any(f => f.MeaningOf(entry.Value) == entry.Meaning),
            ReadingTopic.Default => mapping.Fields.Any(f => f.Field == entry.Of && f.Constant == entry.Meaning),
            _ => false,
        };
    }

    private static DateOrder? Order(string word) =>
        word == ColumnSaying.DayFirst ? DateOrder.DayMonthYear : word == ColumnSaying.MonthFirst ? DateOrder.MonthDayYear : null;

    private static DateCells? Cells(string word) =>
        word == ColumnSaying.CellsRight ? DateCells.Right : word == ColumnSaying.CellsExchanged ? DateCells.Exchanged : null;
}
