using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Drawn;

/// <summary>Rings that cross the 180th meridian. An edge is a straight line in longitude and latitude, so an edge longer than 180 degrees means, in
/// all likelihood, that the drawer went the other way round.</summary>
internal static class Antimeridian
{
    public static readonly Repair Repair = new("cut-at-antimeridian", $"The ring crosses the 180th meridian and was cut there into two parts.", 0);

    /// <summary>The vertex after which the ring jumps, or null.</summary>
    public static GridPoint? Jump(GridPoint[] ring)
    {
        for (var i = 0; i < ring.Length; i++)
        {
            var next = ring[i + 1 == ring.Length ? 0 : i + 1];
            if (Math.Abs(next.Lon - ring[i].Lon) > GridPoint.MaxLon)
            {
                return ring[i];
            }
        }

        return null;
    }

    /// <summary>Taking every edge the short way, the ring does not come back to where it began.</summary>
    public static bool RunsAroundPole(GridPoint[] ring)
    {
        long turned = 0;
        for (var i = 0; i < ring.Length; i++)
        {
            turned += ShortWay(ring[i].Lon, ring[i + 1 == ring.Length ? 0 : i + 1].Lon);
        }

        return turned != 0;
    }

    /// <summary>The parts on either side. A ring is unrolled so that it crosses no jump, cut at the meridian, and the far part rolled back.</summary>
    public static IEnumerable<GridPoint[][]> Cut(GridPoint[][] polygon)
    {
        var shell = Unroll(polygon[0], null);
        var rings = polygon.Select((ring, i) => i == 0 ? shell : Unroll(ring, shell[0].Lon)).ToArray();
        for (var side = -1; side <= 1; side++)
        {
            var offset = side * 2 * GridPoint.MaxLon;
            var parts = rings.Select(r => Clip(Clip(r, offset - GridPoint.MaxLon, true), offset + GridPoint.MaxLon, false))
                .Select(r => r.Select(p => new GridPoint(p.Lon - offset, p.Lat)).ToArray())
                .ToArray();
            if (parts[0].Length >= 3)
            {
                yield return [parts[0], .. parts.Skip(1).Where(r => r.Length >= 3)];
            }
        }
    }

    private static GridPoint[] Unroll(GridPoint[] ring, long? near)
    {
        var unrolled = new GridPoint[ring.Length];
        var lon = near is { } n ? n + ShortWay(n, ring[0].Lon) : ring[0].Lon;
        unrolled[0] = new GridPoint(lon, ring[0].Lat);
        for (var i = 1; i < ring.Length; i++)
        {
            lon += ShortWay(ring[i - 1].Lon, ring[i].Lon);
            unrolled[i] = new GridPoint(lon, ring[i].Lat);
        }

        return unrolled;
    }

    private static long ShortWay(long from, long to)
    {
        var step = (to - from) % (2 * GridPoint.MaxLon);
        return step > GridPoint.MaxLon ? step - 2 * GridPoint.MaxLon : step < -GridPoint.MaxLon ? step + 2 * GridPoint.MaxLon : step;
    }

    /// <summary>Keeps the part of a ring on one side of a meridian (Sutherland and Hodgman 1974). Concave rings may come back with edges that run along
    /// the meridian twice; the ledger's own repair takes them out.</summary>
    private static GridPoint[] Clip(GridPoint[] ring, long meridian, bool keepEast)
    {
        var kept = new List<GridPoint>(ring.Length + 4);
        for (var i = 0; i < ring.Length; i++)
        {
            GridPoint a = ring[i], b = ring[i + 1 == ring.Length ? 0 : i + 1];
            bool aIn = keepEast ? a.Lon >= meridian : a.Lon <= meridian, bIn = keepEast ? b.Lon >= meridian : b.Lon <= meridian;
            if (aIn)
            {
                kept.Add(a);
            }

            if (aIn != bIn && a.Lon != meridian && b.Lon != meridian)
            {
                var share = (double)(meridian - a.Lon) / (b.Lon - a.Lon);
                kept.Add(new GridPoint(meridian, a.Lat + (long)Math.Round(share * (b.Lat - a.Lat))));
            }
        }

        return [.. kept];
    }
}
