namespace Furrow.Exchange.Projections;

/// <summary>Coordinate systems by EPSG code: those that land records of mine action come in. Parameters are facts of the EPSG data set; a test
/// holds values computed with PROJ. Codes not listed here are refused.</summary>
internal static class EpsgCodes
{
    private const double Degree = Math.PI / 180;

    /// <param name="datum">Replaces the default way to WGS 84.</param>
    public static IPlaneMapping? Find(int code, Datum? datum) => code switch
    {
        _ when Geographic(code) is { } known => new GeographicMapping(datum ?? known, 0, Degree),
        3857 or 900913 or 102100 or 102113 or 3785 => WebMercator,
        3395 => new PlaneMapping(Datum.Wgs84, new Mercator(Ellipsoid.Wgs84, 1), 0, 0, 0, 1),
        3034 => new PlaneMapping(Datums.Geographic(4258)!, new LambertConformalConic(Ellipsoid.Grs80, 52 * Degree, 35 * Degree, 65 * Degree, 1), 10 * Degree,
            4e6, 2.8e6, 1),
        >= 32601 and <= 32660 => Utm(Datum.Wgs84, code - 32600, 0),
        >= 32701 and <= 32760 => Utm(Datum.Wgs84, code - 32700, 1e7),
        >= 25828 and <= 25838 => Utm(Datums.Geographic(4258)!, code - 25800, 0),
        4647 => ZonedUtm(32),
        5649 => ZonedUtm(31),
        5650 => ZonedUtm(33),
        3765 => Tm(Datums.Geographic(4761)!, 16.5, 0.9999, 5e5, 0),
        >= 23028 and <= 23038 => Utm(datum ?? Bare(4230), code - 23000, 0),
        >= 28402 and <= 28432 => GaussKrueger(datum ?? Datums.Pulkovo1942, code - 28400, (code - 28400) * 1e6 + 5e5),
        >= 28462 and <= 28492 => GaussKrueger(datum ?? Datums.Pulkovo1942, code - 28460, 5e5),
        >= 2492 and <= 2522 => GaussKrueger(datum ?? Datums.Pulkovo1942, code - 2490, 5e5),
        >= 2523 and <= 2576 => ThreeDegrees(datum ?? Datums.Pulkovo1942, code),
        >= 20004 and <= 20032 => GaussKrueger(datum ?? Datums.Geographic(4200)!, code - 20000, (code - 20000) * 1e6 + 5e5),
        >= 20064 and <= 20092 => GaussKrueger(datum ?? Datums.Geographic(4200)!, code - 20060, 5e5),
        >= 3907 and <= 3910 => Balkans(datum, code - 3902),
        8677 or 8678 => Balkans(datum, code - 8672),
        6316 => Balkans(datum, 7),
        8679 => Balkans(datum, 8),
        >= 31275 and <= 31277 => Balkans(datum, code - 31270),
        31279 => Balkans(datum, 8),
        >= 5562 and <= 5565 => GaussKrueger(datum ?? Datums.Geographic(5561)!, code - 5558, (code - 5558) * 1e6 + 5e5),
        >= 6381 and <= 6387 => Tm(datum ?? Datums.Geographic(5561)!, (code - 6374) * 3, 1, 3e5, 0),
        _ => null,
    };

    /// <summary>The datum of a code that <see cref="Find"/> knows, with its default way.</summary>
    public static Datum DatumOf(int code) => Find(code, null) switch
    {
        PlaneMapping plane => plane.Datum,
        GeographicMapping geographic => geographic.Datum,
        _ => Datum.Wgs84,
    };

    public static IPlaneMapping WebMercator { get; } = new PlaneMapping(Datum.Wgs84, new Mercator(new Ellipsoid(6378137, 0), 1), 0, 0, 0, 1);

    /// <summary>The datum needs a way to WGS 84 from the person importing.</summary>
    public static bool NeedsWay(int code) => code is >= 23028 and <= 23038 or 4230 or 4312 or 4179;

    public static IPlaneMapping Utm(Datum datum, int zone, double falseNorthing) => Tm(datum, zone * 6 - 183, 0.9996, 5e5, falseNorthing);

    private static Datum? Geographic(int code) => Datums.Geographic(code) ?? Datums.Bare(code);

    /// <summary>UTM whose eastings begin with the number of the zone.</summary>
    private static PlaneMapping ZonedUtm(int zone) => Tm(Datums.Geographic(4258)!, zone * 6 - 183, 0.9996, zone * 1e6 + 5e5, 0);

    private static Datum Bare(int code) => Datums.Bare(code)!;

    /// <summary>Six-degree zones count from Greenwich; zone 31 and later lie west of the antimeridian.</summary>
    private static PlaneMapping GaussKrueger(Datum datum, int zone, double falseEasting) =>
        Tm(datum, zone <= 30 ? zone * 6 - 3 : zone * 6 - 363, 1, falseEasting, 0);

    private static PlaneMapping Balkans(Datum? datum, int zone) => Tm(datum ?? Datums.Geographic(3906)!, zone * 3, 0.9999, zone * 1e6 + 5e5, 0);

    /// <summary>Three-degree zones 7 to 59. Code 2550 in their midst is another system.</summary>
    private static PlaneMapping? ThreeDegrees(Datum datum, int code)
    {
        var zone = code < 2550 ? code - 2516 : code - 2517;
        return code != 2550 && zone <= 59 ? Tm(datum, zone * 3, 1, zone * 1e6 + 5e5, 0) : null;
    }

    private static PlaneMapping Tm(Datum datum, double meridian, double scale, double falseEasting, double falseNorthing) =>
        new(datum, new TransverseMercator(datum.Ellipsoid, scale, 0), meridian * Degree, falseEasting, falseNorthing, 1);
}
