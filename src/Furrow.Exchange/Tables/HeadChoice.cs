using Furrow.Core;

namespace Furrow.Exchange.Tables;

/// <summary>The rows of headings as a person said, or as they are found; what was found below titles is told, and what is not sure is proposed.</summary>
internal static class HeadChoice
{
    private const int MostTitles = 6;

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
            reading.Refuse(told is { } wrong ? Problems.HeadingsNotThere(file, wrong.ToString())
                : Problems.HeadingsUnclear(file, [.. top.Rows.Take(3).Select(r => $"{r.Number}: {r.Cells.First(c => !string.IsNullOrWhiteSpace(c))!.Trim()}")]));
            return null;
        }

        Problem? why = null;
        if (told is null && (head.Titles.Count > 0 || head.Rows.Last > head.Rows.First))
        {
            why = Problems.HeadingsFound(file, head.Rows.ToString(), [.. head.Titles.Take(MostTitles)]);
            reading.Warn(why);
        }

        reading.Understand(new(ReadingTopic.Headings, "", head.Rows.ToString(), head.IsSure ? Standing.Known : Standing.Proposed, why));
        return head;
    }

    private static TableHead? Told(RawTop top, HeadingRows told)
    {
        int from = top.Rows.ToList().FindIndex(r => r.Number >= told.First), to = top.Rows.ToList().FindLastIndex(r => r.Number <= told.Last);
        return from >= 0 && to >= from ? HeadJoiner.Of(top, from, to, true) : null;
    }
}
