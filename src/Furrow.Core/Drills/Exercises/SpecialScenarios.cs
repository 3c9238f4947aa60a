using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>What does not happen every week, each at least once: so that whoever practises meets it here first.</summary>
internal static class SpecialScenarios
{
    public static void Play(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        ResidualScenarios.Play(drill, highlights);
        SurveysWithoutEvidence(drill);
        SameDayCorrection(drill, highlights);
        LateReport(drill, highlights);
        Withdrawal(drill, highlights);
        Unlocated(drill, highlights);
        TwoOperators(drill, highlights);
        SurveyOverCleared(drill, highlights);
        TakenBack(drill, highlights);
        ReviewChain(drill, highlights);
        SearchedTooShallow(drill, highlights);
        ConfirmedCancelled(drill, highlights);
        OutsideHazard(drill, highlights);
    }

    private static void SurveysWithoutEvidence(ExerciseContext drill)
    {
        for (var i = 0; i < 6; i++)
        {
            var land = drill.Hazard(strike: true) with { Kinds = KindSet.All };
            var day = new DateOnly(2020 + i, 4, 3).AddDays(i * 17);
            drill.Timeline.Submit(land.Write(drill.Code("NTS"), ReportKind.SurveyWithoutEvidence, day, land.Surveyor,
                land.Part(LandEffect.FindNoEvidence, land.Outline.Whole))
                with { HazardousArea = null, HazardousAreaName = null, Donor = null }, drill.Typing(day));
        }
    }

