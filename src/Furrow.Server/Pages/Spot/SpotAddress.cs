using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Server.Pages;

/// <summary>A spot in an address: latitude,longitude to nine digits, so that it names the very grid point.</summary>
public static class SpotAddress
{
    public static string Of(GridPoint at) => string.Create(CultureInfo.InvariantCulture, $"{at.LatDegrees:0.#########},{at.LonDegrees:0.#########}");

    /// <summary>As the map writes it.</summary>
    public static string OnMap(GridPoint at) => Of(at).Replace(',', '/');

    /// <summary>Reads that; null when it is no spot. What people type is read by <see cref="SpotReader"/>, to whom "45 10" may be minutes.</summary>
    public static GridPoint? ReadOnMap(string text) => text.Split('/') is [var north, var east]
        && PlainNumber.Real(north) is { } lat && Math.Abs(lat) <= 90 && PlainNumber.Real(east) is { } lon && Math.Abs(lon) <= 180
        ? GridPoint.FromDegrees(lon, lat) : null;
}
