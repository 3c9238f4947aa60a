using Furrow.Core.Land;

namespace Furrow.Exchange;

public enum DrawnKind : byte
{
    /// <summary>The row has no place: it becomes an unlocated record.</summary>
    None,
    Point,
    Polygons,
}

/// <summary>What the source drew, in the source's own coordinates and order, nothing mended. Rings are x, y, x, y ... doubles (x is easting or
/// longitude), closed or open as drawn; the first ring of a polygon is its shell.</summary>
public sealed class DrawnGeometry
{
    public static readonly DrawnGeometry None = new(DrawnKind.None, [], 0, 0);

    private DrawnGeometry(DrawnKind kind, IReadOnlyList<double[][]> polygons, double x, double y)
    {
        (Kind, Polygons, X, Y) = (kind, polygons, x, y);
    }

    public DrawnKind Kind { get; }

    /// <summary>polygon → ring → x, y, x, y ...</summary>
    public IReadOnlyList<double[][]> Polygons { get; }

    /// <summary>How the format says which rings are holes.</summary>
    public RingRoles Roles { get; private init; }

    /// <summary>The format ends each ring with the point it begins with; in a table the corners are listed once.</summary>
    public bool ClosesRings { get; private init; }

    /// <summary>Of a point.</summary>
    public double X { get; }

    /// <summary>Of a point.</summary>
    public double Y { get; }

    /// <summary>The same with x and y of every point exchanged.</summary>
    public DrawnGeometry Exchanged() => Kind == DrawnKind.Point ? Point(Y, X)
        : new(Kind, [.. Polygons.Select(p => p.Select(Exchanged).ToArray())], 0, 0) { Roles = Roles, ClosesRings = ClosesRings };

    private static double[] Exchanged(double[] ring)
    {
        var exchanged = new double[ring.Length];
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            (exchanged[i], exchanged[i + 1]) = (ring[i + 1], ring[i]);
        }

        return exchanged;
    }

    public static DrawnGeometry Point(double x, double y) => new(DrawnKind.Point, [], x, y);

    public static DrawnGeometry Of(IReadOnlyList<double[][]> polygons, RingRoles roles = RingRoles.Declared, bool closesRings = false) =>
        polygons.Count == 0 ? None : new(DrawnKind.Polygons, polygons, 0, 0) { Roles = roles, ClosesRings = closesRings };
}
