using System.Globalization;
using System.Text.RegularExpressions;

namespace Furrow.Exchange.Projections;

/// <summary>Why a text is no angle.</summary>
public enum AngleFault : byte
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>It is not written as angles are.</summary>
    NotAnAngle,

    /// <summary>Minutes or seconds of 60 and more: often a longitude whose degrees were lost, or decimals read as minutes.</summary>
    SixtyOrMore,

    /// <summary>Decimals in another place than the last.</summary>
    DecimalsBeforeLast,

    /// <summary>Degrees beyond 360.</summary>
    TooLarge,
}

/// <summary>One angle.</summary>
/// <param name="Degrees">South and west negative.</param>
/// <param name="IsLatitude">What the hemisphere letter says, or null without one.</param>
/// <param name="Parts">1 for degrees, 2 with minutes, 3 with seconds.</param>
public readonly record struct Angle(double Degrees, bool? IsLatitude, int Parts);

/// <summary>One angle as people write it: decimal degrees with point or comma, degrees and decimal minutes, or degrees, minutes and seconds, with
/// sign or hemisphere letter (N S E W, Cyrillic С Ю В З).</summary>
public static partial class AngleText
{
    /// <summary>Degrees, south and west negative; null when the text is no angle.</summary>
    /// <param name="isLatitude">What the hemisphere letter says, or null without one.</param>
    public static double? Parse(string text, out bool? isLatitude)
    {
        var fault = Read(text, out var angle);
        isLatitude = fault == AngleFault.None ? angle.IsLatitude : null;
        return fault == AngleFault.None ? angle.Degrees : null;
    }

    /// <summary>The angle; where it is written as one and cannot be one, <paramref name="angle"/> still says of how many parts.</summary>
    public static AngleFault Read(string text, out Angle angle)
    {
        angle = default;
        var trimmed = text.Trim();
        var match = trimmed.Length is 0 or > 60 ? Match.Empty : AngleForm().Match(trimmed);
        if (!match.Success || Letter(match) is not { } letter)
        {
            return AngleFault.NotAnAngle;
        }

        var isNegative = match.Groups["sign"].ValueSpan is "-" or "\u2212";
        var sign = Hemisphere(letter, out var isLatitude);
        if (isNegative && sign is not null)
        {
            return AngleFault.NotAnAngle;
        }

        double degrees = Part(match, "d"), minutes = Part(match, "m"), seconds = Part(match, "s");
        var parts = match.Groups["s"].Success ? 3 : match.Groups["m"].Success ? 2 : 1;
        angle = new Angle((degrees + minutes / 60 + seconds / 3600) * (sign ?? (isNegative ? -1 : 1)), isLatitude, parts);
        return parts > 1 && degrees != Math.Floor(degrees) || parts > 2 && minutes != Math.Floor(minutes) ? AngleFault.DecimalsBeforeLast
            : minutes >= 60 || seconds >= 60 ? AngleFault.SixtyOrMore
            : degrees > 360 ? AngleFault.TooLarge
            : AngleFault.None;
    }

    /// <summary>The hemisphere letter, "" without one; null when it is not clear. An s after the seconds means seconds where letters mark degrees or
    /// minutes too (44d07m12s); where none do it means south, never silently north; a capital among such marks could be either.</summary>
    private static string? Letter(Match match)
    {
        string before = match.Groups["before"].Value, after = match.Groups["after"].Value;
        if (match.Groups["sm"].Value is "s" or "S")
        {
            var lettered = match.Groups["dm"].Value is "d" or "D" || match.Groups["mm"].Value is "m" or "M";
            if (lettered ? match.Groups["sm"].Value == "S" : after.Length > 0)
            {
                return null;
            }

            after = lettered ? after : "S";
        }

        return before.Length > 0 && after.Length > 0 ? null : before + after;
    }

    private static double Part(Match match, string group) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture) : 0;

    private static int? Hemisphere(string letter, out bool? isLatitude)
    {
        isLatitude = letter.Length == 0 ? null : char.ToUpperInvariant(letter[0]) is 'N' or 'S' or 'С' or 'Ю';
        return letter.Length == 0 ? null : char.ToUpperInvariant(letter[0]) is 'S' or 'W' or 'Ю' or 'З' ? -1 : 1;
    }

    [GeneratedRegex(@"^(?<before>[NSEWСЮВЗ])?\s*(?<sign>[-+−])?\s*(?<d>[0-9]{1,3}(?:[.,][0-9]+)?)\s*(?<dm>[°º˚⁰d*])?\s*(?:(?<m>[0-9]{1,2}"
        + @"(?:[.,][0-9]+)?)\s*(?<mm>['′’‘ʹ´`m])?"
        + @"\s*(?:(?<s>[0-9]{1,2}(?:[.,][0-9]+)?)\s*(?<sm>[""″”“ʺs]|''|´´|``|’’|′′)?\s*)?)?(?<after>[NSEW]|[СЮ]\.?\s*ш\.?|[ВЗ]\.?\s*д\.?|[СЮВЗ])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AngleForm();
}
