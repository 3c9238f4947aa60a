using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>Reports with their place in the review chain, in a snapshot. One after the other, since neighbours of a batch share their steps: a report
/// that went through the same ones as the report before it says only that.</summary>
internal sealed class SlotSnapshot
{
    private ReviewStep? _trail;

    public void Write(ByteWriter to, ReportSlot slot)
    {
        var entry = slot.Entry;
        to.Put(entry.Packed.Bytes.Span);
        to.Put((int)entry.Status);
        Put(to, entry.Batch);
        to.Put(entry.SubmittedBy);
        Put(to, entry.SubmittedAt);
        PutTrail(to, entry.Trail);
        to.Put(entry.AcceptedAt);
        to.Put(entry.PlacedAt);
        Put(to, entry.SupersededBy);
        to.Put(slot.Root);
        to.Put(slot.PreviousAct);
        to.Put(slot.LastAct);
        to.Put(slot.Row);
        to.Put(slot.FirstClaim);
    }

    public ReportSlot Read(ByteReader from)
    {
        var entry = new ReportEntry(new PackedReport(from.Bytes()), (ReportStatus)from.Int(), OptionalId(from), from.RequiredText(), Time(from),
            ReadTrail(from), from.OptionalInt(), from.OptionalInt(), OptionalId(from));
        return new ReportSlot(entry, from.Int(), from.Int(), from.Int(), from.Int(), from.Int());
    }

    private void PutTrail(ByteWriter to, ReviewStep? trail)
    {
        var isSame = trail == _trail;
        to.Put(isSame);
        if (!isSame)
        {
            to.PutAll([.. (trail?.Backwards() ?? []).Reverse()], static (to, step) =>
            {
                to.Put((int)step.Act);
                to.Put(step.By);
                Put(to, step.At);
                to.Put(step.Reason);
            });
            _trail = trail;
        }
    }

    private ReviewStep? ReadTrail(ByteReader from)
    {
        if (!from.Bool())
        {
            _trail = null;
            for (var count = from.Count(); count > 0; count--)
            {
                _trail = new ReviewStep((ReviewAct)from.Int(), from.RequiredText(), Time(from), from.Text(), _trail);
            }
        }

        return _trail;
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
