using System.Collections.Immutable;
using System.Diagnostics;
using Furrow.Core.Checks;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Server.Imports;

namespace Furrow.Server.Listings;

/// <summary>The findings of a programme in groups, as of some entry.</summary>
/// <param name="AsOfEntry">Where reports have come or changed since: the entry up to which all was judged. Null when nothing is missing.</param>
public sealed record JudgedGroups(FindingOrders Orders, long? AsOfEntry)
{
    public IReadOnlyList<FindingGroup> Groups => Orders.Groups;
}

/// <summary>Findings judged last. Judging everything against everything takes a while in a large country, so it is done once for a state, and whoever only
/// looks at the list does not wait for it: they see what was judged last, and up to which entry, while it is judged anew.</summary>
/// <param name="patience">What took no longer is waited for: then a list is never older than what somebody has just done.</param>
public sealed class FindingCache(TimeSpan patience, Func<ProgrammeState, DateOnly, PlaceSet?, IReadOnlyList<FindingGroup>> judge)
{
    private readonly Lock _lock = new();
    private Judged? _last;
    private Judged? _decidedOf;
    private FindingOrders? _decided;
    private Task<Judged>? _judging;
    private ProgrammeState? _judgingOf;

    public FindingCache()
        : this(TimeSpan.FromSeconds(1), (state, today, places) => LedgerFindings.Of(state, null, today, places))
    {
    }

    private sealed record Judged(ProgrammeState State, DateOnly Today, FindingOrders Orders, TimeSpan Took);

    /// <summary>All findings of this very state, however long it takes.</summary>
    public IReadOnlyList<FindingGroup> Now(ProgrammeState state, DateOnly today, PlaceSet? places) =>
        (Known(state, today) ?? Judge(state, today, places).GetAwaiter().GetResult().Orders).Groups;

    /// <summary>The newest that can be had without a long wait.</summary>
    public JudgedGroups Latest(ProgrammeState state, DateOnly today, PlaceSet? places)
    {
        if (Known(state, today) is { } known)
        {
            return new JudgedGroups(known, null);
        }

        var judging = Judge(state, today, places);
        if (_last is not { } last || last.Took < patience || judging.IsCompleted)
        {
            return new JudgedGroups(judging.GetAwaiter().GetResult().Orders, null);
        }

        // What was decided since is known at once, whatever is still being judged.
        return new JudgedGroups(Decided(last, state.Decisions), last.State.Position);
    }

    private FindingOrders Decided(Judged last, ImmutableList<DecidedGroup> decisions)
    {
        lock (_lock)
        {
            _decided = ReferenceEquals(_decidedOf, last) ? _decided!.Decided(decisions) : last.Orders.Decided(decisions);
            _decidedOf = last;
            return _decided;
        }
    }

    private FindingOrders? Known(ProgrammeState state, DateOnly today)
    {
        lock (_lock)
        {
            return _last is { } last && ReferenceEquals(last.State, state) && last.Today == today ? last.Orders : null;
        }
    }

    private Task<Judged> Judge(ProgrammeState state, DateOnly today, PlaceSet? places)
    {
        lock (_lock)
        {
            if (_judging is null || !ReferenceEquals(_judgingOf, state))
            {
                _judgingOf = state;
                _judging = Task.Run(() => Keep(state, today, places));
            }

            return _judging;
        }
    }

    private Judged Keep(ProgrammeState state, DateOnly today, PlaceSet? places)
    {
        var watch = Stopwatch.StartNew();
        var judged = new Judged(state, today, FindingOrders.Of(judge(state, today, places), state.Decisions), watch.Elapsed);
        lock (_lock)
        {
            _last = _last is null || state.Position >= _last.State.Position ? judged : _last;
        }

        return judged;
    }
}
