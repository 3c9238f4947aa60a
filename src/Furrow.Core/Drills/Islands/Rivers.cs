namespace Furrow.Core.Drills.Islands;

/// <summary>A river from its spring to the sea or to the river it joins.</summary>
/// <param name="Cells">Squares of the terrain, downhill.</param>
/// <param name="Line">The same as a line for the map.</param>
public sealed record River(string Name, IReadOnlyList<int> Cells, IReadOnlyList<Metres> Line, double LengthMetres, bool ReachesSea);

internal static class Rivers
{
    /// <summary>A stream is shown where it drains about 3 km².</summary>
    private const int LeastUpstreamCells = 300;

    public static List<River> Make(ulong seed, Terrain terrain, PlaceNames names)
    {
        var jitter = new LatticeNoise(SeededNumbers.For(seed, "rivers").Next());
        var taken = new HashSet<int>();
        var rivers = new List<River>();
        // The longest first: it keeps its name to the sea, and the others join it.
        foreach (var head in Heads(terrain).OrderByDescending(h => StepsToSea(terrain, h)).ThenBy(h => h))
        {
            var cells = new List<int> { head };
            while (terrain.IsLand(cells[^1]) && !taken.Contains(cells[^1]))
            {
                cells.Add(terrain.Downstream[cells[^1]]);
            }

            if (cells.Count >= 12)
            {
                taken.UnionWith(cells);
                var line = LineSmoothing.Round(Points(terrain, cells, jitter), 2);
                rivers.Add(new River(names.River(), cells, line, LineSmoothing.LengthMetres(line), !terrain.IsLand(cells[^1])));
            }
        }

        return rivers;
    }

    private static IEnumerable<int> Heads(Terrain terrain)
    {
        var fed = new HashSet<int>();
        var streams = Enumerable.Range(0, Terrain.Columns * Terrain.Rows).Where(c => terrain.IsLand(c) && terrain.UpstreamCells[c] >= LeastUpstreamCells)
            .ToList();
        fed.UnionWith(streams.Select(c => terrain.Downstream[c]));
        return streams.Where(c => !fed.Contains(c));
    }

    private static int StepsToSea(Terrain terrain, int cell)
    {
        var steps = 0;
        while (terrain.IsLand(cell))
        {
            cell = terrain.Downstream[cell];
            steps++;
        }

        return steps;
    }

    private static List<Metres> Points(Terrain terrain, List<int> cells, LatticeNoise jitter)
    {
        // Each square moves its point by an amount of its own, so that rivers meet where they join and do not run along a checkerboard.
        var points = cells.ConvertAll(c => Terrain.Middle(c) + new Metres(jitter.At(c * 0.731, 0.5) * 35, jitter.At(c * 0.731, 99.5) * 35));
        if (!terrain.IsLand(cells[^1]))
        {
            double above = terrain.HeightMetres(cells[^2]), below = -terrain.HeightMetres(cells[^1]);
            points[^1] = points[^2] + (points[^1] - points[^2]) * (above / (above + below));
        }

        return points;
    }
}
