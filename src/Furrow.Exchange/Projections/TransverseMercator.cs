using System.Runtime.CompilerServices;

namespace Furrow.Exchange.Projections;

/// <summary>Two sides: longitude from the central meridian and latitude, in radians, and plane metres without false origin.</summary>
internal interface IProjection
{
    (double X, double Y) Forward(double lon, double lat);

    (double Lon, double Lat) Inverse(double x, double y);
}

/// <summary>Transverse Mercator by the series of Krüger (1912) in the third flattening n to the sixth order, with the conformal latitude of Karney,
/// "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85 (2011), equations 7–9, 12–14 and 35–36. Better than 1e-8 m within 3,900 km of the
/// central meridian; farther away there is no answer (NaN).</summary>
internal sealed class TransverseMercator : IProjection
{
    private const double Farthest = 45 * Math.PI / 180;
    private readonly double _e;
    private readonly double _e2m;
    private readonly double _radius;
    private readonly double _originY;
    private Six _alpha;
    private Six _beta;

    public TransverseMercator(Ellipsoid ellipsoid, double scale, double originLat)
    {
        var n = ellipsoid.F / (2 - ellipsoid.F);
        double n2 = n * n, n3 = n2 * n, n4 = n3 * n, n5 = n4 * n, n6 = n5 * n;
        (_e, _e2m) = (ellipsoid.E, 1 - ellipsoid.E2);
        (Scale, IsFromEquator) = (scale, originLat == 0);
        _radius = scale * ellipsoid.A / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256);
        _alpha[0] = n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288 + 7891 * n6 / 37800;
        _alpha[1] = 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630 - 1983433 * n6 / 1935360;
        _alpha[2] = 61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167603 * n6 / 181440;
        _alpha[3] = 49561 * n4 / 161280 - 179 * n5 / 168 + 6601661 * n6 / 7257600;
        _alpha[4] = 34729 * n5 / 80640 - 3418889 * n6 / 1995840;
        _alpha[5] = 212378941 * n6 / 319334400;
        _beta[0] = n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360 - 81 * n5 / 512 + 96199 * n6 / 604800;
        _beta[1] = n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105 - 1118711 * n6 / 3870720;
        _beta[2] = 17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480 + 5569 * n6 / 90720;
        _beta[3] = 4397 * n4 / 161280 - 11 * n5 / 504 - 830251 * n6 / 7257600;
        _beta[4] = 4583 * n5 / 161280 - 108847 * n6 / 3991680;
        _beta[5] = 20648693 * n6 / 638668800;
        _originY = Forward(0, originLat).Y;
    }

    public double Scale { get; }

    public bool IsFromEquator { get; }

    public (double X, double Y) Forward(double lon, double lat)
    {
        if (!(Math.Abs(lon) <= Farthest))
        {
            return (double.NaN, double.NaN);
        }

        var tau = ConformalTau(Math.Tan(lat));
        var (sinLon, cosLon) = Math.SinCos(lon);
        var xi = Math.Atan2(tau, cosLon);
        var eta = Math.Asinh(sinLon / Math.Sqrt(tau * tau + cosLon * cosLon));
        double x = eta, y = xi;
        for (var j = 1; j <= 6; j++)
        {
            y += _alpha[j - 1] * Math.Sin(2 * j * xi) * Math.Cosh(2 * j * eta);
            x += _alpha[j - 1] * Math.Cos(2 * j * xi) * Math.Sinh(2 * j * eta);
        }

        return (_radius * x, _radius * y - _originY);
    }

    public (double Lon, double Lat) Inverse(double x, double y)
    {
        double xi = (y + _originY) / _radius, eta = x / _radius;
        if (!(Math.Abs(xi) <= Math.PI / 2 && Math.Abs(eta) <= 1))
        {
            return (double.NaN, double.NaN);
        }

        double xiBar = xi, etaBar = eta;
        for (var j = 1; j <= 6; j++)
        {
            xiBar -= _beta[j - 1] * Math.Sin(2 * j * xi) * Math.Cosh(2 * j * eta);
            etaBar -= _beta[j - 1] * Math.Cos(2 * j * xi) * Math.Sinh(2 * j * eta);
        }

        var sinh = Math.Sinh(etaBar);
        var (sin, cos) = Math.SinCos(xiBar);
        var lon = Math.Atan2(sinh, cos);
        var lat = Math.Atan(TauOf(sin / Math.Sqrt(sinh * sinh + cos * cos)));
        return Math.Abs(lon) <= Farthest ? (lon, lat) : (double.NaN, double.NaN);
    }

    /// <summary>Tangent of the conformal latitude from the tangent of the latitude.</summary>
    private double ConformalTau(double tau)
    {
        var root = Math.Sqrt(1 + tau * tau);
        var sigma = Math.Sinh(_e * Math.Atanh(_e * tau / root));
        return tau * Math.Sqrt(1 + sigma * sigma) - sigma * root;
    }

    /// <summary>The other way, by Newton's method; two steps reach the last digit, the others are for safety near the poles.</summary>
    private double TauOf(double conformal)
    {
        var tau = conformal;
        for (var i = 0; i < 6; i++)
        {
            var now = ConformalTau(tau);
            var step = (conformal - now) / Math.Sqrt(1 + now * now) * (1 + _e2m * tau * tau) / (_e2m * Math.Sqrt(1 + tau * tau));
            tau += step;
            if (!(Math.Abs(step) > 1e-16 * Math.Max(1, Math.Abs(tau))))
            {
                break;
            }
        }

        return tau;
    }

    [InlineArray(6)]
    private struct Six
    {
        private double _first;
    }
}
