using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>A sheet from abroad that came on the last days and waits: a line that crosses itself, two polygons of one record that overlap, and two records at
/// one point. What was mended and what is found stands on its page and among the findings.</summary>
internal static class ForeignSheet
{
    public static void Play(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        ExerciseHazard crossed = drill.Hazard(), overlapping = drill.Hazard(), twice = drill.Hazard();
        var day = new DateOnly(2026, 5, 18);
        var point = twice.Outline.Centre;
        Report[] reports =
        [
            Drawn(crossed.Suspected(drill.Code("FGN"), day), Crossed(crossed.Outline.Whole)),
            Drawn(overlapping.Suspected(drill.Code("FGN"), day),
                [.. overlapping.Outline.Piece(0, overlapping.Outline.Last - 1).Polygons, .. overlapping.Outline.Piece(1, overlapping.Outline.Last).Polygons]),
            Spot(twice.Suspected(drill.Code("FGN"), day), point, twice.Village.Name),
            Spot(twice.Suspected(drill.Code("FGN"), day.AddDays(1)), point, twice.Village.Name),
        ];
        drill.Timeline.BatchOnly(SeededNumbers.For(drill.Seed, "foreign sheet").NextGuid(), "EXERCISE sheet from abroad.csv", reports, new DateOnly(2026, 6, 25));
        highlights["line that crosses itself"] = reports[0].Code;
        highlights["two polygons that overlap"] = reports[1].Code;
        highlights["two records at one point"] = reports[3].Code;
    }

    /// <summary>As an import mends it: a hazard keeps what any reading of its line encloses.</summary>
    private static Report Drawn(Report report, IReadOnlyList<GridPoint[][]> drawn)
    {
        var mended = ShapeRepair.Mend(drawn, isRelease: false);
        return report with { Parts = [report.Parts[0] with { Shape = mended.Shape, Repairs = mended.Repairs, StatedSquareMetres = null, TurningPoints = [] }] };
    }

    private static Report Spot(Report report, GridPoint point, string place) => report with
    {
        HazardousArea = null, HazardousAreaName = null,
        Parts = [new ReportPart { Effect = LandEffect.Suspect, Point = point, Place = place }],
    };

    /// <summary>The same corners, two that lie opposite exchanged.</summary>
    private static IReadOnlyList<GridPoint[][]> Crossed(Shape whole)
    {
        var ring = whole.Polygons[0][0].ToArray();
        (ring[1], ring[^2]) = (ring[^2], ring[1]);
        return [[ring]];
    }
}
