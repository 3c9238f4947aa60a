using Furrow.Core.Drills;

namespace Furrow.Bench.Rows;

/// <summary>Every row, in the order of the table.</summary>
public static class BenchRows
{
    public static readonly IBenchRow[] All =
    [
        new StatusRow("status", "whole country: m² of every status, from all reports", BenchLand.Country),
        new StatusRow("status-blob", "the same for one connected blob of 20,000",
            c => BenchLand.Of("blob", AdversarialSets.ConnectedBlob(BenchContext.Seed, c.Scaled(20_000)))),
        new StatusRow("status-huge", "the same for one polygon of 500,000 vertices",
            c => BenchLand.Of("huge", [AdversarialSets.HugePolygon(BenchContext.Seed, c.Scaled(500_000))])),
        new StatusRow("status-duplicates", "the same for 10,000 duplicates",
            c => BenchLand.Of("duplicates", AdversarialSets.Duplicates(BenchContext.Seed, c.Scaled(10_000)))),
        new StatusRow("status-wide", "the same with a suspicion of 300 km² over everything",
            c => BenchLand.Of("wide", AdversarialSets.DistrictWideSuspicion(BenchContext.Seed, c.Scaled(2_000)))),
        new UnionRow(),
        new AcceptRow("accept", "accept one report: compute", 1_000, 10, 2, BenchLand.CountryShuffled),
        new AcceptRow("accept-blob", "the same in one connected blob of 20,000", 500, 50, 10,
            c => BenchLand.Of("blob", AdversarialSets.ConnectedBlob(BenchContext.Seed, c.Scaled(20_500)))),
        new AcceptRow("accept-huge", "the same over one polygon of 500,000 vertices", 200, 50, 10, BenchLand.OverHuge),
        new AcceptRow("accept-duplicates", "the same on 10,000 duplicates", 200, 50, 10,
            c => BenchLand.Of("duplicates", AdversarialSets.Duplicates(BenchContext.Seed, c.Scaled(10_200)))),
        new AcceptRow("accept-wide", "the same under a suspicion of 300 km² over everything", 500, 50, 10,
            c => BenchLand.Of("wide", AdversarialSets.DistrictWideSuspicion(BenchContext.Seed, c.Scaled(2_000)))),
        new DurableRow(),
        new ImportRow(),
        new ImportOddRow(),
        new TilesRow(),
        new AreaRow(),
        new StartRow("start", "start at 1 M entries", 500_000, 0),
        new StartRow("start-small", "start at 1 M entries, 200,000 of them facts of small subjects", 300_000, 200_000),
        new EraseRow(),
        new PausesRow(),
        new ListRow(),
        new EntitlementRow(),
    ];
}
