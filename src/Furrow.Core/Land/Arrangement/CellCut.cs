using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>A directed piece of a boundary inside one closed cell, in grid steps from the cell's lower left corner. Interior on the left.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Piece(int X1, int Y1, int X2, int Y2);

/// <summary>The part of a boundary in one cell (its pieces as <see cref="PieceCodec"/> keeps them), and the winding just inside the cell's lower left
/// corner (right of it, then above it).</summary>
internal readonly record struct CutCell(CellId Cell, int CornerWinding, byte[] Pieces);

/// <summary>Cells of one row, from the first to the last column, that a shape covers with no edge inside.</summary>
internal readonly record struct CoveredRun(int Row, int From, int To, int Winding = 1);

/// <summary>A shape cut at the lines of the cell grid. Pieces along a cell line are left out: what they would say follows from the windings
/// on both sides.</summary>
internal readonly record struct CellCut(CutCell[] Cells, CoveredRun[] Runs);
