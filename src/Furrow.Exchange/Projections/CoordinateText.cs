namespace Furrow.Exchange.Projections;

/// <summary>Positions as people write them.</summary>
public static class CoordinateText
{
    /// <summary>WGS 84 degrees, or null.</summary>
    public static (double Lon, double Lat)? Position(string text) => null;
}
