using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>The archive of the time before the ledger: old suspicions and old clearance, received as one batch at the start.</summary>
internal static class Baseline
{
    private static readonly DateOnly Archive = new(2019, 12, 31);

    public static void Play(ExerciseContext drill)
    {
        var reports = new List<Report>();
        for (var i = 0; i < 38; i++)
        {
            var hazard = drill.Hazard(strike: i % 9 == 8);
            reports.Add(Old(hazard.Suspected(drill.Code("OLD"), Archive)));
            if (i % 6 == 5)
            {
                reports.Add(Old(hazard.Write(drill.Code("OLD"), ReportKind.Clearance, Archive, ExerciseContext.Clearance,
                    hazard.Part(LandEffect.Clear, hazard.Outline.Piece(0, hazard.Outline.Last / 2)))));
            }

            if (i % 3 == 1)
            {
                UsualScenarios.Work(drill, hazard, LandStatus.Suspected, drill.DayBetween(new DateOnly(2020, 3, 1), new DateOnly(2023, 12, 31)),
                    released: i % 6 == 5);
            }
        }

        drill.Timeline.Batch(SeededNumbers.For(drill.Seed, "baseline").NextGuid(), "EXERCISE old archive.geojson", reports, new DateOnly(2020, 1, 6),
            "EXERCISE opening balance");
    }

    /// <summary>An archive knows little: no start, team or evidence, and a date assumed by whoever read it in.</summary>
    private static Report Old(Report report) => report with
    {
        Start = null,
        End = new ReportDate(report.End.Day, DatePrecision.Assumed),
        Team = null,
        Donor = null,
        Benchmark = null,
        Evidence = [],
        Baseline = true,
        Parts = [.. report.Parts.Select(p => p with { Method = null, TurningPoints = [], PositionAccuracyMetres = null })],
    };
}
