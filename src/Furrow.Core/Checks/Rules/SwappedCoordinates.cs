using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Longitude and latitude exchanged: the points make sense only the other way round, on the earth or within the programme's territory.</summary>
public static class SwappedCoordinates
{
    public static readonly Check Check = new("swapped-coordinates", Severity.Error, "Longitude and latitude seem exchanged.", Judge)
    {
        Concerns = s => s.Context.Territory is not null || s.AnyPart(static p => !p.IsOnEarth),
    };

    internal static bool LooksSwapped(GridPoint p) => !p.IsOnEarth && Swap(p).IsOnEarth;

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            if (part.SomePoint is not { } p)
            {
                continue;
            }

            var outside = s.Context.Territory is { } territory && part.IsOnEarth && territory.Holds(Swap(part.Box), s.Origin)
                && territory.IsFarFrom(part.Box, s.Origin);
            if (outside || !part.IsOnEarth && part.Rings.Any(polygon => polygon.Any(ring => ring.Any(LooksSwapped))))
            {
                var where = outside ? "far outside the programme's territory" : "off the earth";
                yield return s.Found(Check, "swapped",
                    $"The point {p} lies {where}; read as latitude, longitude it fits.",
                    new Fix("swap-coordinates", "Exchange longitude and latitude for the whole part, or for the columns of the file.", MendDrawn: SwapAll),
                        part.Index, at: Swap(p));
            }
        }
    }

    private static GridPoint Swap(GridPoint p) => new(p.Lat, p.Lon);

    private static GridBox Swap(GridBox b) => new(b.MinLat, b.MinLon, b.MaxLat, b.MaxLon);

    private static GridPoint[][][] SwapAll(IReadOnlyList<GridPoint[][]> drawn) =>
        [.. drawn.Select(polygon => polygon.Select(ring => ring.Select(Swap).ToArray()).ToArray())];
}
