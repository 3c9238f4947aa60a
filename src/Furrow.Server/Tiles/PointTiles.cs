using System.Globalization;
using Furrow.Core.Land;
using Furrow.Server.Answers;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Tiles;

/// <summary>Layer <c>points</c> of a tile: records with a point and no polygon. They are no land, and never a circle of it; the circle a map draws is how well
/// the point is known.</summary>
internal static class PointTiles
{
    public const string Layer = "points";

    /// <summary>In small maps one record stands for those of its day and effect around it: in each sixty-fourth of a tile.</summary>
    private const int Spacing = TileFrame.Extent / 64;

    /// <param name="points">Records with a point; those outside the tile may be among them.</param>
    public static byte[] Encode(IReadOnlyList<LandClaim> points, int z, int x, int y, bool exercise)
    {
        var frame = new TileFrame(z, x, y);
        var layer = new TileLayer(Layer);
        var commands = new ProtoBuffer();
        var taken = z <= SummaryPyramid.MaxZoom ? new HashSet<(int, int, int, LandStatus)>() : null;
        foreach (var claim in points)
        {
            var at = claim.Undrawn!.Point!.Value;
            if (!frame.Box.Contains(at))
            {
                continue;
            }

            var place = frame.Project(at);
            if (taken?.Add((place.X / Spacing, place.Y / Spacing, claim.Day, ReportLook.Of(claim.Effect))) == false)
            {
                continue;
            }

            commands.Clear();
            commands.Varint(9);
            commands.Varint(TileGeometry.ZigZag(place.X));
            commands.Varint(TileGeometry.ZigZag(place.Y));
            layer.AddPoint([.. Tags(layer, claim, at, exercise)], commands);
        }

        var tile = new ProtoBuffer();
        layer.WriteTo(tile);
        return tile.Written.ToArray();
    }

    private static List<uint> Tags(TileLayer layer, LandClaim claim, GridPoint at, bool exercise)
    {
        List<uint> tags =
        [
            layer.Key("on"), layer.Text(claim.On.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            layer.Key("status"), layer.Text(Statuses.NameOf(ReportLook.Of(claim.Effect))),
            layer.Key("report"), layer.Text(claim.ReportCode),
            layer.Key("at"), layer.Text(string.Create(CultureInfo.InvariantCulture, $"{at.LatDegrees:0.#########}/{at.LonDegrees:0.#########}")),
        ];
        foreach (var name in KindNames.Of(claim.Kinds))
        {
            tags.AddRange([layer.Key(name), layer.Yes()]);
        }

        if (claim.Undrawn!.AccuracyMetres is > 0 and < 1e6 and var accuracy)
        {
            // Decimetres of the map at the equator: what a map of this projection draws, whatever the latitude.
            tags.AddRange([layer.Key("reach"), layer.Number((long)Math.Round(accuracy / Math.Cos(at.LatDegrees * Math.PI / 180) * 10))]);
        }

        if (exercise)
        {
            tags.AddRange([layer.Key("exercise"), layer.Yes()]);
        }

        return tags;
    }
}
