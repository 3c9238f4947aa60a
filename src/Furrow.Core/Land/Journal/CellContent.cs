namespace Furrow.Core.Land;

/// <summary>Land of one cell with the same covering claims, however many pieces it is in.</summary>
/// <param name="Claims">Numbers of the covering claims that count, ascending.</param>
internal readonly record struct FaceArea(int[] Claims, long AreaMicro);

/// <summary>What the ledger holds of a cell: every claim that ever touched it, and the area of each cover of those that count now.
/// Faces have no lasting identity; they are computed again from the claims when their form is asked for.</summary>
internal sealed class CellContent(CellClaim[] claims, FaceArea[] faces, int lastChange, FacesByPart? parts = null)
{
    /// <summary>Every claim that ever touched the cell, by number.</summary>
    public CellClaim[] Claims { get; } = claims;

    public FaceArea[] Faces { get; } = faces;

    /// <summary>The acceptance that last changed the faces.</summary>
    public int LastChange { get; } = lastChange;

    /// <summary>The faces part by part where the cell is crowded, as far as they are known.</summary>
    public FacesByPart? Parts { get; } = parts;

    public bool HasEdges => Array.Exists(Claims, c => c.HasEdges);
}

/// <summary>Cells of one row with the same content: one cell with edges, or a run of cells without.</summary>
internal readonly record struct CellSpan(int From, int To, CellContent Content)
{
    public int Count => To - From + 1;
}
