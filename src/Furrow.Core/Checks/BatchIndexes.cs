using Furrow.Core.Keeping;
using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>What drafts of a batch are looked up by: of all codes, polygons and points in use, those that something of the batch has in common with another.
/// Nothing is found at the rest, which of a country's file is nearly everything. Drafts that are met are read again.</summary>
internal static class BatchIndexes
{
    /// <summary>What was found about the drafts of one portion.</summary>
    private sealed record Met(List<(Guid, string)> Codes, List<(PolygonKey, PartRef)> Polygons, List<(GridPoint, PartRef)> Points);

    public static CheckContext ContextOf(BatchToCheck batch, DraftGround ground)
    {
        var (codes, standingCodes) = Common(Enumerable.Range(0, ground.Count).Select(ground.CodeOf).Where(k => k != default), ground.Count,
            batch.StandingCodes.Select(s => (DraftGround.KeyOf(s.Code), s)));
        var (polygons, standing) = Common(ground.Parts.Where(p => p.IsDrawn).Select(p => p.Key), ground.Parts.Length,
            batch.Standing.Select(s => (PolygonKey.Of(s.Shape.Polygons), s.Part)));
        var (cells, standingPoints) = Near(ground, batch.StandingPoints);
        var met = Read(batch, ground, codes, polygons, cells);
        return new()
        {
            Today = batch.Today,
            Settings = batch.Settings,
            Codes = new CodeIndex(standingCodes.Select(s => s.Value).Concat(met.SelectMany(m => m.Codes))),
            Polygons = new PolygonIndex(standing.Concat(met.SelectMany(m => m.Polygons))),
            Points = new PointIndex(standingPoints.Concat(met.SelectMany(m => m.Points))),
            Territory = batch.Territory is { IsEmpty: false } known ? known : null,
        };
    }

    /// <summary>Keys that two of the batch have, or one of it and one that stands; and those that stand with such a key.</summary>
    private static (HashSet<TKey> Keys, List<(TKey Key, T Value)> Standing) Common<TKey, T>(IEnumerable<TKey> own, int count,
        IEnumerable<(TKey Key, T Value)> standing)
    {
        var (once, common) = (new HashSet<TKey>(count), new HashSet<TKey>());
        foreach (var key in own)
        {
            if (!once.Add(key))
            {
                common.Add(key);
            }
        }

        var met = standing.Where(s => once.Contains(s.Key)).ToList();
        common.UnionWith(met.Select(s => s.Key));
        return (common, met);
    }

    /// <summary>Cells of which a point has another near it, and the points that stand near one of the batch.</summary>
    private static (HashSet<(long, long)> Cells, List<(GridPoint At, PartRef Part)> Standing) Near(DraftGround ground,
        IReadOnlyList<(GridPoint At, PartRef Part)> standing)
    {
        var counts = new Dictionary<(long, long), int>();
        Count(ground.Spots.Select(s => s.At));
        var near = standing.Where(s => PointIndex.CellsNear(PointIndex.CellOf(s.At)).Any(counts.ContainsKey)).ToList();
        Count(near.Select(s => s.At));
        return ([.. counts.Keys.Where(cell => PointIndex.CellsNear(cell).Sum(counts.GetValueOrDefault) > 1)], near);

        void Count(IEnumerable<GridPoint> points)
        {
            foreach (var point in points)
            {
                counts[PointIndex.CellOf(point)] = counts.GetValueOrDefault(PointIndex.CellOf(point)) + 1;
            }
        }
    }

    /// <summary>The drafts that are met by another, read again: portion by portion, in their order.</summary>
    private static Met[] Read(BatchToCheck batch, DraftGround ground, HashSet<IndexKey> codes, HashSet<PolygonKey> polygons, HashSet<(long, long)> cells)
    {
        var parts = ground.Parts.Where(p => p.IsDrawn && polygons.Contains(p.Key)).ToLookup(p => p.Draft);
        var spots = ground.Spots.Where(s => cells.Contains(PointIndex.CellOf(s.At))).ToLookup(s => s.Draft);
        var named = Enumerable.Range(0, ground.Count).Where(i => codes.Contains(ground.CodeOf(i))).ToHashSet();
        var portions = named.Concat(parts.Select(p => p.Key)).Concat(spots.Select(s => s.Key)).Distinct().Order()
            .GroupBy(i => i / BatchToCheck.PortionDrafts).Select(g => g.ToArray()).ToArray();
        var met = new Met[portions.Length];
        Parallel.For(0, portions.Length, new ParallelOptions { CancellationToken = batch.Stop }, p =>
        {
            var from = portions[p][0];
            var drafts = batch.Portion(from, portions[p][^1] + 1);
            var of = met[p] = new Met([], [], []);
            foreach (var i in portions[p])
            {
                var report = drafts[i - from].Report;
                of.Codes.AddRange(named.Contains(i) ? [(report.Id, report.Code)] : []);
                of.Polygons.AddRange(parts[i].Select(part => (part.Key, BatchCheck.RefOf(report, part.Index))));
                of.Points.AddRange(spots[i].Select(spot => (spot.At, BatchCheck.RefOf(report, spot.Index))));
            }
        });
        return met;
    }
}
