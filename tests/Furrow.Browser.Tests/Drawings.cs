using System.Globalization;

namespace Furrow.Browser.Tests;

/// <summary>Small invented files.</summary>
internal static class Drawings
{
    /// <summary>Two areas that overlap, and one whose hole runs over its rim: it waits for a person.</summary>
    public const string InDoubt =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"DRILL-1"},"geometry":{"type":"Polygon","coordinates":[[[-119,-31],[-118.99,-31],[-118.99,-30.99],[-119,-30.99],[-119,-31]]]}},
        {"type":"Feature","properties":{"code":"DRILL-2"},"geometry":{"type":"Polygon","coordinates":[[[-118.995,-31],[-118.985,-31],[-118.985,-30.99],[-118.995,-30.99],[-118.995,-31]]]}},
        {"type":"Feature","properties":{"code":"DRILL-3"},"geometry":{"type":"Polygon","coordinates":[
          [[-118.98,-31],[-118.96,-31],[-118.96,-30.98],[-118.98,-30.98],[-118.98,-31]],[[-118.97,-31],[-118.95,-31],[-118.95,-30.98],[-118.97,-30.98],[-118.97,-31]]]}}
        ]}
        """;

    /// <summary>Three areas whose form had the two dates exchanged.</summary>
    public const string ExchangedDates = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"DRILL-1","start":"2020-09-01","end":"2020-06-30"},"geometry":{"type":"Polygon","coordinates":[[[-119,-31],[-118.99,-31],[-118.99,-30.99],[-119,-31]]]}},
        {"type":"Feature","properties":{"code":"DRILL-2","start":"2020-09-01","end":"2020-06-30"},"geometry":{"type":"Polygon","coordinates":[[[-119,-32],[-118.99,-32],[-118.99,-31.99],[-119,-32]]]}},
        {"type":"Feature","properties":{"code":"DRILL-3","start":"2020-09-01","end":"2020-06-30"},"geometry":{"type":"Polygon","coordinates":[[[-119,-33],[-118.99,-33],[-118.99,-32.99],[-119,-33]]]}}
        ]}
        """;

    /// <summary>One square about a place, some 800 m wide.</summary>
    public static string Square(string code, double lon, double lat)
    {
        const double Half = 0.004;
        var ring = new[] { (-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1) }
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"[{lon + c.Item1 * Half},{lat + c.Item2 * Half}]"));
        return $$$"""
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', ring)}}}]]}}]}
            """;
    }
}
