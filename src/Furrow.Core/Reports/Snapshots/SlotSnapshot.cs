using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>A report with its place in the review chain, in a snapshot.</summary>
internal static class SlotSnapshot
{
    public static void Write(ByteWriter to, ReportSlot slot)
    {
        var entry = slot.Entry;
        to.Put(entry.Packed.Bytes.Span);
        to.Put((int)entry.Status);
        Put(to, entry.Batch);
        to.Put(entry.SubmittedBy);
        Put(to, entry.SubmittedAt);
        to.Put(entry.AcceptedAt);
        to.Put(entry.PlacedAt);
        to.Put(entry.DecidedBy);
        to.Put(entry.Reason);
        Put(to, entry.SupersededBy);
        to.Put(slot.Root);
        to.Put(slot.PreviousAct);
        to.Put(slot.LastAct);
        to.Put(slot.Row);
        to.Put(slot.FirstClaim);
    }

    public static ReportSlot Read(ByteReader from)
    {
        var entry = new ReportEntry(new PackedReport(from.Bytes()), (ReportStatus)from.Int(), OptionalId(from), from.RequiredText(), Time(from),
            from.OptionalInt(), from.OptionalInt(), from.Text(), from.Text(), OptionalId(from));
        return new ReportSlot(entry, from.Int(), from.Int(), from.Int(), from.Int(), from.Int());
    }

    public static void Put(ByteWriter to, Guid? id)
    {
        to.Put(id.HasValue);
        if (id is { } known)
        {
            to.Put(known);
        }
    }

    public static Guid? OptionalId(ByteReader from) => from.Bool() ? from.Guid() : null;

    public static void Put(ByteWriter to, DateTimeOffset time)
    {
        to.Put(time.Ticks);
        to.Put((int)time.Offset.TotalMinutes);
    }

    public static DateTimeOffset Time(ByteReader from)
    {
        var ticks = from.Long();
        var minutes = from.Int();
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks && minutes is >= -840 and <= 840
            ? new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)) : throw new FormatException("A time that no clock shows.");
    }
}
