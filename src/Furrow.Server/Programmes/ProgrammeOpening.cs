using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Server.Programmes;

/// <summary>Opening a programme: its log, then its state.</summary>
internal static class ProgrammeOpening
{
    private const int EntriesPerReport = 1000;

    public static Outcome<Programme> ToWrite(string path, Func<ProgrammeOpened>? createWith, IProgress<(long Done, long Total)>? progress)
    {
        var log = SqliteLog.Open(path, createWith is null ? LogAccess.Write : LogAccess.CreateOrWrite);
        return log.IsRefused ? log.Problem! : Folded(path, log.Value!, createWith, progress);
    }

    public static Outcome<Programme> ToRead(string path, IProgress<(long Done, long Total)>? progress)
    {
        var log = SqliteLog.Open(path, LogAccess.Read);
        return log.IsRefused ? log.Problem! : Folded(path, log.Value!, null, progress);
    }

    /// <summary>Folds a log from its first entry; an empty one is begun with the genesis entry.</summary>
    public static Outcome<Programme> Folded(string path, ILog log, Func<ProgrammeOpened>? createWith, IProgress<(long Done, long Total)>? progress)
    {
        try
        {
            if (log.Head.Position == 0 && createWith is not null && log.Append([createWith()], 0) is { IsRefused: true } refused)
            {
                log.Dispose();
                return refused.Problem!;
            }

            var known = LandSection.Load(path, log);
            var state = ProgrammeState.Empty.ApplyAll(Counted(log, progress), known?.Land);
            if (state.Opened is not null)
            {
                return new Programme(path, log, state, known?.Position ?? 0);
            }

            log.Dispose();
            return Problems.ProgrammeWithoutGenesis(path);
        }
        catch (LogBrokenException broken)
        {
            log.Dispose();
            return Problems.ProgrammeBroken(path, broken.Message);
        }
    }

    private static IEnumerable<Recorded> Counted(ILog log, IProgress<(long Done, long Total)>? progress)
    {
        var total = log.Head.Position;
        foreach (var recorded in log.ReadFacts(0, total))
        {
            if (progress is not null && recorded.Position % EntriesPerReport == 0)
            {
                progress.Report((recorded.Position, total));
            }

            yield return recorded;
        }
    }
}
