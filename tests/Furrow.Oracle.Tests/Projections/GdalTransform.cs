using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Furrow.Oracle.Tests.Projections;

/// <summary>PROJ by way of GDAL's command: points through one named operation of the EPSG data set, or from a definition to WGS 84.</summary>
internal static class GdalTransform
{
    /// <param name="points">Longitude and latitude in degrees on the datum the operation comes from.</param>
    /// <returns>On WGS 84.</returns>
    public static List<(double Lon, double Lat)> By(int operation, IEnumerable<(double Lon, double Lat)> points) =>
        [.. Run(["-ct", $"urn:ogc:def:coordinateOperation:EPSG::{operation}"], points.Select(p => (p.Lat, p.Lon))).Select(p => (p.Y, p.X))];

    public static List<(double X, double Y)> ToWgs84(string definition, IEnumerable<(double X, double Y)> points) =>
        Run(["-s_srs", definition, "-t_srs", "OGC:CRS84"], points);

    private static List<(double X, double Y)> Run(string[] arguments, IEnumerable<(double X, double Y)> points)
    {
        using var process = Start([.. arguments, "-output_xy"]);
        var answer = process.StandardOutput.ReadToEndAsync();
        var text = new StringBuilder();
        foreach (var (x, y) in points)
        {
            text.Append(CultureInfo.InvariantCulture, $"{x:R} {y:R}\n");
        }

        process.StandardInput.Write(text);
        process.StandardInput.Close();
        return [.. answer.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' '))
            .Select(l => (double.Parse(l[0], CultureInfo.InvariantCulture), double.Parse(l[1], CultureInfo.InvariantCulture)))];
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("gdaltransform", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("GDAL's gdaltransform is needed as the independent judge of projections. Install it: apt-get install gdal-bin", e);
        }
    }
}
