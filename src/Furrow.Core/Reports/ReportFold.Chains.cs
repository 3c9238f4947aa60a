using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>Chains of reports, corrections and withdrawals while the next book is being made: who stands, who counts, and the claims that follow.</summary>
internal sealed partial class ReportFold
{
    private IReadOnlyList<int> Acts(int root) => ReportChain.Acts(i => _slots[i], _slots[root].LastAct);

    /// <summary>Gives a chain these acts: sets the status of each of its reports and moves the claims from the old head to the new one.</summary>
    private void Rearrange(int root, IReadOnlyList<int> acts)
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

        SetWithdrawals(acts);
        var head = standing.Count == 0 ? ReportSlot.None : standing[^1];
        if (head != oldHead)
        {
            StopCounting(oldHead);
            StartCounting(head);
        }
    }

    /// <summary>A withdrawal that was itself withdrawn stands no more; the code it had freed goes back to its chain.</summary>
    private void SetWithdrawals(IReadOnlyList<int> acts)
    {
        if (acts.Count < 2)
        {
            return;
        }

        var takenBack = ReportChain.TakenBack(i => _slots[i], acts);
        foreach (var act in acts)
        {
            if (_slots[act].Packed.IsWithdrawal)
            {
                SetStatus(act, takenBack.Contains(_slots[act].Packed.Id) ? ReportStatus.Withdrawn : ReportStatus.Approved, null);
            }
            else if (!_slots[act].Entry.IsGone)
            {
                ClaimCode(_slots[act].Packed.Code, act);
            }
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
        var (first, begun) = (_nextClaim, new List<BegunReport>(_beginning.Count));
        foreach (var index in _beginning)
        {
            var slot = _slots[index];
            if (slot.FirstClaim == ReportSlot.Beginning)
            {
                var root = _slots[slot.Root];
                begun.Add(new BegunReport(index, slot.Root, _nextClaim, root.Entry.PlacedAt ?? number, root.Row));
                _slots[index] = slot with { FirstClaim = _nextClaim };
                _nextClaim += slot.Packed.PartCount;
            }
        }

        var acceptance = new LandAcceptance(number, _tried is { } book ? new MadeClaims(book, begun, first, _nextClaim - first, number)
            : begun.SelectMany(b => b.Claims(at => _slots[at].Report, number, _texts)).ToList(), _removes);
        _beginning.Clear();
        _removes = [];
        return acceptance;
    }
}
