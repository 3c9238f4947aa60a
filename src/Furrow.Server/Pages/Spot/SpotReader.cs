using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Pages;

/// <summary>Reads a spot as people type it: degrees, degrees-minutes-seconds, UTM or MGRS.</summary>
public static class SpotReader
{
    public static Outcome<GridPoint> Read(string text) =>
        Api.CoordinateText.Parse(text.Trim()) is { } point ? point
        : CoordinateText.Position(text) is var (lon, lat) && double.Abs(lon) <= 180 && double.Abs(lat) <= 90 ? GridPoint.FromDegrees(lon, lat)
        : Problems.SpotUnreadable(text);
}
