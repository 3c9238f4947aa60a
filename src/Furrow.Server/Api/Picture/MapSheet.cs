using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Api.Picture;

/// <summary>A sheet with a map frame on it: its size, the projection, and the land inside the frame. Units are points for a screen,
/// millimetres for paper.</summary>
internal sealed record MapSheet(double Width, double Height, SheetBox Frame, LocalProjection Projection, string Unit, int? Scale)
{
    /// <summary>Below the frame of a paper sheet stand legend, scale and title.</summary>
    private const double PaperFootMm = 34;
    private const double PaperMarginMm = 12;
    private const int MostPoints = 4000;

    public static readonly IReadOnlyList<(string Name, double ShortMm, double LongMm)> Papers = [("a4", 210, 297), ("a3", 297, 420)];

    public bool IsPaper => Unit == "mm";

    /// <summary>The land in the frame, on the grid.</summary>
    public GridBox Box
    {
        get
        {
            var (west, south) = Projection.Back(Frame.X, Frame.Bottom);
            var (east, north) = Projection.Back(Frame.Right, Frame.Y);
            var min = GridPoint.FromDegrees(Math.Clamp(west, -180, 180), Math.Clamp(south, -90, 90));
            var max = GridPoint.FromDegrees(Math.Clamp(east, -180, 180), Math.Clamp(north, -90, 90));
            return new GridBox(min.Lon, min.Lat, max.Lon, max.Lat);
        }
    }

    /// <summary>The box as large as it fits on a screen picture.</summary>
    public static Outcome<MapSheet> Screen(GridBox box, int width, int height)
    {
        if (width is < 64 or > MostPoints || height is < 64 or > MostPoints)
        {
            return Problems.MapPictureTooLarge(MostPoints);
        }

        var (midLon, midLat) = Middle(box);
        var (perLon, perLat) = LocalProjection.MetresPerDegree(midLat);
        var wide = (box.MaxLon - box.MinLon) / (double)GridPoint.PerDegree * perLon;
        var high = (box.MaxLat - box.MinLat) / (double)GridPoint.PerDegree * perLat;
        var unitsPerMetre = Math.Min(width / Math.Max(wide, 1e-3), height / Math.Max(high, 1e-3));
        var projection = new LocalProjection(midLon, midLat, unitsPerMetre, width / 2.0, height / 2.0);
        return new MapSheet(width, height, new SheetBox(0, 0, width, height), projection, "px", null);
    }

    /// <summary>A sheet of paper around a middle, true to scale.</summary>
    public static Outcome<MapSheet> Paper(GridPoint middle, int scale, string paper, bool isLandscape)
    {
        var size = Papers.FirstOrDefault(p => p.Name == paper);
        if (size.Name is null)
        {
            return Problems.MapPaperUnknown(paper);
        }

        if (scale is < 500 or > 1_000_000)
        {
            return Problems.MapScaleUnknown(scale);
        }

        var (width, height) = isLandscape ? (size.LongMm, size.ShortMm) : (size.ShortMm, size.LongMm);
        var frame = new SheetBox(PaperMarginMm, PaperMarginMm, width - 2 * PaperMarginMm, height - 2 * PaperMarginMm - PaperFootMm);
        var projection = new LocalProjection(middle.LonDegrees, middle.LatDegrees, 1000.0 / scale, frame.X + frame.Width / 2, frame.Y + frame.Height / 2);
        return new MapSheet(width, height, frame, projection, "mm", scale);
    }

    private static (double Lon, double Lat) Middle(GridBox box) =>
        ((box.MinLon + (double)box.MaxLon) / 2 / GridPoint.PerDegree, (box.MinLat + (double)box.MaxLat) / 2 / GridPoint.PerDegree);
}

internal readonly record struct SheetBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}
