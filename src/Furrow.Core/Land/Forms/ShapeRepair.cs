using System.Globalization;
using Furrow.Core.Reports;

namespace Furrow.Core.Land;

/// <summary>Turns drawn rings into a shape the ledger can trust, and says what it mended. Rings come closed or open, in any direction.
/// Fill rule where a line crosses itself: a hazard keeps everything its line encloses; a release keeps only what is enclosed an odd number of
/// times, since the rest may have been drawn around on purpose. See docs/decisions.</summary>
public static class ShapeRepair
{
    /// <summary>The repaired shape and its repairs; a null shape with the reasons when nothing with an area is left. Never throws on
    /// coordinates on earth.</summary>
    public static RepairedShape Mend(IReadOnlyList<GridPoint[][]> drawn, bool isRelease)
    {
        var repairs = new List<Repair>();
        var mended = new List<GridPoint[][]>(drawn.Count);
        long drawnArea = 0;
        var plain = true;
        foreach (var polygon in drawn)
        {
            var rings = Clean(polygon, repairs);
            if (rings.Count == 0)
            {
                continue;
            }

            var area = Math.Abs(ShapeArea.MicroOfRings(rings));
            drawnArea += area;
            if (PlainRings.Are(rings))
            {
                mended.Add([.. rings]);
                continue;
            }

            plain = false;
            mended.AddRange(Untangle(rings, isRelease, area, "self-crossing", repairs));
        }

        if (plain && mended.Count == 1)
        {
            return new RepairedShape(new Shape(mended), repairs, drawnArea, drawnArea) { IsPlain = repairs.Count == 0 };
        }

        if (mended.Count > 1 && !(plain && PlainRings.BoxesAreApart(mended)))
        {
            // Parts of one report may overlap; each was mended alone, so their union is what was meant.
            var before = ShapeArea.MicroOfRings([.. mended.SelectMany(p => p)]);
            mended = Untangle([.. mended.SelectMany(p => p)], isRelease: false, before, "overlapping-parts", repairs, mended);
        }

        var shape = mended.Count == 0 ? null : new Shape(mended);
        return new RepairedShape(shape, repairs, drawnArea, shape is null ? 0 : ShapeArea.Micro(shape));
    }

    /// <summary>Drops the closing point and repeated points; gives shells and holes their direction. A polygon without a usable shell is
    /// dropped whole.</summary>
    private static List<GridPoint[]> Clean(GridPoint[][] polygon, List<Repair> repairs)
    {
        var rings = new List<GridPoint[]>(polygon.Length);
        for (var r = 0; r < polygon.Length; r++)
        {
            var ring = WithoutRepeats(polygon[r]);
            Report(polygon[r], ring.Length, repairs);
            if (ring.Length < 3 || Rings.LieOnOneLine(ring))
            {
                repairs.Add(new Repair("ring-without-area", ring.Length < 3
                    ? $"A ring of {ring.Length.ToString(CultureInfo.InvariantCulture)} different points encloses nothing and was left out."
                    : $"A ring of {ring.Length.ToString(CultureInfo.InvariantCulture)} points on one line encloses nothing and was left out.", 0));
                if (r == 0)
                {
                    return [];
                }

                continue;
            }

            if (IsClockwise(ring) == (r == 0))
            {
                Array.Reverse(ring);
            }

            rings.Add(ring);
        }

        return rings;
    }

    /// <summary>A copy that is open and repeats no point in a row.</summary>
    private static GridPoint[] WithoutRepeats(GridPoint[] ring)
    {
        var count = 0;
        for (var i = 0; i < ring.Length; i++)
        {
            count += i == 0 || ring[i] != ring[i - 1] ? 1 : 0;
        }

        var end = ring.Length;
        for (; count > 1 && ring[end - 1] == ring[0]; count--)
        {
            for (end--; ring[end - 1] == ring[end]; end--)
            {
            }
        }

        var kept = new GridPoint[count];
        for (int i = 0, n = 0; n < count; i++)
        {
            if (i == 0 || ring[i] != ring[i - 1])
            {
                kept[n++] = ring[i];
            }
        }

        return kept;
    }

    private static bool IsClockwise(GridPoint[] ring)
    {
        var box = Rings.BoxOf(ring);
        var widest = Math.Max(box.MaxLon - box.MinLon, box.MaxLat - box.MinLat);
        if (widest > 30_000_000 || ring.Length > 4_000)
        {
            return Rings.TwiceArea(ring) < 0;
        }

        // 4,000 times two products of at most 9e14 each stay within a long.
        var sum = 0L;
        var origin = ring[0];
        for (var i = 1; i + 1 < ring.Length; i++)
        {
            sum += (ring[i].Lon - origin.Lon) * (ring[i + 1].Lat - origin.Lat) - (ring[i].Lat - origin.Lat) * (ring[i + 1].Lon - origin.Lon);
        }

        return sum < 0;
    }

    /// <summary>Open rings and repeated points are told; a closed ring without repeats is as it should be.</summary>
    private static void Report(GridPoint[] ring, int kept, List<Repair> repairs)
    {
        var isClosed = ring.Length > 1 && ring[0] == ring[^1];
        var repeated = ring.Length - kept - (isClosed ? 1 : 0);
        if (repeated > 0)
        {
            repairs.Add(new Repair("repeated-point", $"{repeated.ToString(CultureInfo.InvariantCulture)} repeated points were left out.", 0));
        }
    }

    /// <summary>Keeps the rings as drawn when nothing crosses; else makes new ones from the faces the fill rule keeps.</summary>
    private static List<GridPoint[][]> Untangle(List<GridPoint[]> rings, bool isRelease, long areaBefore, string code, List<Repair> repairs,
        List<GridPoint[][]>? asDrawn = null)
    {
        var cut = CellCutter.Cut(rings);
        if (!rings.Any(Rings.PassesTwice) && RingFaces.AreSimple(cut))
        {
            return asDrawn ?? [[.. rings]];
        }

        var shape = RingFaces.Build(cut, isRelease ? w => (w & 1) != 0 : w => w != 0);
        var change = (ShapeArea.Micro(shape) - areaBefore) / (double)AreaText.MicroPerSquareMetre;
        var sentence = code == "overlapping-parts" ? "Parts of the polygon overlapped and were joined."
            : isRelease ? "The outline crossed or touched itself; land enclosed an odd number of times was kept."
            : "The outline crossed or touched itself; everything it encloses was kept.";
        repairs.Add(new Repair(code, sentence, change));
        return [.. shape.Polygons];
    }
}

/// <param name="DrawnAreaMicro">Area enclosed by the rings as drawn, by the signed sum: what the repair is compared with.</param>
public sealed record RepairedShape(Shape? Shape, IReadOnlyList<Repair> Repairs, long DrawnAreaMicro, long AreaMicro)
{
    /// <summary>One polygon, drawn so that nothing had to be mended and no line of it comes near another.</summary>
    public bool IsPlain { get; init; }
}
