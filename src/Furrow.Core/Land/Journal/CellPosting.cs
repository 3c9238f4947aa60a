using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Posts the difference between what the claims did in a cell before an acceptance and after it. Land that only changed because noding moved a
/// border by a grid step is told apart: for each set of claims this acceptance neither adds nor removes, the change of its whole area is rounding.</summary>
internal sealed class CellPosting(LandLedger land)
{
    private readonly Dictionary<FoldLine, long> _sums = [];
    private readonly Dictionary<FoldLine, long> _rounding = [];
    private readonly List<FoldLine> _lines = [];
    private readonly List<LandClaim> _ordered = [];
    private readonly Dictionary<int[], long> _kept = new(ClaimSetComparer.Instance);
    private readonly Dictionary<int[], long> _net = new(ClaimSetComparer.Instance);

    /// <param name="touched">Claims this acceptance adds or removes.</param>
    public void Post(int row, int from, int to, FaceArea[] before, FaceArea[] after, Func<int, bool> touched, int cause, List<Posting> postings)
    {
        _sums.Clear();
        _rounding.Clear();
        _kept.Clear();
        Tally(before, after, touched);
        foreach (var (claims, change) in _kept)
        {
            if (change != 0 && claims.Length > 0)
            {
                FoldOf(claims);
                foreach (var line in _lines)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_rounding, line, out _) += change;
                    CollectionsMarshal.GetValueRefOrAddDefault(_sums, line, out _) -= change;
                }
            }
        }

        var first = postings.Count;
        Append(_sums, isRounding: false);
        Append(_rounding, isRounding: true);
        CollectionsMarshal.AsSpan(postings)[first..].Sort(Compare);

        void Append(Dictionary<FoldLine, long> sums, bool isRounding)
        {
            foreach (var (line, area) in sums)
            {
                if (area != 0)
                {
                    postings.Add(new Posting(cause, row, from, to, line.Claim, line.Mask, line.From, line.To,
                        isRounding ? Heading.Rounding : line.Heading, line.FromArea, line.ToArea, area * (to - from + 1)));
                }
            }
        }
    }

    /// <summary>Every line is proportional to area, so land whose area under the same claims stayed the same needs no fold: in a crowded
    /// cell that is nearly all.</summary>
    private void Tally(FaceArea[] before, FaceArea[] after, Func<int, bool> touched)
    {
        _net.Clear();
        foreach (var face in before)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_net, face.Claims, out _) -= face.AreaMicro;
        }

        foreach (var face in after)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_net, face.Claims, out _) += face.AreaMicro;
        }

        foreach (var (claims, change) in _net)
        {
            if (change == 0)
            {
                continue;
            }

            FoldOf(claims);
            foreach (var line in _lines)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_sums, line, out _) += change;
            }

            var kept = Array.Exists(claims, c => touched(c)) ? Array.FindAll(claims, c => !touched(c)) : claims;
            CollectionsMarshal.GetValueRefOrAddDefault(_kept, kept, out _) += change;
        }
    }

    private void FoldOf(int[] claims)
    {
        _lines.Clear();
        land.FoldOf(claims, _ordered, _lines);
    }

    private static int Compare(Posting a, Posting b) =>
        a.Claim != b.Claim ? a.Claim.CompareTo(b.Claim)
        : a.Kinds != b.Kinds ? a.Kinds.CompareTo(b.Kinds)
        : a.From != b.From ? a.From.CompareTo(b.From)
        : a.To != b.To ? a.To.CompareTo(b.To)
        : a.Heading != b.Heading ? a.Heading.CompareTo(b.Heading)
        : a.FromArea != b.FromArea ? a.FromArea.CompareTo(b.FromArea)
        : a.ToArea.CompareTo(b.ToArea);
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
