using System.Globalization;
using System.Text.RegularExpressions;

namespace Furrow.Exchange.Mappings;

/// <summary>The hour behind a date: "2015-12-31T22:00:00Z", "1/13/2016 12:00:00 AM", "2016-01-01 06:30:00.000 UTC". With a zone it is a moment, and its
/// day differs from place to place; without one the day is the one written.</summary>
internal readonly partial record struct HourText(string Date, TimeSpan Time, TimeSpan? Zone)
{
    private const int Longest = 64;

    /// <summary>Null when the text holds no hour.</summary>
    /// <param name="isReadable">False when it holds one, or a zone, that is not known here: then the day is not known either.</param>
    public static HourText? Of(string text, out bool isReadable)
    {
        isReadable = true;
        if (text.Length > Longest || !text.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var match = Hour().Match(text);
        isReadable = match.Success;
        if (!isReadable)
        {
            return null;
        }

        int Number(string group) => match.Groups[group].Length == 0 ? 0 : int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var (hours, half) = (Number("h"), match.Groups["half"].Value);
        isReadable = Number("m") < 60 && Number("s") < 60 && (half.Length == 0 ? hours < 24 : hours is >= 1 and <= 12);
        hours = half.Length == 0 ? hours : hours % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        var zone = match.Groups["zone"].Value;
        return !isReadable ? null : new HourText(match.Groups["date"].Value, new TimeSpan(hours, Number("m"), Number("s")),
            zone.Length == 0 ? null : zone[0] is not ('+' or '-' or '\u2212') ? TimeSpan.Zero : Offset(zone, out isReadable));
    }

    private static TimeSpan Offset(string zone, out bool isReadable)
    {
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var offset = new TimeSpan(int.Parse(digits.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(digits.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture), 0);
        // No place on earth is further from UTC, and DateTimeOffset holds no more.
        isReadable = offset <= TimeSpan.FromHours(14);
        return !isReadable ? default : zone[0] == '+' ? offset : -offset;
    }

    [GeneratedRegex(@"^(?<date>.*\S)(?:[Tt]|\s+)(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,][0-9]+)?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?"
        + @"\s*(?<zone>[Zz]|UTC|GMT|[+\-\u2212][0-9]{2}(?::?[0-9]{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();
}
