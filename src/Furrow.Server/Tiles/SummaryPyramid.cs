using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Server.Tiles;

/// <summary>Summaries of all land as known at one acceptance, in blocks of 1, 2, 4 … cells a side. Tiles of zoom 0 to 8 are drawn from it: layer
/// <c>cells</c>, one square a block, about four pixels wide.</summary>
internal sealed class SummaryPyramid
{
    public const string CellsLayer = "cells";

    /// <summary>The last zoom drawn from summaries.</summary>
    public const int MaxZoom = 8;

    /// <summary>At this zoom one cell is about four pixels of a 512 pixel tile.</summary>
    private const int CellZoom = 8;

    public const int CoarsestLevel = CellZoom;

    private readonly Dictionary<(int Column, int Row), BlockSummary>[] _levels = new Dictionary<(int Column, int Row), BlockSummary>[CellZoom + 1];

    public SummaryPyramid(IEnumerable<LandFeature> features)
    {
        _levels[0] = [];
        foreach (var feature in features)
        {
            At(_levels[0], feature.Cell.Column, feature.Cell.Row).Add(feature);
        }

        for (var level = 1; level <= CellZoom; level++)
        {
            _levels[level] = [];
            foreach (var ((column, row), block) in _levels[level - 1])
            {
                At(_levels[level], column >> 1, row >> 1).Add(block);
            }
        }
    }

    public byte[] Encode(int z, int x, int y, bool exercise)
    {
        var frame = new TileFrame(z, x, y);
        var layer = new TileLayer(CellsLayer);
        var geometry = new TileGeometry();
        var level = Math.Max(0, CellZoom - z);
        foreach (var (square, block) in Blocks(level, frame.Box))
        {
            geometry.Clear();
            geometry.Polygon(frame, [square]);
            for (var piece = 0; !geometry.IsEmpty && piece < HistoryText.Pieces(block.Histories); piece++)
            {
                if (TileTags.Collect(layer, block, piece, exercise) is { Count: > 0 } tags)
                {
                    layer.AddPolygon([.. tags], geometry.Commands);
                }
            }
        }

        var tile = new ProtoBuffer();
        layer.WriteTo(tile);
        return tile.Written.ToArray();
    }

    /// <summary>The blocks of a level that touch the box, each with its square, by row and column. A block of level n is 2ⁿ cells a side.</summary>
    public IEnumerable<(GridPoint[] Square, BlockSummary Block)> Blocks(int level, GridBox box)
    {
        var (min, max) = (CellId.Of(new GridPoint(box.MinLon, box.MinLat)), CellId.Of(new GridPoint(box.MaxLon, box.MaxLat)));
        return _levels[level]
            .Where(b => b.Key.Column >= min.Column >> level && b.Key.Column <= max.Column >> level
                && b.Key.Row >= min.Row >> level && b.Key.Row <= max.Row >> level)
            .OrderBy(b => b.Key.Row).ThenBy(b => b.Key.Column)
            .Select(b => (Square(level, b.Key.Column, b.Key.Row), b.Value));
    }

    private static GridPoint[] Square(int level, int column, int row)
    {
        var corner = new CellId(column << level, row << level).Corner;
        var side = CellId.Size << level;
        return [corner, new(corner.Lon + side, corner.Lat), new(corner.Lon + side, corner.Lat + side), new(corner.Lon, corner.Lat + side)];
    }

    private static BlockSummary At(Dictionary<(int Column, int Row), BlockSummary> level, int column, int row)
    {
        if (!level.TryGetValue((column, row), out var block))
        {
            level.Add((column, row), block = new BlockSummary());
        }

        return block;
    }
}
