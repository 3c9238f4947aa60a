using System.Collections.Immutable;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>Every report ever received, with its place in the review chain: an immutable view. Reports are never taken out of it.</summary>
[Folds(typeof(BatchReceived), typeof(ReportSubmitted), typeof(ReportSentAgain), typeof(ReportChecked), typeof(BatchChecked), typeof(ReportReturned),
    typeof(ReportRejected), typeof(ReportsAccepted), typeof(BatchUndone))]
public sealed class ReportBook : ILargeSubject<ReportBook>
{
    public static ReportBook Empty { get; } = new();

    public static int SnapshotVersion => ReportSnapshot.Version;

    internal PagedTable<ReportSlot> Slots { get; init; } = PagedTable<ReportSlot>.Empty;

    /// <summary>Places in the book by <see cref="IdKey"/>.</summary>
    internal PagedIndex ById { get; init; } = PagedIndex.Empty;

    /// <summary>Places in the book by <see cref="CodeKey"/>: who holds a code, or held it last.</summary>
    internal PagedIndex ByCode { get; init; } = PagedIndex.Empty;

    internal ImmutableDictionary<Guid, BatchSlot> BatchesById { get; init; } = ImmutableDictionary<Guid, BatchSlot>.Empty;

    /// <summary>How many rows were taken, by <see cref="RowKey"/>.</summary>
    internal PagedIndex Rows { get; init; } = PagedIndex.Empty;

    internal int NextClaim { get; init; }

    /// <summary>The acceptances, number 1 first.</summary>
    public PagedTable<AcceptanceEntry> Acceptances { get; internal init; } = PagedTable<AcceptanceEntry>.Empty;

    /// <summary>Batches in the order they were received.</summary>
    public ImmutableList<Guid> BatchOrder { get; internal init; } = [];

    /// <summary>The number of the last acceptance; 0 before the first.</summary>
    public int LastAcceptance => Acceptances.Count;

    public int Count => Slots.Count;

    /// <summary>All reports in the order they arrived.</summary>
    public IEnumerable<ReportEntry> All => Slots.Select(s => s.Entry);

    public IEnumerable<BatchEntry> Batches => BatchOrder.Select(id => BatchesById[id].Entry);

    public ReportEntry? Find(Guid id) => ById.TryGetValue(IdKey(id), out var index) ? Slots[index].Entry : null;

    public BatchEntry? FindBatch(Guid id) => BatchesById.GetValueOrDefault(id)?.Entry;

    /// <summary>The report that holds a code now, blanks and case apart.</summary>
    public ReportEntry? FindByCode(string code) =>
        ByCode.TryGetValue(CodeKey(code), out var index) && !Slots[index].Entry.IsGone ? Slots[index].Entry : null;

    /// <summary>The report that holds a code now, or held it last: also one that was withdrawn or rejected.</summary>
    public ReportEntry? FindLastByCode(string code) => ByCode.TryGetValue(CodeKey(code), out var index) ? Slots[index].Entry : null;

    /// <summary>The report that counts now in the chain of the one named; null when the chain is withdrawn, waits, or is unknown.</summary>
    public ReportEntry? HeadOf(Guid id) =>
        ById.TryGetValue(IdKey(id), out var index) && HeadIndex(Slots[index].Root) is var head and >= 0 ? Slots[head].Entry : null;

    /// <summary>Every accepted report of the chain of the one named, the first one first.</summary>
    public IReadOnlyList<ReportEntry> ChainOf(Guid id) =>
        ById.TryGetValue(IdKey(id), out var index) ? [.. ActsOf(Slots[index].Root).Select(i => Slots[i].Entry)] : [];

    /// <summary>Whether somebody still has to decide on a report of the batch.</summary>
    public bool IsWaiting(Guid batch) => InBatch(batch).Any(e => e.IsWaiting);

    public IEnumerable<ReportEntry> InBatch(Guid batch) => IndicesInBatch(batch).Select(i => Slots[i].Entry);

    /// <summary>How many rows with this content were taken as reports of this kind, by batches that stand.</summary>
    public int RowsTaken(string rowSha256, ReportKind kind) => Rows.TryGetValue(RowKey(rowSha256, kind), out var taken) ? taken : 0;

    public static void Write(ReportBook state, Action<ReadOnlyMemory<byte>> sink) => ReportSnapshot.Write(state, sink);

    public static ReportBook Read(ReadOnlyMemory<byte> bytes) => ReportSnapshot.Read(bytes);

    public static ISubjectFold<ReportBook> Begin(ReportBook from) => new ReportFold(from);

    public ReportBook Apply(Placed placed)
    {
        var fold = new ReportFold(this);
        fold.Apply(placed);
        return fold.ToState();
    }

    internal static IndexKey IdKey(Guid report) => IndexKey.Of(report);

    internal static IndexKey CodeKey(string code) => IndexKey.Of(Codes.Key(code));

    internal static IndexKey RowKey(string rowSha256, ReportKind kind) => IndexKey.Of($"{rowSha256} {(int)kind}");

    /// <summary>The book after some more facts of an act, for tests and rules that look one step ahead.</summary>
    public ReportBook After(Act act, IEnumerable<IFact> facts)
    {
        var fold = new ReportFold(this);
        foreach (var fact in facts)
        {
            fold.Apply(new Placed(0, act.At, act, fact));
        }

        return fold.ToBook();
    }

    internal IEnumerable<int> IndicesInBatch(Guid batch)
    {
        if (BatchesById.TryGetValue(batch, out var slot))
        {
            for (var i = slot.FirstReport; i >= 0 && i <= slot.LastReport; i++)
            {
                if (Slots[i].Entry.Batch == batch)
                {
                    yield return i;
                }
            }
        }
    }

    internal int HeadIndex(int root) => ReportChain.Standing(i => Slots[i], ActsOf(root)) is [.., var head] ? head : ReportSlot.None;

    internal IReadOnlyList<int> ActsOf(int root) => root < 0 ? [] : ReportChain.Acts(i => Slots[i], Slots[root].LastAct);
}
