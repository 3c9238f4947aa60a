using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>What nobody sees on a sheet is read only by someone's word. A hidden column may say something of every row, hidden headings of every column, a
/// hidden point of its polygon: then the file waits. A hidden record says nothing of the others: it alone is refused, by name.</summary>
internal static class HiddenSheetCells
{
    private const int Most = 20;

    /// <summary>Whether hidden cells are looked at. Until somebody says what is to become of hidden columns they are left out, so that all else that is asked
    /// of the sheet is asked with them.</summary>
    public static bool Settle(FileReading reading, SheetScan scan)
    {
        var (file, hidden) = (reading.File.Name, reading.Options.Hidden);
        var columns = scan.HiddenColumns.Select(SheetRange.ColumnName).ToList();
        if (scan.HiddenRows.Count + columns.Count == 0)
        {
            return true;
        }

        reading.HidesColumns = columns.Count > 0;
        if (hidden == HiddenCells.Ask && columns.Count > 0)
        {
            Ask(reading, Problems.HiddenCells(file, Rows(scan), Listed(columns)));
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
        return hidden != HiddenCells.Leave;
    }

    /// <summary>Asks about hidden rows that are none of the table, but above it.</summary>
    public static void AskAbove(FileReading reading, SheetScan scan, TableHead head)
    {
        if (reading.Options.Hidden == HiddenCells.Ask && !scan.HiddenColumns.Any() && scan.HiddenRows.Count > 0 && scan.HiddenRows.Min <= head.Last)
        {
            Ask(reading, Problems.HiddenCells(reading.File.Name, Rows(scan), Listed([])));
        }
    }

    /// <summary>Asked for one reason or another, it is one question.</summary>
    private static void Ask(FileReading reading, Problem question)
    {
        if (!reading.IsAsked(ReadingTopic.Hidden))
        {
            reading.Ask(ReadingTopic.Hidden, question, new ReadingChoice("read"), new ReadingChoice("leave"));
        }
    }

    private static string Rows(SheetScan scan) => Listed(scan.HiddenRows.Select(r => r.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The first of them, and how many more there are.</summary>
    public static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "–" : string.Join(", ", all.Take(Most)) + (all.Count > Most ? $" (+{all.Count - Most})" : "");
    }
}
