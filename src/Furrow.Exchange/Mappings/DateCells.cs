using System.Globalization;

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

/// <summary>The signs of a column that a spreadsheet program converted in part: "13/06/2015" was left as text where the month comes first, "03/04/2015" became
/// the fourth of March.</summary>
public static class ConvertedDates
{
    /// <summary>A day as the readers of spreadsheets and databases give it, or as it is typed with the year first: it could be exchanged and stay a day.</summary>
    public static bool MayBeExchanged(string text) => Day(text) is { Day: <= 12 } day && day.Day != day.Month;

    /// <summary>The same text with day and month exchanged; as it came where that gives no day.</summary>
    public static string Exchanged(string text) => Day(text) is { Day: <= 12 } day
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Day:00}-{day.Month:00}{text[10..]}") : text;

    /// <summary>Numbers of day and month before a year, each of which could be either: a program that converts leaves no such text behind.</summary>
    public static bool FitsBothOrders(string text) => DateText.OrderShownBy(text) == DateOrder.Unstated
        && DateText.Parse(text, DateOrder.DayMonthYear, true) is { } one && DateText.Parse(text, DateOrder.MonthDayYear, true) is { } other && one != other;

    private static DateOnly? Day(string text) => text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or ' ')
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
