using System.Text;
using Furrow.Exchange.GeoJson;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tests.GeoJson;

/// <summary>Features are read in parts on all processors; that must show in nothing but time.</summary>
public sealed class FeaturePartsTests
{
    /// <summary>Small ones, some larger than a part, some that are no features.</summary>
    private static readonly string[] Features = [.. Enumerable.Range(1, 2_000).Select(i => i switch
    {
        _ when i % 401 == 0 => Polygon(i, 9_000),
        _ when i % 97 == 0 => $"[{i}]",
        _ => Polygon(i, 4 + i % 30),
    })];

    private static string Polygon(int number, int points)
    {
        var ring = string.Join(',', Enumerable.Range(0, points).Select(p => FormattableString.Invariant($"[{17 + p % 7 / 10.0},{45 + number % 11 / 10.0}]")));
        return $$$"""{"type":"Feature","properties":{"code":"A-{{{number}}}","kind":"k{{{number % 3}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}""";
    }

    [Fact]
    public void Rows_come_in_the_order_of_the_file_and_hold_what_reading_them_alone_gives()
    {
        var read = Reading.Of("a.geojson", $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", Features)}}]}""");
        Assert.Empty(read.Problems);
        Assert.Equal(Features.Length, read.Rows.Count);
        var alone = new GeoJsonFeature("a.geojson", ReadLimits.Default, StatedSystem.Of("a.geojson", null));
        for (var i = 0; i < Features.Length; i++)
        {
            var expected = alone.Read(Encoding.UTF8.GetBytes(Features[i]), i + 1, CoordinateSystem.Wgs84);
            Assert.Equal(Reading.Line(expected), Reading.Line(read.Rows[i]));
            if (expected.Problem is null)
            {
                Assert.Equal(expected.RowSha256, read.Rows[i].RowSha256);
            }
        }
    }

    [Fact]
    public void Reading_may_stop_anywhere()
    {
        var rows = new GeoJsonReader().Read(SourceFile.Of("a.geojson", Encoding.UTF8.GetBytes(string.Join('\n', Features.Where(f => f[0] == '{')))),
            ReadOptions.Default).Rows;
        Assert.Equal([1, 2, 3], rows.Take(3).Select(r => r.Row));
        Assert.Equal(Features.Count(f => f[0] == '{'), rows.Count());
    }

    [Fact]
    public void Equal_rows_are_numbered_as_they_come()
    {
        var rows = Reading.Of("a.geojson", $$"""{"type":"FeatureCollection","features":[{{string.Join(',', Enumerable.Repeat(Features[0], 700))}}]}""").Rows;
        Assert.Equal(700, rows.Select(r => r.RowSha256).Distinct().Count());
        Assert.Equal(rows[0].RowSha256, Reading.Of("b.geojson", Features[0]).Rows[0].RowSha256);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("17.123456789")]
    [InlineData("-179.999999999")]
    [InlineData("0.000000001")]
    [InlineData("123456789012345")]
    [InlineData("1.23456789012345")]
    [InlineData("0.1")]
    [InlineData("-0.30000000000000")]
    public void Plain_decimals_are_read_to_the_nearest_double(string text)
    {
        Assert.True(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out var number));
        var nearest = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(BitConverter.DoubleToInt64Bits(nearest), BitConverter.DoubleToInt64Bits(number));
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("1.234567890123456")]
    [InlineData("-")]
    public void Other_numbers_are_left_to_the_general_reader(string text) => Assert.False(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out _));
}
