using System.Globalization;

namespace Furrow.Core.Land;

/// <summary>A vertex on the 1e-9 degree grid (0.1 mm on the ground). All ledger geometry is made of these: integers compare, hash and
/// sum the same everywhere. Longitude first, as in RFC 7946.</summary>
public readonly record struct GridPoint(long Lon, long Lat) : IComparable<GridPoint>
{
    public const long PerDegree = 1_000_000_000;
    public const long MaxLon = 180 * PerDegree;
    public const long MaxLat = 90 * PerDegree;

    public double LonDegrees => (double)Lon / PerDegree;

    public double LatDegrees => (double)Lat / PerDegree;

    public bool IsOnEarth => Lon is >= -MaxLon and <= MaxLon && Lat is >= -MaxLat and <= MaxLat;

    /// <summary>Nearest grid point. The caller has checked that the numbers are finite and on the earth.</summary>
    public static GridPoint FromDegrees(double lon, double lat) =>
        new((long)Math.Round(lon * PerDegree), (long)Math.Round(lat * PerDegree));

    public int CompareTo(GridPoint other) => Lon != other.Lon ? Lon.CompareTo(other.Lon) : Lat.CompareTo(other.Lat);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LonDegrees:0.#########} {LatDegrees:0.#########}");

    public static bool operator <(GridPoint left, GridPoint right) => left.CompareTo(right) < 0;

    public static bool operator >(GridPoint left, GridPoint right) => left.CompareTo(right) > 0;

    public static bool operator <=(GridPoint left, GridPoint right) => left.CompareTo(right) <= 0;

    public static bool operator >=(GridPoint left, GridPoint right) => left.CompareTo(right) >= 0;
}

/// <summary>A closed box on the grid.</summary>
public readonly record struct GridBox(long MinLon, long MinLat, long MaxLon, long MaxLat)
{
    public static readonly GridBox Empty = new(long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);

    public bool IsEmpty => MinLon > MaxLon;

    public GridBox With(GridPoint p) =>
        new(Math.Min(MinLon, p.Lon), Math.Min(MinLat, p.Lat), Math.Max(MaxLon, p.Lon), Math.Max(MaxLat, p.Lat));

    public GridBox With(GridBox b) => b.IsEmpty
        ? this
        : new(Math.Min(MinLon, b.MinLon), Math.Min(MinLat, b.MinLat), Math.Max(MaxLon, b.MaxLon), Math.Max(MaxLat, b.MaxLat));

    public bool Intersects(GridBox b) => MinLon <= b.MaxLon && b.MinLon <= MaxLon && MinLat <= b.MaxLat && b.MinLat <= MaxLat;

    /// <summary>Whether the other box lies in this one; borders may touch.</summary>
    public bool Holds(GridBox b) => b.MinLon >= MinLon && b.MaxLon <= MaxLon && b.MinLat >= MinLat && b.MaxLat <= MaxLat;

    public bool Contains(GridPoint p) => p.Lon >= MinLon && p.Lon <= MaxLon && p.Lat >= MinLat && p.Lat <= MaxLat;
}
