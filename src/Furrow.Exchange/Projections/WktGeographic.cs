using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>The geographic part of a WKT definition: datum, prime meridian and the unit of its angles.</summary>
internal sealed record WktGeographic(Datum Datum, double PrimeMeridian, double RadiansPerUnit)
{
    public const double Degree = Math.PI / 180;

    /// <param name="way">Of a BOUNDCRS or of the person importing; it wins over what the definition holds.</param>
    public static Outcome<WktGeographic> Read(WktNode node, StatedShift? way, string? file)
    {
        var datumNode = node.Find("DATUM", "TRF", "GEODETICDATUM", "ENSEMBLE");
        var spheroid = (datumNode ?? node).Find("SPHEROID", "ELLIPSOID") ?? node.Find("ELLIPSOID");
        if (datumNode is null || spheroid?.Number(0) is not { } a || spheroid.Number(1) is not { } inverse)
        {
            return Problems.CrsUnknown(file, $"{node.Name} without datum or ellipsoid");
        }

        a *= spheroid.Find("LENGTHUNIT", "UNIT")?.Number(0) ?? 1;
        if (!(a is > 6e6 and < 7e6) || inverse != 0 && !(inverse > 100))
        {
            return Problems.CrsUnknown(file, $"{datumNode.Name} with an ellipsoid of {a} m and 1/{inverse}");
        }

        var datum = DatumOf(node, datumNode, Ellipsoid.Inverse(a, inverse), way, file);
        return datum.Problem is { } problem ? problem : Angles(node, datum.Value!, file);
    }

    private static Outcome<WktGeographic> Angles(WktNode node, Datum datum, string? file)
    {
        var unit = node.Find("UNIT", "ANGLEUNIT") ?? node.Find("CS")?.Find("ANGLEUNIT")
            ?? node.All("AXIS").Select(x => x.Find("ANGLEUNIT", "UNIT")).FirstOrDefault(u => u is not null);
        var radians = unit?.Number(0) ?? Degree;
        if (radians is not (> 0 and < 1))
        {
            return Problems.CrsUnknown(file, $"{node.Name} with an angular unit of {radians} radians");
        }

        var meridian = node.Find("PRIMEM", "PRIMEMERIDIAN");
        return PrimeMeridians.Radians(meridian, radians) is { } from ? new WktGeographic(datum, from, radians)
            : Problems.CrsUnknown(file, $"{node.Name} with the prime meridian {meridian?.Name} at {meridian?.Number(0) ?? 0}");
    }

    private static Outcome<Datum> DatumOf(WktNode node, WktNode datum, Ellipsoid ellipsoid, StatedShift? way, string? file)
    {
        if (way is null && datum.Find("TOWGS84") is { } stated)
        {
            way = StatedShift.Of(stated);
            if (way is null)
            {
                return Problems.CrsUnknown(file, $"{node.Name}: TOWGS84 of {stated.Numbers.Count} numbers");
            }
        }

        if (way is not null)
        {
            return new Datum(datum.Name, ellipsoid, 0, 0, 0, 0, 0, 0, 0).By(way);
        }

        return Datums.Find(datum.Name) is not { } known
                ? Problems.CrsUnknown(file, $"{node.Name}: no way from the datum {datum.Name} to WGS 84 is known; add TOWGS84")
            : !known.Ellipsoid.IsLike(ellipsoid)
                ? Problems.CrsUnknown(file,
                    $"{node.Name}: the datum {datum.Name} with an ellipsoid that is not its own ({(datum.Find("SPHEROID", "ELLIPSOID") ?? node.Find("ELLIPSOID"))?.Name})")
            : known with { Ellipsoid = ellipsoid };
    }
}