    private static void SameDayCorrection(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var day = new DateOnly(2022, 5, 10);
        var last = hazard.Outline.Last;
        drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), day.AddDays(-200)), day.AddDays(-195));
        var report = hazard.Write(drill.Code("CLR"), ReportKind.Clearance, day, hazard.Clearer, hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"));
        var accepted = drill.Timeline.Submit(report, day);
        drill.Timeline.Submit(report with
        {
            Id = hazard.IdOf(report.Code + " correction"),
            Corrects = report.Id,
            Parts = [hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, last - 1), "manual"),
                hazard.Part(LandEffect.LeaveIncomplete, hazard.Outline.Piece(last - 1, last))],
            Remarks = "EXERCISE: the last lane was not finished that day",
        }, accepted.AddDays(1));
        highlights["same-day correction"] = report.Code;
    }

    /// <summary>Typed more than a year late: last year's closing figure moves, and the restatement names this report.</summary>
    private static void LateReport(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        drill.Timeline.Submit(hazard.Confirmed(drill.Code("CHA"), new DateOnly(2023, 9, 4)), new DateOnly(2023, 9, 8));
        var late = hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2024, 11, 18), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"))
            with { Remarks = "EXERCISE: the report was left in a field office" };
        drill.Timeline.Submit(late, new DateOnly(2026, 2, 9));
        highlights["late report"] = late.Code;
    }

    private static void Withdrawal(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        drill.Timeline.Submit(hazard.Confirmed(drill.Code("CHA"), new DateOnly(2021, 3, 2)), new DateOnly(2021, 3, 5));
        var mistaken = hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2021, 10, 20), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"));
        var accepted = drill.Timeline.Submit(mistaken, new DateOnly(2021, 10, 25));
        drill.Timeline.Submit(hazard.Write(mistaken.Code, ReportKind.Withdrawal, new DateOnly(2021, 10, 20), hazard.Clearer) with
        {
            Id = hazard.IdOf(mistaken.Code + " withdrawal"),
            Withdraws = mistaken.Id,
            Remarks = "EXERCISE: the report belonged to another task",
        }, accepted.AddDays(40));
        highlights["withdrawal"] = mistaken.Code;
    }

    /// <summary>Known first only by its village and a typed number of m²; three years later a correction brings the polygon.</summary>
    private static void Unlocated(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        for (var i = 0; i < 4; i++)
        {
            var hazard = drill.Hazard();
            var day = new DateOnly(2020, 7, 1).AddDays(i * 31);
            var report = hazard.Suspected(drill.Code("SHA"), day);
            var bare = report with
            {
                Parts = [new ReportPart { Effect = LandEffect.Suspect, Place = hazard.Village.Name, Point = i == 1 ? null : hazard.Outline.Centre,
                    StatedSquareMetres = i == 3 ? null : report.Parts[0].StatedSquareMetres }],
            };
            drill.Timeline.Submit(bare, day.AddDays(3));
            if (i == 0)
            {
                drill.Timeline.Submit(report
                    with { Id = hazard.IdOf(report.Code + " located"), Corrects = bare.Id, Remarks = "EXERCISE: located by a survey team" },
                        new DateOnly(2023, 8, 7));
                highlights["located later"] = report.Code;
            }
        }
    }

    private static void TwoOperators(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var last = hazard.Outline.Last;
        drill.Timeline.Submit(hazard.Confirmed(drill.Code("CHA"), new DateOnly(2022, 1, 17)), new DateOnly(2022, 1, 20));
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2022, 9, 9), ExerciseContext.ContingentOne,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, last / 2 + 1), "manual")), new DateOnly(2022, 9, 12));
        var second = hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2022, 11, 23), ExerciseContext.ContingentTwo,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(last / 2 - 1, last), "dogs with manual follow-up"));
        drill.Timeline.Submit(second, new DateOnly(2022, 11, 28));
        highlights["two operators on one land"] = second.Code;
    }

    private static void SurveyOverCleared(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), new DateOnly(2020, 5, 5)), new DateOnly(2020, 5, 8));
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2021, 4, 12), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, hazard.Outline.Last - 2), "manual")), new DateOnly(2021, 4, 15));
        var coarse = hazard.Suspected(drill.Code("SHA"), new DateOnly(2023, 2, 14), hazard.Outline.Redrawn(18, -11, 1.2))
            with { Remarks = "EXERCISE: drawn from the road" };
        drill.Timeline.Submit(coarse, new DateOnly(2023, 2, 17));
        highlights["survey over cleared land"] = coarse.Code;
    }

    private static void TakenBack(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var whole = hazard.Outline.Whole;
        drill.Timeline.Submit(hazard.Confirmed(drill.Code("CHA"), new DateOnly(2020, 10, 1)), new DateOnly(2020, 10, 6));
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2021, 6, 30), hazard.Clearer,
            hazard.Search(LandEffect.Clear, whole, "manual")), new DateOnly(2021, 7, 5));
        drill.Timeline.Submit(hazard.Write(drill.Code("HO"), ReportKind.Custody, new DateOnly(2021, 9, 20), ExerciseContext.Clearance,
            hazard.Part(LandEffect.HandOver, whole)) with { HandedOverTo = hazard.Village.Name + " village council" }, new DateOnly(2021, 9, 21));
        var back = hazard.Write(drill.Code("HO"), ReportKind.Custody, new DateOnly(2024, 3, 3), ExerciseContext.Clearance,
            hazard.Part(LandEffect.TakeBack, hazard.Outline.Piece(0, 2))) with { Remarks = "EXERCISE: needed for a works yard" };
        drill.Timeline.Submit(back, new DateOnly(2024, 3, 6));
        highlights["taken back"] = back.Code;
    }

    private static void ReviewChain(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var report = hazard.Suspected(drill.Code("SHA"), new DateOnly(2024, 5, 21));
        drill.Timeline.SubmitTwice(report with { Benchmark = null, Evidence = [] }, report, "EXERCISE: benchmark and evidence are missing",
            new DateOnly(2024, 5, 24));
        highlights["sent back and mended"] = report.Code;
        var rumour = drill.Hazard();
        var rejected = rumour.Suspected(drill.Code("SHA"), new DateOnly(2024, 8, 2)) with { HazardousArea = null, HazardousAreaName = null };
        drill.Timeline.SubmitAndReject(rejected, "EXERCISE: the place does not exist", new DateOnly(2024, 8, 6));
        highlights["rejected"] = rejected.Code;
        for (var i = 0; i < 3; i++)
        {
            var waiting = drill.Hazard();
            drill.Timeline.SubmitOnly(waiting.Suspected(drill.Code("SHA"), new DateOnly(2026, 6, 12).AddDays(i * 3)), new DateOnly(2026, 6, 22).AddDays(i * 2));
        }
    }

    private static void SearchedTooShallow(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        drill.Timeline.Submit(hazard.Confirmed(drill.Code("CHA"), new DateOnly(2023, 1, 9)), new DateOnly(2023, 1, 12));
        var shallow = hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2023, 7, 7), ExerciseContext.FieldAid,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual", hazard.DepthCm - 10));
        drill.Timeline.Submit(shallow, new DateOnly(2023, 7, 10));
        drill.Timeline.Submit(hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2023, 11, 3), ExerciseContext.FieldAid,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, 3), "manual")), new DateOnly(2023, 11, 8));
        highlights["searched too shallow"] = shallow.Code;
    }

    private static void ConfirmedCancelled(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        foreach (var effect in (LandEffect[])[LandEffect.Cancel, LandEffect.Discredit])
        {
            var hazard = drill.Hazard();
            drill.Timeline.Submit(hazard.Confirmed(drill.Code("CHA"), new DateOnly(2022, 3, 15)), new DateOnly(2022, 3, 18));
            var report = hazard.Write(drill.Code("CAN"), ReportKind.Cancellation, new DateOnly(2024, 6, 4), hazard.Surveyor,
                hazard.Part(effect, hazard.Outline.Whole)) with { Remarks = "EXERCISE: the witness meant another valley" };
            drill.Timeline.Submit(report, new DateOnly(2024, 6, 7));
            highlights[effect == LandEffect.Cancel ? "confirmed area cancelled" : "record discredited"] = report.Code;
        }
    }

    private static void OutsideHazard(ExerciseContext drill, Dictionary<string, string> highlights)
    {
        var hazard = drill.Hazard();
        var last = hazard.Outline.Last;
        drill.Timeline.Submit(hazard.Suspected(drill.Code("SHA"), new DateOnly(2024, 2, 1), hazard.Outline.Piece(0, last - 2)), new DateOnly(2024, 2, 5));
        var wider = hazard.Write(drill.Code("CLR"), ReportKind.Clearance, new DateOnly(2024, 10, 10), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"));
        drill.Timeline.Submit(wider, new DateOnly(2024, 10, 14));
        highlights["cleared outside any hazard"] = wider.Code;
    }
}
