using CsCheck;
using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>A drawing as people and programs make them: valid, or wrong in one of the ways that were seen.</summary>
internal sealed record RandomDrawing(GridPoint[][][] Polygons, RingRoles Roles)
{
    public IEnumerable<GridPoint[]> Rings => Polygons.SelectMany(p => p);

    public override string ToString() => $"{Roles}: "
        + string.Join(" + ", Polygons.Select(p => string.Join(" minus ", p.Select(r => string.Join(" ", r.Select(Text))))));

    private static string Text(GridPoint p) => $"{p.Lon - RandomDrawings.Corner.Lon},{p.Lat - RandomDrawings.Corner.Lat}";
}

/// <summary>Random drawings around a corner of the cell grid, on a coarse lattice most of the time: self-crossing rings, holes that overlap, are doubled,
/// nested, equal to their shell or stick out, reversed directions, several parts, repeated points, spikes, keyholes, edges on one line, rings that
/// touch.</summary>
internal static class RandomDrawings
{
    public static readonly GridPoint Corner = new(1_750 * CellId.Size, 4_410 * CellId.Size);

    private static readonly Gen<long> Offset = Gen.Frequency(
        (8, Gen.Int[-4, 4].Select(n => n * (CellId.Size / 4))),
        (2, Gen.Select(Gen.Int[-4, 4], Gen.Int[-2, 2], (n, d) => n * (CellId.Size / 4) + d)),
        (2, Gen.Long[-CellId.Size, CellId.Size]));

    private static readonly Gen<GridPoint> Point = Gen.Select(Offset, Offset, At);

    private static readonly Gen<GridPoint[]> Box = Gen.Select(Offset, Offset, Offset, Offset, (x1, y1, x2, y2) => new[]
    {
        At(x1, y1), At(x2, y1), At(x2, y2), At(x1, y2),
    });

    private static readonly Gen<GridPoint[]> Any = Gen.Frequency((4, Box), (4, Point.Array[3, 8]), (1, Point.Array[20, 40]));

    /// <summary>What happens to a ring on its way: closed, reversed, a point repeated, a spike, run round twice, run round there and back.</summary>
    private static readonly Gen<GridPoint[]> Ring = Gen.Select(Any, Gen.Int[0, 9], Point, (ring, what, spike) => what switch
    {
        0 => [.. ring, ring[0]],
        1 => [.. ring.Reverse()],
        2 => [ring[0], .. ring, ring[^1]],
        3 => [.. ring, spike, ring[^1]],
        4 => [.. ring, .. ring],
        5 => [.. ring, ring[0], .. ring.Reverse()],
        _ => ring,
    });

    /// <summary>A shell that holds a hole as a keyhole: one line out to the hole, round it and back.</summary>
    private static readonly Gen<GridPoint[]> Keyhole = Gen.Select(Box, Box, (shell, hole) => (GridPoint[])[.. shell, shell[0], .. hole, hole[0], shell[0]]);

    private static readonly Gen<GridPoint[][]> Polygon = Gen.Frequency(
        (6, Gen.Select(Ring, Ring.Array[0, 3], (shell, holes) => (GridPoint[][])[shell, .. holes])),
        (1, Keyhole.Select(k => new[] { k })),
        (1, Ring.Select(r => new[] { r, r })),
        (2, Gen.Select(Nested, Gen.Bool.Array[4], (rings, turned) => rings.Select((r, i) => turned[i] ? r : [.. r.Reverse()]).ToArray())));

    public static readonly Gen<RandomDrawing> Drawing = Gen.Select(Polygon.Array[1, 3], Gen.Bool,
        (polygons, directed) => new RandomDrawing(polygons, directed ? RingRoles.ByDirection : RingRoles.Declared));

    /// <summary>One to four boxes, each in the one before, some with a side in common.</summary>
    private static Gen<GridPoint[][]> Nested => Gen.Select(Gen.Int[1, 4], Gen.Int[0, 1].Array[4], (count, apart) =>
        Enumerable.Range(0, count).Select(i => Boxed(i * CellId.Size / 4 * apart[i], i * CellId.Size / 5, (8 - 2 * i) * CellId.Size / 5)).ToArray());

    private static GridPoint[] Boxed(long x, long y, long side) => [At(x, y), At(x + side, y), At(x + side, y + side), At(x, y + side)];

    private static GridPoint At(long x, long y) => new(Corner.Lon + x, Corner.Lat + y);
}
