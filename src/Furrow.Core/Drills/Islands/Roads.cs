namespace Furrow.Core.Drills.Islands;

/// <summary>A piece of road between two junctions, villages or ends.</summary>
public sealed record Road(string Name, IReadOnlyList<Metres> Line, double LengthMetres);

internal static class Roads
{
    /// <summary>Roads that join all villages, and a few more where the way round would be long.</summary>
    public static List<Road> Make(Terrain terrain, IReadOnlyList<River> rivers, IReadOnlyList<Village> villages)
    {
        var grid = new RoadGrid(terrain, rivers);
        foreach (var (a, b) in Links(villages))
        {
            grid.Build(RoadGrid.NodeAt(villages[a].At), RoadGrid.NodeAt(villages[b].At));
        }

        var ends = villages.Select(v => RoadGrid.NodeAt(v.At)).ToHashSet();
        var number = 0;
        return [.. Pieces(grid.Built, ends).Select(nodes =>
        {
            var line = LineSmoothing.Round(LineSmoothing.Thin(nodes.ConvertAll(RoadGrid.PointOf), 130), 3);
            return new Road($"EXERCISE Road {++number}", line, LineSmoothing.LengthMetres(line));
        })];
    }

    /// <summary>The shortest set of links that joins all villages (Prim 1957), then each village's nearest three as far as they are near.</summary>
    private static List<(int, int)> Links(IReadOnlyList<Village> villages)
    {
        var links = new List<(int A, int B)>();
        var joined = new List<int> { 0 };
        while (joined.Count < villages.Count)
        {
            var (_, from, to) = joined.SelectMany(a => Enumerable.Range(0, villages.Count).Where(b => !joined.Contains(b))
                .Select(b => ((villages[a].At - villages[b].At).Length, a, b))).Min();
            links.Add((from, to));
            joined.Add(to);
        }

        for (var a = 0; a < villages.Count; a++)
        {
            foreach (var (distance, b) in Enumerable.Range(0, villages.Count).Where(b => b != a).Select(b => ((villages[a].At - villages[b].At).Length, b))
                .Order().Take(3))
            {
                if (distance < 10_500 && !links.Contains((a, b)) && !links.Contains((b, a)))
                {
                    links.Add((a, b));
                }
            }
        }

        return links;
    }

    /// <summary>Walks the network from junction to junction.</summary>
    private static List<List<int>> Pieces(IReadOnlySet<(int A, int B)> built, HashSet<int> villages)
    {
        var neighbours = built.SelectMany(s => new[] { (From: s.A, To: s.B), (From: s.B, To: s.A) }).GroupBy(s => s.From)
            .ToDictionary(g => g.Key, g => g.Select(s => s.To).Order().ToList());
        bool IsEnd(int node) => neighbours[node].Count != 2 || villages.Contains(node);
        var walked = new HashSet<(int, int)>();
        var pieces = new List<List<int>>();
        foreach (var start in neighbours.Keys.Where(IsEnd).Order())
        {
            foreach (var first in neighbours[start])
            {
                if (!walked.Add((start, first)))
                {
                    continue;
                }

                var piece = new List<int> { start, first };
                while (!IsEnd(piece[^1]))
                {
                    var next = neighbours[piece[^1]].Find(n => n != piece[^2]);
                    walked.Add((piece[^1], next));
                    piece.Add(next);
                }

                walked.Add((piece[^1], piece[^2]));
                pieces.Add(piece);
            }
        }

        return pieces;
    }
}
