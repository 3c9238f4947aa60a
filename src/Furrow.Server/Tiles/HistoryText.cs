using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Server.Tiles;

/// <summary>A status history as one property of a tile feature, made so that a map can filter it by date without reading it apart: entries of nine
/// characters, the latest first, each the first day (yyyyMMdd) and the status (one digit, base 36). The status at a date is that of the first entry
/// whose day is not after it; none means unrecorded. For example <c>201606306 201512311</c> without the blank: suspected from the end of
/// 2015, cleared from 30 June 2016.</summary>
internal static class HistoryText
{
    public const int EntryLength = 9;

    /// <summary>Entries in one text: what a map looks through. A longer history is cut into several features, each closed where the next begins.</summary>
    public const int MaxEntries = 24;

    public static char Code(LandStatus status)
    {
        var number = (int)status;
        return (char)(number < 10 ? '0' + number : 'a' + number - 10);
    }

    /// <summary>How many texts the history takes: one, unless it has more than <see cref="MaxEntries"/> entries.</summary>
    public static int Pieces(StatusHistory history) => Math.Max(1, (history.Since.Count + MaxEntries - 2) / (MaxEntries - 1));

    public static int Pieces(IEnumerable<StatusHistory> histories)
    {
        var pieces = 1;
        foreach (var history in histories)
        {
            pieces = Math.Max(pieces, Pieces(history));
        }

        return pieces;
    }

    /// <summary>Writes one piece of the history (0 is the earliest) and returns its length; 0 when nothing in it differs from unrecorded.</summary>
    public static int Write(StatusHistory history, int piece, Span<char> text)
    {
        var since = history.Since;
        var pieces = Pieces(history);
        var start = pieces == 1 ? 0 : piece * (MaxEntries - 1);
        if (start >= since.Count)
        {
            return 0;
        }

        var end = pieces == 1 ? since.Count : Math.Min(start + MaxEntries - 1, since.Count);
        var length = 0;
        if (end < since.Count)
        {
            length += WriteEntry(since[end].Day, LandStatus.Unrecorded, text);
        }

        for (var i = end - 1; i >= start; i--)
        {
            var replacedSameDay = i + 1 < since.Count && since[i + 1].Day == since[i].Day;
            var repeatsBefore = i > start && since[i - 1].Status == since[i].Status;
            var startsUnrecorded = i == 0 && since[i].Status == LandStatus.Unrecorded;
            if (!replacedSameDay && !repeatsBefore && !startsUnrecorded)
            {
                length += WriteEntry(since[i].Day, since[i].Status, text[length..]);
            }
        }

        return length;
    }

    private static int WriteEntry(int day, LandStatus status, Span<char> text)
    {
        var date = DateOnly.FromDayNumber(day);
        var number = date.Year * 10000 + date.Month * 100 + date.Day;
        for (var i = 7; i >= 0; i--)
        {
            text[i] = (char)('0' + number % 10);
            number /= 10;
        }

        text[8] = Code(status);
        return EntryLength;
    }
}
