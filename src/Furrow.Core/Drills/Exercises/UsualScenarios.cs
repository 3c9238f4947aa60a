using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>The ordinary lives of hazards: found, surveyed again, searched, released in parts, handed over.</summary>
internal static class UsualScenarios
{
    private static readonly string[] Methods = ["manual", "mechanical with manual follow-up", "dogs with manual follow-up"];

    public static void Play(ExerciseContext drill)
    {
        var hazard = drill.Hazard(strike: drill.Numbers.Chance(0.12));
        var found = drill.DayBetween(new DateOnly(2020, 2, 1), new DateOnly(2025, 9, 30));
        var isConfirmed = drill.Numbers.Chance(0.35);
        drill.Timeline.Submit(isConfirmed ? hazard.Confirmed(drill.Code("CHA"), found) : hazard.Suspected(drill.Code("SHA"), found), drill.Typing(found));
        if (drill.Numbers.Chance(0.65))
        {
            Work(drill, hazard, isConfirmed ? LandStatus.Confirmed : LandStatus.Suspected, found.AddDays(drill.Numbers.Between(45, 420)), released: false);
        }
    }

    /// <summary>What is done about a hazard from some day on. Released: its first half was released before.</summary>
    public static void Work(ExerciseContext drill, ExerciseHazard hazard, LandStatus status, DateOnly day, bool released)
    {
        var first = released ? hazard.Outline.Last / 2 : 0;
        if (!ExerciseContext.IsInTime(day) || hazard.Outline.Last - first < 3)
        {
            return;
        }

        switch (drill.Numbers.Below(10))
        {
            case < 2 when status == LandStatus.Suspected:
                Cancel(drill, hazard, first, day);
                break;
            case < 6 when status == LandStatus.Suspected && !hazard.Kinds.HasFlag(KindSet.ClusterMunitionRemnants):
                TechnicalSurvey(drill, hazard, first, day);
                break;
            default:
                Clear(drill, hazard, status, first, day);
                break;
        }
    }

    private static void Cancel(ExerciseContext drill, ExerciseHazard hazard, int first, DateOnly day)
    {
        var to = drill.Numbers.Chance(0.5) ? hazard.Outline.Last : drill.Numbers.Between(first + 1, hazard.Outline.Last);
        drill.Timeline.Submit(hazard.Write(drill.Code("CAN"), ReportKind.Cancellation, day, hazard.Surveyor,
            hazard.Part(LandEffect.Cancel, hazard.Outline.Piece(first, to)))
            with { Evidence = [hazard.Indirect(day)], Remarks = "EXERCISE: in use for years without any accident" }, drill.Typing(day));
    }

    /// <summary>Every third lane is searched and counts as cleared; what lies between is reduced on its evidence; where something was found, the
    /// rest is confirmed.</summary>
    private static void TechnicalSurvey(ExerciseContext drill, ExerciseHazard hazard, int first, DateOnly day)
    {
        var last = hazard.Outline.Last;
        var confirmedFrom = drill.Numbers.Chance(0.5) ? last : drill.Numbers.Between(first + 2, last);
        var parts = new List<ReportPart>();
        for (var rung = first; rung < confirmedFrom; rung++)
        {
            var lane = hazard.Outline.Piece(rung, rung + 1);
            parts.Add((rung - first) % 3 == 0 ? hazard.Search(LandEffect.Clear, lane, "technical survey, manual lanes")
                : hazard.Part(LandEffect.Reduce, lane) with { Method = "technical survey" });
        }

        if (confirmedFrom < last)
        {
            parts.Add(hazard.Part(LandEffect.Confirm, hazard.Outline.Piece(confirmedFrom, last)));
        }

        drill.Timeline.Submit(hazard.Write(drill.Code("TS"), ReportKind.TechnicalSurvey, day, hazard.Clearer, [.. parts])
            with { Evidence = confirmedFrom < last ? [hazard.Direct(day)] : [] }, drill.Typing(day));
        var next = day.AddDays(drill.Numbers.Between(60, 400));
        if (confirmedFrom < last && last - confirmedFrom >= 3 && ExerciseContext.IsInTime(next) && drill.Numbers.Chance(0.6))
        {
            Clear(drill, hazard, LandStatus.Confirmed, confirmedFrom, next);
        }
    }

