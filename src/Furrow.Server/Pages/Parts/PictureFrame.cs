using System.Globalization;
using System.Text;
using Furrow.Core.Land;

namespace Furrow.Server.Pages.Parts;

/// <summary>Puts shapes on a small picture: longitude shortened by the cosine of the middle latitude, which is true enough for a picture of one area.
/// Units of the picture are points; metres only appear in the scale.</summary>
public sealed class PictureFrame
{
    private const double MetresPerDegree = 111_320;
    private const int Margin = 14;

    private readonly GridBox _box;
    private readonly double _cosine;
    private readonly double _pointsPerDegree;
    private readonly double _left;

    private PictureFrame(GridBox box)
    {
        _box = box;
        _cosine = Math.Max(0.05, Math.Cos((box.MinLat + box.MaxLat) / 2d / GridPoint.PerDegree * Math.PI / 180));
        var wide = Math.Max(1e-7, (box.MaxLon - box.MinLon) / (double)GridPoint.PerDegree * _cosine);
        var high = Math.Max(1e-7, (box.MaxLat - box.MinLat) / (double)GridPoint.PerDegree);
        _pointsPerDegree = Math.Min((Width - 2 * Margin) / wide, 380 / high);
        _left = (Width - wide * _pointsPerDegree) / 2;
        Height = (int)Math.Ceiling(high * _pointsPerDegree) + 2 * Margin + 20;
        var metres = 120 / _pointsPerDegree * MetresPerDegree;
        var step = Math.Pow(10, Math.Floor(Math.Log10(metres)));
        ScaleMetres = metres / step >= 5 ? 5 * step : metres / step >= 2 ? 2 * step : step;
    }

    public int Width => 560;

    public int Height { get; }

    public double ScaleMetres { get; }

    public double ScaleWidth => ScaleMetres / MetresPerDegree * _pointsPerDegree;

    public string ScaleText => ScaleMetres >= 1000 ? $"{Number(ScaleMetres / 1000)} km" : $"{Number(ScaleMetres)} m";

    public static PictureFrame? Around(IEnumerable<Shape> shapes)
    {
        var box = shapes.Aggregate(GridBox.Empty, (b, s) => b.With(s.Bounds));
        return box.IsEmpty ? null : new PictureFrame(box);
    }

    public string Path(Shape shape)
    {
        var path = new StringBuilder();
        foreach (var ring in shape.Polygons.SelectMany(p => p))
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (x, y) = At(ring[i]);
                path.Append(i == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    public (double X, double Y) At(GridPoint point) => (
        _left + (point.Lon - _box.MinLon) / (double)GridPoint.PerDegree * _cosine * _pointsPerDegree,
        Margin + (_box.MaxLat - point.Lat) / (double)GridPoint.PerDegree * _pointsPerDegree);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
