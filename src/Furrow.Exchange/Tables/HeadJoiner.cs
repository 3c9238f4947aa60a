using System.Globalization;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>Joins the rows of headings that stand above each other: "Location" over "Latitude" and "Longitude", "Area" over "(m2)".</summary>
internal static class HeadJoiner
{
    private const int LongestGroup = 60;

    public static TableHead Join(RawTop top, int at, bool isSure)
    {
        var (from, to, sure) = (at, at, isSure);
        if (at > 0 && top.Rows[at - 1].Number == top.Rows[at].Number - 1 && IsGroups(top, top.Rows[at - 1], top.Rows[at], ref sure))
        {
            from--;
        }

        while (to - from < 2 && to + 1 < top.Rows.Count && top.Rows[to + 1].Number == top.Rows[to].Number + 1
            && IsLower(top, [.. top.Rows.Skip(from).Take(to - from + 1)], top.Rows[to + 1], ref sure))
        {
            to++;
        }

        return Of(top, from, to, sure);
    }

    public static TableHead Of(RawTop top, int from, int to, bool isSure)
    {
        RawRow[] rows = [.. top.Rows.Skip(from).Take(to - from + 1)];
        var names = Enumerable.Range(0, rows.Max(r => r.Cells.Length)).Select(c => NameOf(top, rows, c)).ToList();
        var last = to + 2 < top.Rows.Count && IsCount(top.Rows[to + 1], names.Count(n => n is not null)) ? top.Rows[to + 1].Number : rows[^1].Number;
        return new TableHead(new HeadingRows(rows[0].Number, rows[^1].Number), names[..(names.FindLastIndex(n => n is not null) + 1)], last,
            [.. top.Rows.Take(from).SelectMany(r => r.Cells).Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c!.Trim())], isSure);
    }

    private static string? NameOf(RawTop top, RawRow[] rows, int column)
    {
        var parts = new List<string>();
        for (var i = 0; i < rows.Length; i++)
        {
            var name = rows[i].At(column) ?? Merged(top, rows[i], column) ?? (i < rows.Length - 1 ? FromLeft(top, rows, i, column) : null);
            if (name is not null && (parts.Count == 0 || parts[^1] != name))
            {
                parts.Add(name);
            }
        }

        return parts.Count == 0 ? null : string.Join(HeadingRows.Joint, parts);
    }

    private static string? Merged(RawTop top, RawRow row, int column) =>
        top.Across(row.Number, column) is { } range ? row.At(range.FromColumn - 1) : null;

    /// <summary>In a row without merged cells a group is written over the first of its columns.</summary>
    private static string? FromLeft(RawTop top, RawRow[] rows, int at, int column)
    {
        if (top.Merges.Any(m => m.FromRow <= rows[at].Number && m.ToRow >= rows[at].Number) || rows[^1].At(column) is null)
        {
            return null;
        }

        for (var c = column - 1; c >= 0 && rows[^1].At(c + 1) is not null; c--)
        {
            if (rows[at].At(c) is { } group)
            {
                return rows[^1].At(c) is null ? null : group;
            }
        }

        return null;
    }

    /// <summary>A row of groups over the names: its cells are merged over some of them, or there are several of them.</summary>
    private static bool IsGroups(RawTop top, RawRow upper, RawRow names, ref bool isSure)
    {
        var cells = Enumerable.Range(0, upper.Cells.Length).Where(c => upper.At(c) is not null).ToList();
        var isMerged = cells.Exists(c => top.Across(upper.Number, c) is not null);
        if (!HeadFinder.IsNames(upper) || cells.Exists(c => upper.At(c)!.Length > LongestGroup || names.At(c) is null)
            || cells.Exists(c => top.Across(upper.Number, c) is { } m && (m.ToColumn - m.FromColumn + 1) * 10 >= names.Filled * 7)
            || isMerged && cells is [0] || !isMerged && (cells.Count < 2 || cells[^1] >= names.Cells.Length || IsWhole(names)))
        {
            return false;
        }

        isSure &= isMerged;
        return true;
    }

    /// <summary>Names each of its columns, and none twice: what stands above is no part of the names unless it is merged over some of them.</summary>
    private static bool IsWhole(RawRow names)
    {
        var named = Enumerable.Range(0, names.Cells.Length).Select(names.At).ToList();
        var width = named.FindLastIndex(n => n is not null) + 1;
        return named.Take(width).All(n => n is not null) && named.Take(width).Distinct().Count() == width;
    }

    /// <summary>A row that goes on naming: it fills what the row above leaves open, or gives units.</summary>
    private static bool IsLower(RawTop top, RawRow[] above, RawRow lower, ref bool isSure)
    {
        var upper = above[^1];
        var cells = Enumerable.Range(0, lower.Cells.Length).Where(c => lower.At(c) is not null).ToList();
        if (cells.Count == 0 || !cells.TrueForAll(c => HeadFinder.IsName(lower.At(c)!) || HeadingNames.IsUnit(lower.At(c)!)))
        {
            return false;
        }

        if (cells.TrueForAll(c => HeadingNames.IsUnit(lower.At(c)!)))
        {
            return true;
        }

        bool IsOpen(int c) => upper.At(c) is null || top.Across(upper.Number, c) is not null || c + 1 < lower.Cells.Length && upper.At(c + 1) is null
            && lower.At(c + 1) is not null && top.Across(upper.Number, c + 1) is null;
        if (!cells.TrueForAll(c => IsOpen(c) || HeadingNames.IsUnit(lower.At(c)!)))
        {
            return false;
        }

        var isJoined = Enumerable.Range(0, upper.Cells.Length).Any(c => top.Down(upper.Number, c) is { } m && m.ToRow >= lower.Number)
            || cells.Exists(c => top.Across(upper.Number, c) is not null);
        var isKnown = HeadFinder.IsNames(lower) && HeadingNames.Known(lower) * 2 >= cells.Count(c => !HeadingNames.IsUnit(lower.At(c)!))
            && cells.Exists(c => upper.At(c) is null);
        isSure &= isJoined || isKnown;
        return isJoined || isKnown;
    }

    /// <summary>A row that numbers the columns: 1, 2, 3 ...</summary>
    private static bool IsCount(RawRow row, int names) => row.Filled >= 4 && row.Filled == names && Enumerable.Range(0, row.Filled).All(c =>
        row.At(c)?.Trim('(', ')', '.') == (c + 1).ToString(CultureInfo.InvariantCulture));
}
