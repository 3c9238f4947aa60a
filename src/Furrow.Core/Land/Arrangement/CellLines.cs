namespace Furrow.Core.Land;

/// <summary>Where an edge meets the lines of the cell grid. The point on the line is exact in one coordinate and rounded to the grid in the other.</summary>
internal static class CellLines
{
    /// <summary>Adds the cuts of the edge strictly between its ends, in order from <paramref name="low"/> to <paramref name="high"/> (low &lt; high).
    /// Points may repeat where an edge passes through a corner of the grid.</summary>
    public static void CutsOf(GridPoint low, GridPoint high, long size, List<GridPoint> cuts)
    {
        var width = high.Lon - low.Lon;
        var rise = high.Lat - low.Lat;
        var step = rise >= 0 ? size : -size;
        var lon = (FloorDiv(low.Lon, size) + 1) * size;
        var lat = rise >= 0 ? (FloorDiv(low.Lat, size) + 1) * size : (CeilDiv(low.Lat, size) - 1) * size;
        while (true)
        {
            var moreLon = lon < high.Lon;
            var moreLat = rise > 0 ? lat < high.Lat : rise < 0 && lat > high.Lat;
            if (!moreLon && !moreLat)
            {
                return;
            }

            // Compare (lon − low) / width with (lat − low) / rise, exactly.
            var lonFirst = moreLon && (!moreLat || (Int128)(lon - low.Lon) * Math.Abs(rise) <= (Int128)Math.Abs(lat - low.Lat) * width);
            if (lonFirst)
            {
                cuts.Add(new GridPoint(lon, low.Lat + RoundDiv((Int128)rise * (lon - low.Lon), width)));
                lon += size;
            }
            else
            {
                cuts.Add(new GridPoint(low.Lon + RoundDiv((Int128)width * (lat - low.Lat), rise), lat));
                lat += step;
            }
        }
    }

    public static long FloorDiv(long a, long b)
    {
        var q = a / b;
        return a % b < 0 ? q - 1 : q;
    }

    public static long CeilDiv(long a, long b)
    {
        var q = a / b;
        return a % b > 0 ? q + 1 : q;
    }

    /// <summary>Nearest whole number, halves up.</summary>
    public static long RoundDiv(Int128 a, Int128 b)
    {
        if (b < 0)
        {
            (a, b) = (-a, -b);
        }

        var doubled = 2 * a + b;
        var q = doubled / (2 * b);
        return (long)(doubled % (2 * b) < 0 ? q - 1 : q);
    }
}
