using System.Globalization;
using Furrow.Core.Land;

namespace Furrow.Server.Pages;

/// <summary>Where the map looks, as its address says it: zoom/latitude/longitude.</summary>
public static class MapAddress
{
    /// <summary>A view that shows the whole box on a screen of about 800 points.</summary>
    public static string Around(GridBox box)
    {
        var lon = (box.MinLon + (double)box.MaxLon) / 2 / GridPoint.PerDegree;
        var lat = (box.MinLat + (double)box.MaxLat) / 2 / GridPoint.PerDegree;
        var span = Math.Max(box.MaxLon - box.MinLon, 2 * (box.MaxLat - box.MinLat)) / (double)GridPoint.PerDegree;
        var zoom = Math.Clamp(Math.Log2(360 * 800 / 512d / Math.Max(span, 1e-5)) - 1, 2, 17);
        return string.Create(CultureInfo.InvariantCulture, $"{zoom:0.#}/{lat:0.00000}/{lon:0.00000}");
    }

    /// <summary>A view that shows a spot and the fields around it.</summary>
    public static string Close(GridPoint at) => string.Create(CultureInfo.InvariantCulture, $"15/{at.LatDegrees:0.00000}/{at.LonDegrees:0.00000}");
}
