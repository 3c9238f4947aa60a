using System.Globalization;
using Furrow.Core.Land;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Pages;

/// <summary>One spot in the notations of the field, so that it can be read out over a radio or typed into any receiver.</summary>
public static class SpotNotations
{
    public static IEnumerable<(string Name, string Text)> Of(GridPoint at)
    {
        var (lon, lat) = (at.LonDegrees, at.LatDegrees);
        yield return ("degrees", Answers.CoordinateText.Decimal(at));
        yield return ("dms", Answers.CoordinateText.Sexagesimal(at));
        if (Mgrs.Format(lon, lat) is not { } mgrs)
        {
            yield break;
        }

        var zone = Mgrs.ZoneOf(lon, lat);
        var (x, y) = CoordinateSystems.Utm(zone, lat < 0).FromWgs84(lon, lat);
        yield return ("utm", string.Create(CultureInfo.InvariantCulture, $"{zone}{(lat < 0 ? 'S' : 'N')} {x:0.0} {y:0.0}"));
        yield return ("mgrs", mgrs);
    }
}
