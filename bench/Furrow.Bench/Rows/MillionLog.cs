using Furrow.Core;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Bench.Rows;

/// <summary>A log of a million entries: reports, three in ten with a polygon, each submitted and checked, accepted a thousand at a time. Written
/// past the rules, since what is measured is reading it.</summary>
public sealed partial class MillionLog(string path, BenchContext context)
{
    private const int ReportsPerAcceptance = 1_000;
    private readonly List<Report> _located = Located(context);
    private int _reports;
    private int _acceptances;

    /// <summary>Makes the file with its genesis entry and all its reports; gives the position.</summary>
    public long Make(int reports, int small)
    {
        using (var log = SqliteLog.Open(path, LogAccess.CreateOrWrite).Get())
        {
            var founding = new Founding(new ProgrammeOpened(new Guid(1, 2, 3, new byte[8]), "EXERCISE million", true, Genesis.DefaultProfile,
                Genesis.EngineVersion, Genesis.MovesVersion, "UTC"), BenchProgramme.By(BenchProgramme.Author));
            log.Append(LogReading.Seal(founding.Judged.Get().Entries), 0).GetAwaiter().GetResult().Get();
        }

        AddSmall(small);
        return Add(reports);
    }

    /// <summary>Adds reports; gives the position.</summary>
    public long Add(int reports)
    {
        using var log = SqliteLog.Open(path, LogAccess.Write).Get();
        for (var end = _reports + reports; _reports < end;)
        {
            var some = Enumerable.Range(_reports, Math.Min(ReportsPerAcceptance, end - _reports)).Select(At).ToList();
            _reports += some.Count;
            log.Append(BenchProgramme.Seal(++_acceptances, [
                .. some.Select(r => new ReportSubmitted(r, null)),
                .. some.Select(r => new ReportChecked(r.Id)),
                new ReportsAccepted(_acceptances, null, [.. some.Select(r => r.Id)]),
            ])).GetAwaiter().GetResult().Get();
        }

        return log.Head.Position;
    }

    private static List<Report> Located(BenchContext context)
    {
        var country = GeneratedCountry.Make(BenchContext.Seed, context.Scaled(100_000), context.Scaled(50_000));
        return BenchProgramme.Reports([.. country.Hazards, .. country.Releases]);
    }

    /// <summary>Three in ten come with their polygon, the others as records with only a point.</summary>
    private Report At(int i)
    {
        var index = i / 10 * 3 + i % 10;
        if (i % 10 < 3 && index < _located.Count)
        {
            return _located[index];
        }

        var numbers = SeededNumbers.For(BenchContext.Seed, RowReport.Text($"point {i}"));
        var point = GridPoint.FromDegrees(-119 + numbers.Between(-2, 2.0), -31.5 + numbers.Between(-1.5, 1.5));
        return new Report
        {
            Id = numbers.NextGuid(),
            Code = RowReport.Text($"EXERCISE-PT-{i:000000}"),
            Kind = ReportKind.SuspectedHazardousArea,
            End = new ReportDate(new DateOnly(2012, 6, 1)),
            Organisation = "EXERCISE Team North",
            Kinds = KindSet.ApMines,
            Parts = [new ReportPart { Effect = LandEffect.Suspect, Point = point, StatedSquareMetres = 5_000 }],
        };
    }
}
