using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Boundary stretches along cell lines, from the cells on both sides: where both have land they cancel, exactly, even when the cells cut the line
/// at different places.</summary>
internal sealed class FrameLines
{
    private readonly Dictionary<(bool Vertical, long At), List<(long Position, int Change)>> _lines = [];

    /// <summary>A directed stretch along a cell line with land on its left.</summary>
    public void Add(GridPoint from, GridPoint to)
    {
        var vertical = from.Lon == to.Lon;
        var (a, b) = vertical ? (from.Lat, to.Lat) : (from.Lon, to.Lon);
        ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(_lines, (vertical, vertical ? from.Lon : from.Lat), out _);
        line ??= [];
        var sign = a < b ? 1 : -1;
        line.Add((Math.Min(a, b), sign));
        line.Add((Math.Max(a, b), -sign));
    }

    public void Flush(RingBuilder rings)
    {
        foreach (var ((vertical, at), line) in _lines)
        {
            line.Sort();
            var direction = 0;
            for (var i = 0; i + 1 < line.Count; i++)
            {
                direction += line[i].Change;
                var (low, high) = (line[i].Position, line[i + 1].Position);
                if (direction == 0 || low == high)
                {
                    continue;
                }

                var (from, to) = direction > 0 ? (low, high) : (high, low);
                rings.Add(vertical ? new GridPoint(at, from) : new GridPoint(from, at), vertical ? new GridPoint(at, to) : new GridPoint(to, at));
            }
        }

        _lines.Clear();
    }
}
