using Furrow.Core;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Mappings;

/// <summary>Columns that name the end of the work beside the one that is read as it. Which of two different days is meant is not guessed.</summary>
public static class EndColumns
{
    /// <param name="rows">Rows in which each column of the file has a value.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<InputRow> rows, Mapping mapping)
    {
        if (mapping.Fields.FirstOrDefault(f => f is { Field: "end", Column: not null })?.Column is not { } read)
        {
            return [];
        }

        var taken = mapping.Fields.SelectMany(f => f.Columns).Concat(mapping.Leave ?? []).ToHashSet();
        return [.. rows.SelectMany(r => r.Fields).Select(f => f.Name).Distinct()
            .Where(c => !taken.Contains(c) && (DateNames.NamesEnd(c) || IsAgain(c, read)))];
    }

    /// <summary>Null when each of the columns says the day that was read, or nothing.</summary>
    public static Problem? Contradiction(MappedRow mapped, IReadOnlyList<string> columns, Mapping mapping)
    {
        var row = mapped.Source;
        foreach (var column in columns)
        {
            if (row[column]?.Trim() is not { Length: > 0 } value || ValueWords.ReadYesNo(value) is not null)
            {
                continue;
            }

            var read = mapping.Fields.First(f => f is { Field: "end", Column: not null }).Column!;
            var said = Days(value);
            if (said.Count == 0)
            {
                // "Completed" = "pending" is a status, and minded as one.
                if (StatusColumns.Named(column) is not null)
                {
                    continue;
                }

                return Problems.FieldUnreadable(row.File, row.Row, column, value, $"a date");
            }

            if (mapped.End is not { } end || row[read] is not { } first || string.IsNullOrWhiteSpace(first))
            {
                return Problems.EndElsewhere(row.File, row.Row, read, column, value);
            }

            if (!said.Exists(s => IsSame(s, end, HourText.Of(value, out _)?.Zone is not null ? 1 : 0)))
            {
                return Problems.EndsDiffer(row.File, row.Row, read, first.Trim(), column, value);
            }
        }

        return null;
    }

    /// <summary>A column with the same heading as another before it: "Date (2)" beside "Date", as tables number them.</summary>
    private static bool IsAgain(string name, string of) => name.StartsWith(of, StringComparison.Ordinal)
        && name[of.Length..] is [' ', '(', .. var number, ')'] && PlainNumber.Whole(number) is not null;

    private static List<ReportDate> Days(string value) =>
        [.. new[] { DateOrder.DayMonthYear, DateOrder.MonthDayYear }.Select(order => DateText.Parse(value, order, true)).OfType<ReportDate>().Distinct()];

    /// <summary>One day, or a month or year and a day in it.</summary>
    private static bool IsSame(ReportDate said, ReportDate end, int days) =>
        Math.Abs(said.Day.DayNumber - end.Day.DayNumber) <= days
        || said.Day.Year == end.Day.Year && (said.Precision == DatePrecision.Year || end.Precision == DatePrecision.Year
            || said.Day.Month == end.Day.Month && (said.Precision == DatePrecision.Month || end.Precision == DatePrecision.Month));
}
