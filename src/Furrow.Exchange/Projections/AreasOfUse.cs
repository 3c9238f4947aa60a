namespace Furrow.Exchange.Projections;

/// <summary>Axes and areas of use of the systems in <see cref="EpsgCodes"/>: facts of the EPSG data set. The longitudes of a zone follow from its number, the
/// latitudes are those of the countries its family was made for.</summary>
internal static class AreasOfUse
{
    /// <summary>Neighbours are surveyed in one zone: Iraq as a whole in UTM 38N, three degrees beyond it.</summary>
    private const double UtmMargin = 6;

    /// <summary>The northing is called X and the easting Y: all Gauss-Krüger and Balkans systems (EPSG coordinate systems 4530 and its like).</summary>
    public static bool XIsNorth(int code) => code is >= 28402 and <= 28432 or >= 28462 and <= 28492 or >= 2492 and <= 2522
        or >= 2523 and <= 2576 or >= 20004 and <= 20032 or >= 20064 and <= 20092 or >= 3907 and <= 3910 or 8677 or 8678 or 6316 or 8679
        or >= 31275 and <= 31279 or >= 5562 and <= 5565 or >= 6381 and <= 6387;

    public static AreaOfUse? Of(int code) => code switch
    {
        >= 32601 and <= 32660 => Zone(Utm(code - 32600), 3, 0, 84, UtmMargin),
        >= 32701 and <= 32760 => Zone(Utm(code - 32700), 3, -80, 0, UtmMargin),
        >= 25828 and <= 25838 => Zone(Utm(code - 25800), 3, 30, 84.5, UtmMargin),
        4647 => Zone(Utm(32), 3, 30, 84.5, UtmMargin),
        5649 => Zone(Utm(31), 3, 30, 84.5, UtmMargin),
        5650 => Zone(Utm(33), 3, 30, 84.5, UtmMargin),
        3765 => new(13, 42.3, 19.5, 46.6, 1.5),
        >= 23028 and <= 23038 => Zone(Utm(code - 23000), 3, 25.5, 84.8, UtmMargin),
        >= 28402 and <= 28432 => Zone((code - 28400) * 6 - 3, 3, 35, 82, 3),
        >= 28462 and <= 28492 => Zone((code - 28460) * 6 - 3, 3, 35, 82, 3),
        >= 2492 and <= 2522 => Zone((code - 2490) * 6 - 3, 3, 35, 82, 3),
        >= 2523 and <= 2576 => Zone((code < 2550 ? code - 2516 : code - 2517) * 3, 1.5, 35, 82, 1.5),
        >= 20004 and <= 20032 => Zone((code - 20000) * 6 - 3, 3, 35, 82, 3),
        >= 20064 and <= 20092 => Zone((code - 20060) * 6 - 3, 3, 35, 82, 3),
        >= 3907 and <= 3910 => Zone((code - 3902) * 3, 1.5, 40.85, 46.88, 1.5),
        8677 or 8678 => Zone((code - 8672) * 3, 1.5, 40.85, 46.88, 1.5),
        6316 => Zone(21, 1.5, 40.85, 46.88, 1.5),
        8679 => Zone(24, 1.5, 40.85, 46.88, 1.5),
        >= 31275 and <= 31277 => Zone((code - 31270) * 3, 1.5, 40.85, 46.88, 1.5),
        31279 => Zone(24, 1.5, 40.85, 46.88, 1.5),
        >= 5562 and <= 5565 => Zone((code - 5558) * 6 - 3, 3, 43.1, 52.4, 3),
        >= 6381 and <= 6387 => Zone((code - 6374) * 3, 1.5, 43.1, 52.4, 1.5),
        3857 or 900913 or 102100 or 102113 or 3785 => new(-180, -85.06, 180, 85.06, 0.01),
        3395 => new(-180, -80, 180, 84, 1),
        3034 => new(-35.6, 24.6, 44.9, 84.8, 1),
        4230 => new(-16.1, 25.7, 48.7, 84.8, 1),
        4312 => new(9.5, 40.8, 23.1, 49.1, 1),
        4179 => new(9.9, 39.6, 31.5, 54.9, 1),
        4258 => new(-16.1, 32.8, 40.2, 84.8, 1),
        4269 => new(167, 14.9, 320, 86.5, 1),
        4284 or 4200 => new(18.9, 35.1, 191.1, 85.2, 1),
        3906 => new(13.3, 40.8, 23.1, 46.9, 1),
        4761 => new(13, 41.6, 19.5, 46.6, 1),
        5561 => new(22.1, 43.1, 40.2, 52.4, 1),
        _ => null,
    };

    /// <summary>For a transverse Mercator of a definition that names no area: nobody surveys farther from the central meridian.</summary>
    public static AreaOfUse Around(double meridian) => Zone(meridian, 3, -90, 90, UtmMargin);

    private static int Utm(int zone) => zone * 6 - 183;

    private static AreaOfUse Zone(double meridian, double half, double south, double north, double margin) =>
        new(meridian - half, south, meridian + half, north, margin);
}
