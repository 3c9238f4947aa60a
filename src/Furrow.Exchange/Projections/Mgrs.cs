using System.Globalization;
using System.Text.RegularExpressions;

namespace Furrow.Exchange.Projections;

/// <summary>A grid reference.</summary>
/// <param name="Lon">Of the south-west corner of its square.</param>
/// <param name="Lat">Of the same corner.</param>
/// <param name="SquareMetres">The side of the square: 1 to 10,000.</param>
public sealed record MgrsReference(double Lon, double Lat, int Zone, double SquareMetres);

/// <summary>The Military Grid Reference System on WGS 84, between 80° S and 84° N (NGA.STND.0037). A reference names a square; the position is its
/// south-west corner, as all instruments give it.</summary>
public static partial class Mgrs
{
    private const string Bands = "CDEFGHJKLMNPQRSTUVWX";
    private const string Rows = "ABCDEFGHJKLMNPQRSTUV";
    private static readonly string[] Columns = ["STUVWXYZ", "ABCDEFGH", "JKLMNPQR"];

    /// <summary>WGS 84 degrees, or null when the text is no reference of a point.</summary>
    public static (double Lon, double Lat)? Parse(string text) => Read(text).Value is { } read ? (read.Lon, read.Lat) : null;

    /// <summary>A zone, a band and two letters alone name a square of 100 km: no point.</summary>
    public static bool IsWholeSquare(string text) => Reference().Match(Plain(text)) is { Success: true } match
        && !match.Groups["x"].Success && match.Groups["digits"].Length == 0;

    /// <summary>The square's corner; empty when the text is no reference, names a square of 100 km, or its square does not lie in its zone and band.</summary>
    public static (MgrsReference? Value, bool IsWritten) Read(string text)
    {
        var match = Reference().Match(Plain(text));
        if (!match.Success)
        {
            return (null, false);
        }

        var zone = int.Parse(match.Groups["zone"].ValueSpan, CultureInfo.InvariantCulture);
        var band = Bands.IndexOf(match.Groups["band"].Value[0], StringComparison.Ordinal);
        var column = zone is >= 1 and <= 60 ? Columns[zone % 3].IndexOf(match.Groups["square"].Value[0], StringComparison.Ordinal) : -1;
        var row = Rows.IndexOf(match.Groups["square"].Value[1], StringComparison.Ordinal);
        var isParted = match.Groups["x"].Success;
        var digits = isParted ? match.Groups["x"].Value + match.Groups["y"].Value : match.Groups["digits"].Value;
        var half = digits.Length / 2;
        // "1234 678" has as many digits as "123 4678" and "12346 78" but means none of them.
        if (band < 0 || column < 0 || row < 0 || half == 0 || digits.Length % 2 != 0 || isParted && match.Groups["x"].Length != half)
        {
            return (null, true);
        }

        var unit = Math.Pow(10, 5 - half);
        var x = (column + 1) * 1e5 + int.Parse(digits.AsSpan(0, half), CultureInfo.InvariantCulture) * unit;
        var y = (row + (zone % 2 == 0 ? 15 : 0)) % 20 * 1e5 + int.Parse(digits.AsSpan(half), CultureInfo.InvariantCulture) * unit;
        return (Locate(zone, band, x, y) is { } at ? new MgrsReference(at.Lon, at.Lat, zone, unit) : null, true);
    }

    /// <summary>The southern edge of a latitude band.</summary>
    internal static double? BandFrom(char band) => Bands.IndexOf(band, StringComparison.Ordinal) is >= 0 and var at ? at * 8 - 80 : null;

    private static string Plain(string text) => text.Trim().ToUpperInvariant();

    /// <summary>The reference of a position with 1 m squares, grouped: "38S MJ 12345 67890"; null near the poles.</summary>
    public static string? Format(double lon, double lat)
    {
        if (!(lat is >= -80 and < 84 && Math.Abs(lon) <= 180))
        {
            return null;
        }

        var zone = ZoneOf(lon, lat);
        var (x, y) = CoordinateSystems.Utm(zone, lat < 0).FromWgs84(lon, lat);
        // Whole metres are cut off, not rounded; the smallest part of a millimetre on top keeps computed corners in their square.
        int east = (int)Math.Floor(x + 1e-6), north = (int)Math.Floor(y + 1e-6);
        north = lat < 0 ? Math.Min(north, 9_999_999) : north;
        var column = Columns[zone % 3][east / 100_000 - 1];
        var row = Rows[(north / 100_000 + (zone % 2 == 0 ? 5 : 0)) % 20];
        var band = Bands[Math.Min((int)Math.Floor((lat + 80) / 8), lat < 0 ? 9 : 19)];
        return string.Create(CultureInfo.InvariantCulture, $"{zone:00}{band} {column}{row} {east % 100_000:00000} {north % 100_000:00000}");
    }

    /// <summary>Zones are six degrees wide, but for southern Norway and Svalbard.</summary>
    public static int ZoneOf(double lon, double lat) => (lon, lat) switch
    {
        ( >= 3 and < 12, >= 56 and < 64) => 32,
        ( >= 0 and < 42, >= 72 and < 84) => lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37,
        _ => Math.Min((int)Math.Floor((lon + 180) / 6) + 1, 60),
    };

    /// <summary>Rows repeat every 2,000 km: the one whose latitude lies in the band is meant. A square at the edge of a band may begin outside it.</summary>
    private static (double Lon, double Lat)? Locate(int zone, int band, double x, double y)
    {
        var south = band < 10;
        var grid = CoordinateSystems.Utm(zone, south);
        double from = band * 8 - 80, to = band == 19 ? 84 : from + 8;
        for (var repeat = 0; repeat < 5; repeat++)
        {
            var at = grid.ToWgs84(x, y + repeat * 2e6);
            if (at.Lat >= from - 1 && at.Lat <= to + 0.1 && Math.Abs(Math.IEEERemainder(at.Lon - (zone * 6 - 183), 360)) < 8)
            {
                return at;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:MGRS:?\s*)?(?<zone>[0-9]{1,2})\s*(?<band>[C-HJ-NP-X])\s*(?<square>[A-HJ-NP-Z][A-HJ-NP-V])\s*(?:(?<x>[0-9]{1,5})[\s,]+(?<y>[0-9]{1,5})"
        + @"|(?<digits>[0-9]{0,10}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
