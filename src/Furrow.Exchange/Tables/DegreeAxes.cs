using Furrow.Core;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>Which of two columns called X and Y is the latitude, where they hold degrees. Programs write the longitude as X, surveyors the latitude: the
/// numbers show it, or it is asked.</summary>
internal static class DegreeAxes
{
    /// <summary>As the numbers show it; null where they do not.</summary>
    public static GeometryColumns? Shown(FileReading reading, TableSource table, GeometryColumns columns, CoordinateSystem? crs,
        IReadOnlyList<TableRow> sample) =>
        crs is null or { IsGeographic: true } && ByNumbers(table, columns, crs, sample) is var (shown, why) ? Read(reading, columns, shown, why) : null;

    /// <summary>Read as most programs write it, and asked: what nobody has said stays out of the mapping.</summary>
    public static void Ask(FileReading reading, string x, string y) =>
        reading.Understand(new(ReadingTopic.AxisOrder, "", TableAxes.XIsEast, Standing.Proposed, Problems.AxesDegrees(reading.File.Name, x, y))
        {
            Choices = [new(TableAxes.XIsEast), new(TableAxes.XIsNorth)],
        });

    /// <summary>What degrees under X and Y show by themselves: letters, more than the 90 of a latitude, the area of use of a system of a country. Both ways in
    /// one file is neither.</summary>
    private static (PlaneAxes Axes, Phrase Why)? ByNumbers(TableSource table, GeometryColumns columns, CoordinateSystem? crs,
        IReadOnlyList<TableRow> sample)
    {
        int x = table.IndexOf(columns.X), y = table.IndexOf(columns.Y);
        var angles = sample.Where(r => r.Fault is null).Select(r => (X: AngleOf(r.Values[x]), Y: AngleOf(r.Values[y]))).ToList();
        var letters = angles.Select(a => a.X?.IsLatitude ?? !a.Y?.IsLatitude).OfType<bool>().Distinct().ToList();
        var large = angles.Where(a => a is { X: not null, Y: not null })
            .Select(a => (X: Math.Abs(a.X!.Value.Degrees) > 90, Y: Math.Abs(a.Y!.Value.Degrees) > 90))
            .Where(a => a.X != a.Y).Select(a => a.Y).Distinct().ToList();
        var inUse = crs is null ? [] : angles.Where(a => a is { X: not null, Y: not null })
            .Select(a => (East: crs.Holds(a.X!.Value.Degrees, a.Y!.Value.Degrees), North: crs.Holds(a.Y.Value.Degrees, a.X.Value.Degrees)))
            .Where(f => f.East != f.North).Select(f => f.North).Distinct().ToList();
        static PlaneAxes AxesOf(bool isNorth) => isNorth ? PlaneAxes.XIsNorth : PlaneAxes.XIsEast;
        return letters is [var lettered] ? (AxesOf(lettered), $"the letters of the angles say so")
            : letters.Count > 1 ? null
            : large is [var far] ? (AxesOf(far), $"a latitude has at most 90 degrees")
            : large.Count == 0 && inUse is [var used]
                ? (AxesOf(used), $"the other way round the numbers lie outside the area of use of {crs!.Name}, whatever its axes are called")
            : null;
    }

    private static Angle? AngleOf(string? text) => text is not null && AngleText.Read(text, out var angle) == AngleFault.None ? angle : null;

    private static GeometryColumns Read(FileReading reading, GeometryColumns columns, PlaneAxes shown, Phrase why)
    {
        var isNorth = shown == PlaneAxes.XIsNorth;
        var said = Problems.AxesRead(reading.File.Name, isNorth ? columns.Y! : columns.X!, isNorth ? columns.X! : columns.Y!, why);
        reading.Understand(new(ReadingTopic.AxisOrder, "", TableAxes.WordOf(shown, false), Standing.Known, said));
        if (isNorth)
        {
            reading.Warn(said);
        }

        return columns with { Axes = shown };
    }
}
