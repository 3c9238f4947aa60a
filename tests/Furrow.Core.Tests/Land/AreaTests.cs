using CsCheck;
using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>Area on the ellipsoid under straight lines in longitude and latitude.</summary>
public sealed class AreaTests
{
    /// <summary>S(φ) of the design, by the platform's own functions: an independent road to the same figure, good to some parts in 1e-15.</summary>
    private static double S(double degrees)
    {
        const double a = 6378137, f = 1 / 298.257223563, e2 = f * (2 - f), b = a * (1 - f);
        double e = Math.Sqrt(e2), sin = Math.Sin(degrees * Math.PI / 180);
        return b * b / 2 * (sin / (1 - e2 * sin * sin) + Math.Atanh(e * sin) / e);
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(17.04, 45.21)]
    [InlineData(-119.0, -31.5)]
    [InlineData(179.98, 84.99)]
    [InlineData(-0.01, -0.01)]
    [InlineData(46.62, 39.99)]
    public void A_box_of_any_size_has_the_area_of_the_formula(double lon, double lat)
    {
        foreach (var size in new[] { 0.0001, 0.003, 0.01, 0.37 })
        {
            double lon2 = Math.Min(lon + size, 180), lat2 = Math.Min(lat + size, 89);
            var box = new Shape([[[GridPoint.FromDegrees(lon, lat), GridPoint.FromDegrees(lon2, lat), GridPoint.FromDegrees(lon2, lat2),
                GridPoint.FromDegrees(lon, lat2)]]]);
            var expected = (S(lat2) - S(lat)) * (lon2 - lon) * Math.PI / 180;
            var micro = ShapeArea.Micro(box);
            Assert.True(Math.Abs(micro / 1e6 - expected) <= 1e-11 * 6.4e6 * 6.4e6 * size + 1e-3, $"{micro / 1e6} instead of {expected}");
        }
    }

    [Fact]
    public void A_cell_at_the_equator_has_the_area_a_hand_calculation_gives()
    {
        // 0.01° of longitude is 1,113.195 m, 0.01° of latitude 1,105.743 m there.
        Assert.Equal(1_230_907, EllipsoidArea.OfRow(CellId.Rows / 2).CellMicro / AreaText.MicroPerSquareMetre);
        Assert.Equal(1113.1949 * 1105.7428, 1_230_907, 1.0);
    }

    [Fact]
    public void The_whole_earth_sums_to_its_known_area()
    {
        long sum = 0;
        for (var row = 0; row < CellId.Rows; row++)
        {
            sum += EllipsoidArea.OfRow(row).CellMicro / 1_000_000;
        }

        // 510,065,621.7 km² (WGS 84); each row loses up to 1 m² a cell to the division above.
        Assert.Equal(510_065_621.7, sum * (double)CellId.Columns / 1e6, 1.0 * CellId.Rows * CellId.Columns / 1e6);
    }

    [Fact]
    public void Cutting_a_polygon_along_any_line_changes_its_area_by_less_than_the_grid_step_along_the_cut() =>
        Gen.Select(Gen.Long[10, 90_000_000], Gen.Long[10, 90_000_000], Gen.Long[10, 90_000_000], Gen.Int[1, 999]).Obeys((w, h, skew, at) =>
        {
            GridPoint o = new(17 * GridPoint.PerDegree + 123, 45 * GridPoint.PerDegree - 77);
            GridPoint a = o, b = new(o.Lon + w, o.Lat + skew % 1000), c = new(o.Lon + w, o.Lat + h + 1000), d = new(o.Lon, o.Lat + h);
            GridPoint p = Along(a, b, at), q = Along(d, c, 1000 - at);
            var whole = ShapeArea.MicroOfRings([[a, b, c, d]]);
            var parts = ShapeArea.MicroOfRings([[a, p, q, d]]) + ShapeArea.MicroOfRings([[p, b, c, q]]);
            // The cut points are rounded to the grid, so the outline itself moves by half a step along two edges.
            var bound = 2.0 * (w + h) * 1e-9 * 111_320 * 0.0001 * 1e6 + 10;
            Assert.True(Math.Abs(whole - parts) <= bound, $"{whole} {parts} {bound}");
        }, seed: "0000KoOw1fjb", samples: 5_000);

    private static GridPoint Along(GridPoint a, GridPoint b, int perMille) =>
        new(a.Lon + (b.Lon - a.Lon) * perMille / 1000, a.Lat + (b.Lat - a.Lat) * perMille / 1000);

    [Fact]
    public void A_ring_and_its_reverse_cancel_exactly() => RandomLand.AnyShape.Obeys(shape =>
    {
        var rings = shape.Polygons.SelectMany(p => p).ToList();
        Assert.Equal(0, ShapeArea.MicroOfRings(rings) + ShapeArea.MicroOfRings([.. rings.Select(r => r.Reverse().ToArray())]));
    }, seed: "0000KoOw1fjc", samples: 2_000);

    [Fact]
    public void A_shape_is_equal_after_its_bytes_and_bytes_that_are_no_shape_are_refused() => RandomLand.AnyShape.Obeys(shape =>
    {
        Assert.Equal(shape, ShapeCodec.Decode(shape.Bytes.Span));
        var broken = shape.Bytes.ToArray();
        Assert.Throws<FormatException>(() => ShapeCodec.Decode(broken.AsSpan(0, broken.Length - 1)));
        Assert.Throws<FormatException>(() => ShapeCodec.Decode([.. broken, 0]));
    }, seed: "0000KoOw1fjd", samples: 1_000);
}
