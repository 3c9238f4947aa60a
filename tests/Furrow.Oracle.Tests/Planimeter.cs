using System.Diagnostics;
using System.Globalization;
using System.Text;
using Furrow.Core.Land;

namespace Furrow.Oracle.Tests;

/// <summary>GeographicLib's own command: areas of polygons on WGS 84, anticlockwise positive.</summary>
public static class Planimeter
{
    /// <param name="rings">Open rings of (longitude, latitude) in degrees.</param>
    /// <param name="rhumb">Join the points by rhumb lines instead of geodesics.</param>
    public static double[] AreasSquareMetres(IReadOnlyList<(double Lon, double Lat)[]> rings, bool rhumb)
    {
        using var process = Start(rhumb ? "-R" : "-G");
        var areas = process.StandardOutput.ReadToEndAsync();
        foreach (var ring in rings)
        {
            var text = new StringBuilder();
            foreach (var (lon, lat) in ring)
            {
                text.Append(CultureInfo.InvariantCulture, $"{lat:F14} {lon:F14}\n");
            }

            process.StandardInput.Write(text.Append('\n'));
        }

        process.StandardInput.Close();
        var lines = areas.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == rings.Count
            ? [.. lines.Select(l => double.Parse(l.Split(' ')[2], CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"Planimeter answered {lines.Length} of {rings.Count} rings.");
    }

    /// <summary>Cuts each edge into equal pieces of at most a step.</summary>
    public static (double Lon, double Lat)[] Densify(GridPoint[] ring, double stepDegrees)
    {
        var points = new List<(double, double)>();
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            double dx = b.LonDegrees - a.LonDegrees, dy = b.LatDegrees - a.LatDegrees;
            var pieces = (int)Math.Max(1, Math.Ceiling(Math.Sqrt(dx * dx + dy * dy) / stepDegrees));
            for (var k = 0; k < pieces; k++)
            {
                points.Add((a.LonDegrees + dx * k / pieces, a.LatDegrees + dy * k / pieces));
            }
        }

        return [.. points];
    }

    /// <summary>Near enough to scale an error bound by.</summary>
    public static double LengthMetres(GridPoint[] ring) => ring.Select((a, i) =>
    {
        var b = ring[(i + 1) % ring.Length];
        return 111_300 * Math.Sqrt(Math.Pow(b.LatDegrees - a.LatDegrees, 2)
            + Math.Pow((b.LonDegrees - a.LonDegrees) * Math.Cos(a.LatDegrees * Math.PI / 180), 2));
    }).Sum();

    private static Process Start(string lines)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("Planimeter", [lines, "-p", "10"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("GeographicLib's Planimeter is needed as the independent judge of areas. Install it: apt-get install "
                + "geographiclib-tools", e);
        }
    }
}
