using System.Globalization;
using System.Text.RegularExpressions;
using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Server.Pages;

/// <summary>Reads a spot as people type it: latitude, longitude in degrees, or with degrees, minutes and seconds and letters of the hemisphere.</summary>
public static partial class SpotReader
{
    public static Outcome<GridPoint> Read(string text)
    {
        var words = text.Trim();
        return (Degrees(words) ?? Sexagesimal(words)) is { IsOnEarth: true } point ? point : Problems.SpotUnreadable(text);
    }

    private static GridPoint? Degrees(string text) =>
        PlainPair().Match(text) is { Success: true } pair && Number(pair.Groups[1].Value) is { } lat && Number(pair.Groups[2].Value) is { } lon && OnEarth(lon, lat)
            ? GridPoint.FromDegrees(lon, lat)
            : null;

    private static GridPoint? Sexagesimal(string text)
    {
        var parts = WithLetters().Matches(text);
        if (parts.Count != 2)
        {
            return null;
        }

        double? lat = null, lon = null;
        foreach (Match part in parts)
        {
            var letter = char.ToUpperInvariant((part.Groups["before"].Value + part.Groups["after"].Value).FirstOrDefault());
            var degrees = Number(part.Groups["d"].Value) + (Number(part.Groups["m"].Value) ?? 0) / 60 + (Number(part.Groups["s"].Value) ?? 0) / 3600;
            if (letter is 'N' or 'S')
            {
                lat = letter == 'S' ? -degrees : degrees;
            }
            else if (letter is 'E' or 'W')
            {
                lon = letter == 'W' ? -degrees : degrees;
            }
        }

        return lat is { } y && lon is { } x && OnEarth(x, y) ? GridPoint.FromDegrees(x, y) : null;
    }

    private static bool OnEarth(double lon, double lat) => double.Abs(lon) <= 180 && double.Abs(lat) <= 90;

    private static double? Number(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^([+-]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)$")]
    private static partial Regex PlainPair();

    [GeneratedRegex(@"(?<before>[NSEW])?\s*(?<d>\d{1,3}(?:[.,]\d+)?)\s*[°º]?\s*(?:(?<m>\d{1,2}(?:[.,]\d+)?)\s*['′]?\s*)?(?:(?<s>\d{1,2}(?:[.,]\d+)?)\s*[""″]?\s*)?(?<after>[NSEW])?", RegexOptions.IgnoreCase)]
    private static partial Regex WithLetters();
}
