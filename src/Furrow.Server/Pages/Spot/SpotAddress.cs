using System.Globalization;
using Furrow.Core.Land;

namespace Furrow.Server.Pages;

/// <summary>A spot in an address: latitude,longitude to nine digits, so that it names the very grid point.</summary>
public static class SpotAddress
{
    public static string Of(GridPoint at) => string.Create(CultureInfo.InvariantCulture, $"{at.LatDegrees:0.#########},{at.LonDegrees:0.#########}");

    /// <summary>As the map writes it.</summary>
    public static string OnMap(GridPoint at) => Of(at).Replace(',', '/');
}
