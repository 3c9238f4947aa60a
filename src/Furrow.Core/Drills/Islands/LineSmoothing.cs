namespace Furrow.Core.Drills.Islands;

/// <summary>Turns paths over squares into lines a map can show.</summary>
internal static class LineSmoothing
{
    /// <summary>Cuts corners (Chaikin 1974), keeping both ends where they are.</summary>
    public static List<Metres> Round(IReadOnlyList<Metres> line, int times)
    {
        var current = new List<Metres>(line);
        for (var t = 0; t < times && current.Count > 2; t++)
        {
            var next = new List<Metres>(current.Count * 2) { current[0] };
            for (var i = 0; i + 1 < current.Count; i++)
            {
                Metres a = current[i], b = current[i + 1];
                if (i > 0)
                {
                    next.Add(a + (b - a) * 0.25);
                }

                if (i + 2 < current.Count)
                {
                    next.Add(a + (b - a) * 0.75);
                }
            }

            next.Add(current[^1]);
            current = next;
        }

        return current;
    }

    /// <summary>Leaves out points that lie within a tolerance of the line without them (Douglas and Peucker 1973). A closed line repeats its first
    /// point at the end.</summary>
    public static List<Metres> Thin(IReadOnlyList<Metres> line, double toleranceMetres)
    {
        var keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        var stack = new Stack<(int From, int To)>([(0, line.Count - 1)]);
        while (stack.TryPop(out var run))
        {
            var (farthest, distance) = (-1, toleranceMetres);
            for (var i = run.From + 1; i < run.To; i++)
            {
                if (Distance(line[i], line[run.From], line[run.To]) is var d && d > distance)
                {
                    (farthest, distance) = (i, d);
                }
            }

            if (farthest >= 0)
            {
                keep[farthest] = true;
                stack.Push((run.From, farthest));
                stack.Push((farthest, run.To));
            }
        }

        return [.. line.Where((_, i) => keep[i])];
    }

    /// <summary>Points along a line at even steps, with the direction of travel there (length 1).</summary>
    public static List<(Metres At, Metres Along)> Stations(IReadOnlyList<Metres> line, double from, double step, int count)
    {
        var stations = new List<(Metres, Metres)>(count);
        var passed = 0.0;
        for (var i = 0; i + 1 < line.Count && stations.Count < count; i++)
        {
            var leg = line[i + 1] - line[i];
            var length = leg.Length;
            while (length > 0 && stations.Count < count && from + step * stations.Count <= passed + length)
            {
                stations.Add((line[i] + leg * ((from + step * stations.Count - passed) / length), leg * (1 / length)));
            }

            passed += length;
        }

        return stations;
    }

    public static double LengthMetres(IReadOnlyList<Metres> line)
    {
        var sum = 0.0;
        for (var i = 1; i < line.Count; i++)
        {
            sum += (line[i] - line[i - 1]).Length;
        }

        return sum;
    }

    private static double Distance(Metres p, Metres a, Metres b)
    {
        var ab = b - a;
        var length = ab.Length;
        if (length == 0)
        {
            return (p - a).Length;
        }

        var t = Math.Clamp(((p.East - a.East) * ab.East + (p.North - a.North) * ab.North) / (length * length), 0, 1);
        return (p - (a + ab * t)).Length;
    }
}
