using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Land two shapes share, measured for a finding: quick, pair by pair, good to about a millionth. The ledger keeps its books by its own exact
/// measure; nothing here is ever summed into a balance.</summary>
public static class SharedArea
{
    /// <summary>Most pairs of edges one measurement may compare; beyond it the answer is null and the ledger's own overlay has to tell.</summary>
    private const long MostEdgePairs = 100_000_000;

    private readonly record struct Edge(double X1, double Y1, double X2, double Y2, int Sign);

    /// <summary>Shared area in 1e-6 m²; 0 when the shapes share none; null when both are too intricate to measure here.</summary>
    /// <remarks>A shape is the signed sum of the strips between its edges and a line below everything, so the shared area is the signed sum, over pairs of
    /// edges, of what two such strips share; that is the integral of the lower of two straight lines.</remarks>
    public static long? Micro(Shape first, Shape second)
    {
        var box = Common(first.Bounds, second.Bounds);
        if (box.IsEmpty || box.MinLat > box.MaxLat)
        {
            return 0;
        }

        var origin = new GridPoint(box.MinLon, Math.Min(first.Bounds.MinLat, second.Bounds.MinLat));
        var width = (double)box.MaxLon - box.MinLon;
        List<Edge> a = Edges(first, origin, width), b = Edges(second, origin, width);
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        if ((long)a.Count * b.Count > MostEdgePairs)
        {
            return null;
        }

        var sum = 0.0;
        foreach (var e in a)
        {
            foreach (var f in b)
            {
                if (e.X1 < f.X2 && f.X1 < e.X2)
                {
                    sum += e.Sign * f.Sign * UnderBoth(e, f);
                }
            }
        }

        var (east, north) = GroundMeasure.MetresPerStep(box.MinLat / 2 + box.MaxLat / 2);
        return Math.Max(0, (long)Math.Round(Math.Min(sum * east * north * AreaText.MicroPerSquareMetre, 9e18)));
    }

    /// <summary>Middle of the box two shapes have in common: a point near the shared land, for the map.</summary>
    public static GridPoint Near(Shape first, Shape second)
    {
        var box = Common(first.Bounds, second.Bounds);
        return new GridPoint(box.MinLon / 2 + box.MaxLon / 2, box.MinLat / 2 + box.MaxLat / 2);
    }

    private static GridBox Common(GridBox a, GridBox b) =>
        new(Math.Max(a.MinLon, b.MinLon), Math.Max(a.MinLat, b.MinLat), Math.Min(a.MaxLon, b.MaxLon), Math.Min(a.MaxLat, b.MaxLat));

    /// <summary>Edges within the strip 0 ≤ x ≤ width, cut to it, each from left to right; the sign is + for an upper edge and − for a lower one.</summary>
    private static List<Edge> Edges(Shape shape, GridPoint origin, double width)
    {
        var edges = new List<Edge>();
        foreach (var polygon in shape.Polygons)
        {
            foreach (var ring in polygon)
            {
                for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
                {
                    double x1 = (double)ring[j].Lon - origin.Lon, y1 = (double)ring[j].Lat - origin.Lat, x2 = (double)ring[i].Lon - origin.Lon,
                        y2 = (double)ring[i].Lat - origin.Lat;
                    if (x1 == x2 || Math.Max(x1, x2) <= 0 || Math.Min(x1, x2) >= width)
                    {
                        continue;
                    }

                    edges.Add(x1 < x2 ? Cut(x1, y1, x2, y2, width, -1) : Cut(x2, y2, x1, y1, width, 1));
                }
            }
        }

        return edges;
    }

    private static Edge Cut(double x1, double y1, double x2, double y2, double width, int sign)
    {
        var slope = (y2 - y1) / (x2 - x1);
        return new Edge(Math.Max(x1, 0), x1 < 0 ? y1 - x1 * slope : y1, Math.Min(x2, width), x2 > width ? y2 - (x2 - width) * slope : y2, sign);
    }

    private static double UnderBoth(Edge e, Edge f)
    {
        double from = Math.Max(e.X1, f.X1), to = Math.Min(e.X2, f.X2);
        double e1 = At(e, from), e2 = At(e, to), f1 = At(f, from), f2 = At(f, to);
        double d1 = e1 - f1, d2 = e2 - f2;
        var span = to - from;
        if (d1 <= 0 && d2 <= 0)
        {
            return (e1 + e2) / 2 * span;
        }

        if (d1 >= 0 && d2 >= 0)
        {
            return (f1 + f2) / 2 * span;
        }

        // They cross inside: the lower one changes there.
        var share = d1 / (d1 - d2);
        var middle = e1 + (e2 - e1) * share;
        var (low1, low2) = d1 < 0 ? (e1, f2) : (f1, e2);
        return (low1 + middle) / 2 * span * share + (middle + low2) / 2 * span * (1 - share);
    }

    private static double At(Edge e, double x) => e.Y1 + (e.Y2 - e.Y1) * ((x - e.X1) / (e.X2 - e.X1));
}
