using System.Text;
using Furrow.Core.Land;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Api.Picture;

/// <summary>The <c>d</c> of an SVG path. Points nearer than a tenth of a unit to the one before are left out.</summary>
internal static class PathData
{
    private const double NearestUnits = 0.1;

    public static string Polygons(IEnumerable<GridPoint[][]> polygons, LocalProjection projection)
    {
        var path = new StringBuilder();
        foreach (var ring in polygons.SelectMany(p => p))
        {
            Line(path, ring.Select(projection.At), isClosed: true);
        }

        return path.ToString();
    }

    public static string Lines(IEnumerable<IEnumerable<GridPoint>> lines, LocalProjection projection, bool areClosed = false)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
        {
            Line(path, line.Select(projection.At), areClosed);
        }

        return path.ToString();
    }

    private static void Line(StringBuilder path, IEnumerable<(double X, double Y)> points, bool isClosed)
    {
        var letter = 'M';
        double lastX = double.NaN, lastY = 0;
        foreach (var (x, y) in points)
        {
            if (Math.Abs(x - lastX) < NearestUnits && Math.Abs(y - lastY) < NearestUnits)
            {
                continue;
            }

            path.Append(letter).Append(Svg.Number(x)).Append(' ').Append(Svg.Number(y));
            (letter, lastX, lastY) = ('L', x, y);
        }

        if (isClosed && letter == 'L')
        {
            path.Append('Z');
        }
    }
}
