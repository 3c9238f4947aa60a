namespace Furrow.Core.Drills.Islands;

/// <summary>A point in metres east and north of the island's middle.</summary>
public readonly record struct Metres(double East, double North)
{
    public static Metres operator +(Metres a, Metres b) => new(a.East + b.East, a.North + b.North);

    public static Metres operator -(Metres a, Metres b) => new(a.East - b.East, a.North - b.North);

    public static Metres operator *(Metres a, double k) => new(a.East * k, a.North * k);

    public double Length => PlaneMath.Length(East, North);
}

/// <summary>Heights of the invented island on squares of 100 m, drained so that water finds the sea from everywhere.</summary>
public sealed class Terrain
{
    public const double CellMetres = 100;
    public const int Columns = 660;
    public const int Rows = 460;

    private readonly double[] _heights;

    private Terrain(double[] heights, int[] downstream, int[] upstreamCells)
    {
        _heights = heights;
        Downstream = downstream;
        UpstreamCells = upstreamCells;
    }

    /// <summary>For each land square the next one on the way to the sea; −1 in the sea.</summary>
    public IReadOnlyList<int> Downstream { get; }

    /// <summary>How many squares drain through each square, itself included.</summary>
    public IReadOnlyList<int> UpstreamCells { get; }

    public double HeightMetres(int cell) => _heights[cell];

    public bool IsLand(int cell) => _heights[cell] > 0;

    public static Metres Middle(int cell) => new((cell % Columns - Columns / 2 + 0.5) * CellMetres, (cell / Columns - Rows / 2 + 0.5) * CellMetres);

    /// <summary>The square that holds a point; points outside go to the nearest border square.</summary>
    public static int CellAt(Metres p) =>
        Math.Clamp((int)Math.Floor(p.North / CellMetres) + Rows / 2, 0, Rows - 1) * Columns
            + Math.Clamp((int)Math.Floor(p.East / CellMetres) + Columns / 2, 0, Columns - 1);

    /// <summary>Height at a point, between the middles of the four squares around it; negative at sea.</summary>
    public double HeightMetres(Metres p)
    {
        double x = p.East / CellMetres + Columns / 2 - 0.5, y = p.North / CellMetres + Rows / 2 - 0.5;
        int c = Math.Clamp((int)Math.Floor(x), 0, Columns - 2), r = Math.Clamp((int)Math.Floor(y), 0, Rows - 2);
        double u = Math.Clamp(x - c, 0, 1), v = Math.Clamp(y - r, 0, 1);
        int at = r * Columns + c;
        return (_heights[at] * (1 - u) + _heights[at + 1] * u) * (1 - v) + (_heights[at + Columns] * (1 - u) + _heights[at + Columns + 1] * u) * v;
    }

    /// <summary>Rise over run at a point.</summary>
    public double Slope(Metres p)
    {
        double dx = HeightMetres(p + new Metres(CellMetres, 0)) - HeightMetres(p - new Metres(CellMetres, 0));
        double dy = HeightMetres(p + new Metres(0, CellMetres)) - HeightMetres(p - new Metres(0, CellMetres));
        return PlaneMath.Length(dx, dy) / (2 * CellMetres);
    }

    public static Terrain Make(ulong seed)
    {
        var heights = RawHeights(SeededNumbers.For(seed, "terrain").Next());
        return Drainage.Drain(heights, (drained, downstream, upstream) => new Terrain(drained, downstream, upstream));
    }

    private static double[] RawHeights(ulong seed)
    {
        LatticeNoise shift = new(seed), rough = new(seed + 1), ridges = new(seed + 2);
        var heights = new double[Columns * Rows];
        for (var cell = 0; cell < heights.Length; cell++)
        {
            var p = Middle(cell);
            double x = p.East + 4_000 * shift.Rough(p.East / 14_000, p.North / 14_000, 3), y = p.North
                + 4_000 * shift.Rough(p.East / 14_000 + 91, p.North / 14_000 - 37, 3);
            double e = x / 27_500, n = y / 17_000;
            // 1 in the middle, 0 about the coast, falling away outside.
            var inland = 1 - (e * e + n * n);
            var crest = 1 - Math.Abs(ridges.Rough(p.East / 11_000, p.North / 11_000, 3));
            var hills = rough.Rough(p.East / 7_000, p.North / 7_000, 7);
            heights[cell] = inland > 0
                ? 150 * inland + 85 * hills * (1 + inland) + 640 * inland * inland * crest * crest * crest
                : 300 * inland + 85 * hills;
        }

        return heights;
    }
}
