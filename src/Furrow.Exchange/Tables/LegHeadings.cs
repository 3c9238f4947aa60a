using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>What the headings of legs say beside their names: from which north a bearing counts, and in what a distance is measured.</summary>
internal static class LegHeadings
{
    private static readonly HashSet<string> Magnetic = ["magnetic", "mag", "maqnit", "manyetik", "магнитный", "магнитныи", "magnetni", "magnetski",
        "مقناطیسی", "compass"];
    private static readonly HashSet<string> Grid = ["grid", "дирекционныи", "дирекционный", "дирекционного", "directional", "gridi"];
    private static readonly HashSet<string> True = ["true", "geographic", "истинныи", "истинный", "hakiki", "heqiqi", "pravi", "geografski"];
    private static readonly HashSet<string> Around = ["deg", "degree", "degrees", "to", "next", "point", "from", "previous", "leg", "of", "the", "m",
        "metres", "meters", "metre",
        "meter", "km", "ft", "feet", "yd", "yards", "cm", "gon", "gons", "grad", "grads", "mil", "mils", "derece", "stepeni", "град", "м", "in", "paces",
        "steps"];

    /// <summary>The name without north, unit and small words: "Magnetic bearing (deg)" is a bearing.</summary>
    public static string Bare(string folded) =>
        string.Join(' ', folded.Split(' ').Where(w => !Around.Contains(w) && !Magnetic.Contains(w) && !Grid.Contains(w) && !True.Contains(w)));

    public static NorthReference North(string heading)
    {
        var words = Words.Fold(heading).Split(' ');
        return words.Any(Magnetic.Contains) ? NorthReference.Magnetic : words.Any(Grid.Contains) ? NorthReference.Grid
            : words.Any(True.Contains) ? NorthReference.True : NorthReference.Unstated;
    }

    /// <summary>The unit that a person or else the heading states.</summary>
    public static string Unit(GeometryColumns columns) => columns.DistanceUnit ?? HeadingUnit.Of(columns.Distance!, FieldType.Length) ?? "m";

    /// <summary>Metres for one of the unit; null for one that is none of length here.</summary>
    public static double? Metres(GeometryColumns columns) => NumberText.Factor(FieldType.Length, Unit(columns));

    /// <summary>Bearings in grads or mils are not read as degrees.</summary>
    public static bool IsInDegrees(string heading) => OtherAngle(heading) is null;

    private static string? OtherAngle(string heading) =>
        Array.Find(Words.Fold(heading).Split(' '), w => w is "gon" or "gons" or "grad" or "grads" or "mil" or "mils");

    /// <summary>The columns with what their headings and the person importing say of north.</summary>
    public static GeometryColumns WithNorth(GeometryColumns columns, ReadOptions options)
    {
        var north = columns.North != NorthReference.Unstated ? columns.North
            : options.North != NorthReference.Unstated ? options.North : columns.Bearing is { } name ? North(name) : NorthReference.Unstated;
        return columns with { North = north, DeclinationDegrees = columns.DeclinationDegrees ?? options.DeclinationDegrees,
            DistanceUnit = columns.DistanceUnit ?? options.DistanceUnit };
    }

    /// <summary>Why the legs of the table cannot be walked; null when they can.</summary>
    public static Problem? Wrong(string file, GeometryColumns columns) =>
        OtherAngle(columns.Bearing!) is { } angle ? Problems.UnitUnknown(file, null, columns.Bearing!, angle, "°, deg")
        : Metres(columns) is null ? Problems.UnitUnknown(file, null, columns.Distance!, Unit(columns), "m, km, ft, yd")
        : null;
}
