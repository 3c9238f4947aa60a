using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>Finds the row that names the columns below titles, dates and addresses. The first row is it, as in most files, unless it is a title by its looks:
/// a cell merged over others, or far fewer cells than the rows below. Then it is the row with most names that are known here; with none known, the first one
/// that is as wide as the table and holds nothing but words, which a person confirms.</summary>
internal static class HeadFinder
{
    private const int LongestName = 80;
    private const int MostCells = 200;

    /// <summary>Null when no row looks like one.</summary>
    public static TableHead? Find(RawTop top)
    {
        if (top.Rows.Count == 0)
        {
            return null;
        }

        int[] hits = [.. top.Rows.Select((r, i) => IsNames(r) ? HeadingNames.Known(r) : 0)];
        var best = Array.IndexOf(hits, hits.Max());
        var usual = Usual(top.Rows);
        var first = top.Rows[0];
        var standsAsTitle = IsAcross(top, first) || first.Filled * 10 < usual * 6;
        var isKnown = first.Filled == 1 && hits[0] == 1 && hits[best] == 1 && !IsAcross(top, first);
        if (isKnown || !standsAsTitle && !(hits[best] >= hits[0] + 2 && top.Rows[best].Filled > first.Filled))
        {
            return HeadJoiner.Join(top, 0, true);
        }

        if (hits[best] >= 2)
        {
            var isSure = best == 0 || hits[best] * 2 >= top.Rows[best].Filled && top.Rows.Take(best).All(r => IsTitle(top, r));
            return HeadJoiner.Join(top, best, isSure);
        }

        for (var i = 0; i < top.Rows.Count - 1; i++)
        {
            if (IsNames(top.Rows[i]) && top.Rows[i].Filled >= 2 && top.Rows[i].Filled * 10 >= usual * 8 && !IsAcross(top, top.Rows[i]))
            {
                return HeadJoiner.Join(top, i, i == 0);
            }
        }

        return null;
    }

    /// <summary>Words, each of them once: no numbers and no days.</summary>
    public static bool IsNames(RawRow row)
    {
        var seen = new HashSet<string>();
        return row.Cells.Take(MostCells).Where(c => !string.IsNullOrWhiteSpace(c)).All(c => IsName(c!) && seen.Add(c!.Trim()));
    }

    public static bool IsName(string cell) => cell.Length <= LongestName && cell.Any(char.IsLetter) && NumberText.Parse(cell, null) is null
        && DateText.Parse(cell, DateOrder.DayMonthYear, true) is null && DateText.Parse(cell, DateOrder.MonthDayYear, true) is null;

    /// <summary>A cell of it is merged over most of the sheet, or over others that stand for no name of their own.</summary>
    private static bool IsAcross(RawTop top, RawRow row) =>
        Enumerable.Range(0, row.Cells.Length).Any(c => row.At(c) is not null && top.Across(row.Number, c) is not null);

    /// <summary>One or two cells, or one merged over the others.</summary>
    private static bool IsTitle(RawTop top, RawRow row) => row.Filled <= 2 || IsAcross(top, row);

    /// <summary>Cells with a value in a usual row below the first: the lower median.</summary>
    private static int Usual(IReadOnlyList<RawRow> rows)
    {
        var filled = rows.Skip(1).Select(r => r.Filled).Order().ToList();
        return filled.Count == 0 ? rows[0].Filled : filled[(filled.Count - 1) / 2];
    }
}
