using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Server.Tiles;

/// <summary>Vector tiles (Mapbox Vector Tile specification 2.1) straight from grid coordinates. Layer <c>land</c>: one feature for all land in the tile that
/// shares its whole status history, with the history of every kind, overall and custody as <see cref="HistoryText"/> properties. A map filters by date and
/// kind without loading anything; what reports say about a place it asks by the place.</summary>
public static class TileEncoder
{
    public const string LandLayer = "land";

    [ThreadStatic]
    private static TileGeometry? t_geometry;

    /// <summary>The tile with its buffer on the grid: the window whose features <see cref="Encode"/> wants.</summary>
    public static GridBox BoxOf(int z, int x, int y) => new TileFrame(z, x, y).Box;

    /// <summary>The bytes of one tile, not compressed; empty when no feature leaves a trace in it. Pure: the same features give the same bytes.</summary>
    /// <param name="features">Dissolved features of the cells that touch the tile; others may be among them.</param>
    /// <param name="exercise">Marks every feature as part of an exercise.</param>
    public static byte[] Encode(IReadOnlyList<LandFeature> features, int z, int x, int y, bool exercise = false)
    {
        var frame = new TileFrame(z, x, y);
        var layer = new TileLayer(LandLayer);
        var geometry = t_geometry ??= new TileGeometry();
        foreach (var (tags, shapes) in TileTags.Group(layer, features, frame.Box, exercise))
        {
            geometry.Clear();
            foreach (var polygon in shapes.Count == 1 ? shapes[0].Polygons : CellSeams.Join(shapes))
            {
                geometry.Polygon(frame, polygon);
            }

            if (!geometry.IsEmpty)
            {
                layer.AddPolygon(tags, geometry.Commands);
            }
        }

        var tile = new ProtoBuffer();
        layer.WriteTo(tile);
        return tile.Written.ToArray();
    }
}
