using System.Globalization;

namespace Furrow.Exchange.Projections;

/// <summary>Names of the systems in <see cref="EpsgCodes"/>, as the EPSG data set has them.</summary>
internal static class EpsgNames
{
    public static string Of(int code) => code switch
    {
        >= 32601 and <= 32660 => $"WGS 84 / UTM zone {code - 32600}N",
        >= 32701 and <= 32760 => $"WGS 84 / UTM zone {code - 32700}S",
        >= 25828 and <= 25838 => $"ETRS89 / UTM zone {code - 25800}N",
        >= 23028 and <= 23038 => $"ED50 / UTM zone {code - 23000}N",
        4647 => "ETRS89 / UTM zone 32N (zE-N)",
        5649 => "ETRS89 / UTM zone 31N (zE-N)",
        5650 => "ETRS89 / UTM zone 33N (zE-N)",
        3765 => "HTRS96 / Croatia TM",
        >= 28402 and <= 28432 => $"Pulkovo 1942 / Gauss-Kruger zone {code - 28400}",
        >= 28462 and <= 28492 => $"Pulkovo 1942 / Gauss-Kruger {code - 28460}N",
        >= 2492 and <= 2522 => $"Pulkovo 1942 / Gauss-Kruger CM {Meridian((code - 2490) * 6 - 3)}",
        >= 2523 and <= 2576 => $"Pulkovo 1942 / 3-degree Gauss-Kruger zone {(code < 2550 ? code - 2516 : code - 2517)}",
        >= 20004 and <= 20032 => $"Pulkovo 1995 / Gauss-Kruger zone {code - 20000}",
        >= 20064 and <= 20092 => $"Pulkovo 1995 / Gauss-Kruger {code - 20060}N",
        >= 3907 and <= 3910 => $"MGI 1901 / Balkans zone {code - 3902}",
        8677 or 8678 => $"MGI 1901 / Balkans zone {code - 8672}",
        6316 => "MGI 1901 / Balkans zone 7",
        8679 => "MGI 1901 / Balkans zone 8",
        >= 31275 and <= 31277 => $"MGI / Balkans zone {code - 31270}",
        31279 => "MGI / Balkans zone 8",
        >= 5562 and <= 5565 => $"UCS-2000 / Gauss-Kruger zone {code - 5558}",
        >= 6381 and <= 6387 => $"UCS-2000 / Ukraine TM zone {code - 6374}",
        3857 or 900913 or 102100 or 102113 => "WGS 84 / Pseudo-Mercator",
        3785 => "Popular Visualisation CRS / Mercator",
        3395 => "WGS 84 / World Mercator",
        3034 => "ETRS89-extended / LCC Europe",
        _ => Geographic(code),
    };

    private static string Geographic(int code) => code switch
    {
        4326 or 4979 => "WGS 84",
        4258 => "ETRS89",
        4269 => "NAD83",
        4230 => "ED50",
        4312 => "MGI",
        4179 => "Pulkovo 1942(58)",
        4284 => "Pulkovo 1942",
        4200 => "Pulkovo 1995",
        3906 => "MGI 1901",
        4761 => "HTRS96",
        5561 => "UCS-2000",
        _ => string.Create(CultureInfo.InvariantCulture, $"EPSG:{code}"),
    };

    private static string Meridian(int degrees) => degrees <= 180 ? $"{degrees}E" : $"{360 - degrees}W";
}
