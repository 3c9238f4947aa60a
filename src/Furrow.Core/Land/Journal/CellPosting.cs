using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Posts the difference between what the claims did in a cell before an acceptance and after it. Land that only changed because noding moved a
/// border by a grid step is told apart: for each set of claims this acceptance neither adds nor removes, the change of its whole area is rounding.</summary>
internal sealed class CellPosting(LandLedger land, int cause)
{
    private readonly List<Posting> _drafts = [];
    private readonly List<ulong> _keys = [];
    private readonly List<FoldLine> _lines = [];
    private readonly List<FoldLine> _others = [];
    private readonly List<(int[] Claims, long Change)> _changed = [];
    private readonly List<FoldClaim> _ordered = [];
    private readonly Dictionary<int[], long> _kept = new(ClaimSetComparer.Instance);
    private readonly Dictionary<int[], long> _net = new(ClaimSetComparer.Instance);

    /// <param name="touched">Claims this acceptance adds or removes, ascending.</param>
    public void Post(int row, int from, int to, FaceArea[] before, FaceArea[] after, List<int> touched, List<Posting> postings)
    {
        _drafts.Clear();
        _kept.Clear();
        Tally(before, after, touched);
        foreach (var (claims, change) in _kept)
        {
            if (change != 0)
            {
                Draft(claims, change, isRounding: true);
            }
        }

        var drafts = CollectionsMarshal.AsSpan(_drafts);
        Sort(drafts);
        for (var i = 0; i < drafts.Length;)
        {
            long amount = 0;
            var first = i;
            for (; i < drafts.Length && AreAlike(drafts[i], drafts[first]); i++)
            {
                amount += drafts[i].AmountMicro;
            }

            if (amount != 0)
            {
                postings.Add(drafts[first] with { Row = row, FromColumn = from, ToColumn = to, AmountMicro = amount * (to - from + 1) });
            }
        }
    }

    /// <summary>Every line is proportional to area, so land whose area under the same claims stayed the same needs no fold: in a crowded
    /// cell that is nearly all.</summary>
    private void Tally(FaceArea[] before, FaceArea[] after, List<int> touched)
    {
        if (before.Length == 0)
        {
            foreach (var face in after)
            {
                Tally(face.Claims, face.AreaMicro, touched);
            }

            return;
        }

        _net.Clear();
        foreach (var face in before)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_net, face.Claims, out _) -= face.AreaMicro;
        }

        foreach (var face in after)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_net, face.Claims, out _) += face.AreaMicro;
        }

        _changed.Clear();
        foreach (var (claims, change) in _net)
        {
            if (change != 0)
            {
                _changed.Add((claims, change));
            }
        }

        if (_changed is [var (left, less), var (right, more)] && less == -more)
        {
            DraftMove(left, right, more);
            Keep(left, less, touched);
            Keep(right, more, touched);
            return;
        }

        foreach (var (claims, change) in _changed)
        {
            Tally(claims, change, touched);
        }
    }

    /// <summary>Land that passes whole from one set of claims to another, as when one more report comes to lie over it: what both sets say alike before and
    /// after the difference cancels and need not be drafted. With ten thousand reports on one spot that is nearly all.</summary>
    private void DraftMove(int[] left, int[] right, long change)
    {
        _lines.Clear();
        land.FoldOf(left, _ordered, _lines);
        var before = CollectionsMarshal.AsSpan(_lines);
        _others.Clear();
        land.FoldOf(right, _ordered, _others);
        var after = CollectionsMarshal.AsSpan(_others);
        var common = before.CommonPrefixLength(after);
        var (from, to) = (before.Length, after.Length);
        while (from > common && to > common && before[from - 1] == after[to - 1])
        {
            (from, to) = (from - 1, to - 1);
        }

        Draft(before[common..from], -change, isRounding: false);
        Draft(after[common..to], change, isRounding: false);
    }

    private void Tally(int[] claims, long change, List<int> touched)
    {
        Draft(claims, change, isRounding: false);
        Keep(claims, change, touched);
    }

    private void Keep(int[] claims, long change, List<int> touched)
    {
        var count = 0;
        foreach (var claim in claims)
        {
            count += touched.BinarySearch(claim) < 0 ? 1 : 0;
        }

        if (count > 0)
        {
            var others = count == claims.Length ? claims : Array.FindAll(claims, c => touched.BinarySearch(c) < 0);
            CollectionsMarshal.GetValueRefOrAddDefault(_kept, others, out _) += change;
        }
    }

    /// <summary>Drafts what the claims did to so much land; rounding is taken out of their own lines and put under its heading.</summary>
    private void Draft(int[] claims, long change, bool isRounding)
    {
        _lines.Clear();
        land.FoldOf(claims, _ordered, _lines);
        Draft(CollectionsMarshal.AsSpan(_lines), change, isRounding);
    }

    private void Draft(ReadOnlySpan<FoldLine> lines, long change, bool isRounding)
    {
        foreach (ref readonly var line in lines)
        {
            var draft = new Posting(cause, 0, 0, 0, line.Claim, line.Mask, line.From, line.To, line.Heading, line.FromArea, line.ToArea, change);
            _drafts.Add(isRounding ? draft with { AmountMicro = -change } : draft);
            if (isRounding)
            {
                _drafts.Add(draft with { Heading = Heading.Rounding });
            }
        }
    }

    /// <summary>By claim, kinds, move and heading, which fit into one number; then by areas.</summary>
    private void Sort(Span<Posting> drafts)
    {
        _keys.Clear();
        foreach (ref readonly var draft in drafts)
        {
            _keys.Add((ulong)draft.Claim << 32 | (ulong)draft.Kinds << 16 | (ulong)draft.From << 11 | (ulong)draft.To << 6 | (ulong)draft.Heading);
        }

        var keys = CollectionsMarshal.AsSpan(_keys);
        keys.Sort(drafts);
        for (var i = 1; i < drafts.Length; i++)
        {
            for (var at = i; at > 0 && keys[at - 1] == keys[at] && IsAfter(drafts[at - 1], drafts[at]); at--)
            {
                (drafts[at - 1], drafts[at]) = (drafts[at], drafts[at - 1]);
            }
        }
    }

    private static bool IsAfter(in Posting a, in Posting b) => a.FromArea != b.FromArea ? a.FromArea > b.FromArea : a.ToArea > b.ToArea;

    private static bool AreAlike(in Posting a, in Posting b) => a.Claim == b.Claim && a.Kinds == b.Kinds && a.From == b.From && a.To == b.To
        && a.Heading == b.Heading && a.FromArea == b.FromArea && a.ToArea == b.ToArea;
}

/// <summary>Claim sets are equal when they hold the same numbers.</summary>
internal sealed class ClaimSetComparer : IEqualityComparer<int[]>
{
    public static readonly ClaimSetComparer Instance = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = 17;
        foreach (var n in obj)
        {
            hash = unchecked(hash * 31 + n);
        }

        return hash;
    }
}
