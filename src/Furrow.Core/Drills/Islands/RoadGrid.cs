namespace Furrow.Core.Drills.Islands;

/// <summary>The grid roads are sought on: every second square of the terrain, with the cost of building there.</summary>
internal sealed class RoadGrid
{
    public const int Columns = Terrain.Columns / 2;
    public const int Rows = Terrain.Rows / 2;
    private const double StepMetres = Terrain.CellMetres * 2;

    private readonly double[] _heights = new double[Columns * Rows];
    private readonly bool[] _isRiver = new bool[Columns * Rows];
    private readonly HashSet<(int, int)> _built = [];

    public RoadGrid(Terrain terrain, IReadOnlyList<River> rivers)
    {
        for (var node = 0; node < _heights.Length; node++)
        {
            _heights[node] = terrain.HeightMetres(PointOf(node));
        }

        foreach (var cell in rivers.SelectMany(r => r.Cells))
        {
            _isRiver[NodeAt(Terrain.Middle(cell))] = true;
        }
    }

    /// <summary>Steps that have a road, each as (lower node, higher node).</summary>
    public IReadOnlySet<(int, int)> Built => _built;

    public static Metres PointOf(int node) => new((node % Columns - Columns / 2 + 0.5) * StepMetres, (node / Columns - Rows / 2 + 0.5) * StepMetres);

    public static int NodeAt(Metres p) =>
        Math.Clamp((int)Math.Floor(p.North / StepMetres) + Rows / 2, 0, Rows - 1) * Columns
            + Math.Clamp((int)Math.Floor(p.East / StepMetres) + Columns / 2, 0, Columns - 1);

    public static Metres Snap(Metres p) => PointOf(NodeAt(p));

    /// <summary>Builds the cheapest road between two nodes, over existing roads where that pays; false when only the sea lies between.</summary>
    public bool Build(int from, int to)
    {
        var cost = new Dictionary<int, double> { [from] = 0 };
        var back = new Dictionary<int, int>();
        var done = new HashSet<int>();
        var queue = new PriorityQueue<int, (double Cost, int Node)>();
        queue.Enqueue(from, (0, from));
        while (queue.TryDequeue(out var node, out var at))
        {
            if (node == to)
            {
                Lay(back, from, to);
                return true;
            }

            if (!done.Add(node))
            {
                continue;
            }

            foreach (var next in Neighbours(node))
            {
                if (_heights[next] > 1 && !done.Contains(next) && at.Cost + Cost(node, next) is var sum
                    && (!cost.TryGetValue(next, out var known) || sum < known))
                {
                    cost[next] = sum;
                    back[next] = node;
                    queue.Enqueue(next, (sum, next));
                }
            }
        }

        return false;
    }

    private static IEnumerable<int> Neighbours(int node)
    {
        int column = node % Columns, row = node / Columns;
        for (var dr = -1; dr <= 1; dr++)
        {
            for (var dc = -1; dc <= 1; dc++)
            {
                if ((dc, dr) != (0, 0) && column + dc is >= 0 and < Columns && row + dr is >= 0 and < Rows)
                {
                    yield return node + dr * Columns + dc;
                }
            }
        }
    }

    private double Cost(int from, int to)
    {
        var length = (PointOf(to) - PointOf(from)).Length;
        var grade = Math.Abs(_heights[to] - _heights[from]) / length;
        var cost = length * (1 + 160 * grade * grade) + (_isRiver[to] ? 350 : 0);
        return _built.Contains(Step(from, to)) ? cost * 0.3 : cost;
    }

    private void Lay(Dictionary<int, int> back, int from, int to)
    {
        for (var node = to; node != from; node = back[node])
        {
            _built.Add(Step(node, back[node]));
        }
    }

    private static (int, int) Step(int a, int b) => a < b ? (a, b) : (b, a);
}
