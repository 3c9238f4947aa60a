using System.Globalization;

namespace Furrow.Server.Tests;

/// <summary>Small GeoJSON files for tests. Positions are in ten-thousandths of a degree from 10° E 45° N.</summary>
internal static class GeoText
{
    public static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    /// <summary>A square with its south-west corner at x, y.</summary>
    public static string Square(int x, int y, int side = 10, string properties = "{}") =>
        Feature($$"""{"type":"Polygon","coordinates":[[{{Points((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))}}]]}""", properties);

    /// <summary>Two triangles that meet where the line crosses itself.</summary>
    public static string Bowtie(int x, int y, int side = 10) =>
        Feature($$"""{"type":"Polygon","coordinates":[[{{Points((x, y), (x + side, y + side), (x + side, y), (x, y + side), (x, y))}}]]}""", "{}");

    public static string Nowhere(string properties = "{}") => Feature("null", properties);

    public static string Feature(string geometry, string properties) => $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    private static string Points(params (int X, int Y)[] points) => string.Join(',', points.Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"[{10 + p.X / 10_000m},{45 + p.Y / 10_000m}]")));
}
