using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Programmes;

/// <summary>One subject of a state as bytes: its name, the version of its fold, and how to write it piece by piece. The taker of a piece copies it or
/// writes it away before it returns.</summary>
public sealed record StateSection(string Subject, int FoldVersion, Action<Action<ReadOnlyMemory<byte>>> Write);

/// <summary>What a start may begin from.</summary>
/// <param name="State">The whole state at the position of the snapshot; <see cref="ProgrammeState.Empty"/> when a subject must be folded again.</param>
/// <param name="Land">The land at that position, which is not computed again even where other subjects are.</param>
/// <param name="Rebuilt">Subjects that must be made again from the log.</param>
public sealed record StateStart(ProgrammeState State, LandLedger? Land, IReadOnlyList<string> Rebuilt);

/// <summary>A state as sections, one a subject, and back. Each stands for itself: one that is missing, broken or of another version is made again from the
/// log, to the same bytes.</summary>
public static class StateSnapshot
{
    public const string LandSubject = "land";
    public const string ReportsSubject = "reports";
    public const string ProgrammeSubject = "programme";

    private static readonly string[] All = [LandSubject, ReportsSubject, ProgrammeSubject];

    public static IReadOnlyList<StateSection> Of(ProgrammeState state) =>
    [
        new(LandSubject, LandSnapshot.Version, After(state, sink => LandSnapshot.Write(state.Land, sink))),
        new(ReportsSubject, ReportSnapshot.Version, After(state, sink => ReportSnapshot.Write(state.Book, sink))),
        new(ProgrammeSubject, ProgrammeSection.Version, After(state, sink => ProgrammeSection.Write(state, sink))),
    ];

    /// <param name="position">The position the snapshot was taken at.</param>
    /// <param name="find">The bytes of a section by subject and version of its fold, proved to be the ones written; null when there are none.
    /// They are kept as long as the state.</param>
    public static StateStart Read(long position, Func<string, int, ReadOnlyMemory<byte>?> find)
    {
        LandLedger? land = null;
        ReportBook? book = null;
        ProgrammeState? programme = null;
        Parallel.Invoke(
            () => land = Try(find(LandSubject, LandSnapshot.Version), LandSnapshot.Read),
            () => book = Try(find(ReportsSubject, ReportSnapshot.Version), ReportSnapshot.Read),
            () => programme = Try(find(ProgrammeSubject, ProgrammeSection.Version), bytes => ProgrammeSection.Read(bytes, position)));
        if (land is not null && book is not null && programme is not null && land.KnownAt == book.LastAcceptance)
        {
            return new StateStart(programme.WithSubjects(land, book), null, []);
        }

        // The land's acceptances come out of the fold of reports, so reports are folded again with whatever else is missing.
        return new StateStart(ProgrammeState.Empty, land, land is null ? All : All[1..]);
    }

    /// <summary>Before each section stand the facts that nobody could read when it was written: a release that can read one of them sees more in the same
    /// log, and must not begin from what was made without it.</summary>
    private static Action<Action<ReadOnlyMemory<byte>>> After(ProgrammeState state, Action<Action<ReadOnlyMemory<byte>>> body) => sink =>
    {
        var to = new ByteWriter(sink);
        to.PutAll(state.Unread, static (to, unread) =>
        {
            to.Put(unread.Name);
            to.Put(unread.Version);
        });
        to.Flush();
        body(sink);
    };

    private static T? Try<T>(ReadOnlyMemory<byte>? section, Func<ReadOnlyMemory<byte>, T> read)
        where T : class
    {
        try
        {
            if (section is not { } bytes)
            {
                return null;
            }

            var from = new ByteReader(bytes);
            var unread = from.All(static from => (Name: from.RequiredText(), Version: from.Int()));
            return unread.Any(u => FactNames.Find(u.Name, u.Version) is not null) ? null : read(from.Rest());
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
