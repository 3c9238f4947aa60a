using Furrow.Core.Land;
using Furrow.Server.Answers;

namespace Furrow.Server.Api;

/// <summary>The base map as GeoJSON. No content where there is none of our own: the browser then draws the bundled outlines of the world.</summary>
internal static class BaseAnswer
{
    public static IResult Of(IReadOnlyList<BaseFeature> features) => features.Count == 0
        ? Results.NoContent()
        : Results.Json(new { type = "FeatureCollection", features = features.Select(Feature) }, ApiJson.Options, "application/geo+json");

    private static object Feature(BaseFeature feature) => new
    {
        type = "Feature",
        properties = new { kind = Names.Of(feature.Kind), name = feature.Name, rank = feature.Rank },
        geometry = Geometry(feature),
    };

    private static object Geometry(BaseFeature feature) => feature.Kind switch
    {
        BaseKind.Coast or BaseKind.Lake => new { type = "Polygon", coordinates = feature.Parts.Select(p => p.Append(p[0]).Select(Pair)) },
        BaseKind.Contour or BaseKind.River or BaseKind.Road => new { type = "MultiLineString", coordinates = feature.Parts.Select(p => p.Select(Pair)) },
        _ => new { type = "Point", coordinates = Pair(feature.Parts[0][0]) },
    };

    /// <summary>A millionth of a degree is a hand's breadth: enough for a base map.</summary>
    private static double[] Pair(GridPoint p) => [Math.Round(p.LonDegrees, 6), Math.Round(p.LatDegrees, 6)];
}
