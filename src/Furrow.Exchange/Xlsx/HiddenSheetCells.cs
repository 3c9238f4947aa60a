using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>What nobody sees on a sheet is read only by someone's word. A hidden column may say something of every row, hidden headings of every column, a
/// hidden point of its polygon: then the file waits. A hidden record says nothing of the others: it alone is refused, by name.</summary>
internal static class HiddenSheetCells
{
    private const int Most = 20;

    /// <summary>False, with a complaint, where nothing can be read before somebody says what is to become of them.</summary>
    public static bool Settle(FileReading reading, SheetScan scan)
    {
        var (file, hidden) = (reading.File.Name, reading.Options.Hidden);
        var columns = scan.HiddenColumns.Select(SheetRange.ColumnName).ToList();
        if (scan.HiddenRows.Count + columns.Count == 0)
        {
            return true;
        }

        if (hidden == HiddenCells.Ask && columns.Count > 0)
        {
            Ask(reading, scan);
            return false;
        }

        var why = hidden switch
        {
            HiddenCells.Read => Problems.HiddenCellsRead(file, Rows(scan), Listed(columns)),
            HiddenCells.Leave => Problems.HiddenCellsLeft(file, Rows(scan), Listed(columns)),
            _ => Problems.HiddenRowsRefused(file, Rows(scan)),
        };
        reading.Understand(new(ReadingTopic.Hidden, "", hidden == HiddenCells.Ask ? "" : hidden.ToString().ToLowerInvariant(), Standing.Known, why));
        reading.Warn(why);
        return true;
    }

    /// <summary>Whether the hidden rows are rows of the table; else they are asked about.</summary>
    public static bool IsBelow(FileReading reading, SheetScan scan, TableHead head)
    {
        var isBelow = reading.Options.Hidden != HiddenCells.Ask || scan.HiddenRows.Count == 0 || scan.HiddenRows.Min > head.Last;
        if (!isBelow)
        {
            Ask(reading, scan);
        }

        return isBelow;
    }

    private static void Ask(FileReading reading, SheetScan scan)
    {
        reading.Understand(new(ReadingTopic.Hidden, "", "ask", Standing.NotKnown));
        reading.Refuse(Problems.HiddenCells(reading.File.Name, Rows(scan), Listed(scan.HiddenColumns.Select(SheetRange.ColumnName))));
    }

    private static string Rows(SheetScan scan) => Listed(scan.HiddenRows.Select(r => r.ToString(CultureInfo.InvariantCulture)));

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "–" : string.Join(", ", all.Take(Most)) + (all.Count > Most ? $" (+{all.Count - Most})" : "");
    }
}
