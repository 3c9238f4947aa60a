using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>Something is found on released land. It is investigated; then the land is re-opened, or the release stands, or nobody knows yet.</summary>
internal static class ResidualScenarios
{
    public static void Play(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        Reopened(drill, highlights);
        ReopenedAsSuspected(drill);
        NothingMore(drill, highlights);
        highlights["under investigation"] = Found(drill, new DateOnly(2024, 10, 21)).Item.Code;
    }

    /// <summary>Re-opened on direct evidence, cleared again by another organisation.</summary>
    private static void Reopened(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var (hazard, land, item) = Found(drill, new DateOnly(2021, 6, 14));
        var day = item.End.Day.AddDays(75);
        var reopening = hazard.Write(drill.Code("REO"), ReportKind.Reopening, day, hazard.Surveyor, hazard.Part(LandEffect.ReopenConfirmed, land))
            with { Evidence = [hazard.Direct(day)] };
        drill.Timeline.Submit(reopening, day.AddDays(3));
        var cleared = day.AddDays(200);
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, cleared, ExerciseContext.ContingentOne,
            hazard.Search(LandEffect.Clear, land, "manual")), cleared.AddDays(4));
        highlights["re-opening"] = reopening.Code;
    }

    /// <summary>Re-opened as suspected, and open still.</summary>
    private static void ReopenedAsSuspected(ExerciseContext drill)
    {
        var (hazard, land, item) = Found(drill, new DateOnly(2023, 3, 6));
        var day = item.End.Day.AddDays(40);
        drill.Timeline.Submit(hazard.Write(drill.Code("REO"), ReportKind.Reopening, day, hazard.Surveyor, hazard.Part(LandEffect.ReopenSuspected, land))
            with { Evidence = [hazard.Indirect(day)] }, day.AddDays(3));
    }

    private static void NothingMore(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var (hazard, land, item) = Found(drill, new DateOnly(2022, 6, 14));
        var day = item.End.Day.AddDays(75);
        drill.Timeline.Submit(hazard.Write(drill.Code("RES"), ReportKind.ResidualItem, day, ExerciseContext.SafeSteps,
            hazard.Part(LandEffect.EndInvestigation, land)), day.AddDays(2));
        highlights["investigation that found nothing more"] = item.Code;
    }

    /// <summary>A hazard cleared on a day, and an item found on a part of it 520 days later.</summary>
    private static (ExerciseHazard Hazard, Shape Land, Report Item) Found(ExerciseContext drill, DateOnly cleared)
    {
        var hazard = drill.Hazard();
        var land = hazard.Outline.LeftHalf(1, 3);
        drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), cleared.AddDays(-400)), cleared.AddDays(-396));
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, cleared, hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "mechanical with manual follow-up")), cleared.AddDays(4));
        var found = cleared.AddDays(520);
        var item = hazard.Write(drill.Code("RES"), ReportKind.ResidualItem, found, ExerciseContext.SafeSteps, hazard.Part(LandEffect.Investigate, land))
            with { Evidence = [hazard.Direct(found)] };
        drill.Timeline.Submit(item, found.AddDays(1));
        return (hazard, land, item);
    }
}
