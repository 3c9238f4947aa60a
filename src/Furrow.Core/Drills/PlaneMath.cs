using Furrow.Core.Checks;
using Furrow.Core.Land;

namespace Furrow.Core.Drills;

/// <summary>The few functions that drawing invented land needs, from + − × ÷ √ only: the same drawing on every processor.</summary>
public static class PlaneMath
{
    /// <summary>Cosine and sine of an angle given in whole turns (0.25 is a right angle, anticlockwise from east).</summary>
    public static (double East, double North) Direction(double turns)
    {
        var t = turns - Math.Floor(turns);
        var quarter = (int)(t * 4);
        // Within ±1/8 turn of the middle of the quarter the series converges to the last digit.
        var x = (t - (quarter * 0.25 + 0.125)) * (2 * Math.PI);
        var x2 = x * x;
        var sine = x * (1 - x2 / 6 * (1 - x2 / 20 * (1 - x2 / 42 * (1 - x2 / 72 * (1 - x2 / 110 * (1 - x2 / 156 * (1 - x2 / 210)))))));
        var cosine = 1 - x2 / 2 * (1 - x2 / 12 * (1 - x2 / 30 * (1 - x2 / 56 * (1 - x2 / 90 * (1 - x2 / 132 * (1 - x2 / 182))))));
        const double half = 0.70710678118654752440;
        double east = half * (cosine - sine), north = half * (cosine + sine);
        return quarter switch
        {
            0 => (east, north),
            1 => (-north, east),
            2 => (-east, -north),
            _ => (north, -east),
        };
    }

    /// <summary>e to the x, for moderate x: halved until small, a series, squared back.</summary>
    public static double Exponential(double x)
    {
        var y = x / 1024;
        var value = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5))));
        for (var i = 0; i < 10; i++)
        {
            value *= value;
        }

        return value;
    }

    public static double Length(double x, double y) => Math.Sqrt(x * x + y * y);

    /// <summary>The grid point some metres east and north of an origin, on the flat map around that origin.</summary>
    public static GridPoint Offset(GridPoint origin, double eastMetres, double northMetres)
    {
        var (east, north) = GroundMeasure.MetresPerStep(origin.Lat);
        return new GridPoint(origin.Lon + (long)Math.Round(eastMetres / east), origin.Lat + (long)Math.Round(northMetres / north));
    }
}
