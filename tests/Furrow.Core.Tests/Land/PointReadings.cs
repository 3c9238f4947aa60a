using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>What single readings of a drawing say about a point, by the definitions of decision 4.</summary>
internal static class PointReadings
{
    private static readonly (string Name, Func<int, bool> Inside)[] Rules = [("odd-even", w => (w & 1) != 0), ("nonzero", w => w != 0)];

    /// <param name="places">Points all over the drawing: they show which parts reach out of which holes.</param>
    public static IEnumerable<(string Name, bool Inside)> Of(RandomDrawing drawing, GridPoint point, IReadOnlyList<GridPoint> places) =>
        drawing.Roles == RingRoles.Declared ? Declared(drawing, point, places) : ByDirection(drawing, point);

    /// <summary>How often a ring runs around a point, anticlockwise positive.</summary>
    public static int Winding(GridPoint[] ring, GridPoint point)
    {
        var winding = 0;
        var a = ring[^1];
        foreach (var b in ring)
        {
            if (a.Lat <= point.Lat != b.Lat <= point.Lat)
            {
                var left = (Int128)(b.Lon - a.Lon) * (point.Lat - a.Lat) - (Int128)(b.Lat - a.Lat) * (point.Lon - a.Lon);
                winding += b.Lat > a.Lat && left > 0 ? 1 : b.Lat < a.Lat && left < 0 ? -1 : 0;
            }

            a = b;
        }

        return winding;
    }

    public static double StepsAway(GridPoint[] ring, GridPoint point)
    {
        var nearest = double.MaxValue;
        var a = ring[^1];
        foreach (var b in ring)
        {
            double x = b.Lon - a.Lon, y = b.Lat - a.Lat, px = point.Lon - a.Lon, py = point.Lat - a.Lat;
            var along = x == 0 && y == 0 ? 0 : Math.Clamp((px * x + py * y) / (x * x + y * y), 0, 1);
            nearest = Math.Min(nearest, double.Hypot(px - along * x, py - along * y));
            a = b;
        }

        return nearest;
    }

    /// <summary>The union of the parts, each its shell minus the union of its holes, or minus the holes of all parts but those it lies in whole; shells and
    /// holes by either rule.</summary>
    private static IEnumerable<(string, bool)> Declared(RandomDrawing drawing, GridPoint point, IReadOnlyList<GridPoint> places)
    {
        // A shell without area is no part, and its holes have nothing to lie in.
        var parts = drawing.Polygons.Where(p => HasArea(p[0])).ToList();
        var windings = parts.Select(p => p.Select(r => HasArea(r) ? Winding(r, point) : 0).ToArray()).ToList();
        foreach (var shell in Rules)
        {
            foreach (var hole in Rules)
            {
                yield return ($"{shell.Name} shells minus {hole.Name} holes", windings.Exists(w => shell.Inside(w[0]) && !w.Skip(1).Any(hole.Inside)));
                yield return ($"{shell.Name} shells minus {hole.Name} holes of all parts", Enumerable.Range(0, parts.Count).Any(p => shell.Inside(windings[p][0])
                    && !Enumerable.Range(0, parts.Count).Any(q => Enumerable.Range(1, parts[q].Length - 1)
                        .Any(h => hole.Inside(windings[q][h]) && (p == q || ReachesOut(parts[p][0], parts[q][h], places))))));
            }
        }
    }

    /// <summary>Whether a place inside a ring lies outside the box of another: then the ring surely does not lie in it.</summary>
    private static bool ReachesOut(GridPoint[] ring, GridPoint[] other, IReadOnlyList<GridPoint> places)
    {
        var (west, east, south, north) = (other.Min(p => p.Lon), other.Max(p => p.Lon), other.Min(p => p.Lat), other.Max(p => p.Lat));
        return places.Any(p => (p.Lon < west || p.Lon > east || p.Lat < south || p.Lat > north) && Winding(ring, p) != 0);
    }

    /// <summary>Odd-even and nonzero over all rings, those drawn twice taken once.</summary>
    private static IEnumerable<(string, bool)> ByDirection(RandomDrawing drawing, GridPoint point)
    {
        var sum = drawing.Rings.Where(HasArea).DistinctBy(Canonical).Sum(r => Winding(r, point));
        return Rules.Select(rule => ($"{rule.Name} over all rings", rule.Inside(sum)));
    }

    public static string Canonical(GridPoint[] ring)
    {
        var open = ring.Where((p, i) => p != ring[(i + 1) % ring.Length]).ToList();
        var first = open.IndexOf(open.Min());
        return string.Join(" ", open.Skip(first).Concat(open.Take(first)));
    }

    public static bool HasArea(GridPoint[] ring)
    {
        var points = ring.Distinct().ToList();
        return points.Count >= 3 && points.Exists(p => (Int128)(points[1].Lon - points[0].Lon) * (p.Lat - points[0].Lat)
            != (Int128)(points[1].Lat - points[0].Lat) * (p.Lon - points[0].Lon));
    }
}
