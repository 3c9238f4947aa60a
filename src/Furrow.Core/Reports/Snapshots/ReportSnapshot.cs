using System.Collections.Immutable;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Core.Reports;

/// <summary>The book of reports as bytes, to start from instead of folding every report. Derived data: it may be thrown away and made again, to the same
/// bytes. Anything that is not a snapshot of this version throws <see cref="FormatException"/>; the caller then folds the log.</summary>
public static class ReportSnapshot
{
    /// <summary>Changes whenever the fold of reports, what makes codes equal (<see cref="Codes.Key"/>) or this form changes: an older snapshot is then
    /// not used.</summary>
    public const int Version = 6;

    /// <summary>Writes piece by piece, so that it is never held whole. What is handed over is used again: the taker copies it or writes it away.</summary>
    public static void Write(ReportBook book, Action<ReadOnlyMemory<byte>> sink)
    {
        var to = new ByteWriter(sink);
        to.Put(Version);
        to.Put(book.NextClaim);
        var acts = new ActSnapshot();
        to.PutAll(book.Slots, new SlotSnapshot(acts).Write);
        Write(to, book.ById);
        Write(to, book.ByCode);
        Write(to, book.Rows);
        to.PutAll(book.Acceptances, (to, a) =>
        {
            to.Put(a.Number);
            acts.Write(to, a.Act);
            ActSnapshot.WriteTime(to, a.CommittedAt);
            SlotSnapshot.Put(to, a.Batch);
            to.Put(a.Undoes);
            to.Put(a.Reports);
        });
        to.PutAll([.. book.BatchOrder.Select(id => book.BatchesById[id])], (to, batch) =>
        {
            FactSnapshot.Write(to, batch.Entry.Received);
            acts.Write(to, batch.Entry.ReceivedIn);
            to.Put(batch.Entry.AcceptedAt);
            to.Put(batch.Entry.UndoneAt);
            to.Put(batch.FirstReport);
            to.Put(batch.LastReport);
        });
        to.Flush();
    }

    /// <param name="bytes">Kept as long as the book: its reports are unpacked from them.</param>
    public static ReportBook Read(ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteReader(bytes);
        if (from.Int() != Version)
        {
            throw new FormatException("A snapshot of another version.");
        }

        var nextClaim = from.Int();
        var acts = new ActSnapshot();
        var (slots, form) = (PagedTable<ReportSlot>.Empty.ToBuilder(), new SlotSnapshot(acts));
        for (var count = from.Count(); count > 0; count--)
        {
            slots.Add(form.Read(from));
        }

        var (byId, byCode, rows) = (ReadIndex(from), ReadIndex(from), ReadIndex(from));
        var acceptances = PagedTable<AcceptanceEntry>.Empty.ToBuilder();
        foreach (var acceptance in from.All(from => new AcceptanceEntry(from.Int(), acts.Read(from), ActSnapshot.ReadTime(from),
            SlotSnapshot.OptionalId(from), from.Bool(), from.Int())))
        {
            acceptances.Add(acceptance);
        }

        var batches = from.All(from => new BatchSlot(
            new BatchEntry(FactSnapshot.Read<BatchReceived>(from), acts.Read(from), from.OptionalInt(), from.OptionalInt()),
            from.Int(), from.Int()));
        return from.IsAtEnd
            ? new ReportBook
            {
                Slots = slots.ToPagedTable(),
                ById = byId,
                ByCode = byCode,
                Rows = rows,
                NextClaim = nextClaim,
                Acceptances = acceptances.ToPagedTable(),
                BatchesById = batches.DistinctBy(b => b.Entry.Received.Batch).ToImmutableDictionary(b => b.Entry.Received.Batch),
                BatchOrder = [.. batches.Select(b => b.Entry.Received.Batch)],
            }
            : throw new FormatException("Bytes after the end of a snapshot.");
    }

    private static void Write(ByteWriter to, PagedIndex index)
    {
        to.Put((ulong)index.Count);
        foreach (var (key, value) in index.Pairs)
        {
            to.Put(key.High, key.Low);
            to.Put(value);
        }
    }

    private static PagedIndex ReadIndex(ByteReader from)
    {
        var count = from.Count();
        var index = PagedIndex.Empty.ToBuilder();
        index.Reserve(count);
        for (; count > 0; count--)
        {
            var (high, low) = from.Pair();
            index.Set(new IndexKey(high, low), from.Int());
        }

        return index.ToIndex();
    }
}
