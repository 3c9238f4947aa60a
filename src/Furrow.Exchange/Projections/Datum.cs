namespace Furrow.Exchange.Projections;

/// <summary>A datum with its way to WGS 84: three translations in metres, three rotations in arc seconds and a scale in parts per million, in the
/// position vector convention that TOWGS84 uses (EPSG method 9606). All zero: taken as WGS 84 itself.</summary>
/// <param name="Shift">What the seven numbers are called, their method and accuracy; null for WGS 84 itself, and where nothing is known of them.</param>
internal sealed record Datum(string Name, Ellipsoid Ellipsoid, double Dx, double Dy, double Dz, double Rx, double Ry, double Rz, double Ppm,
    DatumShift? Shift = null)
{
    private const double Second = Math.PI / 180 / 3600;

    public static readonly Datum Wgs84 = new("WGS 84", Ellipsoid.Wgs84, 0, 0, 0, 0, 0, 0, 0);

    private bool IsShifted { get; } = Dx != 0 || Dy != 0 || Dz != 0 || Rx != 0 || Ry != 0 || Rz != 0 || Ppm != 0;

    /// <summary>The name of the shift where there is a choice, for the note beside the coordinates.</summary>
    public string? Via => IsShifted ? Shift?.Name : null;

    /// <summary>The datum alone, without its way to WGS 84.</summary>
    public Datum Unshifted => new(Name, Ellipsoid, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The way to WGS 84 without the datum.</summary>
    public StatedShift Way => new([Dx, Dy, Dz, Rx, Ry, Rz, Ppm], Shift ?? new DatumShift("TOWGS84", ShiftMethod.GeocentricTranslations, null));

    public Datum By(StatedShift way) => way.Seven is [var dx, var dy, var dz, var rx, var ry, var rz, var ppm]
        ? new(Name, Ellipsoid, dx, dy, dz, rx, ry, rz, ppm, way.Shift) : throw new ArgumentException("Seven numbers.", nameof(way));

    /// <summary>Radians on this datum to radians on WGS 84.</summary>
    public (double Lon, double Lat) ToWgs84(double lon, double lat)
    {
        if (!IsShifted)
        {
            return (lon, lat);
        }

        var (x, y, z) = Ellipsoid.ToGeocentric(lon, lat);
        (x, y, z) = Moved(x, y, z);
        return Ellipsoid.Wgs84.FromGeocentric(x, y, z);
    }

    public (double Lon, double Lat) FromWgs84(double lon, double lat)
    {
        if (!IsShifted)
        {
            return (lon, lat);
        }

        // The shift is small and smooth: correcting by what is missing converges to the last digit in a few steps. Worked on the surface, so that
        // it undoes ToWgs84 exactly, which drops the height.
        double l = lon, p = lat;
        for (var i = 0; i < 5; i++)
        {
            var (wl, wp) = ToWgs84(l, p);
            (l, p) = (l + lon - wl, p + lat - wp);
        }

        return (l, p);
    }

    private (double X, double Y, double Z) Moved(double x, double y, double z)
    {
        double rx = Rx * Second, ry = Ry * Second, rz = Rz * Second, m = 1 + Ppm * 1e-6;
        return (Dx + m * (x - rz * y + ry * z), Dy + m * (rz * x + y - rx * z), Dz + m * (-ry * x + rx * y + z));
    }
}
