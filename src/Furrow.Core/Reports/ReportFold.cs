using System.Collections.Immutable;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Core.Reports;

/// <summary>The next book while it is being made: facts go in, and each acceptance comes out as what it means for the land. Rules have judged the
/// facts before; a fold never refuses.</summary>
internal sealed partial class ReportFold
{
    private readonly PagedTable<ReportSlot>.Builder _slots;
    private readonly PagedTable<AcceptanceEntry>.Builder _acceptances;
    private readonly PagedIndex.Builder _byId;
    private readonly PagedIndex.Builder _byCode;
    private readonly ImmutableDictionary<Guid, BatchSlot>.Builder _batches;
    private readonly PagedIndex.Builder _rows;
    private readonly RecentTexts _texts = new();
    private ImmutableList<Guid> _batchOrder;
    private int _nextClaim;
    private readonly List<int> _beginning = [];
    private List<int> _removes = [];

    public ReportFold(ReportBook from)
    {
        _slots = from.Slots.ToBuilder();
        _acceptances = from.Acceptances.ToBuilder();
        _byId = from.ById.ToBuilder();
        _byCode = from.ByCode.ToBuilder();
        _batches = from.BatchesById.ToBuilder();
        _rows = from.Rows.ToBuilder();
        _batchOrder = from.BatchOrder;
        _nextClaim = from.NextClaim;
    }

    public ReportBook ToBook() => new()
    {
        Slots = _slots.ToPagedTable(),
        Acceptances = _acceptances.ToPagedTable(),
        ById = _byId.ToIndex(),
        ByCode = _byCode.ToIndex(),
        BatchesById = _batches.ToImmutable(),
        Rows = _rows.ToIndex(),
        BatchOrder = _batchOrder,
        NextClaim = _nextClaim,
    };

    /// <summary>Takes one fact; an acceptance comes back as what begins and ceases to count on the land.</summary>
    public LandAcceptance? Apply(IFact fact)
    {
        switch (fact)
        {
            case BatchReceived received:
                _batches[received.Batch] = new BatchSlot(new BatchEntry(received, null, null), ReportSlot.None, ReportSlot.None);
                _batchOrder = _batchOrder.Add(received.Batch);
                return null;
            case ReportSubmitted submitted:
                Submit(submitted);
                return null;
            case ReportChecked f:
                Decide(f.Report, ReportStatus.Checked, f.By, f.Remark);
                return null;
            case BatchChecked f:
                CheckAll(f);
                return null;
            case ReportReturned f:
                Decide(f.Report, ReportStatus.Returned, f.By, f.Reason);
                return null;
            case ReportRejected f:
                Decide(f.Report, ReportStatus.Rejected, f.By, f.Reason);
                return null;
            case ReportsAccepted accepted:
                return Accept(accepted);
            case BatchUndone undone:
                return Undo(undone);
            default:
                return null;
        }
    }

    private void Submit(ReportSubmitted fact)
    {
        var report = fact.Report;
        var entry = new ReportEntry(PackedReport.Of(report), ReportStatus.Submitted, fact.Batch, _texts.Same(fact.By), fact.At, null, null, null, null,
            null);
        if (_byId.TryGetValue(ReportBook.IdKey(report.Id), out var known))
        {
            // Mended after it was sent back: the new content takes the waiting place, the old stays in the log.
            _slots[known] = _slots[known] with { Entry = entry with { Batch = _slots[known].Entry.Batch } };
            ClaimCode(report.Code, known);
            return;
        }

        var index = _slots.Count;
        _slots.Add(new ReportSlot(entry, ReportSlot.None, ReportSlot.None, ReportSlot.None, 0, ReportSlot.None));
        _byId.Set(ReportBook.IdKey(report.Id), index);
        ClaimCode(report.Code, index);
        CountRow(report, +1);
        if (fact.Batch is { } batch && _batches.TryGetValue(batch, out var slot))
        {
            _batches[batch] = slot with { FirstReport = slot.FirstReport < 0 ? index : slot.FirstReport, LastReport = index };
        }
    }

    private void ClaimCode(string code, int index)
    {
        // A withdrawal under the code of its own chain never holds it: the code names the chain.
        if (_slots[index].Packed.Withdraws is { } id && _byId.TryGetValue(ReportBook.IdKey(id), out var withdrawn)
            && Codes.AreSame(code, _slots[withdrawn].Packed.Code))
        {
            return;
        }

        var key = ReportBook.CodeKey(code);
        if (!_byCode.TryGetValue(key, out var holder) || _slots[holder].Entry.IsGone)
        {
            _byCode.Set(key, index);
        }
    }

    private void CountRow(Report report, int change)
    {
        if (report.Source is { } source)
        {
            var key = ReportBook.RowKey(source.RowSha256, report.Kind);
            _rows.Set(key, (_rows.TryGetValue(key, out var taken) ? taken : 0) + change);
        }
    }

