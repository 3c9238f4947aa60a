namespace Furrow.Core.Drills.Islands;

/// <summary>Lines of equal height by marching squares over the middles of the terrain's squares. Level 0 is the coast.</summary>
internal static class Contours
{
    /// <summary>Closed rings (first point not repeated), higher ground on the left.</summary>
    public static List<List<Metres>> Of(Terrain terrain, double levelMetres)
    {
        var next = new Dictionary<long, long>();
        for (var row = 0; row + 1 < Terrain.Rows; row++)
        {
            for (var column = 0; column + 1 < Terrain.Columns; column++)
            {
                AddSquare(terrain, levelMetres, row * Terrain.Columns + column, next);
            }
        }

        var rings = new List<List<Metres>>();
        foreach (var start in next.Keys.Order().ToList())
        {
            var ring = new List<Metres>();
            for (var edge = start; next.Remove(edge, out var to); edge = to)
            {
                ring.Add(Crossing(terrain, levelMetres, edge));
            }

            if (ring.Count >= 3)
            {
                rings.Add(ring);
            }
        }

        return rings;
    }

    /// <summary>Edges are numbered by their lower left square: even numbers run east from it, odd ones north.</summary>
    private static void AddSquare(Terrain terrain, double level, int at, Dictionary<long, long> next)
    {
        int lowerLeft = at, lowerRight = at + 1, upperLeft = at + Terrain.Columns, upperRight = at + Terrain.Columns + 1;
        bool a = terrain.HeightMetres(lowerLeft) > level, b = terrain.HeightMetres(lowerRight) > level, c = terrain.HeightMetres(upperRight) > level,
            d = terrain.HeightMetres(upperLeft) > level;
        long south = 2L * lowerLeft, north = 2L * upperLeft, west = 2L * lowerLeft + 1, east = 2L * lowerRight + 1;
        var shape = (a ? 1 : 0) | (b ? 2 : 0) | (c ? 4 : 0) | (d ? 8 : 0);
        switch (shape)
        {
            case 1: next[south] = west; break;
            case 2: next[east] = south; break;
            case 3: next[east] = west; break;
            case 4: next[north] = east; break;
            case 5: next[south] = west; next[north] = east; break;
            case 6: next[north] = south; break;
            case 7: next[north] = west; break;
            case 8: next[west] = north; break;
            case 9: next[south] = north; break;
            case 10: next[east] = south; next[west] = north; break;
            case 11: next[east] = north; break;
            case 12: next[west] = east; break;
            case 13: next[south] = east; break;
            case 14: next[west] = south; break;
        }
    }

    private static Metres Crossing(Terrain terrain, double level, long edge)
    {
        var from = (int)(edge / 2);
        var to = edge % 2 == 0 ? from + 1 : from + Terrain.Columns;
        double h1 = terrain.HeightMetres(from), h2 = terrain.HeightMetres(to);
        Metres p = Terrain.Middle(from), q = Terrain.Middle(to);
        return p + (q - p) * Math.Clamp((level - h1) / (h2 - h1), 0.05, 0.95);
    }
}
