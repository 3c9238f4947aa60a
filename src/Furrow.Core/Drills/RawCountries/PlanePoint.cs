using Furrow.Core.Checks;
using Furrow.Core.Land;

namespace Furrow.Core.Drills.RawCountries;

/// <summary>A place on the flat map of a generated country: metres east and north of its middle.</summary>
internal readonly record struct PlanePoint(double East, double North)
{
    private static readonly (double East, double North) MetresPerStep = GroundMeasure.MetresPerStep(GeneratedCountry.Middle.Lat);

    public double Length => PlaneMath.Length(East, North);

    public static PlanePoint operator +(PlanePoint a, PlanePoint b) => new(a.East + b.East, a.North + b.North);

    public static PlanePoint operator -(PlanePoint a, PlanePoint b) => new(a.East - b.East, a.North - b.North);

    public static PlanePoint operator *(PlanePoint a, double by) => new(a.East * by, a.North * by);

    /// <summary>With every digit a double has: files are written finer than the grid of the ledger.</summary>
    public (double Lon, double Lat) ToDegrees() => (
        (GeneratedCountry.Middle.Lon + East / MetresPerStep.East) / GridPoint.PerDegree,
        (GeneratedCountry.Middle.Lat + North / MetresPerStep.North) / GridPoint.PerDegree);
}
