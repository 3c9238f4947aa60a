using Furrow.Core.Land;

namespace Furrow.Server.Tiles;

/// <summary>Takes one ring from the grid into a tile: project, clip to the tile and its buffer, drop what quantising made degenerate.
/// Buffers are reused from ring to ring; one pipe serves one thread.</summary>
internal sealed class RingProjector
{
    private const int Low = -TileFrame.Buffer;
    private const int High = TileFrame.Extent + TileFrame.Buffer;

    private TilePoint[] _points = new TilePoint[256];
    private TilePoint[] _spare = new TilePoint[256];
    private int _count;

    /// <summary>The ring in tile units, open (the first point is not repeated), in the direction it came; empty when nothing with an area is left.</summary>
    public ReadOnlySpan<TilePoint> Ring => _points.AsSpan(0, _count);

    /// <summary>Twice the signed area in tile units, y down: negative for a ring that runs anticlockwise on the map.</summary>
    public long DoubleArea { get; private set; }

    public void Take(TileFrame frame, GridPoint[] ring)
    {
        if (_points.Length < ring.Length)
        {
            _points = new TilePoint[ring.Length * 2];
        }

        DoubleArea = 0;
        var bounds = Project(frame, ring);
        if (bounds.MaxX < Low || bounds.MinX > High || bounds.MaxY < Low || bounds.MinY > High)
        {
            _count = 0;
            return;
        }

        if (bounds.MinX < Low || bounds.MaxX > High || bounds.MinY < Low || bounds.MaxY > High)
        {
            Clip();
        }

        Tidy();
        if (_count >= 3)
        {
            DoubleArea = Area(Ring);
        }

        if (DoubleArea == 0)
        {
            _count = 0;
        }
    }

    private (int MinX, int MinY, int MaxX, int MaxY) Project(TileFrame frame, GridPoint[] ring)
    {
        int minX = int.MaxValue, minY = int.MaxValue, maxX = int.MinValue, maxY = int.MinValue;
        var count = 0;
        var points = _points;
        foreach (var vertex in ring)
        {
            var p = frame.Project(vertex);
            if (count > 0 && points[count - 1] == p)
            {
                continue;
            }

            points[count++] = p;
            minX = Math.Min(minX, p.X);
            maxX = Math.Max(maxX, p.X);
            minY = Math.Min(minY, p.Y);
            maxY = Math.Max(maxY, p.Y);
        }

        _count = count;
        return (minX, minY, maxX, maxY);
    }

    /// <summary>Sutherland–Hodgman, one side of the box after the other. What runs along the box stays outside the visible tile.</summary>
    private void Clip()
    {
        for (var side = 0; side < 4 && _count > 0; side++)
        {
            // A side adds at most one point for each edge that crosses it.
            if (_spare.Length < _count * 2)
            {
                _spare = new TilePoint[_count * 3];
            }

            var kept = 0;
            var from = _points[_count - 1];
            var fromInside = IsInside(from, side);
            for (var i = 0; i < _count; i++)
            {
                var to = _points[i];
                var toInside = IsInside(to, side);
                if (fromInside != toInside)
                {
                    _spare[kept++] = Crossing(from, to, side);
                }

                if (toInside)
                {
                    _spare[kept++] = to;
                }

                (from, fromInside) = (to, toInside);
            }

            (_points, _spare) = (_spare, _points);
            _count = kept;
        }
    }

    private static bool IsInside(TilePoint p, int side) => side switch
    {
        0 => p.X >= Low,
        1 => p.X <= High,
        2 => p.Y >= Low,
        _ => p.Y <= High,
    };

    /// <summary>Where an edge crosses a side. Computed from the smaller end, so that both neighbours of an edge get the same point.</summary>
    private static TilePoint Crossing(TilePoint a, TilePoint b, int side)
    {
        if (a.X > b.X || (a.X == b.X && a.Y > b.Y))
        {
            (a, b) = (b, a);
        }

        var at = side is 0 or 2 ? Low : High;
        return side < 2
            ? new TilePoint(at, a.Y + (int)Math.Round((double)(at - a.X) / (b.X - a.X) * (b.Y - a.Y)))
            : new TilePoint(a.X + (int)Math.Round((double)(at - a.Y) / (b.Y - a.Y) * (b.X - a.X)), at);
    }

    /// <summary>Drops repeated points, points on a straight line between their neighbours, and spikes. None of these has an area, and a point on a
    /// straight line may go from one neighbour and stay in the other without a gap.</summary>
    private void Tidy()
    {
        var kept = 0;
        var points = _points;
        for (var i = 0; i < _count; i++)
        {
            var p = points[i];
            while (kept >= 1 && points[kept - 1] == p)
            {
                kept--;
            }

            while (kept >= 2 && IsStraight(points[kept - 2], points[kept - 1], p))
            {
                kept--;
                if (points[kept - 1] == p)
                {
                    kept--;
                }
            }

            points[kept++] = p;
        }

        _count = kept;
        TidyEnds();
    }

    /// <summary>The same around the place where the ring closes.</summary>
    private void TidyEnds()
    {
        var first = 0;
        while (_count - first >= 3)
        {
            var last = _points[_count - 1];
            if (last == _points[first] || IsStraight(_points[_count - 2], last, _points[first]))
            {
                _count--;
            }
            else if (IsStraight(last, _points[first], _points[first + 1]))
            {
                first++;
            }
            else
            {
                break;
            }
        }

        if (first > 0)
        {
            _count -= first;
            Array.Copy(_points, first, _points, 0, _count);
        }
    }

    private static bool IsStraight(TilePoint a, TilePoint b, TilePoint c) =>
        (long)(b.X - a.X) * (c.Y - b.Y) == (long)(b.Y - a.Y) * (c.X - b.X);

    private static long Area(ReadOnlySpan<TilePoint> ring)
    {
        long sum = 0;
        var a = ring[^1];
        foreach (var b in ring)
        {
            sum += (long)a.X * b.Y - (long)b.X * a.Y;
            a = b;
        }

        return sum;
    }
}
