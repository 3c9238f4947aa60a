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
        var mended = new List<GridPoint[][]>();
        long drawnArea = 0;
        foreach (var polygon in drawn)
        {
            var rings = Clean(polygon, repairs);
            if (rings.Count == 0)
            {
                continue;
            }

            var area = Math.Abs(ShapeArea.MicroOfRings(rings));
            drawnArea += area;
            mended.AddRange(Untangle(rings, isRelease, area, "self-crossing", repairs));
        }

        if (mended.Count > 1)
        {
            // Parts of one report may overlap; each was mended alone, so their union is what was meant.
            var before = ShapeArea.MicroOfRings(mended.SelectMany(p => p));
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
            var points = new List<GridPoint>(polygon[r].Length);
            foreach (var point in polygon[r])
            {
                if (points.Count == 0 || points[^1] != point)
                {
                    points.Add(point);
                }
            }

            while (points.Count > 1 && points[^1] == points[0])
            {
                points.RemoveAt(points.Count - 1);
            }

            Report(polygon[r], points.Count, repairs);
            if (points.Count < 3)
            {
                repairs.Add(new Repair("ring-without-area",
                    $"A ring of {points.Count.ToString(CultureInfo.InvariantCulture)} different points encloses nothing and was left out.", 0));
                if (r == 0)
                {
                    return [];
                }

                continue;
            }

            GridPoint[] ring = [.. points];
            if (Rings.TwiceArea(ring) < 0 == (r == 0))
            {
                Array.Reverse(ring);
            }

            rings.Add(ring);
        }

        return rings;
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
public sealed record RepairedShape(Shape? Shape, IReadOnlyList<Repair> Repairs, long DrawnAreaMicro, long AreaMicro);
