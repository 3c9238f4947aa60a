using System.Globalization;
using Furrow.Core.Land;
using Furrow.Server.Answers;

namespace Furrow.Server.Tiles;

/// <summary>Layer <c>points</c> of a tile: records without polygon that have a point, or name a place whose boundary is known. They are no land,
/// and never a circle of it; the circle a map draws is how well the place is known.</summary>
internal static class PointTiles
{
    public const string Layer = "points";

    /// <summary>In small maps one record stands for those of its day and effect around it: in each sixty-fourth of a tile.</summary>
    private const int Spacing = TileFrame.Extent / 64;

    /// <param name="points">Records with a point; those outside the tile may be among them.</param>
    public static byte[] Encode(IReadOnlyList<UndrawnRecord> points, int z, int x, int y, bool exercise)
    {
        var frame = new TileFrame(z, x, y);
        var layer = new TileLayer(Layer);
        var commands = new ProtoBuffer();
        var taken = new HashSet<(int, int, int, LandStatus)>();
        var spacing = z <= SummaryPyramid.MaxZoom ? Spacing : 1;
        foreach (var record in points)
        {
            var claim = record.Claim;
            if (!frame.Box.Contains(record.At))
            {
                continue;
            }

            var place = frame.Project(record.At);
            if ((record.ByPlace || spacing > 1) && !taken.Add((place.X / spacing, place.Y / spacing, claim.Day, EffectStyle.Of(claim.Effect))))
            {
                continue;
            }

            commands.Clear();
            commands.Varint(9);
            commands.Varint(TileGeometry.ZigZag(place.X));
            commands.Varint(TileGeometry.ZigZag(place.Y));
            layer.AddPoint([.. Tags(layer, record, exercise)], commands);
        }

        var tile = new ProtoBuffer();
        layer.WriteTo(tile);
        return tile.Written.ToArray();
    }

    private static List<uint> Tags(TileLayer layer, UndrawnRecord record, bool exercise)
    {
        var (claim, at) = (record.Claim, record.At);
        List<uint> tags =
        [
            layer.Key("on"), layer.Text(claim.On.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            layer.Key("status"), layer.Text(Statuses.NameOf(EffectStyle.Of(claim.Effect))),
            layer.Key("report"), layer.Text(claim.ReportCode),
            layer.Key("at"), layer.Text(string.Create(CultureInfo.InvariantCulture, $"{at.LatDegrees:0.#########}/{at.LonDegrees:0.#########}")),
        ];
        foreach (var name in KindNames.Of(claim.Kinds))
        {
            tags.AddRange([layer.Key(name), layer.Yes()]);
        }

        if (record.ReachMetres is > 0 and < 1e6 and var accuracy)
        {
            // Decimetres of the map at the equator: what a map of this projection draws, whatever the latitude.
            tags.AddRange([layer.Key("reach"), layer.Number((long)Math.Round(accuracy / Math.Cos(at.LatDegrees * Math.PI / 180) * 10))]);
        }

        if (record.ByPlace)
        {
            tags.AddRange([layer.Key("by-place"), layer.Yes()]);
        }

        if (exercise)
        {
            tags.AddRange([layer.Key("exercise"), layer.Yes()]);
        }

        return tags;
    }
}
