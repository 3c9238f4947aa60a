using Furrow.Core;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Mappings;

/// <summary>In which order a date's numbers stand, where the first is not a year.</summary>
public enum DateOrder : byte
{
    /// <summary>Taken when the numbers allow only one reading; else the date is refused.</summary>
    Unstated,
    DayMonthYear,
    MonthDayYear,
}

/// <summary>Reads dates as people write them, with their precision: day, month or year.</summary>
public static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>Month names as they begin once folded (see <see cref="Words"/>): English, Azerbaijani, Turkish, Russian, Ukrainian, Bosnian/Croatian/Serbian,
    /// German, French, Spanish, Portuguese; Urdu, Arabic and Persian names of the Gregorian months.</summary>
    private static readonly string[][] MonthStems =
    [
        Stems("jan|yan|oca|янв|яну|sij|јан|січ|ene|جنور|ینای|يناير|ژانو"),
        Stems("feb|fev|sub|фев|vel|феб|лют|فرور|فبرا|فوری"),
        Stems("mar|мар|ozu|бер|mrz|مارچ|مارس"),
        Stems("apr|nis|апр|tra|кві|abr|avr|اپری|ابری|آوری"),
        Stems("may|maj|май|мая|svi|мај|тра|mai|مئی|مايو"),
        Stems("jun|iyun|haz|июн|lip|јун|юни|чер|juin|جون|يونيو|ژوئن"),
        Stems("jul|iyul|tem|июл|srp|јул|юли|лип|juil|جولائ|يوليو|ژوئی"),
        Stems("aug|avg|avq|agu|авг|kol|сер|ago|aou|اگست|اغسط|اوت"),
        Stems("sep|sen|eyl|сен|ruj|сеп|вер|set|ستمبر|سبتم|سپتا"),
        Stems("oct|okt|eki|окт|lis|жов|out|اکتو|اکتب"),
        Stems("nov|noy|kas|ноя|stu|нов|лис|نومبر|نوفم|نوام"),
        Stems("dec|dek|ara|дек|pro|дец|гру|dez|dic|دسمبر|ديسم|دسام"),
    ];

    private static string[] Stems(string stems) => [.. stems.Split('|').Select(Words.Fold)];

    /// <param name="ends">A month or year stands for its last day when it ends something, for its first when it begins.</param>
    /// <param name="dayOf">Which day a moment is where the programme counts its days; null: an hour with a zone is of the day written.</param>
    /// <returns>Null when the text is no date, or could be two different ones.</returns>
    public static ReportDate? Parse(string text, DateOrder order, bool ends, Func<DateTimeOffset, DateOnly>? dayOf = null)
    {
        text = OtherDigits.Plain(text);
        var hour = HourText.Of(text.Trim(), out var isReadable);
        if (!isReadable)
        {
            return null;
        }

        var written = Day(hour?.Date ?? text.Trim(), order, ends);
        return hour is null ? written
            : written is not { Precision: DatePrecision.Day } day ? null
            : hour.Value.Zone is { } zone && dayOf is not null ? new ReportDate(dayOf(new DateTimeOffset(day.Day.ToDateTime(default) + hour.Value.Time, zone)))
            : day;
    }

    private static ReportDate? Day(string date, DateOrder order, bool ends)
    {
        var parts = date.TrimEnd('.', 'г').Split(['.', '/', '-', ' ', ',', '\u2013'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length switch
        {
            1 when parts[0].Length == 4 => Of(Number(parts[0]), null, null, ends),
            1 when parts[0].Length == 8 && Number(parts[0]) is not null => Of(Number(parts[0][..4]), Number(parts[0][4..6]), Number(parts[0][6..]), ends),
            2 when IsYear(parts[0]) => Of(Number(parts[0]), Month(parts[1]), null, ends),
            2 => Of(Number(parts[1]), Month(parts[0]), null, ends),
            3 when IsYear(parts[0]) => Of(Number(parts[0]), Month(parts[1]), Number(parts[2]) ?? 0, ends),
            3 => DayMonth(parts, order, ends),
            _ => null,
        };
    }

    /// <summary>What the numbers of one text allow: used to find the order of a whole column.</summary>
    public static DateOrder OrderShownBy(string text)
    {
        var parts = OtherDigits.Plain(text).Trim().Split(['.', '/', '-', ' ', 'T'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || parts[0].Length > 2 || Number(parts[0]) is not { } first || Number(parts[1]) is not { } second)
        {
            return DateOrder.Unstated;
        }

        return first > 12 && second <= 12 ? DateOrder.DayMonthYear : second > 12 && first <= 12 ? DateOrder.MonthDayYear : DateOrder.Unstated;
    }

    private static ReportDate? DayMonth(string[] parts, DateOrder order, bool ends)
    {
        var year = parts[2].Length == 4 ? Number(parts[2]) : null;
        if (Number(parts[0]) is not { } first)
        {
            return Of(year, Month(parts[0]), Number(parts[1]) ?? 0, ends);
        }

        if (Number(parts[1]) is not { } second)
        {
            return Of(year, Month(parts[1]), first, ends);
        }

        var shown = first > 12 || first == second ? DateOrder.DayMonthYear : second > 12 ? DateOrder.MonthDayYear : DateOrder.Unstated;
        return (order == DateOrder.Unstated ? shown : order) switch
        {
            DateOrder.DayMonthYear => Of(year, second, first, ends),
            DateOrder.MonthDayYear => Of(year, first, second, ends),
            _ => null,
        };
    }

    private static ReportDate? Of(int? year, int? month, int? day, bool ends)
    {
        if (year is not (>= FirstYear and <= LastYear) || month is < 1 or > 12)
        {
            return null;
        }

        if (month is not { } m)
        {
            return day is null ? new ReportDate(ends ? new DateOnly(year.Value, 12, 31) : new DateOnly(year.Value, 1, 1), DatePrecision.Year) : null;
        }

        var length = DateTime.DaysInMonth(year.Value, m);
        return day is not { } d ? new ReportDate(new DateOnly(year.Value, m, ends ? length : 1), DatePrecision.Month)
            : d >= 1 && d <= length ? new ReportDate(new DateOnly(year.Value, m, d))
            : null;
    }

    private static int? Number(string text) =>
        text.Length <= 8 ? PlainNumber.Whole(text) : null;

    /// <summary>1 to 12, or a number that is no month.</summary>
    /// <summary>"2016"; "June" has four letters too.</summary>
    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    private static int Month(string text)
    {
        if (Number(text) is { } number)
        {
            return number;
        }

        var folded = Words.Fold(text);
        var at = Array.FindIndex(MonthStems, stems => stems.Any(s => folded.StartsWith(s, StringComparison.Ordinal)));
        return at + 1;
    }
}
