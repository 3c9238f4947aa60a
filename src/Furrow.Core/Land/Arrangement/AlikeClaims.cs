namespace Furrow.Core.Land;

/// <summary>Finds claims that are drawn exactly alike in a cell, wherever their rings begin: they are noded once, and ten thousand copies of one polygon cost
/// little more than one.</summary>
internal static class AlikeClaims
{
    /// <returns>One claim of each kind of drawing, and for each the numbers of all that are drawn like it, ascending as they came.</returns>
    public static (CellClaim[] Leaders, int[][] Alike) Group(CellClaim[] edged)
    {
        var sameBytes = new Dictionary<byte[], List<int>>(BytesComparer.Instance);
        var variants = new List<(CellClaim First, List<int> Numbers)>();
        foreach (ref readonly var claim in edged.AsSpan())
        {
            // The winding at the corner follows from closed rings alone, but two claims with the same pieces may differ in it.
            if (!sameBytes.TryGetValue(claim.Pieces, out var numbers) || variants.Find(v => v.Numbers == numbers).First.CornerWinding != claim.CornerWinding)
            {
                numbers = [];
                variants.Add((claim, numbers));
                sameBytes[claim.Pieces] = numbers;
            }

            numbers.Add(claim.Claim);
        }

        var groups = new Dictionary<(int, int, long), List<(CellClaim First, Piece[] Sorted, List<int> Numbers)>>();
        var all = new List<(CellClaim First, Piece[] Sorted, List<int> Numbers)>();
        foreach (var (first, numbers) in variants)
        {
            var sorted = Sorted(first);
            var key = (first.CornerWinding, sorted.Length, HashOf(sorted));
            var same = groups.TryGetValue(key, out var known) ? known : groups[key] = [];
            var leader = same.FindIndex(g => g.Sorted.AsSpan().SequenceEqual(sorted));
            if (leader >= 0)
            {
                same[leader].Numbers.AddRange(numbers);
            }
            else
            {
                same.Add((first, sorted, numbers));
                all.Add((first, sorted, numbers));
            }
        }

        return ([.. all.Select(g => g.First)], [.. all.Select(g => g.Numbers.ToArray())]);
    }

    private static Piece[] Sorted(in CellClaim claim)
    {
        var pieces = new List<Piece>();
        PieceCodec.Decode(claim.Pieces, pieces);
        pieces.Sort(static (p, q) => p.X1 != q.X1 ? p.X1.CompareTo(q.X1) : p.Y1 != q.Y1 ? p.Y1.CompareTo(q.Y1)
            : p.X2 != q.X2 ? p.X2.CompareTo(q.X2) : p.Y2.CompareTo(q.Y2));
        return [.. pieces];
    }

    private static long HashOf(Piece[] pieces)
    {
        long hash = 17;
        foreach (var p in pieces)
        {
            hash = unchecked((((hash * 31 + p.X1) * 31 + p.Y1) * 31 + p.X2) * 31 + p.Y2);
        }

        return hash;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(obj);
            return hash.ToHashCode();
        }
    }
}
