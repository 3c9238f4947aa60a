namespace Furrow.Exchange.Projections;

/// <summary>Datums known by name, and published ways from them to WGS 84 by their EPSG number. The numbers are facts of the EPSG data set;
/// rotations are turned into the position vector convention. A datum whose ways differ by many metres from country to country
/// has no default here: the person importing must name one ("EPSG:23036 via EPSG:1784").</summary>
internal static class Datums
{
    private const ShiftMethod Moved = ShiftMethod.GeocentricTranslations;
    private const ShiftMethod Vector = ShiftMethod.PositionVector;

    /// <summary>The data set has these with the rotations turned round; here all stand as position vector.</summary>
    private const ShiftMethod Frame = ShiftMethod.CoordinateFrame;

    /// <summary>Names as WKT and ESRI write them, folded to letters and digits.</summary>
    private static readonly Dictionary<string, Datum> ByName = new()
    {
        ["wgs1984"] = Datum.Wgs84,
        ["wgs84"] = Datum.Wgs84,
        ["worldgeodeticsystem1984"] = Datum.Wgs84,
        ["worldgeodeticsystem1984ensemble"] = Datum.Wgs84,
        ["etrs1989"] = Way(1149)!,
        ["etrs89"] = Way(1149)!,
        ["europeanterrestrialreferencesystem1989"] = Way(1149)!,
        ["europeanterrestrialreferencesystem1989ensemble"] = Way(1149)!,
        ["northamerican1983"] = Way(1188)!,
        ["northamericandatum1983"] = Way(1188)!,
        ["htrs96"] = Way(15967)!,
        ["croatianterrestrialreferencesystem"] = Way(15967)!,
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
        4761 => ByName["htrs96"],
        _ => null,
    };

    /// <summary>The transformations <see cref="Way"/> knows.</summary>
    public static IReadOnlyList<int> Ways { get; } = [15865, 5044, 1267, 1807, 1808, 1809, 5043, 1281, 5840, 5590, 3962, 8823, 3964, 7676, 6206, 3965, 1618,
        1784, 1133, 1136, 15497, 1149, 1188, 15967];

    /// <summary>A transformation to WGS 84 by its EPSG number.</summary>
    public static Datum? Way(int code) => code switch
    {
        15865 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, Frame, 4.5, 25, -141, -78.5, 0, 0.35, 0.736, 0),
        5044 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, Frame, 3, 23.57, -140.95, -79.8, 0, 0.35, 0.79, -0.22),
        1267 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, Frame, 4, 23.92, -141.27, -80.9, 0, 0.35, 0.82, -0.12),
        1807 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, Vector, 10, 27, -135, -84.5, 0, 0, 0.554, 0.2263),
        1808 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, Vector, 5, 686.1, -123.5, -574.4, 8.045, -23.366, 10.791, -2.926),
        1809 => Of("Pulkovo 1942", Ellipsoid.Krassovsky, code, Vector, 2, 926.4, -715.9, -186.4, -10.364, -20.78, 26.452, -7.224),
        5043 => Of("Pulkovo 1995", Ellipsoid.Krassovsky, code, Frame, 1, 24.47, -130.89, -81.56, 0, 0, 0.13, -0.22),
        1281 => Of("Pulkovo 1995", Ellipsoid.Krassovsky, code, Frame, 1, 24.82, -131.21, -82.66, 0, 0, 0.16, -0.12),
        5840 => Of("Ukraine 2000", Ellipsoid.Krassovsky, code, Moved, 1, 24, -121, -76, 0, 0, 0, 0),
        5590 => Of("Ukraine 2000", Ellipsoid.Krassovsky, code, Frame, 5, 25, -141, -78.5, 0, 0.35, 0.736, 0),
        3962 => Of("MGI 1901", Ellipsoid.Bessel, code, Moved, 5, 682, -203, 480, 0, 0, 0, 0),
        8823 => Of("MGI 1901", Ellipsoid.Bessel, code, Vector, 1, 489.88, 183.912, 533.711, 5.76545, 4.69994, -12.58211, 1.00646),
        3964 => Of("MGI 1901", Ellipsoid.Bessel, code, Vector, 1, 551.7, 162.9, 467.9, 6.04, 1.96, -11.38, -4.82),
        7676 => Of("MGI 1901", Ellipsoid.Bessel, code, Frame, 1, 577.88891, 165.22205, 391.18289, 4.9145, -0.94729, -13.05098, 7.78664),
        6206 => Of("MGI 1901", Ellipsoid.Bessel, code, Frame, 2, 521.748, 229.489, 590.921, 4.029, 4.488, -15.521, -9.78),
        3965 => Of("MGI 1901", Ellipsoid.Bessel, code, Moved, 10, 695.5, -216.6, 491.1, 0, 0, 0, 0),
        1618 => Of("MGI", Ellipsoid.Bessel, code, Vector, 1.5, 577.326, 90.129, 463.919, 5.137, 1.474, 5.297, 2.4232),
        1784 => Of("ED50", Ellipsoid.International, code, Vector, 2, -84.1, -101.8, -129.7, 0, 0, 0.468, 1.05),
        1133 => Of("ED50", Ellipsoid.International, code, Moved, 10, -87, -98, -121, 0, 0, 0, 0),
        1136 => Of("ED50", Ellipsoid.International, code, Moved, 26, -104, -101, -140, 0, 0, 0, 0),
        15497 => Of("Pulkovo 1942(58)", Ellipsoid.Krassovsky, code, Moved, 7, 28, -121, -77, 0, 0, 0, 0),
        1149 => Of("ETRS89", Ellipsoid.Grs80, code, Moved, 1, 0, 0, 0, 0, 0, 0, 0),
        1188 => Of("NAD83", Ellipsoid.Grs80, code, Moved, 4, 0, 0, 0, 0, 0, 0, 0),
        15967 => Of("HTRS96", Ellipsoid.Grs80, code, Moved, 1, 0, 0, 0, 0, 0, 0, 0),
        _ => null,
    };

    private static Datum Of(string name, Ellipsoid ellipsoid, int code, ShiftMethod method, double metres, double dx, double dy, double dz,
        double rx, double ry, double rz, double ppm) => new(name, ellipsoid, dx, dy, dz, rx, ry, rz, ppm, new DatumShift($"EPSG:{code}", method, metres));
}
