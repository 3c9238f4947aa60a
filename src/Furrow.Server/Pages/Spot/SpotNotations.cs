using System.Globalization;
using Furrow.Core.Land;

namespace Furrow.Server.Pages;

/// <summary>One spot in the notations of the field, so that it can be read out over a radio or typed into any receiver.</summary>
public static class SpotNotations
{
    public static IEnumerable<(string Name, string Text)> Of(GridPoint at)
    {
        yield return ("degrees", string.Create(CultureInfo.InvariantCulture, $"{at.LatDegrees:0.0000000}, {at.LonDegrees:0.0000000}"));
        yield return ("dms", Sexagesimal(at.LatDegrees, 'N', 'S') + " " + Sexagesimal(at.LonDegrees, 'E', 'W'));
    }

    private static string Sexagesimal(double degrees, char positive, char negative)
    {
        var hundredths = (long)Math.Round(Math.Abs(degrees) * 360_000);
        return string.Create(CultureInfo.InvariantCulture,
            $"{hundredths / 360_000}°{hundredths / 6_000 % 60:00}′{hundredths % 6_000 / 100d:00.00}″{(degrees < 0 ? negative : positive)}");
    }
}
