using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Exchange.Projections;
using Positions = Furrow.Exchange.Projections.CoordinateText;

namespace Furrow.Server.Answers;

/// <summary>A place as people type it and read it. Reading is the work of Exchange: latitude and longitude in decimals or sexagesimal, UTM, MGRS.</summary>
public static class CoordinateText
{
    /// <summary>The point, or why the text is not read as one: what could be two places is none.</summary>
    public static Outcome<GridPoint> Read(string text)
    {
        var read = Positions.Read(text);
        return read.Problem is { } problem ? problem
            : GridPoint.FromDegrees(read.Value.Lon, read.Value.Lat) is { IsOnEarth: true } at ? at
            : Problems.PositionOffEarth(text.Trim());
    }

    /// <summary>The point, or null when the text is not coordinates of one place on the earth.</summary>
    public static GridPoint? Parse(string text) => Read(text) is { IsRefused: false } read ? read.Value : null;

    /// <summary>Why a text that was meant as coordinates is not read; null for other words.</summary>
    public static Problem? Refusal(string text) => Read(text).Problem is { } problem && problem.Code != "spot-unreadable" ? problem : null;

    /// <summary>The point in decimal degrees, latitude first.</summary>
    public static string Decimal(GridPoint at) => string.Create(CultureInfo.InvariantCulture, $"{at.LatDegrees:0.000000}, {at.LonDegrees:0.000000}");

    /// <summary>The point in degrees, minutes and seconds, and in MGRS where that reaches.</summary>
    public static string Other(GridPoint at) =>
        Mgrs.Format(at.LonDegrees, at.LatDegrees) is { } reference ? $"{Sexagesimal(at)} · {reference}" : Sexagesimal(at);

    /// <summary>The point in degrees, minutes and seconds.</summary>
    public static string Sexagesimal(GridPoint at) => Half(at.LatDegrees, 'N', 'S') + " " + Half(at.LonDegrees, 'E', 'W');

    private static string Half(double degrees, char positive, char negative)
    {
        // Rounded first, so that 59.96 seconds become a minute and not 60.0 seconds.
        var tenths = (long)Math.Round(Math.Abs(degrees) * 36_000);
        return string.Create(CultureInfo.InvariantCulture,
            $"{tenths / 36_000}°{tenths / 600 % 60:00}'{tenths % 600 / 10m:00.0}\"{(degrees < 0 ? negative : positive)}");
    }
}
