namespace Furrow.Core.Land;

/// <summary>Puts rings of one list together: a ring inside an even number of others is a shell, inside an odd number a hole of the innermost of them. For
/// rings that cross each other that says little; then their readings decide (<see cref="DirectedReadings"/>).</summary>
internal static class RingNest
{
    public static List<DrawnPart> PartsOf(List<GridPoint[]> rings, NodingBudget budget)
    {
        if (rings.Count < 2)
        {
            return rings.ConvertAll(r => DrawnPart.Of([r]));
        }

        var around = Around(rings, budget);
        var clockwise = rings.ConvertAll(DrawnPart.IsClockwise);
        var polygons = rings.Select((ring, i) => around[i].Count % 2 == 0 ? new List<GridPoint[]> { ring } : null).ToList();
        var isInDoubt = new bool[rings.Count];
        for (var i = 0; i < rings.Count; i++)
        {
            var depth = around[i].Count;
            var outermost = around[i].Where(j => around[j].Count == 0).Append(i).First();
            var shell = depth % 2 == 0 ? i : around[i].Where(j => around[j].Count % 2 == 0).Append(-1).MaxBy(j => j < 0 ? -1 : around[j].Count);
            if (shell < 0)
            {
                (shell, polygons[i]) = (i, [rings[i]]);
                isInDoubt[i] = true;
            }
            else if (shell != i)
            {
                polygons[shell]!.Add(rings[i]);
            }

            isInDoubt[shell] |= clockwise[i] == clockwise[outermost] != (depth % 2 == 0);
        }

        return [.. polygons.Select((p, i) => (p, i)).Where(p => p.p is not null).Select(p => DrawnPart.Of(p.p!, isInDoubt[p.i]))];
    }

    /// <summary>A ring drawn twice in the same direction says nothing new.</summary>
    public static List<GridPoint[]> Once(List<GridPoint[]> rings)
    {
        var seen = new HashSet<GridPoint[]>(new SameRing());
        return rings.FindAll(r => seen.Add(r));
    }

    private static List<int>[] Around(List<GridPoint[]> rings, NodingBudget budget)
    {
        var boxes = new BoxTree(rings.ConvertAll(Rings.BoxOf));
        var around = new List<int>[rings.Count];
        var near = new List<int>();
        for (var i = 0; i < rings.Count; i++)
        {
            around[i] = [];
            near.Clear();
            boxes.Around(Rings.BoxOf(rings[i]), near);
            foreach (var j in near)
            {
                if (!budget.Take(rings[j].Length))
                {
                    return [.. rings.Select(_ => new List<int>())];
                }

                if (j != i && LiesIn(rings[i], rings[j], budget))
                {
                    around[i].Add(j);
                }
            }
        }

        return around;
    }

    /// <summary>The first vertex, or middle of an edge, that does not lie on the other ring decides.</summary>
    private static bool LiesIn(GridPoint[] ring, GridPoint[] other, NodingBudget budget)
    {
        for (var i = 0; i < 2 * ring.Length; i++)
        {
            GridPoint a = ring[i / 2], b = ring[(i + 1) / 2 % ring.Length];
            var half = new GridPoint(a.Lon + b.Lon, a.Lat + b.Lat);
            if (!budget.Take(other.Length))
            {
                return false;
            }

            if (!Rings.PassesHalf(other, half))
            {
                return Rings.EnclosesHalf(other, half);
            }
        }

        return false;
    }

    /// <summary>Rings of the same points in the same order, wherever they begin.</summary>
    private sealed class SameRing : IEqualityComparer<GridPoint[]>
    {
        public bool Equals(GridPoint[]? x, GridPoint[]? y)
        {
            if (x!.Length != y!.Length)
            {
                return false;
            }

            int from = LowestOf(x), other = LowestOf(y);
            for (var i = 0; i < x.Length; i++)
            {
                if (x[(from + i) % x.Length] != y[(other + i) % y.Length])
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(GridPoint[] obj)
        {
            var (lowest, hash) = (LowestOf(obj), new HashCode());
            for (var i = 0; i < obj.Length; i++)
            {
                hash.Add(obj[(lowest + i) % obj.Length]);
            }

            return hash.ToHashCode();
        }

        private static int LowestOf(GridPoint[] ring) => Array.IndexOf(ring, ring.Min());
    }
}
