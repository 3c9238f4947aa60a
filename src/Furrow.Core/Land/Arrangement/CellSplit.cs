using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>How a crowded cell is divided: a pure function of the claims that count in it, so that two ledgers with the same reports have the same parts.
/// Boundaries are cut at the lines between parts just as they are at cell lines, and areas of parts sum exactly to the cell.</summary>
/// <param name="CrowdedBytes">Up to so many bytes of different pieces a cell is one part; each doubling halves the side of its parts.</param>
internal sealed record CellSplit(int CrowdedBytes)
{
    /// <summary>About 2,500 edges. Parts cost some edges more at their lines, so a cell is divided only when noding it as one costs milliseconds.</summary>
    public static readonly CellSplit Standard = new(16 * 1024);

    /// <summary>Parts of some 35 m; the side of a cell halves so often without a rest.</summary>
    private const int Deepest = 5;

    /// <param name="active">Claims of a cell that count. Those with a negative number are borders: they are cut alike, but have no say in how the cell is
    /// divided.</param>
    public CellParts PartsOf(CellClaim[] active)
    {
        var (whole, edged) = Divide(active);
        if (Bytes(edged) <= CrowdedBytes)
        {
            return new CellParts(0, [new CellPart(0, 0, (int)CellId.Size, whole, edged)]);
        }

        var (leaders, alike) = AlikeClaims.Group(edged);
        var level = LevelOf(Bytes(leaders));
        return level == 0 ? new CellParts(0, [new CellPart(0, 0, (int)CellId.Size, whole, leaders, alike)]) : Cut(level, whole, leaders, alike);
    }

    /// <summary>Claims that cover the cell without an edge in it, and those with edges.</summary>
    public static (int[] Whole, CellClaim[] Edged) Divide(CellClaim[] active)
    {
        var edges = 0;
        foreach (ref readonly var claim in active.AsSpan())
        {
            edges += claim.HasEdges ? 1 : 0;
        }

        if (edges == active.Length)
        {
            return ([], active);
        }

        var whole = new int[active.Length - edges];
        var edged = new CellClaim[edges];
        int w = 0, e = 0;
        foreach (ref readonly var claim in active.AsSpan())
        {
            if (claim.HasEdges)
            {
                edged[e++] = claim;
            }
            else
            {
                whole[w++] = claim.Claim;
            }
        }

        return (whole, edged);
    }

    /// <summary>Indexes of the parts at this level that a claim has land or edges in.</summary>
    public static void Touched(int level, in CellClaim claim, bool[] parts)
    {
        if (!claim.HasEdges)
        {
            Array.Fill(parts, true);
            return;
        }

        var cut = CellCutter.Cut(claim, level);
        foreach (var cell in cut.Cells)
        {
            parts[IndexOf(level, cell.Cell.Column, cell.Cell.Row)] = true;
        }

        foreach (var run in cut.Runs)
        {
            for (var column = run.From; column <= run.To; column++)
            {
                parts[IndexOf(level, column, run.Row)] = true;
            }
        }
    }

    /// <summary>How often the side of a cell with so many bytes of different pieces is halved.</summary>
    private int LevelOf(long bytes)
    {
        var level = 0;
        while (level < Deepest && bytes > (long)CrowdedBytes << level)
        {
            level++;
        }

        return level;
    }

    private static long Bytes(CellClaim[] claims)
    {
        long bytes = 0;
        foreach (ref readonly var claim in claims.AsSpan())
        {
            bytes += claim.Claim >= 0 ? claim.Pieces.Length : 0;
        }

        return bytes;
    }

    private static CellParts Cut(int level, int[] whole, CellClaim[] leaders, int[][] alike)
    {
        var side = (int)CellId.Size >> level;
        var count = 1 << level;
        var wholes = new List<int>?[count * count];
        var edged = new List<(CellClaim Claim, int[] Alike)>?[count * count];
        for (var i = 0; i < leaders.Length; i++)
        {
            var cut = CellCutter.Cut(leaders[i], level);
            foreach (var cell in cut.Cells)
            {
                var claim = new CellClaim(leaders[i].Claim, cell.CornerWinding, cell.Pieces);
                (edged[IndexOf(level, cell.Cell.Column, cell.Cell.Row)] ??= []).Add((claim, alike[i]));
            }

            foreach (var run in cut.Runs)
            {
                for (var column = run.From; column <= run.To; column++)
                {
                    (wholes[IndexOf(level, column, run.Row)] ??= [.. whole]).AddRange(alike[i]);
                }
            }
        }

        var parts = new CellPart[count * count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new CellPart(i % count * side, i / count * side, side, wholes[i] is { } w ? [.. w] : whole,
                edged[i] is { } e ? [.. e.Select(c => c.Claim)] : [], edged[i]?.Select(c => c.Alike).ToArray());
        }

        return new CellParts(level, parts);
    }

    private static int IndexOf(int level, int column, int row) => (row << level) + column;
}

/// <summary>The parts of a cell, row by row from its lower left corner.</summary>
/// <param name="Level">How often the side of the cell was halved: 0 for one part.</param>
internal sealed record CellParts(int Level, CellPart[] Parts);
