using Furrow.Core.Drills.Islands;
using Furrow.Core.Land;

namespace Furrow.Core.Drills.Exercises;

/// <summary>The outline of an invented hazard as a ladder: two sides with rungs between them. Pieces cut at rungs, or along the middle, share their edges
/// exactly, so what is released and what remains fit together to the last grid step.</summary>
internal sealed class HazardOutline
{
    private readonly GridPoint[] _left;
    private readonly GridPoint[] _right;
    private readonly GridPoint[] _middle;

    private HazardOutline(GridPoint[] left, GridPoint[] right)
    {
        (_left, _right) = (left, right);
        _middle = [.. left.Zip(right, (a, b) => new GridPoint((a.Lon + b.Lon) / 2, (a.Lat + b.Lat) / 2))];
    }

    /// <summary>Rungs are numbered from 0 to this.</summary>
    public int Last => _left.Length - 1;

    public GridPoint Centre => _middle[Last / 2];

    /// <summary>From points along a line with the direction of travel, and at each the distance of the two sides to the left of the line.</summary>
    public static HazardOutline Along(IReadOnlyList<(Metres At, Metres Along)> stations, Func<int, (double Near, double Far)> sides)
    {
        var left = new GridPoint[stations.Count];
        var right = new GridPoint[stations.Count];
        for (var i = 0; i < stations.Count; i++)
        {
            var (at, along) = stations[i];
            var (near, far) = sides(i);
            var across = new Metres(-along.North, along.East);
            right[i] = Island.ToGrid(at + across * near);
            left[i] = Island.ToGrid(at + across * far);
        }

        return new HazardOutline(left, right);
    }

    public Shape Whole => Piece(0, Last);

    /// <summary>Between two rungs, anticlockwise.</summary>
    public Shape Piece(int from, int to) => Between(_right, _left, from, to);

    public Shape LeftHalf(int from, int to) => Between(_middle, _left, from, to);

    public Shape RightHalf(int from, int to) => Between(_right, _middle, from, to);

    /// <summary>The whole, drawn more coarsely by hand: moved and widened.</summary>
    public Shape Redrawn(double eastMetres, double northMetres, double factor)
    {
        var centre = Island.ToMetres(Centre);
        return new Shape([[[.. Whole.Polygons[0][0].Select(p =>
            Island.ToGrid(centre + (Island.ToMetres(p) - centre) * factor + new Metres(eastMetres, northMetres)))]]]);
    }

    private static Shape Between(GridPoint[] right, GridPoint[] left, int from, int to) =>
        new([[[.. right[from..(to + 1)], .. left[from..(to + 1)].Reverse()]]]);
}
