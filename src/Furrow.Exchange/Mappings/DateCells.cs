using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>What a person says of the days that stand in a column as year, month, day while its others are texts a spreadsheet program could not take for
/// days. The program may have read what it took with day and month exchanged.</summary>
public enum DateCells : byte
{
    /// <summary>They are asked about where the column looks as if that had happened.</summary>
    Unstated,
    Right,
    Exchanged,
}

/// <summary>The signs of a column that a spreadsheet program converted in part: "13/06/2015" was left as text where the month comes first, and
/// "03/04/2015" became the fourth of March.</summary>
public static class ConvertedDates
{
    private const int Length = 10;

    /// <summary>A day as the readers of spreadsheets and databases give it, or as it is typed with the year first: exchanged it would be another day.</summary>
    public static bool MayBeExchanged(string text) => Day(text) is { Day: <= 12 } day && day.Day != day.Month;

    /// <summary>The same text with day and month exchanged; as it came where that gives no day.</summary>
    public static string Exchanged(string text) => Day(text) is { Day: <= 12 } day
        ? IsoDay.Text(new DateOnly(day.Year, day.Day, day.Month)) + text[Length..] : text;

    /// <summary>Numbers of day and month before a year, each of which could be either: a program that converts leaves no such text behind.</summary>
    public static bool FitsBothOrders(string text) => DateText.OrderShownBy(text) == DateOrder.Unstated
        && DateText.Parse(text, DateOrder.DayMonthYear, true) is { } one && DateText.Parse(text, DateOrder.MonthDayYear, true) is { } other && one != other;

    private static DateOnly? Day(string text) =>
        text.Length == Length || text.Length > Length && text[Length] is 'T' or ' ' ? IsoDay.Read(text[..Length]) : null;
}
