using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>Which of two columns called X and Y is the northing. The definition of the system says so (X is north in Gauss-Krüger systems), and the numbers
/// must bear it out: what lies outside the area of use the one way and inside the other way is the other way, said aloud; what is neither, or both ways in
/// one file, is refused until a person says.</summary>
internal static class TableAxes
{
    private static readonly string[] Qualifiers = ["coord", "coordinate", "koordinata", "point", "utm", "gk", "grid", "map", "proj"];

    /// <summary>The words in which a person says which is which: of columns called X and Y, and of such as are named otherwise.</summary>
    public const string XIsEast = "x-is-east", XIsNorth = "x-is-north", AsNamed = "as-named", Exchanged = "exchanged";

    private enum Fit
    {
        None,
        Both,
        East,
        North,
    }

    public static Outcome<GeometryColumns> Decide(FileReading reading, TableSource table, GeometryColumns columns, StatedSystem stated,
        IReadOnlyList<TableRow> sample)
    {
        var told = reading.Options.Axes;
        if (columns.Axes != PlaneAxes.Unstated && told != PlaneAxes.Unstated && columns.Axes != told)
        {
            return Problems.AxesUnclear(reading.File.Name, columns.X ?? "X", columns.Y ?? "Y", $"the mapping says one thing and the option another");
        }

        columns = columns.Axes == PlaneAxes.Unstated ? columns with { Axes = told } : columns;
        if (columns is not { X: { } eastColumn, Y: { } northColumn })
        {
            return columns;
        }

        var isNamed = !IsCalled(eastColumn, "x") || !IsCalled(northColumn, "y");
        if (columns.Axes != PlaneAxes.Unstated || isNamed)
        {
            reading.Understand(new(ReadingTopic.AxisOrder, "", WordOf(columns.Axes, isNamed), Standing.Known,
                columns.Axes != PlaneAxes.Unstated ? null
                : SizeNames.AreBoth(eastColumn, northColumn) && reading.Options.Geometry is null
                    ? Problems.AxesNoSize(reading.File.Name, eastColumn, northColumn)
                : Problems.AxesNamed(reading.File.Name, eastColumn, northColumn)));
            return columns;
        }

        if (DegreeAxes.Shown(reading, table, columns, stated.System.Value, sample) is { } degrees)
        {
            return degrees;
        }

        var places = new TableGeometry(reading, table, columns with { Axes = PlaneAxes.XIsEast }, stated);
        var read = sample.Where(r => r.Fault is null).Select(places.Read).Where(p => p.Problem is null && p.Geometry.Kind == DrawnKind.Point).ToList();
        if (read is [{ Crs.IsGeographic: true }, ..])
        {
            DegreeAxes.Ask(reading, eastColumn, northColumn);
        }

        return read is not [var first, ..] || first.Crs.IsGeographic ? columns
            : Decide(reading.File.Name, columns, first.Crs, [.. read.Select(FitOf)], reading.Warn);
    }

    internal static string WordOf(PlaneAxes axes, bool isNamed) =>
        axes == PlaneAxes.XIsNorth ? isNamed ? Exchanged : XIsNorth : isNamed ? AsNamed : XIsEast;

    private static Outcome<GeometryColumns> Decide(string file, GeometryColumns columns, CoordinateSystem crs, List<Fit> fits, Action<Problem> warn)
    {
        int east = fits.Count(f => f == Fit.East), north = fits.Count(f => f == Fit.North), both = fits.Count(f => f == Fit.Both);
        if (east > 0 && north > 0)
        {
            return Problems.AxesUnclear(file, columns.X!, columns.Y!, $"rows in the area of use of {crs.Name}: {east} one way, {north} the other way");
        }

        var xIsNorth = crs.XIsNorth ? east == 0 : north > 0;
        if (xIsNorth || crs.XIsNorth)
        {
            var (eastColumn, northColumn) = xIsNorth ? (columns.Y!, columns.X!) : (columns.X!, columns.Y!);
            warn(Problems.AxesRead(file, eastColumn, northColumn, xIsNorth != crs.XIsNorth
                ? $"the other way round the numbers lie outside the area of use of {crs.Name}, whatever its axes are called"
                : both > 0 && north + east == 0 ? $"{crs.Name} defines its axes so, though the numbers would fit the other way round too"
                : (Phrase)$"{crs.Name} defines its axes so"));
        }

        return columns with { Axes = xIsNorth ? PlaneAxes.XIsNorth : PlaneAxes.XIsEast };
    }

    private static Fit FitOf(TablePlace place)
    {
        bool east = place.Crs.Holds(place.Geometry.X, place.Geometry.Y), north = place.Crs.Holds(place.Geometry.Y, place.Geometry.X);
        return east && north ? Fit.Both : east ? Fit.East : north ? Fit.North : Fit.None;
    }

    /// <summary>The name says only "x" (or "y"), and nothing of east or north.</summary>
    private static bool IsCalled(string? column, string letter) =>
        column is not null && Words.Fold(column).Split(' ').Except(Qualifiers).ToList() is [var only] && only == letter;
}
