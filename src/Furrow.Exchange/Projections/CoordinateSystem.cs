namespace Furrow.Exchange.Projections;

/// <summary>What a pair of source coordinates means: turns them into WGS 84 longitude and latitude in degrees, and back.
/// Look one up with <see cref="CoordinateSystems.Resolve"/>.</summary>
public sealed class CoordinateSystem
{
    public static readonly CoordinateSystem Wgs84 = new("EPSG:4326", null) { RegistryName = "WGS 84" };

    private readonly IPlaneMapping? _mapping;

    internal CoordinateSystem(string name, IPlaneMapping? mapping, string? via = null)
    {
        (Name, _mapping, Via) = (via is null ? name : $"{name} via {via}", mapping, via);
    }

    /// <summary>Null for plain WGS 84.</summary>
    internal IPlaneMapping? Mapping => _mapping;

    internal Datum Datum => _mapping?.Datum ?? Datum.Wgs84;

    /// <summary>"EPSG:32633", or the name inside its WKT; with the way to WGS 84 behind it where there is a choice.</summary>
    public string Name { get; }

    /// <summary>Its EPSG code, where it was named by one.</summary>
    internal int? Code { get; init; }

    /// <summary>Its datum lies off WGS 84, and what is known says to shift nothing: old programs wrote zeros where they knew no way.</summary>
    internal bool IsUnmoved => Datum.Shift is { AccuracyMetres: null } && Datum.Via is null && !Datum.Ellipsoid.IsLike(Ellipsoid.Wgs84);

    /// <summary>As the EPSG data set calls it, or the name inside its WKT.</summary>
    public string RegistryName { get => field ?? Name; init; }

    /// <summary>How its datum becomes WGS 84; null where it is WGS 84 already.</summary>
    public DatumShift? Shift => Datum.Shift;

    /// <summary>The way from its datum to WGS 84 where there is a choice ("EPSG:15865"): it decides over metres. Null where there is none to make.</summary>
    public string? Via { get; internal init; }

    /// <summary>The numbers already are WGS 84 longitude and latitude in degrees: nothing to compute, nothing lost.</summary>
    public bool IsWgs84Degrees => _mapping is null;

    /// <summary>Its numbers are angles, not metres.</summary>
    public bool IsGeographic => _mapping is null or GeographicMapping;

    /// <summary>Its definition calls the northing X and the easting Y, as Gauss-Krüger systems do.</summary>
    public bool XIsNorth { get; init; }

    /// <summary>Where it may be used; null when that is everywhere, or not known.</summary>
    public AreaOfUse? Area { get; init; }

    /// <summary>The zone of a UTM system, on whatever datum; null when it is none.</summary>
    public (int Zone, bool South)? UtmZone =>
        _mapping is PlaneMapping { FalseX: 5e5, FalseY: 0 or 1e7, MetresPerUnit: 1, Projection: TransverseMercator { Scale: 0.9996, IsFromEquator: true } }
            && _mapping is PlaneMapping plane && plane.Meridian * 180 / Math.PI / 6 + 30.5 is (> 0 and < 61) and var zone
            && Math.Abs(zone - Math.Round(zone)) < 1e-6
            ? ((int)Math.Round(zone), plane.FalseY > 0) : null;

    /// <summary>Longitude and latitude in degrees, or NaN where the system has no answer.</summary>
    public (double Lon, double Lat) ToWgs84(double x, double y) => _mapping is null ? (x, y) : _mapping.ToWgs84(x, y);

    /// <summary>x (easting or longitude) and y (northing or latitude), or NaN where the system has no answer.</summary>
    public (double X, double Y) FromWgs84(double lon, double lat) => _mapping is null ? (lon, lat) : _mapping.FromWgs84(lon, lat);

    /// <summary>Whether the place lies where the system may be used.</summary>
    internal bool Holds(double x, double y)
    {
        var (lon, lat) = ToWgs84(x, y);
        return double.IsFinite(lon) && double.IsFinite(lat) && (Area?.Holds(lon, lat) ?? true);
    }

    /// <summary>The same numbers mean the same place, or would if both used the same way from their common datum to WGS 84: the way is a choice, the system
    /// is not.</summary>
    public bool Agrees(CoordinateSystem other) =>
        Same(_mapping, other._mapping) || Datums.IsOne(Datum.Name, other.Datum.Name) && Same(_mapping?.OnOwnDatum(), other._mapping?.OnOwnDatum());

    public override string ToString() => Name;

    /// <summary>By some places, near the central meridian where there is one, of which at least one must lie where both have an answer.</summary>
    private static bool Same(IPlaneMapping? one, IPlaneMapping? other)
    {
        const double Same = 2e-8;
        var plane = one as PlaneMapping ?? other as PlaneMapping;
        double? meridian = plane is { Projection: TransverseMercator } ? plane.Meridian * 180 / Math.PI : null;
        double[] longitudes = meridian is { } m ? [m - 4, m - 1, m + 0.5, m + 3] : [-150, -60, -5, 18, 45, 70, 110];
        var compared = 0;
        foreach (var lon in longitudes)
        {
            foreach (var lat in (double[])[-33.3, 0.7, 21.9, 45.1, 61.2])
            {
                var (x, y) = one?.FromWgs84(lon, lat) ?? (lon, lat);
                var there = other?.ToWgs84(x, y) ?? (x, y);
                if (!double.IsFinite(x) || !double.IsFinite(there.Item1))
                {
                    continue;
                }

                if (Math.Abs(Math.IEEERemainder(there.Item1 - lon, 360)) > Same || Math.Abs(there.Item2 - lat) > Same)
                {
                    return false;
                }

                compared++;
            }
        }

        return compared > 0;
    }
}

/// <summary>Two sides: source coordinates and WGS 84 degrees. NaN in either answer says "outside".</summary>
internal interface IPlaneMapping
{
    Datum Datum { get; }

    /// <summary>The same numbers without the way from the datum to WGS 84: degrees on its own datum.</summary>
    IPlaneMapping OnOwnDatum();

    (double Lon, double Lat) ToWgs84(double x, double y);

    (double X, double Y) FromWgs84(double lon, double lat);
}
