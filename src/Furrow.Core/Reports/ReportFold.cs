using System.Collections.Immutable;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Core.Reports;

/// <summary>The next book while it is being made: facts go in, and each acceptance comes out as what it means for the land. Rules have judged the
/// facts before; a fold never refuses.</summary>
internal sealed partial class ReportFold : ISubjectFold<ReportBook>
{
    private readonly PagedTable<ReportSlot>.Builder _slots;
    private readonly PagedTable<AcceptanceEntry>.Builder _acceptances;
    private readonly PagedIndex.Builder _byId;
    private readonly PagedIndex.Builder _byCode;
    private readonly ImmutableDictionary<Guid, BatchSlot>.Builder _batches;
    private readonly PagedIndex.Builder _rows;
    private readonly RecentTexts _texts = new();
    private ImmutableList<Guid> _batchOrder;
    private ReviewStep? _step;
    private int _nextClaim;
    private readonly List<int> _beginning = [];
    private List<int> _removes = [];

    /// <summary>The book that is only tried with an acceptance; null when what is folded is kept.</summary>
    private readonly ReportBook? _tried;

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

    /// <summary>What an acceptance of reports that stand in the book would mean for the land: of its claims none is held.</summary>
    public static LandAcceptance? Try(ReportBook book, Placed acceptance) => new ReportFold(book, book).Apply(acceptance);

    private ReportFold(ReportBook from, ReportBook tried)
        : this(from) => _tried = tried;

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

    public ReportBook ToState() => ToBook();

    IConsequence? ISubjectFold<ReportBook>.Apply(Placed placed, CancellationToken stop) => Apply(placed);

    /// <summary>Takes one fact; an acceptance comes back as what begins and ceases to count on the land.</summary>
    public LandAcceptance? Apply(Placed placed)
    {
        var act = placed.Act;
        switch (placed.Fact)
        {
            case BatchReceived received:
                _batches[received.Batch] = new BatchSlot(new BatchEntry(received, act, null, null), ReportSlot.None, ReportSlot.None);
                _batchOrder = _batchOrder.Add(received.Batch);
                return null;
            case ReportSubmitted submitted:
                Submit(submitted, act);
                return null;
            case ReportSentAgain f:
                Step(IndexOf(f.Report), ReportStatus.Submitted, ReviewAct.SentAgain, act);
                return null;
            case ReportChecked f:
                Step(IndexOf(f.Report), ReportStatus.Checked, ReviewAct.Checked, act);
                return null;
            case BatchChecked f:
                CheckAll(f, act);
                return null;
            case ReportReturned f:
                Step(IndexOf(f.Report), ReportStatus.Returned, ReviewAct.Returned, act);
                return null;
            case ReportRejected f:
                Step(IndexOf(f.Report), ReportStatus.Rejected, ReviewAct.Rejected, act);
                return null;
            case ReportsAccepted accepted:
                return Accept(accepted, placed);
            case BatchUndone undone:
                return Undo(undone, placed);
            default:
                return null;
        }
    }

    private void Submit(ReportSubmitted fact, Act act)
    {
        var report = fact.Report;
        var packed = PackedReport.Of(report);
        if (_byId.TryGetValue(ReportBook.IdKey(report.Id), out var known))
        {
            SubmitAgain(known, fact, packed, act);
            return;
        }

        var entry = new ReportEntry(packed, ReportStatus.Submitted, fact.Batch, act, null, null, null, null);
        var index = _slots.Count;
        _slots.Add(new ReportSlot(entry, ReportSlot.None, ReportSlot.None, ReportSlot.None, 0, ReportSlot.None));
        _byId.Set(ReportBook.IdKey(report.Id), index);
        ClaimCode(report.Code, index);
        CountRow(report, +1);
        JoinBatch(fact.Batch, index);
    }

    private void JoinBatch(Guid? joined, int index)
    {
        if (joined is { } batch && _batches.TryGetValue(batch, out var slot))
        {
            _batches[batch] = slot with
            {
                FirstReport = slot.FirstReport < 0 ? index : Math.Min(slot.FirstReport, index), LastReport = Math.Max(slot.LastReport, index),
            };
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

    /// <summary>It was sent back and comes again with another content: the new one takes the waiting place, the old stays in the log. Who sent it in first
    /// stays its submitter. From a file it is decided with that file from then on, and its row is one that was taken.</summary>
    private void SubmitAgain(int known, ReportSubmitted fact, PackedReport packed, Act act)
    {
        var before = _slots[known].Entry;
        if (fact.Report.Source?.RowSha256 != before.Report.Source?.RowSha256)
        {
            CountRow(fact.Report, +1);
        }

        JoinBatch(fact.Batch, known);
        _slots[known] = _slots[known] with { Entry = before with { Packed = packed, Batch = fact.Batch ?? before.Batch } };
        Step(known, ReportStatus.Submitted, ReviewAct.Mended, act);
        ClaimCode(packed.Code, known);
    }

    private void Step(int index, ReportStatus status, ReviewAct what, Act act)
    {
        var before = _slots[index].Entry.Trail;
        // What is decided on many reports in one act is one object for all of them.
        if (_step is null || _step.What != what || !ReferenceEquals(_step.Act, act) || !ReferenceEquals(_step.Before, before))
        {
            _step = new ReviewStep(what, act, before);
        }

        _slots[index] = _slots[index] with { Entry = _slots[index].Entry with { Status = status, Trail = _step } };
    }

    /// <summary>Facts speak of reports that arrived before: anything else the rules have refused.</summary>
    private int IndexOf(Guid report) => _byId.TryGetValue(ReportBook.IdKey(report), out var index)
        ? index : throw new InvalidOperationException($"A fact about the report {report}, which never arrived.");

    private void CheckAll(BatchChecked fact, Act act)
    {
        foreach (var index in IndicesIn(fact.Batch).Where(i => _slots[i].Entry.Status == ReportStatus.Submitted).ToList())
        {
            Step(index, ReportStatus.Checked, ReviewAct.Checked, act);
        }
    }

    private LandAcceptance Accept(ReportsAccepted fact, Placed placed)
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

        _acceptances.Add(new AcceptanceEntry(fact.Acceptance, placed.Act, placed.CommittedAt, fact.Batch, false, named.Count));
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
        };
        if (target is null && previous == ReportSlot.None)
        {
            // The first act of a chain of its own, as nearly every report is: nothing to rearrange.
            _slots[index] = new ReportSlot(entry, root, ReportSlot.None, index, row, ReportSlot.Beginning);
            _beginning.Add(index);
            return;
        }

        _slots[index] = _slots[index] with { Entry = entry, Root = root, PreviousAct = previous, Row = root == index ? row : 0 };
        Rearrange(root, [.. Acts(root), index]);
    }

    private LandAcceptance Undo(BatchUndone fact, Placed placed)
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
                _slots[index] = slot with { Entry = slot.Entry with { Status = ReportStatus.Withdrawn } };
            }
            else if (Acts(slot.Root) is var acts && acts.Any(members.Contains))
            {
                Rearrange(slot.Root, [.. acts.Where(a => !members.Contains(a))]);
            }
        }

        foreach (var index in members)
        {
            ClaimCodesBack(index);
        }

        _batches[fact.Batch] = _batches[fact.Batch] with { Entry = _batches[fact.Batch].Entry with { UndoneAt = fact.Acceptance } };
        _acceptances.Add(new AcceptanceEntry(fact.Acceptance, placed.Act, placed.CommittedAt, fact.Batch, true, count));
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