    /// <summary>A completion with all its parts, after a progress report now and then.</summary>
    private static void Clear(ExerciseContext drill, ExerciseHazard hazard, LandStatus status, int first, DateOnly day)
    {
        var last = hazard.Outline.Last;
        var isStrike = hazard.Kinds.HasFlag(KindSet.ClusterMunitionRemnants);
        var kind = isStrike ? ReportKind.BattleAreaClearance : ReportKind.Clearance;
        var method = isStrike ? "sub-surface search" : drill.Numbers.Pick(Methods);
        if (isStrike)
        {
            drill.Timeline.Submit(hazard.Write(drill.Code("BAC"), kind, day.AddDays(-30), hazard.Clearer,
                hazard.Part(LandEffect.SearchSurface, hazard.Outline.Piece(first, last))
                    with { Method = "surface search", DepthSearchedCm = 0, DepthRequiredCm = hazard.DepthCm }), drill.Typing(day.AddDays(-30)));
        }

        var clearedTo = drill.Numbers.Chance(0.4) ? last : drill.Numbers.Between(first + 1, last);
        var reducedTo = clearedTo == last ? last : drill.Numbers.Between(clearedTo, last);
        var cancelledTo = status == LandStatus.Suspected && reducedTo < last && drill.Numbers.Chance(0.4) ? drill.Numbers.Between(reducedTo, last) : reducedTo;
        var parts = new List<ReportPart> { hazard.Search(LandEffect.Clear, hazard.Outline.Piece(first, clearedTo), method) };
        if (reducedTo > clearedTo)
        {
            parts.Add(hazard.Part(LandEffect.Reduce, hazard.Outline.Piece(clearedTo, reducedTo)) with { Method = "technical survey" });
        }

        if (cancelledTo > reducedTo)
        {
            parts.Add(hazard.Part(LandEffect.Cancel, hazard.Outline.Piece(reducedTo, cancelledTo)));
        }

        if (cancelledTo < last && drill.Numbers.Chance(0.7))
        {
            parts.Add(hazard.Part(LandEffect.LeaveIncomplete, hazard.Outline.Piece(cancelledTo, last)));
        }

        var session = drill.Timeline.Submit(hazard.Write(drill.Code(isStrike ? "BAC" : "CLR"), kind, day, hazard.Clearer, [.. parts]) with
        {
            Remarks = drill.Numbers.Chance(0.3) ? "EXERCISE: found items were destroyed on the spot" : null,
        }, drill.Typing(day));
        Afterwards(drill, hazard, first, clearedTo, session);
    }

    /// <summary>Quality control of a sample, then handover to the village.</summary>
    private static void Afterwards(ExerciseContext drill, ExerciseHazard hazard, int first, int clearedTo, DateOnly accepted)
    {
        var inspected = accepted.AddDays(drill.Numbers.Between(3, 25));
        if (drill.Numbers.Chance(0.3) && ExerciseContext.IsInTime(inspected))
        {
            drill.Timeline.Submit(hazard.Write(drill.Code("QC"), ReportKind.QualityControl, inspected, "EXERCISE Quality Office",
                hazard.Search(LandEffect.Inspect, hazard.Outline.LeftHalf(first, first + 1), "sampling")) with { Donor = null }, drill.Typing(inspected));
        }

        var handed = accepted.AddDays(drill.Numbers.Between(30, 200));
        if (drill.Numbers.Chance(0.5) && ExerciseContext.IsInTime(handed))
        {
            drill.Timeline.Submit(hazard.Write(drill.Code("HO"), ReportKind.Custody, handed, ExerciseContext.Clearance,
                hazard.Part(LandEffect.HandOver, hazard.Outline.Piece(first, clearedTo)))
                with { HandedOverTo = hazard.Village.Name + " village council" }, drill.Typing(handed));
        }
    }
}
