using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>Hazardous areas that change their name or number: split, merged, surveyed again smaller, known under another code.</summary>
internal static class LineageScenarios
{
    public static void Play(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        Split(drill, highlights);
        Merge(drill, highlights);
        SurveyedAgain(drill, highlights);
        OtherName(drill, highlights);
        OverEachOther(drill, highlights);
    }

    private static void Split(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var half = hazard.Outline.Last / 2;
        var day = new DateOnly(2022, 2, 8);
        drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), day.AddDays(-300)), day.AddDays(-296));
        foreach (var (suffix, shape) in new[] { ("A", hazard.Outline.Piece(0, half)), ("B", hazard.Outline.Piece(half, hazard.Outline.Last)) })
        {
            drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), day, shape)
                with { HazardousArea = $"{hazard.Area}-{suffix}", HazardousAreaName = $"{hazard.AreaName} {suffix}", Predecessors = [hazard.Area] },
                    day.AddDays(3));
        }

        var end = day.AddDays(260);
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, end, hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, half), "manual"))
            with { HazardousArea = hazard.Area + "-A", HazardousAreaName = hazard.AreaName + " A" }, end.AddDays(5));
        highlights["split"] = hazard.Area;
    }

    private static void Merge(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var half = hazard.Outline.Last / 2;
        var day = new DateOnly(2021, 1, 19);
        foreach (var (suffix, shape) in new[] { ("North", hazard.Outline.Piece(0, half)), ("South", hazard.Outline.Piece(half, hazard.Outline.Last)) })
        {
            drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), day, shape)
                with { HazardousArea = $"{hazard.Area}-{suffix}", HazardousAreaName = $"{hazard.AreaName} {suffix}" }, day.AddDays(4));
        }

        var merged = hazard.Confirmed(drill.Code("CHA"), day.AddDays(240)) with { Predecessors = [hazard.Area + "-North", hazard.Area + "-South"] };
        drill.Timeline.Submit(merged, day.AddDays(244));
        highlights["merge"] = hazard.Area;
    }

    /// <summary>A second, finer survey confirms a part and leaves the rest suspected.</summary>
    private static void SurveyedAgain(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        for (var i = 0; i < 5; i++)
        {
            var hazard = drill.Hazard();
            var day = new DateOnly(2020 + i, 9, 1).AddDays(i * 9);
            drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), day), day.AddDays(3));
            var again = hazard.Confirmed(drill.Code("CHA"), day.AddDays(180), hazard.Outline.Piece(1, hazard.Outline.Last));
            drill.Timeline.Submit(again, day.AddDays(186));
            highlights["surveyed again"] = again.Code;
        }
    }

    private static void OtherName(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), new DateOnly(2023, 5, 30))
            with { Aliases = ["EXERCISE-OLD-SHEET-17", hazard.Village.OtherName + " field"] }, new DateOnly(2023, 6, 2));
        highlights["known under other names"] = hazard.Area;
    }

    /// <summary>Two more surveys over an area that is known already, without a word of lineage: each area has its own ground, the balance counts it once.
    /// Clearance of the smallest, in the name of the largest, closes it and leaves the others open.</summary>
    private static void OverEachOther(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var (last, day) = (hazard.Outline.Last, new DateOnly(2022, 6, 7));
        drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), day), day.AddDays(4));
        foreach (var (suffix, shape) in new[] { ("Hill", hazard.Outline.Piece(1, last)), ("Spring", hazard.Outline.Piece(1, 2)) })
        {
            drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), day.AddDays(90), shape)
                with { HazardousArea = $"{hazard.Area}-{suffix}", HazardousAreaName = $"{hazard.AreaName} {suffix}" }, day.AddDays(95));
        }

        var end = day.AddDays(400);
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, end, hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(1, 2), "manual")), end.AddDays(6));
        highlights["areas over each other"] = hazard.Area;
    }
}
