using Furrow.Core.Land;

namespace Furrow.Server.Pages.Parts;

/// <summary>Puts a piece of land on a sheet, true to scale at its middle: east and north in metres by the radii of curvature of the WGS 84 ellipsoid there.
/// Off the middle the east scale is wrong by the change of the cosine of latitude: under 0.1 % on a sheet of 10 km at 45 degrees.</summary>
internal sealed class LocalProjection
{
    private const double SemiMajorMetres = 6_378_137;
    private const double EccentricitySquared = 0.00669437999014;

    private readonly double _midLon;
    private readonly double _midLat;
    private readonly double _unitsPerLon;
    private readonly double _unitsPerLat;
    private readonly double _midX;
    private readonly double _midY;

    /// <param name="unitsPerMetre">Sheet units to a metre on the ground.</param>
    public LocalProjection(double midLonDegrees, double midLatDegrees, double unitsPerMetre, double midX, double midY)
    {
        (_midLon, _midLat, _midX, _midY) = (midLonDegrees, midLatDegrees, midX, midY);
        var (metresPerLon, metresPerLat) = MetresPerDegree(midLatDegrees);
        _unitsPerLon = metresPerLon * unitsPerMetre;
        _unitsPerLat = metresPerLat * unitsPerMetre;
        UnitsPerMetre = unitsPerMetre;
    }

    public double UnitsPerMetre { get; }

    public static (double Lon, double Lat) MetresPerDegree(double latDegrees)
    {
        var lat = latDegrees * Math.PI / 180;
        var w = 1 - EccentricitySquared * Math.Sin(lat) * Math.Sin(lat);
        var degree = Math.PI / 180;
        return (degree * SemiMajorMetres / Math.Sqrt(w) * Math.Cos(lat), degree * SemiMajorMetres * (1 - EccentricitySquared) / (w * Math.Sqrt(w)));
    }

    public (double X, double Y) At(double lonDegrees, double latDegrees) =>
        (_midX + (lonDegrees - _midLon) * _unitsPerLon, _midY - (latDegrees - _midLat) * _unitsPerLat);

    public (double X, double Y) At(GridPoint point) => At(point.LonDegrees, point.LatDegrees);

    public (double Lon, double Lat) Back(double x, double y) => (_midLon + (x - _midX) / _unitsPerLon, _midLat - (y - _midY) / _unitsPerLat);
}
