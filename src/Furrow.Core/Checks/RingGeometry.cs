using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>How a line meets itself.</summary>
public enum RingFault
{
    None,

    /// <summary>Two sides cross.</summary>
    Crosses,

    /// <summary>The line comes back to a point or side it already has, without crossing.</summary>
    Touches,

    /// <summary>The line runs out to a point and back over itself.</summary>
    Spike,

    /// <summary>Too entangled to settle within the effort a check may spend: the repair decides.</summary>
    TooEntangled,
}

/// <summary>Exact predicates on drawn rings. Everything is integer arithmetic on the grid: no tolerance, the same answer everywhere.</summary>
public static class RingGeometry
{
    private const long SafeDifference = 2_100_000_000;

    /// <summary>Most pairs of sides a check compares before it gives up; a valid ring of 500,000 points needs some 4 million.</summary>
    private const int MostPairs = 20_000_000;

    /// <summary>+1 when a → b → c turns left, −1 right, 0 straight.</summary>
    public static int Turn(GridPoint a, GridPoint b, GridPoint c)
    {
        long bx = b.Lon - a.Lon, by = b.Lat - a.Lat, cx = c.Lon - a.Lon, cy = c.Lat - a.Lat;
        if (IsSmall(bx) && IsSmall(by) && IsSmall(cx) && IsSmall(cy))
        {
            return Math.Sign(bx * cy - by * cx);
        }

        return Int128.Sign((Int128)bx * cy - (Int128)by * cx);
    }

    /// <summary>The ring open and without points repeated in a row.</summary>
    public static GridPoint[] WithoutRepeats(GridPoint[] ring)
    {
        var kept = new List<GridPoint>(ring.Length);
        foreach (var p in ring)
        {
            if (kept.Count == 0 || kept[^1] != p)
            {
                kept.Add(p);
            }
        }

        while (kept.Count > 1 && kept[^1] == kept[0])
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept.Count == ring.Length ? ring : [.. kept];
    }

    /// <summary>The first fault of a ring without repeats, and a point of it.</summary>
    public static (RingFault Fault, GridPoint At) FaultOf(GridPoint[] ring)
    {
        if (ring.Length < 3)
        {
            return (RingFault.None, default);
        }

        var found = ring.Length <= 48 ? FaultByPairs(ring) : FaultByIndex(ring);
        return found.Fault == RingFault.Touches && SpikeOf(ring) is { } tip ? (RingFault.Spike, tip) : found;
    }

    /// <summary>A corner at which the line turns round and runs back over itself.</summary>
    private static GridPoint? SpikeOf(GridPoint[] ring)
    {
        for (int i = 0, n = ring.Length; i < n; i++)
        {
            GridPoint before = ring[i == 0 ? n - 1 : i - 1], tip = ring[i], after = ring[i + 1 == n ? 0 : i + 1];
            if (Turn(before, tip, after) == 0 && RunsBack(tip, before, after))
            {
                return tip;
            }
        }

        return null;
    }

    /// <summary>Whether a point lies inside (+1), on the line (0) or outside (−1) of a ring, by its winding parity.</summary>
    public static int Side(GridPoint[] ring, GridPoint p)
    {
        var inside = false;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            GridPoint a = ring[j], b = ring[i];
            if (Turn(a, b, p) == 0 && IsBetween(a, b, p))
            {
                return 0;
            }

            if (a.Lat > p.Lat != b.Lat > p.Lat && Turn(a, b, p) > 0 == b.Lat > a.Lat)
            {
                inside = !inside;
            }
        }

        return inside ? 1 : -1;
    }

    private static (RingFault Fault, GridPoint At) FaultByPairs(GridPoint[] ring)
    {
        for (var i = 0; i < ring.Length; i++)
        {
            for (var j = i + 1; j < ring.Length; j++)
            {
                if (MayMeet(ring, i, j) && FaultOfSides(ring, i, j) is var fault && fault != RingFault.None)
                {
                    return (fault, ring[j]);
                }
            }
        }

        return (RingFault.None, default);
    }

    /// <summary>Sides of which one lies wholly east, west, north or south of the other have no point in common.</summary>
    private static bool MayMeet(GridPoint[] ring, int i, int j)
    {
        GridPoint a = ring[i], b = ring[i + 1 == ring.Length ? 0 : i + 1], c = ring[j], d = ring[j + 1 == ring.Length ? 0 : j + 1];
        return Math.Max(a.Lon, b.Lon) >= Math.Min(c.Lon, d.Lon) && Math.Max(c.Lon, d.Lon) >= Math.Min(a.Lon, b.Lon)
            && Math.Max(a.Lat, b.Lat) >= Math.Min(c.Lat, d.Lat) && Math.Max(c.Lat, d.Lat) >= Math.Min(a.Lat, b.Lat);
    }

    private static (RingFault Fault, GridPoint At) FaultByIndex(GridPoint[] ring)
    {
        var boxes = new GridBox[ring.Length];
        for (var i = 0; i < ring.Length; i++)
        {
            boxes[i] = GridBox.Empty.With(ring[i]).With(ring[(i + 1) % ring.Length]);
        }

        var result = (Fault: RingFault.None, At: default(GridPoint));
        var left = MostPairs;
        new PackedBoxes(boxes).EachPair((i, j) =>
        {
            if (--left < 0)
            {
                result = (RingFault.TooEntangled, ring[i]);
            }
            else if (FaultOfSides(ring, Math.Min(i, j), Math.Max(i, j)) is var fault && fault != RingFault.None)
            {
                result = (fault, ring[j]);
            }

            return result.Fault == RingFault.None;
        });
        return result;
    }

    private static RingFault FaultOfSides(GridPoint[] ring, int i, int j)
    {
        var n = ring.Length;
        GridPoint a = ring[i], b = ring[i + 1 == n ? 0 : i + 1], c = ring[j], d = ring[j + 1 == n ? 0 : j + 1];
        if (b == c || d == a)
        {
            // Neighbours share their corner; they are wrong only when one runs back over the other.
            var (corner, back, on) = b == c ? (b, a, d) : (a, b, c);
            return IsNeighbour(i, j, n) && !(Turn(back, corner, on) == 0 && RunsBack(corner, back, on)) ? RingFault.None : RingFault.Touches;
        }

        int abc = Turn(a, b, c), abd = Turn(a, b, d), cda = Turn(c, d, a), cdb = Turn(c, d, b);
        if (abc * abd < 0 && cda * cdb < 0)
        {
            return RingFault.Crosses;
        }

        return abc == 0 && IsBetween(a, b, c) || abd == 0 && IsBetween(a, b, d) || cda == 0 && IsBetween(c, d, a) || cdb == 0 && IsBetween(c, d, b)
            ? RingFault.Touches
            : RingFault.None;
    }

    private static bool IsNeighbour(int i, int j, int n) => j == i + 1 || i == 0 && j == n - 1;

    private static bool RunsBack(GridPoint corner, GridPoint back, GridPoint on) =>
        Math.Sign(back.Lon - corner.Lon) == Math.Sign(on.Lon - corner.Lon) && Math.Sign(back.Lat - corner.Lat) == Math.Sign(on.Lat - corner.Lat);

    private static bool IsBetween(GridPoint a, GridPoint b, GridPoint p) =>
        p.Lon >= Math.Min(a.Lon, b.Lon) && p.Lon <= Math.Max(a.Lon, b.Lon) && p.Lat >= Math.Min(a.Lat, b.Lat) && p.Lat <= Math.Max(a.Lat, b.Lat);

    private static bool IsSmall(long d) => d is > -SafeDifference and < SafeDifference;
}
