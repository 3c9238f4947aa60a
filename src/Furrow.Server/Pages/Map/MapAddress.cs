using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Server.Pages;

/// <summary>Where the map looks, as its address says it: zoom/latitude/longitude.</summary>
public static class MapAddress
{
    /// <summary>The size of the server's picture on the page, in points.</summary>
    public const int PictureWidth = 1000;

    /// <inheritdoc cref="PictureWidth"/>
    public const int PictureHeight = 700;

    /// <summary>Where the map of the web ends.</summary>
    private const double MostLatitude = 85;

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

    /// <summary>The land such a view shows on the server's picture, as <c>/picture</c> is asked for it; null when the text is no view.</summary>
    public static string? Box(string? at)
    {
        var numbers = new double[3];
        var parts = (at ?? "").Split('/');
        for (var i = 0; i < numbers.Length; i++)
        {
            if (parts.Length != numbers.Length || PlainNumber.Real(parts[i]) is not { } number)
            {
                return null;
            }

            numbers[i] = number;
        }

        var (zoom, lat, lon) = (numbers[0], numbers[1], numbers[2]);
        if (!(zoom is >= 0 and <= 24 && Math.Abs(lat) <= MostLatitude && Math.Abs(lon) <= 180))
        {
            return null;
        }

        // On the web's map the whole circle of longitude is 512 points wide at zoom 0; a degree of latitude is drawn longer by the secant of the latitude.
        var degreesPerPoint = 360 / (512 * Math.Pow(2, zoom));
        var (halfLon, halfLat) = (PictureWidth / 2.0 * degreesPerPoint, PictureHeight / 2.0 * degreesPerPoint * Math.Cos(lat * Math.PI / 180));
        return string.Create(CultureInfo.InvariantCulture, $"{lon - halfLon:0.000000},{lat - halfLat:0.000000},{lon + halfLon:0.000000},{lat + halfLat:0.000000}");
    }
}
