using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>A section of a snapshot as bytes: its name, the version of its form, and how to write it piece by piece. The taker of a piece copies it or
/// writes it away before it returns.</summary>
public sealed record StateSection(string Subject, int FoldVersion, Action<Action<ReadOnlyMemory<byte>>> Write);

/// <summary>What a start may begin from.</summary>
/// <param name="State">The state at the position of the snapshot; at position 0 when the whole log must be folded.</param>
/// <param name="Missing">Subjects whose section cannot be used: each is folded again up to the position of the state, alone.</param>
public sealed record StateStart(ProgrammeState State, IReadOnlyList<Subject> Missing);

/// <summary>A state as sections, and back. The kernel's holds what a state knows of the log itself, and how many facts of each subject there are. A large
/// subject has one of its own; small ones share the section of their facts, which are folded at each start.</summary>
public static class StateSnapshot
{
    public const string KernelSection = "kernel";
    public const string FactsSection = SmallFacts.Section;

    /// <summary>The names of the facts of small subjects.</summary>
    public static IReadOnlyList<string> SmallFactNames => SmallFacts.Names;

    /// <param name="kept">What <see cref="KeptFacts"/> gave of an earlier snapshot of the same log; empty when there is none.</param>
    /// <param name="newer">The facts of small subjects after that, up to the position of the state, as the log holds them.</param>
    public static IReadOnlyList<StateSection> Of(ProgrammeState state, ReadOnlyMemory<byte> kept, IEnumerable<Placed> newer) =>
    [
        new(KernelSection, KernelSnapshot.Version, After(state, sink => KernelSnapshot.Of(state).Write(sink))),
        new(FactsSection, SmallFacts.Version, After(state, sink => SmallFacts.Write(kept, state.Kernel.Taken(newer), sink))),
        .. Subjects.All.Where(s => s.IsLarge).Select(s => new StateSection(s.Name, s.SnapshotVersion!.Value,
            After(state, sink => s.Write(state.Subjects[Subjects.NumberOf(s)], sink)))),
    ];

    /// <summary>Facts of small subjects in an earlier snapshot, to be taken over into the next. Null when they are of no use to this release.</summary>
    /// <param name="find">As for <see cref="Read"/>.</param>
    public static ReadOnlyMemory<byte>? KeptFacts(Func<string, int, ReadOnlyMemory<byte>?> find) =>
        Try(find(FactsSection, SmallFacts.Version), static section => new Bytes(SmallFacts.FramesOf(section)))?.Frames;

    /// <param name="position">The position the snapshot was taken at.</param>
    /// <param name="find">The bytes of a section by name and version, proved to be the ones written; null when there are none. They are kept as long as
    /// the state.</param>
    public static StateStart Read(long position, Func<string, int, ReadOnlyMemory<byte>?> find)
    {
        var kernel = Try(find(KernelSection, KernelSnapshot.Version), KernelSnapshot.Read);
        kernel = kernel?.Kernel.Position == position ? kernel : null;
        var known = Each(find);
        var missing = Subjects.All.Where(s => known[Subjects.NumberOf(s)] is null).ToHashSet();
        return kernel is null
            ? new StateStart(ProgrammeState.Of(Kernel.Empty, s => OfConsequences(s) ? known[Subjects.NumberOf(s)] : null, _ => 0), [])
            : new StateStart(ProgrammeState.Of(kernel.Kernel, s => known[Subjects.NumberOf(s)], kernel.CountOf), Again(missing));
    }

    /// <summary>Every subject whose section can be used: large ones each from their own, small ones from that of their facts.</summary>
    private static object?[] Each(Func<string, int, ReadOnlyMemory<byte>?> find)
    {
        var large = new object?[Subjects.All.Count];
        object?[]? small = null;
        try
        {
            Parallel.Invoke([() => small = Try(find(FactsSection, SmallFacts.Version), SmallFacts.Fold), .. Subjects.All.Where(s => s.IsLarge)
                .Select(s => (Action)(() => large[Subjects.NumberOf(s)] = Try(find(s.Name, s.SnapshotVersion!.Value), s.Read)))]);
        }
        catch (AggregateException several)
        {
            throw several.InnerExceptions[0];
        }

        return [.. large.Select((known, i) => known ?? small?[i])];
    }

    /// <summary>What a subject folds that is in no log comes out of the fold of a large one: those are folded again with it.</summary>
    private static IReadOnlyList<Subject> Again(HashSet<Subject> missing) =>
        [.. Subjects.All.Where(s => missing.Contains(s) || (s.IsLarge && !OfConsequences(s) && missing.Any(OfConsequences)))];

    /// <summary>It knows by itself how far it is, so that nothing is taken twice.</summary>
    private static bool OfConsequences(Subject subject) => subject.FactNames.Count == 0;

    private sealed record Bytes(ReadOnlyMemory<byte> Frames);

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
