using System.Text.RegularExpressions;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Places;

/// <summary>A place in WGS 84 degrees, as good as its text says.</summary>
/// <param name="Rings">lon, lat, lon, lat ...; one position alone is a point.</param>
/// <param name="WithinMetres">Half a unit of the last figure written, or the side of the square named.</param>
internal sealed record StatedPlace(IReadOnlyList<double[]> Rings, double WithinMetres)
{
    public bool IsPoint => Rings is [{ Length: 2 }];

    public static StatedPlace Point(double lon, double lat, double within) => new([[lon, lat]], within);

    /// <summary>The place where longitude and latitude were taken for each other.</summary>
    public StatedPlace Exchanged() => this with { Rings = [.. Rings.Select(r => r.Select((_, i) => r[i ^ 1]).ToArray())] };

    /// <summary>What was drawn, moved to WGS 84; null when a point of it cannot be.</summary>
    public static StatedPlace? Of(DrawnGeometry drawn, CoordinateSystem crs, double within)
    {
        double[][] rings = drawn.Kind == DrawnKind.Point ? [[drawn.X, drawn.Y]] : [.. drawn.Polygons.SelectMany(p => p)];
        var moved = rings.Where(r => r.Length > 0).Select(r => Moved(r, crs)).ToList();
        return moved.Count > 0 && moved.TrueForAll(r => Array.TrueForAll(r, double.IsFinite)) ? new StatedPlace(moved, within) : null;
    }

    private static double[] Moved(double[] ring, CoordinateSystem crs)
    {
        var moved = new double[ring.Length];
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            (moved[i], moved[i + 1]) = crs.ToWgs84(ring[i], ring[i + 1]);
        }

        return moved;
    }
}

/// <summary>Reads a place that a row states beside the one it is taken at. All its readings are given: two places differ only when no reading of the second
/// fits the first.</summary>
internal static partial class StatedPlaces
{
    private const double MetresPerDegree = 111_320;

    /// <param name="systems">In which plain numbers may be.</param>
    public static IReadOnlyList<StatedPlace> Whole(string text, string column, IReadOnlyList<CoordinateSystem> systems, int mostPoints)
    {
        if (GeometryText.LooksLike(text))
        {
            return Drawn(text, systems, mostPoints);
        }

        if (Mgrs.Read(text).Value is { } reference)
        {
            return [StatedPlace.Point(reference.Lon, reference.Lat, reference.SquareMetres * 1.5)];
        }

        return PositionText.Read(text, column, "", 0) is { IsRefused: false, Value: var (crs, x, y) } && crs.ToWgs84(x, y) is var (lon, lat)
            && double.IsFinite(lon) && double.IsFinite(lat) ? [StatedPlace.Point(lon, lat, crs.IsGeographic ? Within(text, 2) : 1)] : [];
    }

    /// <param name="either">The names do not say which of the two is the northing.</param>
    public static IReadOnlyList<StatedPlace> Pair(string east, string north, IReadOnlyList<CoordinateSystem> systems, bool either)
    {
        if (Number(east) is not { } x || Number(north) is not { } y)
        {
            return [];
        }

        var within = Math.Max(Within(east, 1), Within(north, 1));
        var found = new List<StatedPlace>();
        foreach (var crs in systems)
        {
            Add(found, crs, x, y, within);
            if (either)
            {
                Add(found, crs, y, x, within);
            }
        }

        return found;
    }

    private static void Add(List<StatedPlace> found, CoordinateSystem crs, double x, double y, double within)
    {
        if (crs.IsGeographic && (Math.Abs(x) > 180 || Math.Abs(y) > 90))
        {
            return;
        }

        var (lon, lat) = crs.ToWgs84(x, y);
        if (double.IsFinite(lon) && double.IsFinite(lat) && Math.Abs(lat) <= 90 && (crs.Area?.Holds(lon, lat) ?? true))
        {
            found.Add(StatedPlace.Point(lon, lat, crs.IsGeographic ? within : 1));
        }
    }

    private static List<StatedPlace> Drawn(string text, IReadOnlyList<CoordinateSystem> systems, int mostPoints)
    {
        var builder = new DrawnBuilder("", 0, mostPoints);
        var said = GeometryText.Read(text, builder);
        var named = said.System is { } system ? CoordinateSystems.Resolve(system, "") : default;
        builder.IsNorthFirst |= said.OrderedBySystem && named.Value is { } ordered && (ordered.IsGeographic || ordered.XIsNorth);
        var drawn = builder.Build();
        if (builder.Fault is not null || drawn.Kind == DrawnKind.None)
        {
            return [];
        }

        IReadOnlyList<CoordinateSystem> read = said.System is null ? systems : named.Value is { } one ? [one] : [];
        return [.. read.Select(crs => StatedPlace.Of(drawn, crs, 1)).OfType<StatedPlace>().Where(IsOnEarth)];
    }

    private static bool IsOnEarth(StatedPlace place) =>
        place.Rings.All(r => r.Select((v, i) => Math.Abs(v) <= (i % 2 == 0 ? 180 : 90)).All(fits => fits));

    private static double? Number(string text) => AngleText.Parse(text, out _) ?? NumberText.Parse(text, null) ?? NumberText.Parse(text, true);

    /// <summary>Metres that half a unit of the last figure of an angle stands for: "44.10" is good to half a kilometre.</summary>
    /// <param name="angles">How many angles the text gives.</param>
    public static double Within(string text, int angles)
    {
        var numbers = Numbers().Matches(text);
        var decimals = numbers.Count == 0 ? 0 : numbers[^1].Groups[1].Length;
        return MetresPerDegree * 0.5 * Math.Pow(10, -decimals) / Math.Pow(60, Math.Clamp(numbers.Count / angles - 1, 0, 2));
    }

    [GeneratedRegex(@"[0-9]+(?:[.,]([0-9]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
