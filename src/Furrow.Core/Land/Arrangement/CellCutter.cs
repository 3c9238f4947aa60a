using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Cuts shapes at the lines of the cell grid. Where an edge is cut depends on that edge alone (both directions give the same points), so two
/// reports that share an edge share its cuts, and both cells beside a line share its nodes.</summary>
internal sealed class CellCutter
{
    private readonly record struct PlacedPiece(CellId Cell, Piece Piece);

    /// <summary>Where the boundary rises from a row's lower line, and how the winding changes when passing there from west to east.</summary>
    private readonly record struct Crossing(int Row, long Lon, int Change);

    [ThreadStatic]
    private static CellCutter? _ofThisThread;

    private readonly List<PlacedPiece> _pieces = [];
    private readonly List<Crossing> _crossings = [];
    private readonly List<GridPoint> _cuts = [];
    private readonly List<Piece> _taken = [];
    private readonly CellOutlines _outlines = new();
    private long _size = CellId.Size;

    public static CellCut Cut(Shape shape)
    {
        if (CellAround(shape.Bounds) is { } only)
        {
            return new CellCut([new CutCell(only, 0, PieceCodec.Encode(only.Corner, shape))], []);
        }

        var cutter = _ofThisThread ??= new CellCutter();
        cutter.Clear(CellId.Size);
        var reader = new ShapeReader(shape);
        while (reader.NextRing())
        {
            var first = reader.NextPoint();
            var previous = first;
            for (var i = 1; i < reader.Points; i++)
            {
                var point = reader.NextPoint();
                cutter.AddEdge(previous, point);
                previous = point;
            }

            cutter.AddEdge(previous, first);
        }

        return cutter.Assemble();
    }

    /// <summary>Any rings, whatever their direction or crossings: windings are then those of the rings as drawn.</summary>
    public static CellCut Cut(IEnumerable<GridPoint[]> rings)
    {
        if (CellAround(rings) is { } only)
        {
            return new CellCut([new CutCell(only, 0, PieceCodec.Encode(only.Corner, rings))], []);
        }

        var cutter = _ofThisThread ??= new CellCutter();
        cutter.Clear(CellId.Size);
        foreach (var ring in rings)
        {
            cutter.AddRing(ring);
        }

        return cutter.Assemble();
    }

    /// <summary>What a claim draws in a cell, cut again at the lines that divide the cell's side into 2^level parts. Cells of the answer are counted from the
    /// cell's corner.</summary>
    public static CellCut Cut(in CellClaim claim, int level)
    {
        var cutter = _ofThisThread ??= new CellCutter();
        cutter.Clear(CellId.Size >> level);
        cutter._outlines.Load([claim], (int)CellId.Size);
        ref readonly var outline = ref cutter._outlines.All[0];
        foreach (ref readonly var p in cutter._outlines.PiecesOf(outline))
        {
            cutter.AddEdge(new GridPoint(p.X1, p.Y1), new GridPoint(p.X2, p.Y2));
        }

        foreach (ref readonly var s in cutter._outlines.StretchesOf(outline))
        {
            for (var turn = Math.Abs(s.Winding); turn > 0; turn--)
            {
                GridPoint from = new(s.X1, s.Y1), to = new(s.X2, s.Y2);
                cutter.AddEdge(s.Winding > 0 ? from : to, s.Winding > 0 ? to : from);
            }
        }

        var cut = cutter.Assemble();
        int column = CellId.Columns / 2 << level, row = CellId.Rows / 2 << level;
        return new CellCut(
            [.. cut.Cells.Select(c => c with { Cell = new CellId(c.Cell.Column - column, c.Cell.Row - row) })],
            [.. cut.Runs.Select(r => r with { Row = r.Row - row, From = r.From - column, To = r.To - column })]);
    }

    /// <summary>The cell that holds all rings and whose lines none of them meets.</summary>
    internal static CellId? CellAround(IEnumerable<GridPoint[]> rings)
    {
        var box = GridBox.Empty;
        foreach (var ring in rings)
        {
            box = box.With(Rings.BoxOf(ring));
        }

        return CellAround(box);
    }

    /// <summary>The cell that holds a box and whose lines it does not meet: the common case, and nothing to cut.</summary>
    private static CellId? CellAround(GridBox box)
    {
        if (box.IsEmpty)
        {
            return null;
        }

        var cell = CellId.Of(new GridPoint(box.MinLon, box.MinLat));
        var around = cell.Box;
        return box.MinLon > around.MinLon && box.MaxLon < around.MaxLon && box.MinLat > around.MinLat && box.MaxLat < around.MaxLat ? cell : null;
    }

    private void Clear(long size)
    {
        _size = size;
        _pieces.Clear();
        _crossings.Clear();
    }

