using Furrow.Bench.Measuring;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Postgres;

namespace Furrow.Bench.Rows;

/// <summary>The main question: m² of every status and kind from all reports. Ours is the whole acceptance (cells, noding, faces, fold, postings for every
/// kind) and the balances; the peer's is the overlay per kind and connected component, on as many cores as it likes.</summary>
public sealed class StatusRow(string name, string work, Func<BenchContext, BenchLand> data) : IBenchRow
{
    public const double GoalFactor = 4;
    public const double StretchFactor = 15;

    private static readonly LandStatus[] Compared = [LandStatus.Suspected, LandStatus.Confirmed, LandStatus.Cleared, LandStatus.Reduced, LandStatus.Cancelled];

    public string Name => name;

    public string Work => work;

    public void Run(BenchContext context, RowReport report)
    {
        var land = data(context);
        report.Note(land.Describe());
        using var server = PostgresServer.Start(PostgresSettings.Analytical(workers: 2));
        using var peer = new StatusInPostgis(server, land);
        Compare(report, Ours(land), peer.Run(StatusInPostgis.EqualAreaDensified, workers: 0));
        report.SayCompared();

        var meter = new ProcessTreeMeter(server.ProcessId);
        var timings = Interleaved.Measure(context.SlowRuns,
            new Contender("Furrow", Meter.OwnProcess, () => Ours(land), "all kinds, postings and history included"),
            new Contender("PostGIS, equal-area projection", meter, () => peer.Run(StatusInPostgis.EqualArea, workers: 0), "one process"),
            new Contender("PostGIS, equal-area projection, parallel", meter, () => peer.Run(StatusInPostgis.EqualArea, workers: 2), "2 workers"),
            new Contender("PostGIS, geography", meter, () => peer.Run(StatusInPostgis.Geography, workers: 0), "one process"),
            new Contender("PostGIS, geography, parallel", meter, () => peer.Run(StatusInPostgis.Geography, workers: 2), "2 workers"));
        report.Table(timings);
        report.Factor("wall, against the quickest of them", timings.Skip(1).Min(t => t.Wall.Median) / timings[0].Wall.Median, GoalFactor, StretchFactor);
        report.Factor("processor, against the cheapest of them", timings.Skip(1).Min(t => t.Cpu.Median) / timings[0].Cpu.Median, GoalFactor, StretchFactor);
    }

    private static Dictionary<(KindSet, LandStatus), double> Ours(BenchLand land)
    {
        var ledger = LandLedger.Empty.Accept(new LandAcceptance(1, land.Claims, []));
        var answer = new Dictionary<(KindSet, LandStatus), double>();
        foreach (var balance in LandQuestions.Balances(ledger, new BalanceQuestion(DateOnly.MaxValue), land.Kinds))
        {
            if (balance.TrialBalanceMicro != 0)
            {
                throw new AnswersDifferException("The books do not balance.");
            }

            foreach (var account in balance.Accounts)
            {
                answer[(balance.Question.Kind, account.Status)] = (double)AreaText.SquareMetres(account.ClosingMicro);
            }
        }

        return answer;
    }

    /// <summary>1e-6 of the area; for the small rest that snapping makes of shared edges, a m² in a whole country.</summary>
    private static void Compare(RowReport report, Dictionary<(KindSet, LandStatus), double> ours, Dictionary<(KindSet, LandStatus), double> theirs)
    {
        foreach (var kind in theirs.Keys.Select(k => k.Item1).Distinct())
        {
            foreach (var status in Compared)
            {
                report.Same($"{Kinds.NameOf(kind)} {status}", ours.GetValueOrDefault((kind, status)), theirs[(kind, status)], 1e-6, 1);
            }
        }
    }
}
