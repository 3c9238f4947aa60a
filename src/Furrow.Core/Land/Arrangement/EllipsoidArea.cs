namespace Furrow.Core.Land;

/// <summary>Area on the WGS 84 ellipsoid under straight lines in longitude and latitude (RFC 7946), for one row of cells.
/// With S(φ) = b²/2·( sinφ/(1−e² sin²φ) + atanh(e sinφ)/e ) the area left of a line a→b is −Δλ·mean(S over the line). S is taken relative to the
/// row's lower edge and expanded there as a power series: dS/dφ = b² cosφ (1−e² sin²φ)⁻². Only IEEE + − × ÷ √ are used, so every processor
/// gives the same bits; each line's share is rounded once to whole 1e-6 m², and the reverse line is its negation.</summary>
public sealed class EllipsoidArea
{
    private const double SemiMajorMetres = 6_378_137.0;
    private const double Flattening = 1 / 298.257223563;
    private const double E2 = Flattening * (2 - Flattening);
    private const double SemiMinorMetres = SemiMajorMetres * (1 - Flattening);
    private const double RadiansPerStep = Math.PI / 180 / GridPoint.PerDegree;
    private const int Terms = 7;

    private static readonly double GaussOffset = Math.Sqrt(0.6);
    private static readonly EllipsoidArea?[] Rows = new EllipsoidArea?[CellId.Rows];

    private readonly double _k1, _k2, _k3, _k4, _k5;

    private EllipsoidArea(int row)
    {
        var s = SeriesFrom(row);
        // In grid steps: k_n multiplies yⁿ and gives 1e-6 m² per step of longitude.
        const double scale = RadiansPerStep * AreaText.MicroPerSquareMetre;
        var power = scale * RadiansPerStep;
        _k1 = s[0] * power;
        _k2 = s[1] / 2 * (power *= RadiansPerStep);
        _k3 = s[2] / 3 * (power *= RadiansPerStep);
        _k4 = s[3] / 4 * (power *= RadiansPerStep);
        _k5 = s[4] / 5 * (power * RadiansPerStep);
        CellMicro = Horizontal(CellId.Size, CellId.Size);
    }

    /// <summary>Area of every cell of this row, in 1e-6 m².</summary>
    public long CellMicro { get; }

    public static EllipsoidArea OfRow(int row) => Rows[row] ??= new EllipsoidArea(row);

    /// <summary>What the line from (x1,y1) to (x2,y2) adds to the face on its left, in 1e-6 m². Coordinates are steps from the cell's lower left corner,
    /// in canonical direction (x1,y1) &lt; (x2,y2).</summary>
    public long LeftOf(int x1, int y1, int x2, int y2)
    {
        if (x1 == x2)
        {
            return 0;
        }

        if (y1 == y2)
        {
            // A potential: pieces of a horizontal line sum exactly to the whole, wherever it is cut.
            return Horizontal(y1, x1) - Horizontal(y1, x2);
        }

        var middle = 0.5 * ((double)y1 + y2);
        var half = 0.5 * ((double)y2 - y1) * GaussOffset;
        var mean = (5 * Above(middle - half) + 8 * Above(middle) + 5 * Above(middle + half)) / 18;
        return unchecked(-(long)Math.Round(((double)x2 - x1) * mean));
    }

    /// <summary>The same for a line in any direction: it is measured in canonical direction, and the reverse line is its negation.</summary>
    public long LeftOfDirected(int x1, int y1, int x2, int y2) =>
        x1 < x2 || (x1 == x2 && y1 < y2) ? LeftOf(x1, y1, x2, y2) : -LeftOf(x2, y2, x1, y1);

    /// <summary>Area between the row's lower edge and latitude y, from x = 0 to x.</summary>
    public long Horizontal(long y, long x) => unchecked((long)Math.Round(x * Above(y)));

    private double Above(double y) => y * (_k1 + y * (_k2 + y * (_k3 + y * (_k4 + y * _k5))));

    /// <summary>Power series of b² cosφ (1−e² sin²φ)⁻² around the row's lower edge, in radians.</summary>
    private static double[] SeriesFrom(int row)
    {
        var (sin, cos) = SinCos((row - CellId.Rows / 2) / 100.0);
        double[] sine = new double[Terms], cosine = new double[Terms];
        var factor = 1.0;
        for (var n = 0; n < Terms; n++)
        {
            factor = n == 0 ? 1 : factor / n;
            (sine[n], cosine[n]) = (n % 4) switch
            {
                0 => (sin * factor, cos * factor),
                1 => (cos * factor, -sin * factor),
                2 => (-sin * factor, -cos * factor),
                _ => (-cos * factor, sin * factor),
            };
        }

        var u = Times(sine, sine);
        for (var n = 0; n < Terms; n++)
        {
            u[n] = (n == 0 ? 1 : 0) - E2 * u[n];
        }

        var series = Over(cosine, Times(u, u));
        for (var n = 0; n < Terms; n++)
        {
            series[n] *= SemiMinorMetres * SemiMinorMetres;
        }

        return series;
    }

    private static double[] Times(double[] a, double[] b)
    {
        var product = new double[Terms];
        for (var i = 0; i < Terms; i++)
        {
            for (var j = 0; i + j < Terms; j++)
            {
                product[i + j] += a[i] * b[j];
            }
        }

        return product;
    }

    private static double[] Over(double[] a, double[] b)
    {
        var quotient = new double[Terms];
        for (var n = 0; n < Terms; n++)
        {
            var rest = a[n];
            for (var i = 0; i < n; i++)
            {
                rest -= quotient[i] * b[n - i];
            }

            quotient[n] = rest / b[0];
        }

        return quotient;
    }

    /// <summary>Sine and cosine of a latitude in degrees by their power series: the platform's own differ between processors.</summary>
    private static (double Sin, double Cos) SinCos(double degrees)
    {
        var absolute = Math.Abs(degrees);
        var swap = absolute > 45;
        var x = (swap ? 90 - absolute : absolute) * (Math.PI / 180);
        double sin = 0, cos = 0, term = 1;
        for (var n = 0; n < 22; n++)
        {
            var signed = (n / 2) % 2 == 0 ? term : -term;
            if (n % 2 == 0)
            {
                cos += signed;
            }
            else
            {
                sin += signed;
            }

            term = term * x / (n + 1);
        }

        (sin, cos) = swap ? (cos, sin) : (sin, cos);
        return (degrees < 0 ? -sin : sin, cos);
    }
}
