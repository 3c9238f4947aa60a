using Furrow.Core.Land;
using Furrow.Server.Tiles;
using Xunit;
using static Furrow.Server.Tests.Tiles.MadeUpLand;

namespace Furrow.Server.Tests.Tiles;

public sealed class TileEncoderTests
{
    // Tile 12/2048/2047 lies just north-east of 0° 0°: a tile unit there is 0.0879/4096 degrees.
    private const int Z = 12, X = 2048, Y = 2047;

    [Fact]
    public void A_tile_reads_as_text()
    {
        var tile = TileEncoder.Encode(
            [
                Feature(BoxWithHole(0.01, 0.01, 0.02, 0.02), Suspected, 7),
                Feature(Box(0.03, 0.03, 0.031, 0.031), Cleared, 7, 12),
                Feature(Box(0.04, 0.04, 0.041, 0.041), Suspected, 7),
            ],
            Z, X, Y, exercise: true);

        Assert.Equal(
            """
            layer land, version 2, extent 4096
              feature ap-mines 201512311, av-mines 201512311, cluster-munition-remnants 201512311, other-erw 201512311, ied 201512311, overall 201512311, exercise True
                shell 1864 2232, 1864 2185, 1911 2185, 1911 2232
                shell 466 3164, 932 3164, 932 3630, 466 3630
                hole  816 3513, 816 3280, 583 3280, 583 3513
              feature ap-mines 201612316201212311, overall 201612316201212311, exercise True
                shell 1398 2651, 1445 2651, 1445 2698, 1398 2698

            """,
            TileText.Print(tile));
    }

    [Fact]
    public void Land_cut_into_cells_is_one_polygon_again_in_the_tile()
    {
        var tile = TileEncoder.Encode([.. Cells(0.015, 0.015, 0.055, 0.045, Suspected, 1)], Z, X, Y);

        var ring = Assert.Single(Assert.Single(Assert.Single(TileReader.Read(tile)).Features).Rings);
        Assert.Equal(4, ring.Length);
    }

    [Fact]
    public void Cells_around_a_hole_join_to_a_shell_and_a_hole()
    {
        var around = Cells(0.01, 0.01, 0.06, 0.06, Suspected, 1).Where(f => f.Shape.Bounds.MinLon != 30_000_000 || f.Shape.Bounds.MinLat != 30_000_000);

        var rings = Assert.Single(Assert.Single(TileReader.Read(TileEncoder.Encode([.. around], Z, X, Y))).Features).Rings;

        Assert.Equal([1, -1], rings.Select(r => Math.Sign(TileReader.DoubleArea(r))));
        Assert.All(rings, r => Assert.Equal(4, r.Length));
    }

    [Fact]
    public void A_neighbour_with_one_more_node_on_the_cell_line_still_joins()
    {
        var west = Feature(Box(0.01, 0.01, 0.02, 0.02), Suspected, 1);
        var east = Feature(
            new Shape([[[new(20_000_000, 10_000_000), new(30_000_000, 10_000_000), new(30_000_000, 20_000_000), new(20_000_000, 20_000_000),
                new(20_000_000, 14_000_000)]]]),
            Suspected, 1);

        Assert.Equal(4, Assert.Single(TileReader.Read(TileEncoder.Encode([west, east], Z, X, Y))[0].Features[0].Rings).Length);
    }

    [Fact]
    public void Land_with_another_history_stays_apart()
    {
        var tile = TileEncoder.Encode([.. Cells(0.01, 0.01, 0.02, 0.02, Suspected, 1), .. Cells(0.02, 0.01, 0.03, 0.02, Cleared, 1)], Z, X, Y);

        Assert.Equal(2, TileReader.Read(tile)[0].Features.Count);
    }

    [Fact]
    public void What_is_smaller_than_a_tile_unit_leaves_no_trace()
    {
        Assert.Empty(TileEncoder.Encode([Feature(Box(0.01, 0.01, 0.0100001, 0.0100001), Suspected, 1)], 10, 512, 511));
    }

    [Fact]
    public void Land_far_from_the_tile_leaves_no_trace()
    {
        Assert.Empty(TileEncoder.Encode([Feature(Box(10, 10, 10.01, 10.01), Suspected, 1)], Z, X, Y));
    }

    [Fact]
    public void Land_over_the_whole_tile_fills_it_to_the_edge_of_the_buffer()
    {
        var tile = TileEncoder.Encode([Feature(Box(-1, -1, 1, 1), Suspected, 1)], Z, X, Y);

        Assert.Equal([(-64, -64), (4160, -64), (4160, 4160), (-64, 4160)],
            TileReader.Read(tile)[0].Features[0].Rings[0].OrderBy(p => p.Y).ThenBy(p => p.Y < 0 ? p.X : -p.X));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(9, 281, 187)]
    [InlineData(10, 563, 374)]
    [InlineData(16, 36055, 23995)]
    public void The_box_of_a_tile_holds_its_buffer_and_no_more(int z, int x, int y)
    {
        var box = TileEncoder.BoxOf(z, x, y);
        var frame = new TileFrame(z, x, y);

        Assert.InRange(frame.Project(new GridPoint(box.MinLon, box.MaxLat)).X, z == 0 ? 0 : -65, -63 * Math.Sign(z));
        Assert.InRange(frame.Project(new GridPoint(box.MaxLon, box.MinLat)).Y, 4095, 4161);
    }

    [Fact]
    public void The_short_way_to_project_agrees_with_the_formula()
    {
        foreach (var (z, x, y) in new[] { (10, 563, 374), (10, 700, 120), (12, 2048, 2047), (14, 9000, 6000), (16, 36055, 23995) })
        {
            var frame = new TileFrame(z, x, y);
            for (var unit = -64; unit <= 4160; unit += 32)
            {
                var lat = frame.LatitudeOf(unit);
                Assert.InRange(frame.Project(GridPoint.FromDegrees(frame.LongitudeOf(unit), lat)).Y, unit - 1, unit + 1);
                Assert.InRange(frame.Project(GridPoint.FromDegrees(frame.LongitudeOf(unit), frame.LatitudeOf(unit + 0.25))).Y, unit, unit);
            }
        }
    }
}
