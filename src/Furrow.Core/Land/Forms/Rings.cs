namespace Furrow.Core.Land;

/// <summary>Exact facts about rings on the grid.</summary>
public static class Rings
{
    /// <summary>Twice the signed area in grid steps: positive when the ring runs anticlockwise. For direction only; m² come from <see
    /// cref="ShapeArea"/>.</summary>
    public static Int128 TwiceArea(ReadOnlySpan<GridPoint> ring)
    {
        Int128 sum = 0;
        var origin = ring[0];
        for (var i = 1; i + 1 < ring.Length; i++)
        {
            sum += (Int128)(ring[i].Lon - origin.Lon) * (ring[i + 1].Lat - origin.Lat)
                - (Int128)(ring[i].Lat - origin.Lat) * (ring[i + 1].Lon - origin.Lon);
        }

        return sum;
    }

    /// <summary>Drops points that lie exactly on the line between their neighbours.</summary>
    internal static GridPoint[] WithoutStraightPoints(List<GridPoint> ring)
    {
        var kept = new List<GridPoint>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var before = kept.Count > 0 ? kept[^1] : ring[^1];
            var after = ring[(i + 1) % ring.Count];
            if (Turn(before, ring[i], after) != 0)
            {
                kept.Add(ring[i]);
            }
        }

        return [.. kept];
    }

    /// <summary>Whether all points lie on one straight line: such a ring encloses nothing.</summary>
    internal static bool LieOnOneLine(ReadOnlySpan<GridPoint> ring)
    {
        foreach (var point in ring[2..])
        {
            if (Turn(ring[0], ring[1], point) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a ring touches itself at a point: spikes, loops that meet, land joined at a corner only.</summary>
    internal static bool PassesTwice(GridPoint[] ring)
    {
        var points = new HashSet<GridPoint>(ring.Length);
        return !ring.All(points.Add);
    }

    internal static Int128 Turn(GridPoint a, GridPoint b, GridPoint c) =>
        (Int128)(b.Lon - a.Lon) * (c.Lat - a.Lat) - (Int128)(b.Lat - a.Lat) * (c.Lon - a.Lon);

    /// <summary>Gives each hole to the smallest shell around it.</summary>
    internal static List<GridPoint[][]> Nest(List<GridPoint[]> shells, List<GridPoint[]> holes)
    {
        var boxes = shells.ConvertAll(BoxOf);
        var rings = shells.ConvertAll(s => new List<GridPoint[]> { s });
        foreach (var hole in holes)
        {
            // Edges meet at nodes only, so the middle of a hole's edge never lies on a shell.
            var middle = new GridPoint(hole[0].Lon + hole[1].Lon, hole[0].Lat + hole[1].Lat);
            var box = BoxOf(hole);
            var best = -1;
            for (var i = 0; i < shells.Count; i++)
            {
                if (boxes[i].Contains(new GridPoint(box.MinLon, box.MinLat)) && boxes[i].Contains(new GridPoint(box.MaxLon, box.MaxLat))
                    && EnclosesHalf(shells[i], middle) && (best < 0 || TwiceArea(shells[i]) < TwiceArea(shells[best])))
                {
                    best = i;
                }
            }

            if (best >= 0)
            {
                rings[best].Add(hole);
            }
        }

        return rings.ConvertAll(r => r.ToArray());
    }

    public static GridBox BoxOf(GridPoint[] ring)
    {
        var box = GridBox.Empty;
        foreach (var p in ring)
        {
            box = box.With(p);
        }

        return box;
    }

    /// <summary>Whether a ring encloses a point given in half grid steps that does not lie on it.</summary>
    private static bool EnclosesHalf(GridPoint[] ring, GridPoint half)
    {
        var inside = false;
        var a = ring[^1];
        foreach (var b in ring)
        {
            if (2 * a.Lat > half.Lat != 2 * b.Lat > half.Lat)
            {
                var turn = (Int128)(b.Lon - a.Lon) * (half.Lat - 2 * a.Lat) - (Int128)(b.Lat - a.Lat) * (half.Lon - 2 * a.Lon);
                if (turn > 0 == b.Lat > a.Lat)
                {
                    inside = !inside;
                }
            }

            a = b;
        }

        return inside;
    }
}
