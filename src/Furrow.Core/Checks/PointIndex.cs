using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Points of records without polygon, found again within a millionth of a degree: the last digit that most receivers and sheets give. A look-up
/// reads the points near it and no others.</summary>
public sealed class PointIndex
{
    /// <summary>The most two positions of one point differ by, in each direction, in steps of the grid.</summary>
    public const long SameWithin = GridPoint.PerDegree / 1_000_000;

    public static readonly PointIndex Empty = new([]);

    private readonly Dictionary<(long, long), List<(int Number, GridPoint At, PartRef Part)>> _byCell = [];
    private readonly Dictionary<(Guid Report, int Part), int> _numbers = [];

    /// <param name="points">In the order in which they came to be.</param>
    public PointIndex(IEnumerable<(GridPoint At, PartRef Part)> points)
    {
        var number = 0;
        foreach (var (at, part) in points)
        {
            var cell = CellOf(at);
            if (!_byCell.TryGetValue(cell, out var list))
            {
                _byCell[cell] = list = new List<(int, GridPoint, PartRef)>(1);
            }

            list.Add((number, at, part));
            _numbers[(part.Report, part.Part)] = number++;
        }
    }

    /// <summary>The first at a point of those that came before a part of a report and are looked for; null when there is none. Thousands at one point are
    /// no more to look at where the first of them will do.</summary>
    public PartRef? FirstBefore(GridPoint at, Guid report, int part, Func<PartRef, bool> isLookedFor)
    {
        var (x, y) = CellOf(at);
        (int Number, PartRef? Part) first = (_numbers.GetValueOrDefault((report, part), int.MaxValue), null);
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                foreach (var (number, place, other) in _byCell.GetValueOrDefault((x + dx, y + dy)) ?? [])
                {
                    if (number >= first.Number)
                    {
                        break;
                    }

                    if (IsSame(place, at) && isLookedFor(other))
                    {
                        first = (number, other);
                    }
                }
            }
        }

        return first.Part;
    }

    /// <summary>Whether two positions are one, as far as people write them.</summary>
    public static bool IsSame(GridPoint a, GridPoint b) => Math.Abs(a.Lon - b.Lon) <= SameWithin && Math.Abs(a.Lat - b.Lat) <= SameWithin;

    /// <summary>The cells in which a point lies that may be the same, or one of a cell.</summary>
    internal static IEnumerable<(long X, long Y)> CellsNear((long X, long Y) cell)
    {
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                yield return (cell.X + dx, cell.Y + dy);
            }
        }
    }

    internal static (long X, long Y) CellOf(GridPoint at) => (Math.DivRem(at.Lon, SameWithin).Quotient, Math.DivRem(at.Lat, SameWithin).Quotient);
}
