using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Store;

namespace Furrow.Server.Programmes;

/// <summary>The land as a section of the snapshot beside the log: the costly part of starting. Everything else is folded from the log each time.
/// Derived: a section that is missing, broken or of another version is made again from the log.</summary>
internal static class LandSection
{
    private const string Subject = "land";

    /// <summary>The land of the snapshot, and the position it was taken at; null when there is none that this log and this release can use.</summary>
    public static (LandLedger Land, long Position)? Load(string path, ILog log)
    {
        var (head, sections) = Snapshots.Load(path, log);
        if (sections.FirstOrDefault(s => s.Subject == Subject && s.FoldVersion == LandSnapshot.Version) is not { } section)
        {
            return null;
        }

        try
        {
            return (LandSnapshot.Read(section.Payload), head.Position);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Replaces the snapshot. A state held back by an unread fact is not kept: a later release will see more in the same log.</summary>
    public static void Save(string path, ILog log, ProgrammeState state)
    {
        if (state.FrozenBefore(Scopes.Land) is null && log.Find(state.Position) is { } last)
        {
            Snapshots.Save(path, new LogHead(state.Position, last.Hash), [new SnapshotSection(Subject, LandSnapshot.Version, LandSnapshot.Write(state.Land))]);
        }
    }
}
