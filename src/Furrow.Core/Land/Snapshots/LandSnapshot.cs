using System.Collections.Immutable;
using Furrow.Core.Keeping;
using Furrow.Core.Programmes;

namespace Furrow.Core.Land;

/// <summary>A ledger as bytes, to start from instead of folding the whole log. Derived data: it may be thrown away and made again, to the same bytes.
/// Anything that is not a snapshot of this version throws <see cref="FormatException"/>; the caller then folds the log.</summary>
public static class LandSnapshot
{
    /// <summary>Changes whenever the engine, the table of moves, what makes codes equal (<see cref="Codes.Key"/>) or this form
    /// changes: an older snapshot is then not used.</summary>
    public const int Version = 6;

    public static byte[] Write(LandLedger land)
    {
        var to = new ByteWriter();
        Write(land, to);
        return to.Written.ToArray();
    }

    /// <summary>The same piece by piece, so that it is never held whole. What is handed over is used again: the taker copies it or writes it away.</summary>
    public static void Write(LandLedger land, Action<ReadOnlyMemory<byte>> sink)
    {
        var to = new ByteWriter(sink);
        Write(land, to);
        to.Flush();
    }

    private static void Write(LandLedger land, ByteWriter to)
    {
        to.Put(Version);
        to.Put(Moves.Version);
        to.Put(land.KnownAt);
        to.Put((ulong)land.Areas.Count);
        foreach (var (code, key) in land.Areas.Kept)
        {
            to.Put(code);
            to.Put(key.High, key.Low);
        }

        to.Put((ulong)land.ClaimCount);
        for (var i = 0; i < land.ClaimCount; i++)
        {
            ClaimSnapshot.Write(to, land.Claim(i), land.FoldClaims[i]);
        }

        to.Put((ulong)land.RemovedAt.Count);
        foreach (var (claim, at) in land.RemovedAt.OrderBy(r => r.Key))
        {
            to.Put(claim);
            to.Put(at);
        }

        CellSnapshot.Write(to, land.Cells);
        to.Put((ulong)land.Postings.Count);
        for (var i = 0; i < land.Postings.Count; i++)
        {
            CellSnapshot.Write(to, land.Postings[i]);
        }
    }

    public static LandLedger Read(ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteReader(bytes);
        if (from.Int() != Version || from.Int() != Moves.Version)
        {
            throw new FormatException("A snapshot of another version.");
        }

        var knownAt = from.Int();
        var codes = new string[from.Count()];
        var keys = new IndexKey[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = from.RequiredText();
            var (high, low) = from.Pair();
            keys[i] = new IndexKey(high, low);
        }

        var areas = AreaNames.OfKept(codes, keys);
        var claims = new LandClaim[from.Count()];
        var folded = new FoldClaim[claims.Length];
        for (var i = 0; i < claims.Length; i++)
        {
            (claims[i], folded[i]) = ClaimSnapshot.Read(from, i);
        }

        var removed = ImmutableDictionary.CreateBuilder<int, int>();
        for (var n = from.Count(); n > 0; n--)
        {
            var claim = from.Int();
            removed[claim] = from.Int();
        }

        var cells = CellSnapshot.Read(from);
        var postings = new Posting[from.Count()];
        for (var i = 0; i < postings.Length; i++)
        {
            postings[i] = CellSnapshot.ReadPosting(from);
        }

        return from.IsAtEnd
            ? new LandLedger(knownAt, PagedList<LandClaim>.Empty.With(claims), PagedList<FoldClaim>.Empty.With(folded), removed.ToImmutable(), areas,
                AreaClaims.Empty.With(claims, folded, areas), cells, PagedList<Posting>.Empty.With(postings), CellSplit.Standard)
            : throw new FormatException("Bytes after the end of a snapshot.");
    }
}
