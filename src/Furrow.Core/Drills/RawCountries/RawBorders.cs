namespace Furrow.Core.Drills.RawCountries;

/// <summary>Districts on a lattice of twelve by twelve with two corners missing: 142. Each border is drawn once, rough, and both its districts use its very
/// points.</summary>
/// <param name="Districts">Open rings, anticlockwise.</param>
/// <param name="Inner">Lines between two districts.</param>
/// <param name="Outer">Lines between a district and the sea.</param>
internal sealed record RawBorders(IReadOnlyList<PlanePoint[]> Districts, IReadOnlyList<PlanePoint[]> Inner, IReadOnlyList<PlanePoint[]> Outer)
{
    public const int Side = 12;

    /// <summary>Metres from one district to the next; the whole is some 230 km across.</summary>
    public const double Step = 19_000;

    private const int PointsOfALine = 32;

    public static RawBorders Draw(SeededNumbers numbers)
    {
        var corners = new PlanePoint[Side + 1, Side + 1];
        for (var row = 0; row <= Side; row++)
        {
            for (var column = 0; column <= Side; column++)
            {
                corners[column, row] = new PlanePoint((column - Side / 2.0 + numbers.Between(-0.25, 0.25)) * Step,
                    (row - Side / 2.0 + numbers.Between(-0.25, 0.25)) * Step);
            }
        }

        var east = new PlanePoint[Side, Side + 1][];
        var north = new PlanePoint[Side + 1, Side][];
        List<PlanePoint[]> inner = [], outer = [];
        for (var row = 0; row <= Side; row++)
        {
            for (var column = 0; column <= Side; column++)
            {
                if (column < Side)
                {
                    east[column, row] = Rough(numbers, corners[column, row], corners[column + 1, row]);
                    Sort(east[column, row], IsLand(column, row), IsLand(column, row - 1), inner, outer);
                }

                if (row < Side)
                {
                    north[column, row] = Rough(numbers, corners[column, row], corners[column, row + 1]);
                    Sort(north[column, row], IsLand(column, row), IsLand(column - 1, row), inner, outer);
                }
            }
        }

        var districts = from row in Enumerable.Range(0, Side) from column in Enumerable.Range(0, Side) where IsLand(column, row)
            select Ring(east[column, row], north[column + 1, row], east[column, row + 1], north[column, row]);
        return new RawBorders([.. districts], inner, outer);
    }

    private static bool IsLand(int column, int row) =>
        column is >= 0 and < Side && row is >= 0 and < Side && (column, row) is not ((0, 0) or (Side - 1, Side - 1));

    private static void Sort(PlanePoint[] line, bool one, bool other, List<PlanePoint[]> inner, List<PlanePoint[]> outer)
    {
        if (one || other)
        {
            (one && other ? inner : outer).Add(line);
        }
    }

    /// <summary>Along the two lower lines as drawn, and back along the two upper ones; a corner is said once.</summary>
    private static PlanePoint[] Ring(PlanePoint[] south, PlanePoint[] east, PlanePoint[] north, PlanePoint[] west) =>
        [.. south[..^1], .. east[..^1], .. north.Reverse().Take(north.Length - 1), .. west.Reverse().Take(west.Length - 1)];

    /// <summary>A line of midpoints moved aside, half as far at each halving: at most a twelfth of the length in all, so lines from one corner never
    /// meet again.</summary>
    private static PlanePoint[] Rough(SeededNumbers numbers, PlanePoint from, PlanePoint to)
    {
        var line = new PlanePoint[PointsOfALine + 1];
        (line[0], line[^1]) = (from, to);
        for (var step = PointsOfALine; step > 1; step /= 2)
        {
            for (var i = 0; i < PointsOfALine; i += step)
            {
                PlanePoint a = line[i], b = line[i + step];
                var along = (b - a) * 0.5;
                line[i + step / 2] = a + along + new PlanePoint(-along.North, along.East) * numbers.Between(-0.16, 0.16);
            }
        }

        return line;
    }
}
