using System.Collections.Immutable;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Core.Reports;

/// <summary>The next book while it is being made: facts go in, and each acceptance comes out as what it means for the land. Rules have judged the
/// facts before; a fold never refuses.</summary>
internal sealed class ReportFold
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
        var root = _slots[index].Packed.IsAboutAnother && _slots[index].Report is var report && (report.Corrects ?? report.Withdraws) is { } id
            ? _slots[IndexOf(id)].Root : index;
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
        if (_slots[index].Packed.IsWithdrawal && _byId.TryGetValue(ReportBook.IdKey(_slots[index].Report.Withdraws!.Value), out var restored)
            && !_slots[restored].Entry.IsGone)
        {
            ClaimCode(_slots[restored].Report.Code, restored);
        }
    }

    private IReadOnlyList<int> Acts(int root) => ReportChain.Acts(i => _slots[i], _slots[root].LastAct);

    /// <summary>Gives a chain these acts: sets the status of each of its reports and moves the claims from the old head to the new one.</summary>
    private void Rearrange(int root, IReadOnlyList<int> acts, int acceptance)
    {
        var before = Acts(root);
        var oldHead = ReportChain.Standing(i => _slots[i], before) is [.., var old] ? old : ReportSlot.None;
        var standing = ReportChain.Standing(i => _slots[i], acts);
        for (var i = 0; i < acts.Count; i++)
        {
            _slots[acts[i]] = _slots[acts[i]] with { PreviousAct = i == 0 ? ReportSlot.None : acts[i - 1] };
        }

        _slots[root] = _slots[root] with { LastAct = acts.Count == 0 ? ReportSlot.None : acts[^1] };
        foreach (var gone in before.Union(acts).Except(standing).Where(a => !acts.Contains(a) || !_slots[a].Packed.IsWithdrawal))
        {
            SetStatus(gone, ReportStatus.Withdrawn, null);
        }

        for (var i = 0; i < standing.Count; i++)
        {
            var isHead = i == standing.Count - 1;
            SetStatus(standing[i], isHead ? ReportStatus.Approved : ReportStatus.Superseded, isHead ? null : _slots[standing[i + 1]].Packed.Id);
        }

        var head = standing.Count == 0 ? ReportSlot.None : standing[^1];
        if (head != oldHead)
        {
            StopCounting(oldHead);
            StartCounting(head);
        }
    }

    private void SetStatus(int index, ReportStatus status, Guid? supersededBy) =>
        _slots[index] = _slots[index] with { Entry = _slots[index].Entry with { Status = status, SupersededBy = supersededBy } };

    private void StartCounting(int index)
    {
        if (index >= 0)
        {
            _beginning.Add(index);
            _slots[index] = _slots[index] with { FirstClaim = ReportSlot.Beginning };
        }
    }

    /// <summary>A report that began within the same acceptance (and was corrected by it) never gets claims at all.</summary>
    private void StopCounting(int index)
    {
        if (index < 0)
        {
            return;
        }

        var slot = _slots[index];
        if (slot.FirstClaim >= 0)
        {
            _removes.AddRange(Enumerable.Range(slot.FirstClaim, slot.Packed.PartCount));
        }

        _slots[index] = slot with { FirstClaim = ReportSlot.None };
    }

    private LandAcceptance Finish(int number)
    {
        var adds = new List<LandClaim>();
        foreach (var index in _beginning)
        {
            var slot = _slots[index];
            if (slot.FirstClaim == ReportSlot.Beginning)
            {
                var (root, report) = (_slots[slot.Root], slot.Report);
                var chainCode = slot.Root == index ? report.Code : root.Packed.Code;
                adds.AddRange(ReportClaims.Of(report, chainCode, _nextClaim, root.Entry.PlacedAt ?? number, root.Row, number, _texts));
                _slots[index] = slot with { FirstClaim = _nextClaim };
                _nextClaim += report.Parts.Count;
            }
        }

        var acceptance = new LandAcceptance(number, adds, _removes);
        _beginning.Clear();
        _removes = [];
        return acceptance;
    }
}
