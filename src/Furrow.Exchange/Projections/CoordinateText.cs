using System.Globalization;
using System.Text.RegularExpressions;
using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>Positions as people write them in one text: latitude and longitude (in that order where no letters tell), UTM, or MGRS.</summary>
public static partial class CoordinateText
{
    private const int MostLetters = 120;

    /// <summary>WGS 84 degrees, or null when the text is no position or could be two.</summary>
    public static (double Lon, double Lat)? Position(string text) => Read(text) is { IsRefused: false } read ? read.Value : null;

    /// <summary>WGS 84 degrees, or why the text is not read as one position.</summary>
    public static Outcome<(double Lon, double Lat)> Read(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length is 0 or > MostLetters ? Problems.SpotUnreadable(trimmed.Length <= MostLetters ? trimmed : trimmed[..MostLetters])
            : (Mgrs.Parse(trimmed) ?? Utm(trimmed)) is { } at ? at
            : AnglePair.Read(trimmed);
    }

    /// <summary>Zone and hemisphere from "33", "33N", "33T", "33 north" with a hemisphere beside it if there is one. Null when not clear:
    /// "38S" may mean band S,
    /// which lies in the north, or south.</summary>
    public static (int Zone, bool South)? Zone(string zone, string? hemisphere)
    {
        var match = ZoneText().Match(zone.Trim());
        var number = match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (number is < 1 or > 60)
        {
            return null;
        }

        var beside = South(hemisphere);
        var letter = match.Groups[2].Value.ToUpperInvariant();
        bool? own = letter switch
        {
            "" => null,
            "NORTH" => false,
            "SOUTH" => true,
            "S" => beside is null ? null : beside,
            "N" => false,
            { Length: 1 } band when "CDEFGHJKLM".Contains(band, StringComparison.Ordinal) => true,
            _ => false,
        };
        return own is { } o && (beside is null || beside == o) ? (number, o)
            : letter.Length == 0 && beside is { } b ? (number, b)
            : null;
    }

    /// <summary>The number of the zone, whatever its letter means.</summary>
    public static int? ZoneNumber(string zone) =>
        ZoneText().Match(zone.Trim()) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static bool? South(string? hemisphere) => hemisphere?.Trim().ToUpperInvariant() switch
    {
        "N" or "NORTH" or "С" => false,
        "S" or "SOUTH" or "Ю" => true,
        _ => null,
    };

    private static (double Lon, double Lat)? Utm(string text) => UtmOf(text) is { } utm ? utm.Crs.ToWgs84(utm.X, utm.Y) : null;

    /// <summary>Easting, northing and zone in one text, or null.</summary>
    internal static (CoordinateSystem Crs, double X, double Y)? UtmOf(string text)
    {
        var match = UtmText().Match(text);
        var zoneText = match.Groups["zone"].Success ? match.Groups["zone"].Value : match.Groups["last"].Value;
        if (!match.Success || Zone(zoneText, null) is not { } zone)
        {
            return null;
        }

        double x = double.Parse(match.Groups["x"].ValueSpan, CultureInfo.InvariantCulture),
            y = double.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var crs = CoordinateSystems.Utm(zone.Zone, zone.South);
        var at = crs.ToWgs84(x, y);
        return x is >= 100_000 and < 1_000_000 && double.IsFinite(at.Lat) && IsInBand(zoneText, at.Lat) ? (crs, x, y) : null;
    }

    /// <summary>Whether a latitude lies in the band that stands behind a zone. N and S may mean a half of the earth; bands overlap.</summary>
    internal static bool IsInBand(string zone, double lat)
    {
        var letter = ZoneText().Match(zone.Trim()).Groups[2].Value.ToUpperInvariant();
        return letter is not { Length: 1 } || letter is "N" or "S"
            || Mgrs.BandFrom(letter[0]) is { } from && lat >= from - 1 && lat <= from + (letter == "X" ? 13 : 9);
    }

    [GeneratedRegex(@"^(?:UTM\s*)?(?:zone\s*)?([0-9]{1,2})\s*(north|south|[C-HJ-NP-X])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ZoneText();

    [GeneratedRegex(@"^(?:UTM\s*)?(?:(?<zone>[0-9]{1,2}\s*(?:north|south|[C-HJ-NP-X]))[\s,;]+)?(?:E\s*)?(?<x>0?[0-9]{6}(?:\.[0-9]+)?)\s*m?E?[\s,;]+"
        + @"(?:N\s*)?(?<y>"
        + @"[0-9]{1,8}(?:\.[0-9]+)?)\s*m?N?(?:[\s,;]+(?<last>[0-9]{1,2}\s*(?:north|south|[C-HJ-NP-X])))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UtmText();
}
