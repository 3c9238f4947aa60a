using System.Text.RegularExpressions;
using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>A position in one cell of a table. Which of two bare numbers is the latitude is not guessed in a file: letters say it, or the name of the
/// column ("lat, lon").</summary>
internal static partial class PositionText
{
    public static Outcome<(CoordinateSystem Crs, double X, double Y)> Read(string text, string column, string file, int row)
    {
        var place = new ProblemPlace(file, row, column);
        if (CoordinateText.UtmOf(text.Trim()) is { } utm)
        {
            return utm;
        }

        if (Mgrs.IsWholeSquare(text))
        {
            return Problems.FieldUnreadable(file, row, column, text, $"a point: it names a square of 100 km");
        }

        var read = CoordinateText.Read(text);
        if (read.Problem is { } problem)
        {
            return problem.Code == "spot-unreadable" ? Problems.FieldUnreadable(file, row, column, text, $"a position") : problem with { Where = place };
        }

        return IsLettered(text) || LatitudeFirst().IsMatch(column)
            ? (CoordinateSystem.Wgs84, read.Value.Lon, read.Value.Lat)
            : Problems.PositionLetters(text) with { Where = place };
    }

    /// <summary>Letters say which is which.</summary>
    public static bool IsLettered(string text) => HasLetters().IsMatch(text);

    [GeneratedRegex(@"[NSСЮ].*[EWВЗ]|[EWВЗ].*[NSСЮ]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasLetters();

    [GeneratedRegex(@"\blat\w*\W+(?:and\W+)?lon", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LatitudeFirst();
}
