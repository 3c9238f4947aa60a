using Furrow.Core.Checks;
using Furrow.Core.Land;

namespace Furrow.Core.Drills.RawCountries;

/// <summary>Rings on the flat map: simple ones, and the faults people draw.</summary>
internal static class RawRings
{
    /// <summary>A star-shaped ring about 0/0, anticlockwise, stretched and turned at will.</summary>
    public static PlanePoint[] Star(SeededNumbers numbers, int points, double areaSquareMetres)
    {
        var ring = new PlanePoint[points];
        for (var i = 0; i < points; i++)
        {
            var (east, north) = PlaneMath.Direction((i + numbers.Between(-0.3, 0.3)) / points);
            ring[i] = new PlanePoint(east, north) * numbers.Between(0.6, 1.4);
        }

        var scale = Math.Sqrt(areaSquareMetres / Math.Abs(SignedArea(ring)));
        var stretch = Math.Sqrt(numbers.Between(1.0, 3.0));
        var (cos, sin) = PlaneMath.Direction(numbers.Unit());
        return Array.ConvertAll(ring, p =>
        {
            double u = p.East * scale * stretch, v = p.North * scale / stretch;
            return new PlanePoint(u * cos - v * sin, u * sin + v * cos);
        });
    }

    /// <summary>A belt along a line that wavers: two banks, one out and one back.</summary>
    public static PlanePoint[] Belt(SeededNumbers numbers, int points, double lengthMetres, double widthMetres)
    {
        var half = points / 2;
        var ring = new PlanePoint[half * 2];
        for (var i = 0; i < half; i++)
        {
            var along = new PlanePoint((i / (half - 1.0) - 0.5) * lengthMetres, numbers.Between(-2.0, 2.0) * widthMetres);
            ring[i] = along + new PlanePoint(0, -widthMetres / 2);
            ring[^(i + 1)] = along + new PlanePoint(0, widthMetres / 2);
        }

        return ring;
    }

    public static PlanePoint[] Moved(PlanePoint[] ring, PlanePoint by) => Array.ConvertAll(ring, p => p + by);

    public static double Radius(PlanePoint[] ring) => ring.Max(p => p.Length);

    public static PlanePoint Middle(PlanePoint[] ring) => new(ring.Average(p => p.East), ring.Average(p => p.North));

    public static double SignedArea(PlanePoint[] ring)
    {
        var twice = 0.0;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            twice += ring[j].East * ring[i].North - ring[i].East * ring[j].North;
        }

        return twice / 2;
    }

    /// <summary>Two turning points exchanged, as in a list typed in the wrong order: the first exchange, from a random point on, that makes sides
    /// cross.</summary>
    public static PlanePoint[] Crossing(SeededNumbers numbers, PlanePoint[] ring)
    {
        var start = numbers.Below(ring.Length);
        for (var i = 0; i < ring.Length; i++)
        {
            var copy = (PlanePoint[])ring.Clone();
            int a = (start + i) % ring.Length, b = (a + 1 + i % 2) % ring.Length;
            (copy[a], copy[b]) = (copy[b], copy[a]);
            if (FaultOf(copy) == RingFault.Crosses)
            {
                return copy;
            }
        }

        // Four corners in a bow: crosses whatever the ring was.
        PlanePoint p = ring[0], q = ring[1], across = new(p.North - q.North, q.East - p.East);
        return [p, q, p + across, q + across];
    }

    /// <summary>From one point the line makes a small loop outwards and comes back to it: enclosed ground that hangs on by a point.</summary>
    public static PlanePoint[] Touching(SeededNumbers numbers, PlanePoint[] ring)
    {
        var middle = Middle(ring);
        var i = numbers.Below(ring.Length);
        var outwards = (ring[i] - middle) * numbers.Between(0.2, 0.6);
        var aside = new PlanePoint(-outwards.North, outwards.East) * 0.3;
        return [.. ring[..(i + 1)], ring[i] + outwards - aside, ring[i] + outwards + aside, .. ring[i..]];
    }

    /// <summary>Three points on one line, or one point three times.</summary>
    public static PlanePoint[] Degenerate(SeededNumbers numbers)
    {
        var way = numbers.Chance(0.5) ? new PlanePoint(numbers.Between(5, 60.0), 0) : default;
        return [default, way, way * 2];
    }

    private static RingFault FaultOf(PlanePoint[] ring) => RingGeometry.FaultOf(Array.ConvertAll(ring, p =>
    {
        var (lon, lat) = p.ToDegrees();
        return GridPoint.FromDegrees(lon, lat);
    })).Fault;
}
