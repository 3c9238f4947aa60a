using System.Globalization;
using System.Text.RegularExpressions;

namespace Furrow.Exchange.Projections;

/// <summary>One angle as people write it: decimal degrees with point or comma, degrees and decimal minutes, or degrees, minutes and seconds, with
/// sign or hemisphere letter (N S E W, Cyrillic С Ю В З).</summary>
public static partial class AngleText
{
    /// <summary>Degrees, south and west negative; null when the text is no angle.</summary>
    /// <param name="isLatitude">What the hemisphere letter says, or null without one.</param>
    public static double? Parse(string text, out bool? isLatitude)
    {
        isLatitude = null;
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > 60)
        {
            return null;
        }

        var match = Angle().Match(trimmed);
        if (!match.Success)
        {
            return null;
        }

        string before = match.Groups["before"].Value, after = match.Groups["after"].Value;
        if (before.Length > 0 && after.Length > 0)
        {
            return null;
        }

        var sign = Hemisphere(before + after, out isLatitude);
        var isNegative = match.Groups["sign"].ValueSpan is "-" or "\u2212";
        double degrees = Part(match, "d"), minutes = Part(match, "m"), seconds = Part(match, "s");
        var wholeDegrees = !match.Groups["m"].Success || degrees == Math.Floor(degrees);
        var wholeMinutes = !match.Groups["s"].Success || minutes == Math.Floor(minutes);
        if (minutes >= 60 || seconds >= 60 || !wholeDegrees || !wholeMinutes || isNegative && sign is not null || degrees > 360)
        {
            return null;
        }

        return (degrees + minutes / 60 + seconds / 3600) * (sign ?? (isNegative ? -1 : 1));
    }

    private static double Part(Match match, string group) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture) : 0;

    private static int? Hemisphere(string letter, out bool? isLatitude)
    {
        isLatitude = letter.Length == 0 ? null : char.ToUpperInvariant(letter[0]) is 'N' or 'S' or 'С' or 'Ю';
        return letter.Length == 0 ? null : char.ToUpperInvariant(letter[0]) is 'S' or 'W' or 'Ю' or 'З' ? -1 : 1;
    }

    [GeneratedRegex(@"^(?<before>[NSEWСЮВЗ])?\s*(?<sign>[-+−])?\s*(?<d>\d{1,3}(?:[.,]\d+)?)\s*[°ºd*]?\s*(?:(?<m>\d{1,2}(?:[.,]\d+)?)\s*['′’ʹm]?\s*(?:("
        + @"?<s>\d{1,2}(?:[.,]\d+)?)\s*(?:[""″”ʺs]|'')?\s*)?)?(?<after>[NSEW]|[СЮ]\.?\s*ш\.?|[ВЗ]\.?\s*д\.?|[СЮВЗ])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Angle();
}
