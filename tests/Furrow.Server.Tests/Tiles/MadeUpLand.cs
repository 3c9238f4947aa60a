using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Server.Tests.Tiles;

/// <summary>Land features made up for tests, without the ledger.</summary>
internal static class MadeUpLand
{
    public static readonly StatusHistory Suspected = History(KindSet.All | KindSet.Overall, (2015, LandStatus.Suspected));

    public static readonly StatusHistory Cleared = History(KindSet.ApMines | KindSet.Overall, (2012, LandStatus.Suspected), (2016, LandStatus.Cleared));

    public static StatusHistory History(KindSet kinds, params (int Year, LandStatus Status)[] since) =>
        new(kinds, [.. since.Select((s, i) => new StatusSince(new DateOnly(s.Year, 12, 31).DayNumber, s.Status, i, Heading.Move))]);

    public static LandFeature Feature(Shape shape, StatusHistory history, params int[] claims) =>
        new(CellId.Of(new GridPoint(shape.Bounds.MinLon, shape.Bounds.MinLat)), [history], shape, 0, claims);

    public static Shape Box(double west, double south, double east, double north) => new([[Corners(west, south, east, north)]]);

    public static Shape BoxWithHole(double west, double south, double east, double north)
    {
        var (w, h) = ((east - west) / 4, (north - south) / 4);
        var hole = Corners(west + w, south + h, east - w, north - h);
        Array.Reverse(hole);
        return new([[Corners(west, south, east, north), hole]]);
    }

    public static GridPoint[] Corners(double west, double south, double east, double north) =>
    [
        GridPoint.FromDegrees(west, south), GridPoint.FromDegrees(east, south), GridPoint.FromDegrees(east, north), GridPoint.FromDegrees(west, north),
    ];

    /// <summary>A box cut at the cell lines, one feature for each cell, as the ledger answers.</summary>
    public static IEnumerable<LandFeature> Cells(double west, double south, double east, double north, StatusHistory history, params int[] claims)
    {
        GridPoint min = GridPoint.FromDegrees(west, south), max = GridPoint.FromDegrees(east, north);
        for (var row = CellId.Of(min).Row; row <= CellId.Of(max).Row; row++)
        {
            for (var column = CellId.Of(min).Column; column <= CellId.Of(max).Column; column++)
            {
                var cell = new CellId(column, row).Box;
                var (a, b) = (Math.Max(cell.MinLon, min.Lon), Math.Max(cell.MinLat, min.Lat));
                var (c, d) = (Math.Min(cell.MaxLon, max.Lon), Math.Min(cell.MaxLat, max.Lat));
                if (a < c && b < d)
                {
                    yield return new LandFeature(new CellId(column, row), [history], new Shape([[[new(a, b), new(c, b), new(c, d), new(a, d)]]]), 0, claims);
                }
            }
        }
    }
}
