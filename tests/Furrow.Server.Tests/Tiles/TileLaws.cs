using CsCheck;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Tiles;
using Xunit;

namespace Furrow.Server.Tests.Tiles;

/// <summary>What holds for every tile, whatever the land looks like.</summary>
public sealed class TileLaws
{
    private const string Seed = "0000KhrZwAV2";

    /// <summary>A ring around a centre, anticlockwise; a hole inside half of the time. Sizes from a fraction of a tile unit to many tiles.</summary>
    private static readonly Gen<Shape> Star =
        Gen.Select(Gen.Double[-0.3, 0.3], Gen.Double[-0.3, 0.3], Gen.Double[-6.0, -0.5], Gen.Double[0.2, 1].Array[3, 40], Gen.Bool,
            (lon, lat, size, radii, hole) =>
        {
            var radius = Math.Pow(10, size);
            GridPoint[] Ring(double scale) =>
                [.. radii.Select((r, i) => GridPoint.FromDegrees(
                    lon + radius * scale * r * Math.Cos(i * 2 * Math.PI / radii.Length),
                    lat + radius * scale * r * Math.Sin(i * 2 * Math.PI / radii.Length)))];
            return new Shape([hole ? [Ring(1), [.. Ring(0.5).Reverse()]] : [Ring(1)]]);
        });

    private static readonly Gen<(int Z, int X, int Y)> Tile =
        Gen.Select(Gen.Int[8, 16], Gen.Int[-2, 1], Gen.Int[-2, 1]).Select((z, x, y) => (z, (1 << (z - 1)) + x, (1 << (z - 1)) + y));

    [Fact]
    public void Every_ring_is_closed_wound_right_and_inside_the_buffer() =>
        Gen.Select(Star.Array[1, 8], Tile).Obeys((shapes, tile) =>
        {
            var features = shapes.Select((s, i) => MadeUpLand.Feature(s, i % 2 == 0 ? MadeUpLand.Suspected : MadeUpLand.Cleared, 1)).ToList();
            foreach (var feature in TileReader.Read(TileEncoder.Encode(features, tile.Z, tile.X, tile.Y)).SelectMany(l => l.Features))
            {
                Assert.True(TileReader.DoubleArea(feature.Rings[0]) > 0, "The first ring is a shell.");
                foreach (var ring in feature.Rings)
                {
                    Assert.NotEqual(0, TileReader.DoubleArea(ring));
                    Assert.All(ring, p => Assert.True(p.X is >= -64 and <= 4160 && p.Y is >= -64 and <= 4160, $"{p} is outside the buffer."));
                }
            }
        }, seed: Seed, samples: 3000);

    [Fact]
    public void The_same_land_gives_the_same_bytes() =>
        Gen.Select(Star.Array[1, 4], Tile).Obeys((shapes, tile) =>
        {
            List<LandFeature> features = [.. shapes.Select(s => MadeUpLand.Feature(s, MadeUpLand.Cleared, 3))];
            return TileEncoder.Encode(features, tile.Z, tile.X, tile.Y).SequenceEqual(TileEncoder.Encode(features, tile.Z, tile.X, tile.Y));
        }, seed: Seed, samples: 300);

    /// <summary>A mesh of quadrangles that share their nodes, cut off at the tile: their areas sum to that of the whole, so no gap and no
    /// overlap opens between neighbours.</summary>
    [Fact]
    public void Neighbours_that_share_nodes_leave_no_gap() =>
        Gen.Select(Gen.Double[-0.4, 0.4].Array[2 * 11 * 11], Gen.Double[0.001, 0.02], Gen.Int[10, 14]).Obeys((shake, step, z) =>
        {
            GridPoint Node(int column, int row)
            {
                var inner = column is > 0 and < 10 && row is > 0 and < 10;
                var at = 2 * (row * 11 + column);
                return GridPoint.FromDegrees(
                    (column + (inner ? shake[at] : 0)) * step + 0.0003,
                    (row + (inner ? shake[at + 1] : 0)) * step + 0.0003);
            }

            List<LandFeature> mesh = [];
            for (var i = 0; i < 100; i++)
            {
                var (c, r) = (i % 10, i / 10);
                var shape = new Shape([[[Node(c, r), Node(c + 1, r), Node(c + 1, r + 1), Node(c, r + 1)]]]);
                mesh.Add(MadeUpLand.Feature(shape, MadeUpLand.Suspected, i));
            }

            var whole = MadeUpLand.Feature(new Shape([[[Node(0, 0), Node(10, 0), Node(10, 10), Node(0, 10)]]]), MadeUpLand.Suspected, 0);
            var pieces = Area(TileEncoder.Encode(mesh, z, 1 << (z - 1), (1 << (z - 1)) - 1));
            var outline = Area(TileEncoder.Encode([whole], z, 1 << (z - 1), (1 << (z - 1)) - 1));
            // A piece that folds over when quantised is left out: at most a few units of area for each.
            Assert.InRange(pieces - outline, -200, 200);
        }, seed: Seed, samples: 300);

    private static long Area(byte[] tile) =>
        TileReader.Read(tile).SelectMany(l => l.Features).SelectMany(f => f.Rings).Sum(TileReader.DoubleArea);
}
