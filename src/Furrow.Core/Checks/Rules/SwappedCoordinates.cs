using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Longitude and latitude exchanged: the points make sense only the other way round, on the earth or within the programme's territory.</summary>
public static class SwappedCoordinates
{
    public static readonly Check Check = new("swapped-coordinates", Severity.Error, "Longitude and latitude seem exchanged.", Judge)
    {
        Concerns = s => s.Context.Territory is not null || s.AnyPart(static p => !p.IsOnEarth) || SinglePoints.Of(s.Report).Any(p => !p.At.IsOnEarth),
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

            var outside = part.IsOnEarth && IsOutsideAndFits(s, part.Box);
            if (outside || !part.IsOnEarth && part.Rings.Any(polygon => polygon.Any(ring => ring.Any(LooksSwapped))))
            {
                yield return Found(s, "swapped", p, outside, new Fix("swap-coordinates",
                    $"Exchange longitude and latitude for the whole part, or for the columns of the file.", MendDrawn: SwapAll), part.Index);
            }
        }

        foreach (var single in SinglePoints.Of(s.Report))
        {
            var outside = single.At.IsOnEarth && IsOutsideAndFits(s, single.Box);
            if (outside || LooksSwapped(single.At))
            {
                yield return Found(s, "swapped " + single.Cause, single.At, outside, new Fix("swap-coordinates",
                    $"Exchange longitude and latitude for the whole part, or for the columns of the file.", Mend: r => single.With(r, Swap(single.At))),
                    single.Part);
            }
        }
    }

    internal static bool FitsExchanged(CheckSubject s, GridBox box) => s.Context.Territory is { } territory && territory.Holds(Swap(box), s.Origin);

    private static bool IsOutsideAndFits(CheckSubject s, GridBox box) => FitsExchanged(s, box) && s.Context.Territory!.IsFarFrom(box, s.Origin);

    private static Finding Found(CheckSubject s, string cause, GridPoint p, bool outside, Fix fix, int? part)
    {
        return s.Found(Check, cause, outside
            ? $"The point {p.ToString()} lies far outside the programme's territory; read as latitude, longitude it fits."
            : (Phrase)$"The point {p.ToString()} lies off the earth; read as latitude, longitude it fits.", fix, part, at: Swap(p));
    }

    private static GridPoint Swap(GridPoint p) => new(p.Lat, p.Lon);

    private static GridBox Swap(GridBox b) => new(b.MinLat, b.MinLon, b.MaxLat, b.MaxLon);

    private static GridPoint[][][] SwapAll(IReadOnlyList<GridPoint[][]> drawn) =>
        [.. drawn.Select(polygon => polygon.Select(ring => ring.Select(Swap).ToArray()).ToArray())];
}
