namespace Furrow.Exchange.Projections;

/// <summary>Datums known by name, and published ways from them to WGS 84 by their EPSG number. The numbers are facts of the EPSG data set;
/// rotations are turned into the position vector convention. A datum whose ways differ by many metres from country to country
/// has no default here: the person importing must name one ("EPSG:23036 via EPSG:1784").</summary>
internal static class Datums
{
    /// <summary>Names as WKT and ESRI write them, folded to letters and digits.</summary>
    private static readonly Dictionary<string, Datum> ByName = new()
    {
        ["wgs1984"] = Datum.Wgs84,
        ["wgs84"] = Datum.Wgs84,
        ["worldgeodeticsystem1984"] = Datum.Wgs84,
        ["worldgeodeticsystem1984ensemble"] = Datum.Wgs84,
        ["etrs1989"] = Null("ETRS89", Ellipsoid.Grs80),
        ["etrs89"] = Null("ETRS89", Ellipsoid.Grs80),
        ["europeanterrestrialreferencesystem1989"] = Null("ETRS89", Ellipsoid.Grs80),
        ["europeanterrestrialreferencesystem1989ensemble"] = Null("ETRS89", Ellipsoid.Grs80),
        ["northamerican1983"] = Null("NAD83", Ellipsoid.Grs80),
        ["northamericandatum1983"] = Null("NAD83", Ellipsoid.Grs80),
        ["pulkovo1942"] = Pulkovo1942,
        ["pulkovo1995"] = Way(5043)!,
        ["mgi1901"] = Way(3962)!,
        ["ukraine2000"] = Way(5840)!,
    };

    public static Datum Pulkovo1942 => Way(15865)!;

    public static Datum? Find(string name)
    {
        var folded = string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit));
        return ByName.GetValueOrDefault(folded) ?? (folded.StartsWith('d') ? ByName.GetValueOrDefault(folded[1..]) : null);
    }

    /// <summary>Both names mean one datum. A name that says only that nobody knows may be any.</summary>
    public static bool IsOne(string one, string other) => Key(one) is var a && Key(other) is var b && (a == b || a.Length == 0 || b.Length == 0);

    /// <summary>Where the northing is called X: in the systems of Gauss and Krüger on the old datums of Europe.</summary>
    public static bool CountsNorthAsX(string datum) => Key(datum) is var key
        && (key is "mgi" or "ukraine2000" || key.StartsWith("pulkovo", StringComparison.Ordinal) || key.StartsWith("s42", StringComparison.Ordinal));

    private static string Key(string name)
    {
        var folded = string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit));
        folded = folded.StartsWith('d') && !folded.StartsWith("datum", StringComparison.Ordinal) ? folded[1..] : folded;
        return folded switch
        {
            "europeandatum1950" or "european1950" => "ed50",
            "mgi1901" or "militargeographischeinstitute" or "militargeographischesinstitut" or "hermannskogel" => "mgi",
            "unknowndatum" or "unknown" or "userdefined" or "undefined" or "notspecified" or "" => "",
            _ => Find(name)?.Name is { } known ? string.Concat(known.ToLowerInvariant().Where(char.IsLetterOrDigit)) : folded,
        };
    }

    /// <summary>Names a datum by its geographic EPSG code without saying how to get from it to WGS 84.</summary>
    public static Datum? Bare(int geographicCode) => geographicCode switch
    {
        4230 => new("ED50", Ellipsoid.International, 0, 0, 0, 0, 0, 0, 0),
        4312 => new("MGI", Ellipsoid.Bessel, 0, 0, 0, 0, 0, 0, 0),
        4179 => new("Pulkovo 1942(58)", Ellipsoid.Krassovsky, 0, 0, 0, 0, 0, 0, 0),
        _ => null,
    };

    public static Datum? Geographic(int code) => code switch
    {
        4326 or 4979 => Datum.Wgs84,
        4258 => ByName["etrs89"],
        4269 => ByName["northamerican1983"],
        4284 => Pulkovo1942,
        4200 => ByName["pulkovo1995"],
        3906 => ByName["mgi1901"],
        5561 => ByName["ukraine2000"],
        _ => null,
    };

    /// <summary>A transformation to WGS 84 by its EPSG number.</summary>
    public static Datum? Way(int code) => code switch
    {
        15865 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, 25, -141, -78.5, 0, 0.35, 0.736, 0),
        5044 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, 23.57, -140.95, -79.8, 0, 0.35, 0.79, -0.22),
        1267 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, 23.92, -141.27, -80.9, 0, 0.35, 0.82, -0.12),
        1807 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, 27, -135, -84.5, 0, 0, 0.554, 0.2263),
        1808 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, 686.1, -123.5, -574.4, 8.045, -23.366, 10.791, -2.926),
        1809 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, 926.4, -715.9, -186.4, -10.364, -20.78, 26.452, -7.224),
        5043 => Of("Pulkovo 1995", Ellipsoid.Krassovsky, code, 24.47, -130.89, -81.56, 0, 0, 0.13, -0.22),
        1281 => Of("Pulkovo 1995", Ellipsoid.Krassovsky, code, 24.82, -131.21, -82.66, 0, 0, 0.16, -0.12),
        5840 => Of("Ukraine 2000", Ellipsoid.Krassovsky, code, 24, -121, -76, 0, 0, 0, 0),
        5590 => Of("Ukraine 2000", Ellipsoid.Krassovsky, code, 25, -141, -78.5, 0, 0.35, 0.736, 0),
        3962 => Of("MGI 1901", Ellipsoid.Bessel, code, 682, -203, 480, 0, 0, 0, 0),
        8823 => Of("MGI 1901", Ellipsoid.Bessel, code, 489.88, 183.912, 533.711, 5.76545, 4.69994, -12.58211, 1.00646),
        3964 => Of("MGI 1901", Ellipsoid.Bessel, code, 551.7, 162.9, 467.9, 6.04, 1.96, -11.38, -4.82),
        7676 => Of("MGI 1901", Ellipsoid.Bessel, code, 577.88891, 165.22205, 391.18289, 4.9145, -0.94729, -13.05098, 7.78664),
        6206 => Of("MGI 1901", Ellipsoid.Bessel, code, 521.748, 229.489, 590.921, 4.029, 4.488, -15.521, -9.78),
        3965 => Of("MGI 1901", Ellipsoid.Bessel, code, 695.5, -216.6, 491.1, 0, 0, 0, 0),
        1618 => Of("MGI", Ellipsoid.Bessel, code, 577.326, 90.129, 463.919, 5.137, 1.474, 5.297, 2.4232),
        1784 => Of("ED50", Ellipsoid.International, code, -84.1, -101.8, -129.7, 0, 0, 0.468, 1.05),
        1133 => Of("ED50", Ellipsoid.International, code, -87, -98, -121, 0, 0, 0, 0),
        1136 => Of("ED50", Ellipsoid.International, code, -104, -101, -140, 0, 0, 0, 0),
        15497 => Of("Pulkovo 1942(58)", Ellipsoid.Krassovsky, code, 28, -121, -77, 0, 0, 0, 0),
        _ => null,
    };

    private static Datum Of(string name, Ellipsoid ellipsoid, int code, double dx, double dy, double dz, double rx, double ry, double rz, double ppm) =>
        new(name, ellipsoid, dx, dy, dz, rx, ry, rz, ppm, $"EPSG:{code}");

    private static Datum Null(string name, Ellipsoid ellipsoid) => new(name, ellipsoid, 0, 0, 0, 0, 0, 0, 0);
}
