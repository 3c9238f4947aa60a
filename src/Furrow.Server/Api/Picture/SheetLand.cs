using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Pages.Parts;
using Furrow.Server.Tiles;

namespace Furrow.Server.Api.Picture;

/// <summary>The land on a sheet by its status at the date, as polygons joined across cells; squares of cells where polygons would be too
/// small to see.</summary>
internal static class SheetLand
{
    /// <summary>Below this width a cell is drawn as one square.</summary>
    private const double SmallestCellUnits = 3;

    public static IReadOnlyList<(LandStatus Status, IReadOnlyList<GridPoint[][]> Polygons)> Of(LandTiles tiles, LandLedger land, MapSheet sheet, DateOnly date,
        KindSet kind, int knownAt)
    {
        var (metresPerLon, _) = LocalProjection.MetresPerDegree(sheet.Box.MinLat / (double)GridPoint.PerDegree);
        var cellUnits = metresPerLon / 100 * sheet.Projection.UnitsPerMetre;
        if (cellUnits >= SmallestCellUnits)
        {
            return Group(LandQuestions.Window(land, sheet.Box, knownAt), date, kind)
                .Select(g => (g.Key, (IReadOnlyList<GridPoint[][]>)[.. CellSeams.Join([.. g])])).ToList();
        }

        var level = Math.Min((int)Math.Ceiling(Math.Log2(SmallestCellUnits / cellUnits)), SummaryPyramid.CoarsestLevel);
        return tiles.Blocks(land, knownAt, level, sheet.Box)
            .Select(b => (Status: StatusOf(b.Histories, date, kind), b.Square))
            .Where(b => b.Status != LandStatus.Unrecorded)
            .GroupBy(b => b.Status, b => new[] { b.Square })
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, (IReadOnlyList<GridPoint[][]>)[.. g])).ToList();
    }

    private static IEnumerable<IGrouping<LandStatus, Shape>> Group(IEnumerable<LandFeature> features, DateOnly date, KindSet kind) => features
        .Select(f => (Status: StatusOf(f.Histories, date, kind), f.Shape))
        .Where(f => f.Status != LandStatus.Unrecorded)
        .GroupBy(f => f.Status, f => f.Shape)
        .OrderBy(g => g.Key);

    /// <summary>Custody is only told of released land: what is not released has none.</summary>
    private static LandStatus StatusOf(IEnumerable<StatusHistory> histories, DateOnly date, KindSet kind)
    {
        LandStatus? asked = null;
        var overall = LandStatus.Unrecorded;
        foreach (var history in histories)
        {
            if ((history.Kinds & kind) != 0)
            {
                asked = history.At(date);
            }

            if ((history.Kinds & KindSet.Overall) != 0)
            {
                overall = history.At(date);
            }
        }

        return kind != KindSet.Custody ? asked ?? LandStatus.Unrecorded
            : Statuses.IsReleased(overall) ? asked ?? LandStatus.NotHandedOver
            : LandStatus.Unrecorded;
    }
}
