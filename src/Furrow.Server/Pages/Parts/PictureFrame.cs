using System.Globalization;
using System.Text;
using Furrow.Core.Land;
using Furrow.Server.Api.Picture;

namespace Furrow.Server.Pages.Parts;

/// <summary>Puts shapes on a small picture, by the projection of the printed sheets. Units of the picture are points; metres only appear in the
/// scale.</summary>
public sealed class PictureFrame
{
    private const int Margin = 14;
    private const int MostHigh = 380;

    /// <summary>What is smaller is shown as if it were so large: a picture needs some ground.</summary>
    private const double LeastMetres = 0.01;

    /// <summary>The same where only points are shown.</summary>
    private const double LeastAboutPoints = 200;

    private readonly LocalProjection _projection;

    private PictureFrame(GridBox box, double leastMetres)
    {
        double midLon = (box.MinLon + box.MaxLon) / 2d / GridPoint.PerDegree, midLat = (box.MinLat + box.MaxLat) / 2d / GridPoint.PerDegree;
        var (metresPerLon, metresPerLat) = LocalProjection.MetresPerDegree(midLat);
        var wide = Math.Max(leastMetres, (box.MaxLon - box.MinLon) / (double)GridPoint.PerDegree * metresPerLon);
        var high = Math.Max(leastMetres, (box.MaxLat - box.MinLat) / (double)GridPoint.PerDegree * metresPerLat);
        var pointsPerMetre = Math.Min((Width - 2 * Margin) / wide, MostHigh / high);
        _projection = new LocalProjection(midLon, midLat, pointsPerMetre, Width / 2d, Margin + high * pointsPerMetre / 2);
        Height = (int)Math.Ceiling(high * pointsPerMetre) + 2 * Margin + 20;
        var metres = 120 / pointsPerMetre;
        var step = Math.Pow(10, Math.Floor(Math.Log10(metres)));
        ScaleMetres = metres / step >= 5 ? 5 * step : metres / step >= 2 ? 2 * step : step;
    }

    public int Width => 560;

    public int Height { get; }

    public double ScaleMetres { get; }

    public double ScaleWidth => ScaleMetres * _projection.UnitsPerMetre;

    public string ScaleText => ScaleMetres >= 1000 ? $"{Number(ScaleMetres / 1000)} km" : $"{Number(ScaleMetres)} m";

    public static PictureFrame? Around(IEnumerable<Shape> shapes, IEnumerable<GridPoint>? points = null)
    {
        var drawn = shapes.Aggregate(GridBox.Empty, (b, s) => b.With(s.Bounds));
        var box = (points ?? []).Aggregate(drawn, (b, p) => b.With(p));
        return box.IsEmpty ? null : new PictureFrame(box, drawn.IsEmpty ? LeastAboutPoints : LeastMetres);
    }

    /// <param name="every">Of the corners only so many-th are drawn, and three of each ring at least.</param>
    public string Path(Shape shape, int every = 1)
    {
        var path = new StringBuilder();
        foreach (var ring in shape.Polygons.SelectMany(p => p))
        {
            var step = Math.Clamp(ring.Length / 3, 1, every);
            for (var i = 0; i < ring.Length; i += step)
            {
                var (x, y) = At(ring[i]);
                path.Append(i == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    public (double X, double Y) At(GridPoint point) => _projection.At(point);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
