using System.Globalization;

namespace Furrow.Exchange.Projections;

/// <summary>Where a coordinate system may be used, in degrees. Countries use one zone a good way beyond its borders, so each area has a margin; beyond that the
/// numbers belong to another system, another zone or the other axis.</summary>
/// <param name="East">May be beyond 180.</param>
/// <param name="Margin">Degrees on every side.</param>
public sealed record AreaOfUse(double West, double South, double East, double North, double Margin)
{
    public bool Holds(double lon, double lat)
    {
        double east = (lon - West + Margin) % 360, width = East - West + 2 * Margin;
        return lat >= South - Margin && lat <= North + Margin && (width >= 360 || (east < 0 ? east + 360 : east) <= width);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{West:0.##} to {(East > 180 ? East - 360 : East):0.##} degrees east, {South:0.##} to {North:0.##} north");
}
