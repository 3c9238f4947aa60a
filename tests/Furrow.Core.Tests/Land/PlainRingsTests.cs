using CsCheck;
using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>The quick look of the repair may leave a ring undecided, but what it calls plain must be simple by the noding, and measure the same.</summary>
public sealed class PlainRingsTests
{
    /// <summary>Corners around a crossing of cell lines, from a few steps to some cells apart: rounding at the lines and sharp corners are frequent.</summary>
    private static readonly Gen<GridPoint[]> AnyRing =
        from scale in Gen.OneOfConst(3L, 20L, 500L, 100_000L, 8_000_000L, 25_000_000L)
        from corners in Gen.Select(Gen.Long[-scale, scale], Gen.Long[-scale, scale]).Array[3, 9]
        select Array.ConvertAll(corners, c => new GridPoint(17_000_000_000 + c.Item1, 44_000_000_000 + c.Item2));

    /// <summary>Star-shaped around its middle: nearly always simple, sometimes with spikes.</summary>
    private static readonly Gen<GridPoint[]> AnyStar =
        from middle in Gen.Select(Gen.Long[-9_000_000, 9_000_000], Gen.Long[-9_000_000, 9_000_000])
        from size in Gen.OneOfConst(2_000.0, 60_000.0, 4_000_000.0, 30_000_000.0)
        from turns in Gen.Double[0.02, 1].Array[3, 40]
        from radii in Gen.Double[0.001, 1].Array[40]
        select Star(middle.Item1, middle.Item2, size, turns, radii);

    [Fact]
    public void What_is_plain_is_simple_by_the_noding()
    {
        var plain = 0;
        var tried = Gen.OneOf(AnyRing, AnyStar).Select(Oriented).Obeys(ring =>
        {
            List<GridPoint[]> rings = [ring];
            if (!PlainRings.Are(rings))
            {
                return true;
            }

            Interlocked.Increment(ref plain);
            return DrawingRepair.AreSimple(rings, NodingBudget.Standard());
        }, seed: "0000000000001", samples: 60_000);
        Assert.True(plain >= tried / 6, $"Only {plain} of {tried} rings were plain: the law was hardly tried.");
    }

    [Fact]
    public void Mending_a_plain_ring_changes_nothing_and_measures_as_the_ledger_does()
    {
        AnyStar.Select(Oriented).Obeys(ring =>
        {
            var mended = ShapeRepair.Mend([[[.. ring, ring[0]]]], isRelease: false);
            return !PlainRings.Are([ring]) || (mended.Repairs.Count == 0 && mended.Shape!.Polygons[0][0].AsSpan().SequenceEqual(ring)
                && mended.AreaMicro == ShapeArea.Micro(mended.Shape) && mended.AreaMicro == ShapeArea.MicroOfRings([ring]));
        }, seed: "0000000000002", samples: 5_000);
    }

    public static TheoryData<string, bool, GridPoint[][]> Polygons => new()
    {
        { "a square", true, [Square(0, 0, 1000)] },
        { "a square with a hole", true, [Square(0, 0, 1000), Hole(300, 300, 400)] },
        { "a hole outside its shell", false, [Square(0, 0, 1000), Hole(3000, 0, 400)] },
        { "a hole across its shell", false, [Square(0, 0, 1000), Hole(800, 300, 400)] },
        { "a hole in a hole", false, [Square(0, 0, 1000), Hole(100, 100, 800), Hole(300, 300, 100)] },
        { "two holes side by side", true, [Square(0, 0, 1000), Hole(100, 100, 200), Hole(500, 100, 200)] },
        { "a hole that touches its shell", false, [Square(0, 0, 1000), Hole(0, 300, 400)] },
        { "a hole two steps from its shell", false, [Square(0, 0, 1000), Hole(2, 300, 400)] },
        { "a bow tie", false, [[At(0, 0), At(1000, 1000), At(1000, 0), At(0, 1000)]] },
        { "a spike", false, [[At(0, 0), At(1000, 0), At(2000, 0), At(1000, 1), At(1000, 1000)]] },
        { "a point passed twice", false, [[At(0, 0), At(1000, 0), At(500, 500), At(1000, 1000), At(0, 1000), At(500, 500)]] },
        { "a point one step from a side", false, [[At(0, 0), At(1000, 0), At(1000, 1000), At(500, 1), At(0, 1000)]] },
    };

    [Theory]
    [MemberData(nameof(Polygons))]
    public void Decided_at_a_glance(string what, bool isPlain, GridPoint[][] rings)
    {
        Assert.True(PlainRings.Are([.. rings]) == isPlain, what);
    }

    [Fact]
    public void Parts_whose_boxes_come_near_are_looked_at_together()
    {
        Assert.Equal([1, 1], Groups(Square(0, 0, 100), Square(200, 0, 100)));
        Assert.Equal([2], Groups(Square(0, 0, 100), Square(100, 0, 100)));
        Assert.Equal([2], Groups(Square(0, 0, 100), Square(105, 0, 100)));
        Assert.Equal([3, 1], Groups(Square(0, 0, 100), Square(100, 0, 100), Square(200, 0, 100), Square(900, 0, 100)));

        static IEnumerable<int> Groups(params GridPoint[][] squares) =>
            DrawnPart.Groups([.. squares.Select(s => DrawnPart.Of([s]))], NodingBudget.Standard()).Select(g => g.Count);
    }

    private static GridPoint At(long x, long y) => new(17_003_000_000 + x, 44_003_000_000 + y);

    private static GridPoint[] Square(long x, long y, long side) => [At(x, y), At(x + side, y), At(x + side, y + side), At(x, y + side)];

    private static GridPoint[] Hole(long x, long y, long side) => [At(x, y), At(x, y + side), At(x + side, y + side), At(x + side, y)];

    private static GridPoint[] Oriented(GridPoint[] ring)
    {
        if (Rings.TwiceArea(ring) < 0)
        {
            Array.Reverse(ring);
        }

        return ring;
    }

    private static GridPoint[] Star(long x, long y, double size, double[] turns, double[] radii)
    {
        var whole = turns.Sum();
        var angle = 0.0;
        return [.. turns.Select((turn, i) =>
        {
            angle += turn / whole * 2 * Math.PI;
            var (east, north) = ((long)(size * radii[i] * Math.Cos(angle)), (long)(size * radii[i] * Math.Sin(angle)));
            return new GridPoint(17_000_000_000 + x + east, 44_000_000_000 + y + north);
        })];
    }
}
