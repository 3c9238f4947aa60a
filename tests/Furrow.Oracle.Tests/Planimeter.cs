using System.Diagnostics;
using System.Globalization;
using System.Text;
using Furrow.Core.Land;

namespace Furrow.Oracle.Tests;

/// <summary>GeographicLib's own command: the area of geodesic polygons on WGS 84, anticlockwise positive.</summary>
public static class Planimeter
{
    public static double[] AreasSquareMetres(IReadOnlyList<GridPoint[]> rings)
    {
        using var process = Start();
        var areas = process.StandardOutput.ReadToEndAsync();
        foreach (var ring in rings)
        {
            var text = new StringBuilder();
            foreach (var p in ring)
            {
                text.Append(CultureInfo.InvariantCulture, $"{p.LatDegrees:F9} {p.LonDegrees:F9}\n");
            }

            process.StandardInput.Write(text.Append('\n'));
        }

        process.StandardInput.Close();
        var lines = areas.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == rings.Count
            ? [.. lines.Select(l => double.Parse(l.Split(' ')[2], CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"Planimeter answered {lines.Length} of {rings.Count} rings.");
    }

    /// <summary>Cuts each edge into pieces of at most a step, in grid units.</summary>
    public static GridPoint[] Densify(GridPoint[] ring, long step)
    {
        var points = new List<GridPoint>();
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            var pieces = Math.Max(1, (long)Math.Ceiling(Math.Max(Math.Abs(b.Lon - a.Lon), Math.Abs(b.Lat - a.Lat)) / (double)step));
            for (var k = 0L; k < pieces; k++)
            {
                points.Add(GridPoint.FromDegrees(a.LonDegrees + (b.LonDegrees - a.LonDegrees) * k / pieces, a.LatDegrees + (b.LatDegrees - a.LatDegrees) * k / pieces));
            }
        }

        return [.. points];
    }

    /// <summary>Near enough to scale an error bound by.</summary>
    public static double LengthMetres(GridPoint[] ring) => ring.Select((a, i) =>
    {
        var b = ring[(i + 1) % ring.Length];
        return 111_300 * Math.Sqrt(Math.Pow(b.LatDegrees - a.LatDegrees, 2) + Math.Pow((b.LonDegrees - a.LonDegrees) * Math.Cos(a.LatDegrees * Math.PI / 180), 2));
    }).Sum();

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("Planimeter", ["-p", "9"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("GeographicLib's Planimeter is needed as the independent judge of areas. Install it: apt-get install geographiclib-tools", e);
        }
    }
}
