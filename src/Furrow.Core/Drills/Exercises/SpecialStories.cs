using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>What does not happen every week, each at least once: so that whoever practises meets it here first.</summary>
internal static class SpecialStories
{
    public static void Play(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        ResidualStories.Play(cast, highlights);
        SurveysWithoutEvidence(cast);
        SameDayCorrection(cast, highlights);
        LateReport(cast, highlights);
        Withdrawal(cast, highlights);
        Unlocated(cast, highlights);
        TwoOperators(cast, highlights);
        SurveyOverCleared(cast, highlights);
        TakenBack(cast, highlights);
        ReviewChain(cast, highlights);
        SearchedTooShallow(cast, highlights);
        ConfirmedCancelled(cast, highlights);
        OutsideHazard(cast, highlights);
    }

    private static void SurveysWithoutEvidence(ExerciseCast cast)
    {
        for (var i = 0; i < 6; i++)
        {
            var land = cast.Hazard(strike: true) with { Kinds = KindSet.All };
            var day = new DateOnly(2020 + i, 4, 3).AddDays(i * 17);
            cast.Script.Submit(land.Write(cast.Code("NTS"), ReportKind.SurveyWithoutEvidence, day, land.Surveyor,
                land.Part(LandEffect.FindNoEvidence, land.Outline.Whole))
                with { HazardousArea = null, HazardousAreaName = null, Donor = null }, cast.Typing(day));
        }
    }

