namespace Furrow.Core.Land;

/// <summary>Cuts shapes at the lines of the cell grid. Where an edge is cut depends on that edge alone (both directions give the same points), so two
/// reports that share an edge share its cuts, and both cells beside a line share its nodes.</summary>
internal sealed class CellCutter
{
    private readonly record struct PlacedPiece(CellId Cell, Piece Piece);

    /// <summary>Where the boundary rises from a row's lower line, and how the winding changes when passing there from west to east.</summary>
    private readonly record struct Crossing(int Row, long Lon, int Change);

    private readonly List<PlacedPiece> _pieces = [];
    private readonly List<Crossing> _crossings = [];
    private readonly List<GridPoint> _cuts = [];

    public static CellCut Cut(Shape shape)
    {
        var cutter = new CellCutter();
        foreach (var polygon in shape.Polygons)
        {
            foreach (var ring in polygon)
            {
                cutter.AddRing(ring);
            }
        }

        return cutter.Assemble();
    }

    /// <summary>Any rings, whatever their direction or crossings: windings are then those of the rings as drawn.</summary>
    public static CellCut CutRings(IEnumerable<GridPoint[]> rings)
    {
        var cutter = new CellCutter();
        foreach (var ring in rings)
        {
            cutter.AddRing(ring);
        }

        return cutter.Assemble();
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
            CellLines.CutsOf(a < b ? a : b, a < b ? b : a, _cuts);
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

    /// <summary>Whether a cell line lies strictly between.</summary>
    private static bool Spans(long from, long to)
    {
        var (low, high) = from < to ? (from, to) : (to, from);
        return CellLines.FloorDiv(low, CellId.Size) + 1 < CellLines.CeilDiv(high, CellId.Size);
    }

    private void AddPiece(GridPoint a, GridPoint b)
    {
        if (a == b || (a.Lat == b.Lat && a.Lat % CellId.Size == 0))
        {
            return;
        }

        var row = (int)((a.Lat + b.Lat + 2 * GridPoint.MaxLat) / (2 * CellId.Size));
        var column = (int)((a.Lon + b.Lon + 2 * GridPoint.MaxLon) / (2 * CellId.Size));
        var corner = new CellId(column, row).Corner;
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

        return new CellCut(cells, runs);
    }

    private void AssembleRow(int row, int[] order, ref int at, ref int cross, List<CutCell> cells, List<CoveredRun> runs)
    {
        int winding = 0, column = 0;
        while (true)
        {
            var nextCell = at < order.Length && _pieces[order[at]].Cell.Row == row ? _pieces[order[at]].Cell.Column : int.MaxValue;
            var nextCross = cross < _crossings.Count && _crossings[cross].Row == row
                ? (int)CellLines.CeilDiv(_crossings[cross].Lon + GridPoint.MaxLon, CellId.Size)
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
                && CellLines.CeilDiv(_crossings[cross].Lon + GridPoint.MaxLon, CellId.Size) <= next)
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

    private Piece[] TakePieces(int[] order, ref int at)
    {
        var cell = _pieces[order[at]].Cell;
        var end = at;
        while (end < order.Length && _pieces[order[end]].Cell == cell)
        {
            end++;
        }

        var pieces = new Piece[end - at];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = _pieces[order[at + i]].Piece;
        }

        at = end;
        return pieces;
    }
}
