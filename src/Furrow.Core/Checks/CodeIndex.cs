using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Codes in use, found again however they are written (<see cref="Codes"/>).</summary>
public sealed class CodeIndex
{
    public static readonly CodeIndex Empty = new([]);

    private readonly Dictionary<string, List<(Guid Report, string Code)>> _byKey = new(Codes.Comparer);

    public CodeIndex(IEnumerable<(Guid Report, string Code)> codes)
    {
        foreach (var entry in codes)
        {
            if (Codes.IsBlank(entry.Code))
            {
                continue;
            }

            if (!_byKey.TryGetValue(entry.Code, out var list))
            {
                _byKey[entry.Code] = list = new List<(Guid, string)>(1);
            }

            list.Add(entry);
        }
    }

    /// <summary>Reports that carry this code, but for case and blanks, in the order they were given.</summary>
    public IReadOnlyList<(Guid Report, string Code)> Find(string code) => _byKey.TryGetValue(code, out var list) ? list : [];
}

/// <summary>Polygons in use, found again whatever their starting point and direction.</summary>
public sealed class PolygonIndex
{
    public static readonly PolygonIndex Empty = new([]);

    private readonly Dictionary<PolygonKey, List<PartRef>> _byKey = [];

    public PolygonIndex(IEnumerable<(PolygonKey Key, PartRef Part)> polygons)
    {
        foreach (var (key, part) in polygons)
        {
            if (!_byKey.TryGetValue(key, out var list))
            {
                _byKey[key] = list = new List<PartRef>(1);
            }

            list.Add(part);
        }
    }

    public IReadOnlyList<PartRef> Find(PolygonKey key) => _byKey.TryGetValue(key, out var list) ? list : [];
}

/// <summary>128 bits that two drawings share when they are the same polygons: same points in the same cyclic order, whichever point comes first,
/// in either direction, closed or open, rings and polygons in any order.</summary>
public readonly record struct PolygonKey(ulong High, ulong Low)
{
    public static PolygonKey Of(IReadOnlyList<GridPoint[][]> drawn)
    {
        ulong high = 0, low = 0;
        foreach (var polygon in drawn)
        {
            foreach (var ring in polygon)
            {
                var key = OfRing(ring);
                unchecked
                {
                    // Addition does not care for order; the mix keeps sums from cancelling.
                    high += Mix(key.High ^ 0x9E3779B97F4A7C15);
                    low += Mix(key.Low ^ 0xC2B2AE3D27D4EB4F);
                }
            }
        }

        return new PolygonKey(high, low);
    }

    private static PolygonKey OfRing(GridPoint[] ring)
    {
        var points = Open(ring);
        var n = points.Length;
        if (n == 0)
        {
            return default;
        }

        var (start, step) = Canonical(points);
        ulong high = 0x243F6A8885A308D3, low = (ulong)n;
        for (int i = 0, at = start; i < n; i++)
        {
            var p = points[at];
            unchecked
            {
                high = Mix(high ^ (ulong)p.Lon) * 0x9E3779B97F4A7C15 + (ulong)p.Lat;
                low = Mix(low + (ulong)p.Lat * 0xFF51AFD7ED558CCD) ^ (ulong)p.Lon;
            }

            at += step;
            at = at == n ? 0 : at < 0 ? n - 1 : at;
        }

        return new PolygonKey(Mix(high), Mix(low));
    }

    /// <summary>As <see cref="RingGeometry.WithoutRepeats"/>, without a copy where only the closing point repeats.</summary>
    private static ReadOnlySpan<GridPoint> Open(GridPoint[] ring)
    {
        var n = ring.Length > 1 && ring[^1] == ring[0] ? ring.Length - 1 : ring.Length;
        for (var i = 1; i < n; i++)
        {
            if (ring[i] == ring[i - 1])
            {
                return RingGeometry.WithoutRepeats(ring);
            }
        }

        return n > 1 && ring[n - 1] == ring[0] ? RingGeometry.WithoutRepeats(ring) : ring.AsSpan(0, n);
    }

    /// <summary>The start and direction that give the smallest sequence. A point may occur twice, so all its places compete.</summary>
    private static (int Start, int Step) Canonical(ReadOnlySpan<GridPoint> points)
    {
        var smallest = points[0];
        foreach (var point in points)
        {
            smallest = point < smallest ? point : smallest;
        }

        (int Start, int Step)? best = null;
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] != smallest)
            {
                continue;
            }

            foreach (var step in (ReadOnlySpan<int>)[1, -1])
            {
                if (best is not { } b || IsSmaller(points, (i, step), b))
                {
                    best = (i, step);
                }
            }
        }

        return best!.Value;
    }

    private static bool IsSmaller(ReadOnlySpan<GridPoint> points, (int Start, int Step) a, (int Start, int Step) b)
    {
        var n = points.Length;
        // A few hundred points settle it for any honest ring; a hostile one must not make this quadratic.
        for (var k = 0; k < Math.Min(n, 512); k++)
        {
            var order = points[Wrap(a.Start + k * a.Step, n)].CompareTo(points[Wrap(b.Start + k * b.Step, n)]);
            if (order != 0)
            {
                return order < 0;
            }
        }

        return false;
    }

    private static int Wrap(int index, int n) => (index % n + n) % n;

    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x ^= x >> 30;
            x *= 0xBF58476D1CE4E5B9;
            x ^= x >> 27;
            x *= 0x94D049BB133111EB;
            return x ^ x >> 31;
        }
    }
}
