using Furrow.Core.Land;

namespace Furrow.Core.Drills;

/// <summary>Rings for generated areas. All but the entangled one are simple by construction: seen from their centre, the points come in order of
/// direction.</summary>
internal static class GeneratedRings
{
    /// <summary>A star-shaped ring about a centre with the given number of points and (to a few parts in a million) area, stretched and turned at
    /// will.</summary>
    public static GridPoint[] Star(SeededNumbers numbers, GridPoint centre, int points, double areaSquareMetres)
    {
        var x = new double[points];
        var y = new double[points];
        for (var i = 0; i < points; i++)
        {
            // Directions stay a third of a step apart, so that even after rounding to the grid no two exchange places.
            var (east, north) = PlaneMath.Direction((i + numbers.Between(-0.33, 0.33)) / points);
            var radius = numbers.Between(0.6, 1.4);
            (x[i], y[i]) = (east * radius, north * radius);
        }

        double stretch = numbers.Between(1.0, 4.0), twice = 0;
        for (int i = 0, j = points - 1; i < points; j = i++)
        {
            twice += x[j] * y[i] - x[i] * y[j];
        }

        var scale = Math.Sqrt(areaSquareMetres / (twice / 2));
        var (cos, sin) = PlaneMath.Direction(numbers.Unit());
        var ring = new GridPoint[points];
        for (var i = 0; i < points; i++)
        {
            double u = x[i] * scale * Math.Sqrt(stretch), v = y[i] * scale / Math.Sqrt(stretch);
            ring[i] = PlaneMath.Offset(centre, u * cos - v * sin, u * sin + v * cos);
        }

        return ring;
    }

    /// <summary>A slice of a star-shaped ring: its centre and a run of its own points, so that the cut shares edges with the rest.</summary>
    public static GridPoint[] Sector(SeededNumbers numbers, GridPoint centre, GridPoint[] ring)
    {
        // At most half the points: the corner at the centre then stays on the inner side for all rings of five points and more.
        var count = numbers.Between(2, Math.Max(2, ring.Length / 2));
        var start = numbers.Below(ring.Length);
        var slice = new GridPoint[count + 1];
        slice[0] = centre;
        for (var i = 0; i < count; i++)
        {
            slice[i + 1] = ring[(start + i) % ring.Length];
        }

        return slice;
    }

    /// <summary>The ring drawn in towards its centre.</summary>
    public static GridPoint[] Inner(GridPoint centre, GridPoint[] ring, double share) =>
        Array.ConvertAll(ring, p =>
            new GridPoint(centre.Lon + (long)Math.Round((p.Lon - centre.Lon) * share), centre.Lat + (long)Math.Round((p.Lat - centre.Lat) * share)));

    /// <summary>Two points exchanged, as in a list of turning points typed in the wrong order: the line crosses itself.</summary>
    public static GridPoint[] Entangled(SeededNumbers numbers, GridPoint[] ring)
    {
        var copy = (GridPoint[])ring.Clone();
        var i = numbers.Below(copy.Length);
        var j = (i + copy.Length / 2) % copy.Length;
        (copy[i], copy[j]) = (copy[j], copy[i]);
        return copy;
    }
}