    private void Decide(Guid report, ReportStatus status, string by, string? reason)
    {
        var index = IndexOf(report);
        var entry = _slots[index].Entry with { Status = status, DecidedBy = _texts.Same(by), Reason = _texts.SameOrNull(reason) };
        _slots[index] = _slots[index] with { Entry = entry };
    }

    /// <summary>Facts speak of reports that arrived before: anything else the rules have refused.</summary>
    private int IndexOf(Guid report) => _byId.TryGetValue(ReportBook.IdKey(report), out var index)
        ? index : throw new InvalidOperationException($"A fact about the report {report}, which never arrived.");

    private void CheckAll(BatchChecked fact)
    {
        foreach (var index in IndicesIn(fact.Batch).Where(i => _slots[i].Entry.Status == ReportStatus.Submitted).ToList())
        {
            var entry = _slots[index].Entry with { Status = ReportStatus.Checked, DecidedBy = _texts.Same(fact.By), Reason = _texts.SameOrNull(fact.Remark) };
            _slots[index] = _slots[index] with { Entry = entry };
        }
    }

    private LandAcceptance Accept(ReportsAccepted fact)
    {
        IReadOnlyList<int> named = fact.Batch is { } batch ? WaitingIn(batch) : [.. fact.Reports.Select(IndexOf)];
        for (var row = 0; row < named.Count; row++)
        {
            AcceptOne(named[row], row + 1, fact);
        }

        if (fact.Batch is { } accepted)
        {
            _batches[accepted] = _batches[accepted] with { Entry = _batches[accepted].Entry with { AcceptedAt = fact.Acceptance } };
        }

        _acceptances.Add(new AcceptanceEntry(fact.Acceptance, fact.By, fact.At, fact.Reason, fact.Batch, false, named.Count));
        return Finish(fact.Acceptance);
    }

    private List<int> WaitingIn(Guid batch) =>
        [.. IndicesIn(batch).Where(i => _slots[i].Entry.IsWaiting).OrderBy(i => _slots[i].Packed.SourceRow ?? int.MaxValue).ThenBy(i => i)];

    private IEnumerable<int> IndicesIn(Guid batch)
    {
        var slot = _batches[batch];
        return slot.FirstReport < 0
            ? []
            : Enumerable.Range(slot.FirstReport, slot.LastReport - slot.FirstReport + 1).Where(i => _slots[i].Entry.Batch == batch);
    }

    private void AcceptOne(int index, int row, ReportsAccepted fact)
    {
        var target = _slots[index].Packed.Target;
        var root = target is { } id ? _slots[IndexOf(id)].Root : index;
        var previous = root == index ? ReportSlot.None : _slots[root].LastAct;
        var placedAt = root == index ? fact.Acceptance : _slots[root].Entry.PlacedAt;
        var entry = _slots[index].Entry with
        {
            Status = ReportStatus.Approved,
            AcceptedAt = fact.Acceptance,
            PlacedAt = placedAt,
            DecidedBy = fact.By,
            Reason = fact.Reason,
        };
        if (target is null && previous == ReportSlot.None)
        {
            // The first act of a chain of its own, as nearly every report is: nothing to rearrange.
            _slots[index] = new ReportSlot(entry, root, ReportSlot.None, index, row, ReportSlot.Beginning);
            _beginning.Add(index);
            return;
        }

        _slots[index] = _slots[index] with { Entry = entry, Root = root, PreviousAct = previous, Row = root == index ? row : 0 };
        Rearrange(root, [.. Acts(root), index], fact.Acceptance);
    }

    private LandAcceptance Undo(BatchUndone fact)
    {
        var members = IndicesIn(fact.Batch).ToHashSet();
        var count = 0;
        foreach (var index in members.Order().Where(i => _slots[i].Entry.Status != ReportStatus.Rejected))
        {
            var slot = _slots[index];
            count++;
            CountRow(slot.Report, -1);
            if (slot.Entry.AcceptedAt is null)
            {
                _slots[index] = slot with { Entry = slot.Entry with { Status = ReportStatus.Withdrawn, DecidedBy = fact.By, Reason = fact.Reason } };
            }
            else if (Acts(slot.Root) is var acts && acts.Any(members.Contains))
            {
                Rearrange(slot.Root, [.. acts.Where(a => !members.Contains(a))], fact.Acceptance);
            }
        }

        foreach (var index in members)
        {
            ClaimCodesBack(index);
        }

        _batches[fact.Batch] = _batches[fact.Batch] with { Entry = _batches[fact.Batch].Entry with { UndoneAt = fact.Acceptance } };
        _acceptances.Add(new AcceptanceEntry(fact.Acceptance, fact.By, fact.At, fact.Reason, fact.Batch, true, count));
        return Finish(fact.Acceptance);
    }

    /// <summary>A withdrawal that was taken back gives its report the code again.</summary>
    private void ClaimCodesBack(int index)
    {
        if (_slots[index].Packed.Withdraws is { } id && _byId.TryGetValue(ReportBook.IdKey(id), out var restored)
            && !_slots[restored].Entry.IsGone)
        {
            ClaimCode(_slots[restored].Packed.Code, restored);
        }
    }
}
