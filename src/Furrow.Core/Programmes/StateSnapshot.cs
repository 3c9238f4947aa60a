using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>A section of a snapshot as bytes: its name, the version of its form, and how to write it piece by piece. The taker of a piece copies it or
/// writes it away before it returns.</summary>
public sealed record StateSection(string Subject, int FoldVersion, Action<Action<ReadOnlyMemory<byte>>> Write);

/// <summary>A fact found through the index of fact names, and the hash of its placement.</summary>
public readonly record struct IndexedFact(Placed Placed, Digest Hash);

/// <summary>What a start may begin from.</summary>
/// <param name="State">The state at the position of the snapshot; at position 0 when the whole log must be folded.</param>
/// <param name="Missing">Large subjects whose section cannot be used: each is folded again up to the position of the state, alone.</param>
/// <param name="Tallies">Of the small subjects up to there, by name.</param>
public sealed record StateStart(ProgrammeState State, IReadOnlyList<Subject> Missing, IReadOnlyDictionary<string, FactTally> Tallies);

/// <summary>A state as sections, and back. A large subject has one. The kernel's holds what a state knows of the log itself, and of each small subject how
/// many facts it has and their hash: those are folded from the log, through its index of fact names.</summary>
public static class StateSnapshot
{
    public const string KernelSection = "kernel";

    /// <param name="tally">Of a small subject, up to the position of the state.</param>
    public static IReadOnlyList<StateSection> Of(ProgrammeState state, Func<Subject, FactTally> tally) =>
    [
        new(KernelSection, KernelSnapshot.Version, After(state, sink => KernelSnapshot.Of(state, tally).Write(sink))),
        .. Subjects.All.Where(s => s.IsLarge).Select(s => new StateSection(s.Name, s.SnapshotVersion!.Value,
            After(state, sink => s.Write(state.Subjects[Subjects.NumberOf(s)], sink)))),
    ];

    /// <param name="position">The position the snapshot was taken at.</param>
    /// <param name="find">The bytes of a section by name and version, proved to be the ones written; null when there are none. They are kept as long as
    /// the state.</param>
    /// <param name="indexed">The facts of these names up to the position, in order.</param>
    public static StateStart Read(long position, Func<string, int, ReadOnlyMemory<byte>?> find, Func<IReadOnlyList<string>, IEnumerable<IndexedFact>> indexed)
    {
        var kernel = Try(find(KernelSection, KernelSnapshot.Version), KernelSnapshot.Read);
        kernel = kernel?.Kernel.Position == position ? kernel : null;
        var known = Each(subject => subject.SnapshotVersion is { } version ? Try(find(subject.Name, version), subject.Read)
            : kernel is null ? null : Fold(subject, kernel, indexed));
        var missing = Subjects.All.Where(s => known[Subjects.NumberOf(s)] is null).ToHashSet();
        return kernel is null || missing.Any(s => !s.IsLarge)
            ? new StateStart(ProgrammeState.Of(Kernel.Empty, s => OfConsequences(s) ? known[Subjects.NumberOf(s)] : null, _ => 0), [], Nothing)
            : new StateStart(ProgrammeState.Of(kernel.Kernel, s => known[Subjects.NumberOf(s)], s => kernel.TallyOf(s).Count), Again(missing), kernel.Tallies);
    }

    private static object?[] Each(Func<Subject, object?> read)
    {
        try
        {
            var known = new object?[Subjects.All.Count];
            Parallel.For(0, known.Length, i => known[i] = read(Subjects.All[i]));
            return known;
        }
        catch (AggregateException several)
        {
            throw several.InnerExceptions[0];
        }
    }

    private static readonly Dictionary<string, FactTally> Nothing = [];

    /// <summary>What a subject folds that is in no log comes out of the fold of a large one: those are folded again with it.</summary>
    private static IReadOnlyList<Subject> Again(HashSet<Subject> missing) =>
        [.. Subjects.All.Where(s => missing.Contains(s) || (s.IsLarge && !OfConsequences(s) && missing.Any(OfConsequences)))];

    /// <summary>It knows by itself how far it is, so that nothing is taken twice.</summary>
    private static bool OfConsequences(Subject subject) => subject.FactNames.Count == 0;

    /// <summary>Null when the index does not give the facts the snapshot counted.</summary>
    private static object? Fold(Subject subject, KernelSnapshot kernel, Func<IReadOnlyList<string>, IEnumerable<IndexedFact>> indexed)
    {
        var tally = FactTally.None;
        var fold = subject.Begin(subject.Empty);
        foreach (var placed in kernel.Kernel.Taken(indexed(subject.FactNames).Select(Counted)))
        {
            fold.Apply(placed, default);
        }

        return tally == kernel.TallyOf(subject) ? fold.ToState() : null;

        Placed Counted(IndexedFact fact)
        {
            tally = tally.Add(fact.Hash);
            return fact.Placed;
        }
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
