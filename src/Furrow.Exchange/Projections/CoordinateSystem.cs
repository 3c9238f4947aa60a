namespace Furrow.Exchange.Projections;

/// <summary>What a pair of source coordinates means: turns them into WGS 84 longitude and latitude in degrees, and back.
/// Look one up with <see cref="CoordinateSystems.Resolve"/>.</summary>
public sealed class CoordinateSystem
{
    public static readonly CoordinateSystem Wgs84 = new("EPSG:4326", null);

    private readonly IPlaneMapping? _mapping;

    internal CoordinateSystem(string name, IPlaneMapping? mapping, string? via = null)
    {
        (Name, _mapping, Via) = (via is null ? name : $"{name} via {via}", mapping, via);
    }

    /// <summary>"EPSG:32633", or the name inside its WKT; with the way to WGS 84 behind it where there is a choice.</summary>
    public string Name { get; }

    /// <summary>The way from its datum to WGS 84 where there is a choice ("EPSG:15865"): it decides over metres. Null where there is none to make.</summary>
    public string? Via { get; }

    /// <summary>The numbers already are WGS 84 longitude and latitude in degrees: nothing to compute, nothing lost.</summary>
    public bool IsWgs84Degrees => _mapping is null;

    /// <summary>Its numbers are angles, not metres.</summary>
    public bool IsGeographic => _mapping is null or GeographicMapping;

    /// <summary>Longitude and latitude in degrees, or NaN where the system has no answer.</summary>
    public (double Lon, double Lat) ToWgs84(double x, double y) => _mapping is null ? (x, y) : _mapping.ToWgs84(x, y);

    /// <summary>x (easting or longitude) and y (northing or latitude), or NaN where the system has no answer.</summary>
    public (double X, double Y) FromWgs84(double lon, double lat) => _mapping is null ? (lon, lat) : _mapping.FromWgs84(lon, lat);

    public override string ToString() => Name;
}

/// <summary>Two sides: source coordinates and WGS 84 degrees. NaN in either answer says "outside".</summary>
internal interface IPlaneMapping
{
    (double Lon, double Lat) ToWgs84(double x, double y);

    (double X, double Y) FromWgs84(double lon, double lat);
}
