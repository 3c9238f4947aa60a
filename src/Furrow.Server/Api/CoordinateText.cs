using System.Globalization;
using System.Text.RegularExpressions;
using Furrow.Core.Land;

namespace Furrow.Server.Api;

/// <summary>Reads a place typed as latitude and longitude: decimal degrees, degrees and minutes, or degrees, minutes and seconds. Latitude comes first,
/// as people write it, unless letters say otherwise: "44.12 17.55", "44°07'12"N 17°33'00"E", "E 17 33.0 N 44 07.2".</summary>
public static partial class CoordinateText
{
    /// <summary>The point, or null when the text is not coordinates of a place on the earth.</summary>
    public static GridPoint? Parse(string text)
    {
        if (Halves(text) is not { } halves || Angle(halves.First) is not { } first || Angle(halves.Second) is not { } second)
        {
            return null;
        }

        if (halves.First.Letter is { } a && halves.Second.Letter is { } b && IsLatitude(a) == IsLatitude(b))
        {
            return null;
        }

        var (lat, lon) = halves.First.Letter is 'E' or 'W' ? (second, first) : (first, second);
        return Math.Abs(lat) <= 90 && Math.Abs(lon) <= 180 ? GridPoint.FromDegrees(lon, lat) : null;
    }

    /// <summary>The point in decimal degrees, latitude first.</summary>
    public static string Decimal(GridPoint at) => string.Create(CultureInfo.InvariantCulture, $"{at.LatDegrees:0.000000}, {at.LonDegrees:0.000000}");

    /// <summary>The point in degrees, minutes and seconds.</summary>
    public static string Sexagesimal(GridPoint at) => Half(at.LatDegrees, 'N', 'S') + " " + Half(at.LonDegrees, 'E', 'W');

    private static string Half(double degrees, char positive, char negative)
    {
        // Rounded first, so that 59.96 seconds become a minute and not 60.0 seconds.
        var tenths = (long)Math.Round(Math.Abs(degrees) * 36_000);
        return string.Create(CultureInfo.InvariantCulture,
            $"{tenths / 36_000}°{tenths / 600 % 60:00}'{tenths % 600 / 10m:00.0}\"{(degrees < 0 ? negative : positive)}");
    }

    private static bool IsLatitude(char letter) => letter is 'N' or 'S';

    /// <summary>Two halves with as many numbers each; with letters, each half has its own, before or after it.</summary>
    private static ((char? Letter, string[] Numbers) First, (char? Letter, string[] Numbers) Second)? Halves(string text)
    {
        var words = Words().Matches(text.ToUpperInvariant());
        if (words.Sum(w => w.Length) != text.Count(c => !IsSeparator(c)))
        {
            return null;
        }

        var letters = words.Where(w => char.IsAsciiLetter(w.Value[0])).ToList();
        string[] numbers = [.. words.Where(w => !char.IsAsciiLetter(w.Value[0])).Select(w => w.Value.Replace('\u2212', '-'))];
        if (numbers.Length is not (2 or 4 or 6))
        {
            return null;
        }

        var (first, second) = (numbers[..(numbers.Length / 2)], numbers[(numbers.Length / 2)..]);
        if (letters.Count == 0)
        {
            return ((null, first), (null, second));
        }

        var before = char.IsAsciiLetter(words[0].Value[0]);
        var between = words[before ? first.Length + 1 : first.Length];
        var other = before ? words[0] : words[^1];
        return letters.Count == 2 && char.IsAsciiLetter(between.Value[0]) && char.IsAsciiLetter(other.Value[0])
            ? before ? ((other.Value[0], first), (between.Value[0], second)) : ((between.Value[0], first), (other.Value[0], second))
            : null;
    }

    /// <summary>Degrees, minutes and seconds to degrees. Only the last number may have decimals, only the first a sign, and not beside a letter.</summary>
    private static double? Angle((char? Letter, string[] Numbers) half)
    {
        var isNegative = half.Numbers[0].StartsWith('-');
        double angle = 0, unit = 1;
        for (var i = 0; i < half.Numbers.Length; i++, unit *= 60)
        {
            var value = Math.Abs(double.Parse(half.Numbers[i], CultureInfo.InvariantCulture));
            var isLast = i == half.Numbers.Length - 1;
            if ((!isLast && half.Numbers[i].Contains('.')) || (i > 0 && (value >= 60 || half.Numbers[i].StartsWith('-'))))
            {
                return null;
            }

            angle += value / unit;
        }

        return isNegative && half.Letter is not null ? null : isNegative || half.Letter is 'S' or 'W' ? -angle : angle;
    }

    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c) || c is ',' or ';' or '°' or 'º' or '\'' or '"' or '\u2032' or '\u2033' or '\u2019' or '\u201D';

    [GeneratedRegex(@"[NSEW]|[-\u2212]?\d{1,9}(\.\d{1,12})?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Words();
}
