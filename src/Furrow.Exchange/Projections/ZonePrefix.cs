namespace Furrow.Exchange.Projections;

/// <summary>Gauss-Krüger eastings begin with the number of their zone (8 650 000 in zone 8) or leave it out (650 000): each way is a system of its own, and
/// files of a country that lies in several zones hold several.</summary>
internal static class ZonePrefix
{
    /// <summary>The system of the same family in which the pair lies, by the number its easting begins with or lacks; null where there is none.</summary>
    public static CoordinateSystem? Meant(CoordinateSystem stated, double x, double y)
    {
        var prefix = x is >= 0 and < 1e8 ? (int)Math.Floor(x / 1e6) : -1;
        var code = prefix < 0 || stated.Code is not { } known ? null : prefix == 0 ? Without(known) : With(known, prefix);
        return code is { } other && other != stated.Code && EpsgCodes.Find(other, null) is not null
            && CoordinateSystems.InDatumOf(stated, other) is { } system && system.Holds(x, y) ? system : null;
    }

    private static int? Without(int code) => code switch
    {
        >= 28402 and <= 28432 => code + 60,
        >= 20004 and <= 20032 => code + 60,
        4647 => 25832,
        5649 => 25831,
        5650 => 25833,
        _ => null,
    };

    private static int? With(int code, int zone) => code switch
    {
        >= 28402 and <= 28432 or >= 28462 and <= 28492 or >= 2492 and <= 2522 when zone is >= 2 and <= 32 => 28400 + zone,
        >= 20004 and <= 20032 or >= 20064 and <= 20092 when zone is >= 4 and <= 32 => 20000 + zone,
        >= 2523 and <= 2576 when zone is >= 7 and <= 59 => zone < 34 ? 2516 + zone : 2517 + zone,
        >= 3907 and <= 3910 when zone is >= 5 and <= 8 => 3902 + zone,
        8677 or 8678 or 6316 or 8679 => zone switch { 5 => 8677, 6 => 8678, 7 => 6316, 8 => 8679, _ => null },
        >= 31275 and <= 31279 => zone switch { >= 5 and <= 7 => 31270 + zone, 8 => 31279, _ => null },
        >= 5562 and <= 5565 when zone is >= 4 and <= 7 => 5558 + zone,
        25831 or 25832 or 25833 or 4647 or 5649 or 5650 => zone switch { 31 => 5649, 32 => 4647, 33 => 5650, _ => null },
        _ => null,
    };
}