    private void AddRing(GridPoint[] ring)
    {
        var previous = ring[^1];
        foreach (var point in ring)
        {
            AddEdge(previous, point);
            previous = point;
        }
    }

    private void AddEdge(GridPoint a, GridPoint b)
    {
        if (a == b)
        {
            return;
        }

        if (Spans(a.Lon, b.Lon) || Spans(a.Lat, b.Lat))
        {
            _cuts.Clear();
            CellLines.CutsOf(a < b ? a : b, a < b ? b : a, _size, _cuts);
            if (b < a)
            {
                _cuts.Reverse();
            }

            foreach (var cut in _cuts)
            {
                AddPiece(a, cut);
                a = cut;
            }
        }

        AddPiece(a, b);
    }

    /// <summary>Whether a line of the grid lies strictly between.</summary>
    private bool Spans(long from, long to)
    {
        var (low, high) = from < to ? (from, to) : (to, from);
        return CellLines.FloorDiv(low, _size) + 1 < CellLines.CeilDiv(high, _size);
    }

    private void AddPiece(GridPoint a, GridPoint b)
    {
        if (a == b || (a.Lat == b.Lat && a.Lat % _size == 0))
        {
            return;
        }

        var row = (int)((a.Lat + b.Lat + 2 * GridPoint.MaxLat) / (2 * _size));
        var column = (int)((a.Lon + b.Lon + 2 * GridPoint.MaxLon) / (2 * _size));
        var corner = new GridPoint(column * _size - GridPoint.MaxLon, row * _size - GridPoint.MaxLat);
        if (a.Lat != b.Lat && Math.Min(a.Lat, b.Lat) == corner.Lat)
        {
            var rises = a.Lat < b.Lat;
            _crossings.Add(new Crossing(row, rises ? a.Lon : b.Lon, rises ? -1 : 1));
        }

        if (a.Lon == b.Lon && a.Lon == corner.Lon)
        {
            return;
        }

        _pieces.Add(new PlacedPiece(new CellId(column, row),
            new Piece((int)(a.Lon - corner.Lon), (int)(a.Lat - corner.Lat), (int)(b.Lon - corner.Lon), (int)(b.Lat - corner.Lat))));
    }

    private CellCut Assemble()
    {
        var cells = new List<CutCell>();
        var runs = new List<CoveredRun>();
        var order = new int[_pieces.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        if (_pieces.Exists(p => p.Cell != _pieces[0].Cell))
        {
            Array.Sort(order, (i, j) => _pieces[i].Cell != _pieces[j].Cell ? _pieces[i].Cell.CompareTo(_pieces[j].Cell) : i.CompareTo(j));
        }

        _crossings.Sort((p, q) => p.Row != q.Row ? p.Row.CompareTo(q.Row) : p.Lon.CompareTo(q.Lon));
        int at = 0, cross = 0;
        while (cross < _crossings.Count || at < order.Length)
        {
            var row = Math.Min(cross < _crossings.Count ? _crossings[cross].Row : int.MaxValue,
                at < order.Length ? _pieces[order[at]].Cell.Row : int.MaxValue);
            AssembleRow(row, order, ref at, ref cross, cells, runs);
        }

        return new CellCut([.. cells], [.. runs]);
    }

    private void AssembleRow(int row, int[] order, ref int at, ref int cross, List<CutCell> cells, List<CoveredRun> runs)
    {
        int winding = 0, column = 0;
        while (true)
        {
            var nextCell = at < order.Length && _pieces[order[at]].Cell.Row == row ? _pieces[order[at]].Cell.Column : int.MaxValue;
            var nextCross = cross < _crossings.Count && _crossings[cross].Row == row
                ? (int)CellLines.CeilDiv(_crossings[cross].Lon + GridPoint.MaxLon, _size)
                : int.MaxValue;
            if (nextCell == int.MaxValue && nextCross == int.MaxValue)
            {
                return;
            }

            var next = Math.Min(nextCell, nextCross);
            if (winding != 0 && next > column)
            {
                runs.Add(new CoveredRun(row, column, next - 1, winding));
            }

            while (cross < _crossings.Count && _crossings[cross].Row == row
                && CellLines.CeilDiv(_crossings[cross].Lon + GridPoint.MaxLon, _size) <= next)
            {
                winding += _crossings[cross++].Change;
            }

            column = next;
            if (nextCell == next)
            {
                cells.Add(new CutCell(new CellId(next, row), winding, TakePieces(order, ref at)));
                column = next + 1;
            }
        }
    }

    private byte[] TakePieces(int[] order, ref int at)
    {
        var cell = _pieces[order[at]].Cell;
        _taken.Clear();
        for (; at < order.Length && _pieces[order[at]].Cell == cell; at++)
        {
            _taken.Add(_pieces[order[at]].Piece);
        }

        return PieceCodec.Encode(CollectionsMarshal.AsSpan(_taken));
    }
}