    private static void SameDayCorrection(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        var day = new DateOnly(2022, 5, 10);
        var last = hazard.Outline.Last;
        cast.Script.Submit(hazard.Suspected(cast.Code("SHA"), day.AddDays(-200)), day.AddDays(-195));
        var report = hazard.Write(cast.Code("CLR"), ReportKind.Clearance, day, hazard.Clearer, hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"));
        var accepted = cast.Script.Submit(report, day);
        cast.Script.Submit(report with
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
    private static void LateReport(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        cast.Script.Submit(hazard.Confirmed(cast.Code("CHA"), new DateOnly(2023, 9, 4)), new DateOnly(2023, 9, 8));
        var late = hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2024, 11, 18), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"))
            with { Remarks = "EXERCISE: the report was left in a field office" };
        cast.Script.Submit(late, new DateOnly(2026, 2, 9));
        highlights["late report"] = late.Code;
    }

    private static void Withdrawal(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        cast.Script.Submit(hazard.Confirmed(cast.Code("CHA"), new DateOnly(2021, 3, 2)), new DateOnly(2021, 3, 5));
        var mistaken = hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2021, 10, 20), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"));
        var accepted = cast.Script.Submit(mistaken, new DateOnly(2021, 10, 25));
        cast.Script.Submit(hazard.Write(mistaken.Code, ReportKind.Withdrawal, new DateOnly(2021, 10, 20), hazard.Clearer) with
        {
            Id = hazard.IdOf(mistaken.Code + " withdrawal"),
            Withdraws = mistaken.Id,
            Remarks = "EXERCISE: the report belonged to another task",
        }, accepted.AddDays(40));
        highlights["withdrawal"] = mistaken.Code;
    }

    /// <summary>Known first only by its village and a typed number of m²; three years later a correction brings the polygon.</summary>
    private static void Unlocated(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        for (var i = 0; i < 4; i++)
        {
            var hazard = cast.Hazard();
            var day = new DateOnly(2020, 7, 1).AddDays(i * 31);
            var report = hazard.Suspected(cast.Code("SHA"), day);
            var bare = report with
            {
                Parts = [new ReportPart { Effect = LandEffect.Suspect, Place = hazard.Village.Name, Point = i == 1 ? null : hazard.Outline.Centre,
                    StatedSquareMetres = i == 3 ? null : report.Parts[0].StatedSquareMetres }],
            };
            cast.Script.Submit(bare, day.AddDays(3));
            if (i == 0)
            {
                cast.Script.Submit(report
                    with { Id = hazard.IdOf(report.Code + " located"), Corrects = bare.Id, Remarks = "EXERCISE: located by a survey team" },
                        new DateOnly(2023, 8, 7));
                highlights["located later"] = report.Code;
            }
        }
    }

    private static void TwoOperators(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        var last = hazard.Outline.Last;
        cast.Script.Submit(hazard.Confirmed(cast.Code("CHA"), new DateOnly(2022, 1, 17)), new DateOnly(2022, 1, 20));
        cast.Script.Submit(hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2022, 9, 9), ExerciseCast.ContingentOne,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, last / 2 + 1), "manual")), new DateOnly(2022, 9, 12));
        var second = hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2022, 11, 23), ExerciseCast.ContingentTwo,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(last / 2 - 1, last), "dogs with manual follow-up"));
        cast.Script.Submit(second, new DateOnly(2022, 11, 28));
        highlights["two operators on one land"] = second.Code;
    }

    private static void SurveyOverCleared(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        cast.Script.Submit(hazard.Suspected(cast.Code("SHA"), new DateOnly(2020, 5, 5)), new DateOnly(2020, 5, 8));
        cast.Script.Submit(hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2021, 4, 12), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, hazard.Outline.Last - 2), "manual")), new DateOnly(2021, 4, 15));
        var coarse = hazard.Suspected(cast.Code("SHA"), new DateOnly(2023, 2, 14), hazard.Outline.Redrawn(18, -11, 1.2))
            with { Remarks = "EXERCISE: drawn from the road" };
        cast.Script.Submit(coarse, new DateOnly(2023, 2, 17));
        highlights["survey over cleared land"] = coarse.Code;
    }

    private static void TakenBack(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        var whole = hazard.Outline.Whole;
        cast.Script.Submit(hazard.Confirmed(cast.Code("CHA"), new DateOnly(2020, 10, 1)), new DateOnly(2020, 10, 6));
        cast.Script.Submit(hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2021, 6, 30), hazard.Clearer,
            hazard.Search(LandEffect.Clear, whole, "manual")), new DateOnly(2021, 7, 5));
        cast.Script.Submit(hazard.Write(cast.Code("HO"), ReportKind.Custody, new DateOnly(2021, 9, 20), ExerciseCast.Clearance,
            hazard.Part(LandEffect.HandOver, whole)) with { HandedOverTo = hazard.Village.Name + " village council" }, new DateOnly(2021, 9, 21));
        var back = hazard.Write(cast.Code("HO"), ReportKind.Custody, new DateOnly(2024, 3, 3), ExerciseCast.Clearance,
            hazard.Part(LandEffect.TakeBack, hazard.Outline.Piece(0, 2))) with { Remarks = "EXERCISE: needed for a works yard" };
        cast.Script.Submit(back, new DateOnly(2024, 3, 6));
        highlights["taken back"] = back.Code;
    }

    private static void ReviewChain(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        var report = hazard.Suspected(cast.Code("SHA"), new DateOnly(2024, 5, 21));
        cast.Script.SubmitTwice(report with { Benchmark = null, Evidence = [] }, report, "EXERCISE: benchmark and evidence are missing",
            new DateOnly(2024, 5, 24));
        highlights["sent back and mended"] = report.Code;
        var rumour = cast.Hazard();
        var rejected = rumour.Suspected(cast.Code("SHA"), new DateOnly(2024, 8, 2)) with { HazardousArea = null, HazardousAreaName = null };
        cast.Script.SubmitAndReject(rejected, "EXERCISE: the place does not exist", new DateOnly(2024, 8, 6));
        highlights["rejected"] = rejected.Code;
        for (var i = 0; i < 3; i++)
        {
            var waiting = cast.Hazard();
            cast.Script.SubmitOnly(waiting.Suspected(cast.Code("SHA"), new DateOnly(2026, 6, 12).AddDays(i * 3)), new DateOnly(2026, 6, 22).AddDays(i * 2));
        }
    }

    private static void SearchedTooShallow(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        cast.Script.Submit(hazard.Confirmed(cast.Code("CHA"), new DateOnly(2023, 1, 9)), new DateOnly(2023, 1, 12));
        var shallow = hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2023, 7, 7), ExerciseCast.FieldAid,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual", hazard.DepthCm - 10));
        cast.Script.Submit(shallow, new DateOnly(2023, 7, 10));
        cast.Script.Submit(hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2023, 11, 3), ExerciseCast.FieldAid,
            hazard.Search(LandEffect.Clear, hazard.Outline.Piece(0, 3), "manual")), new DateOnly(2023, 11, 8));
        highlights["searched too shallow"] = shallow.Code;
    }

    private static void ConfirmedCancelled(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        foreach (var effect in (LandEffect[])[LandEffect.Cancel, LandEffect.Discredit])
        {
            var hazard = cast.Hazard();
            cast.Script.Submit(hazard.Confirmed(cast.Code("CHA"), new DateOnly(2022, 3, 15)), new DateOnly(2022, 3, 18));
            var report = hazard.Write(cast.Code("CAN"), ReportKind.Cancellation, new DateOnly(2024, 6, 4), hazard.Surveyor,
                hazard.Part(effect, hazard.Outline.Whole)) with { Remarks = "EXERCISE: the witness meant another valley" };
            cast.Script.Submit(report, new DateOnly(2024, 6, 7));
            highlights[effect == LandEffect.Cancel ? "confirmed area cancelled" : "record discredited"] = report.Code;
        }
    }

    private static void OutsideHazard(ExerciseCast cast, Dictionary<string, string> highlights)
    {
        var hazard = cast.Hazard();
        var last = hazard.Outline.Last;
        cast.Script.Submit(hazard.Suspected(cast.Code("SHA"), new DateOnly(2024, 2, 1), hazard.Outline.Piece(0, last - 2)), new DateOnly(2024, 2, 5));
        var wider = hazard.Write(cast.Code("CLR"), ReportKind.Clearance, new DateOnly(2024, 10, 10), hazard.Clearer,
            hazard.Search(LandEffect.Clear, hazard.Outline.Whole, "manual"));
        cast.Script.Submit(wider, new DateOnly(2024, 10, 14));
        highlights["cleared outside any hazard"] = wider.Code;
    }
}
