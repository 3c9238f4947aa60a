using Furrow.Core;

namespace Furrow.Exchange.Tables;

/// <summary>The rows of headings as a person said, or as they are found; what was found below titles is told, and what is not sure is proposed.</summary>
internal static class HeadChoice
{
    private const int MostTitles = 6;

    /// <summary>Rows that are offered as headings, with so many of their cells and letters.</summary>
    private const int MostOffered = 8, MostCells = 4, LongestShown = 60;

    /// <summary>Null, with a complaint unless the table has no row at all.</summary>
    public static TableHead? Of(FileReading reading, RawTop top)
    {
        var (file, told) = (reading.File.Name, reading.Options.HeaderRow);
        if (told is null && top.Rows.Count == 0)
        {
            return null;
        }

        var head = told is { } rows ? Told(top, rows) : HeadFinder.Find(top);
        if (head is null)
        {
            reading.Ask(ReadingTopic.Headings, told is { } wrong ? Problems.HeadingsNotThere(file, wrong.ToString())
                : Problems.HeadingsUnclear(file, [.. top.Rows.Take(3).Select(r => $"{r.Number}: {r.Cells.First(c => !string.IsNullOrWhiteSpace(c))!.Trim()}")]),
                Choices(top));
            return null;
        }

        Problem? why = null;
        if (told is null && (head.Titles.Count > 0 || head.Rows.Last > head.Rows.First))
        {
            why = Problems.HeadingsFound(file, head.Rows.ToString(), [.. head.Titles.Take(MostTitles)]);
            reading.Warn(why);
        }

        reading.Understand(new(ReadingTopic.Headings, "", head.Rows.ToString(), head.IsSure ? Standing.Known : Standing.Proposed, why)
        { Choices = Choices(top) });
        return head;
    }

    /// <summary>The first rows, each alone and with the next one, with how they begin.</summary>
    public static IReadOnlyList<ReadingChoice> Choices(RawTop top)
    {
        var rows = top.Rows.Take(MostOffered).ToList();
        return
        [
            .. rows.Select(r => new ReadingChoice(new HeadingRows(r.Number, r.Number).ToString(), Begins(r))),
            .. rows.Zip(rows.Skip(1)).Where(p => p.Second.Number == p.First.Number + 1)
                .Select(p => new ReadingChoice(new HeadingRows(p.First.Number, p.Second.Number).ToString(), $"{Begins(p.First)} + {Begins(p.Second)}")),
        ];
    }

    private static string Begins(RawRow row)
    {
        var text = string.Join(" | ", row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).Take(MostCells).Select(c => c!.Trim()));
        return text.Length > LongestShown ? text[..LongestShown] + "…" : text;
    }

    private static TableHead? Told(RawTop top, HeadingRows told)
    {
        int from = top.Rows.ToList().FindIndex(r => r.Number >= told.First), to = top.Rows.ToList().FindLastIndex(r => r.Number <= told.Last);
        return from >= 0 && to >= from ? HeadJoiner.Of(top, from, to, true) : null;
    }
}
