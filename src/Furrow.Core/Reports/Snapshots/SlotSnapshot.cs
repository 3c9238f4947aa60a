using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>Reports with their place in the review chain, in a snapshot. One after the other, since neighbours of a batch share their steps: a report
/// that went through the same ones as the report before it says only that.</summary>
internal sealed class SlotSnapshot(ActSnapshot acts)
{
    private ReviewStep? _trail;

    public void Write(ByteWriter to, ReportSlot slot)
    {
        var entry = slot.Entry;
        to.Put(entry.Packed.Bytes.Span);
        to.Put((int)entry.Status);
        Put(to, entry.Batch);
        acts.Write(to, entry.SubmittedIn);
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
        var entry = new ReportEntry(new PackedReport(from.Bytes()), (ReportStatus)from.Int(), OptionalId(from), acts.Read(from),
            ReadTrail(from), from.OptionalInt(), from.OptionalInt(), OptionalId(from));
        return new ReportSlot(entry, from.Int(), from.Int(), from.Int(), from.Int(), from.Int());
    }

    private void PutTrail(ByteWriter to, ReviewStep? trail)
    {
        var isSame = trail == _trail;
        to.Put(isSame);
        if (!isSame)
        {
            to.PutAll([.. (trail?.Backwards() ?? []).Reverse()], (to, step) =>
            {
                to.Put((int)step.What);
                acts.Write(to, step.Act);
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
                _trail = new ReviewStep((ReviewAct)from.Int(), acts.Read(from), _trail);
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
}
