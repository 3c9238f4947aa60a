using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Log;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Bench.Rows;

public sealed partial class MillionLog
{
    private const int ActsPerCommit = 256;

    /// <summary>Adds facts of small subjects, each in an act of its own: people, decisions on findings, figures.</summary>
    private void AddSmall(int facts)
    {
        using var log = SqliteLog.Open(path, LogAccess.Write).Get();
        for (var done = 0; done < facts; done += ActsPerCommit)
        {
            var some = Enumerable.Range(done, Math.Min(ActsPerCommit, facts - done));
            log.Append(LogReading.Seal([.. some.SelectMany(i => Placed(Acted(i), Small(i)))])).GetAwaiter().GetResult().Get();
        }
    }

    private static IEnumerable<Placed> Placed(Act act, IFact fact) => [new(0, BenchProgramme.At, act, act), new(0, BenchProgramme.At, act, fact)];

    private static Act Acted(int i) =>
        new(new Guid(i, 1, 0, new byte[8]), new Guid(i % 1000, 2, 0, new byte[8]), BenchProgramme.At, Door.Page, i, "EXERCISE: looked at on the ground");

    private static IFact Small(int i) => (i % 10) switch
    {
        < 5 => new PersonRegistered(new Guid(i, 2, 0, new byte[8]), $"EXERCISE person {i}"),
        < 9 => new FindingsDecided($"overlap:{i}", new Guid(i, 3, 0, new byte[8]), "accept-as-is"),
        _ => new FigurePublished(new Guid(i, 4, 0, new byte[8]), """{"asOf":"2025-12-31"}""", new DateOnly(2025, 12, 31), 0, 1, 1, "balance.csv",
            new string('a', 64), "status,m2\ncleared,1\n"),
    };
}
