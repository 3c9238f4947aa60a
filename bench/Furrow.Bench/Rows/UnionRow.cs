using Furrow.Bench.Measuring;
using Furrow.Postgres;

namespace Furrow.Bench.Rows;

/// <summary>Printed for the reader, not a goal: what a first idea costs the peer.</summary>
public sealed class UnionRow : IBenchRow
{
    public string Name => "union";

    public string Work => "for the reader: ST_Union of the hazards alone, the way a first query does it";

    public void Run(BenchContext context, RowReport report)
    {
        var land = BenchLand.Country(context);
        using var server = PostgresServer.Start(PostgresSettings.Analytical(workers: 2));
        server.Source.LoadShapes("hazard", land.Claims.Where(c => !BenchLand.IsRelease(c.Effect)).Select(c => (c.Id, "hazard", c.Shape)));
        var timings = Interleaved.Measure(1, new Contender("PostGIS ST_Union", new ProcessTreeMeter(server.ProcessId),
            () => server.Source.Value<int>("SELECT ST_NPoints(ST_Union(geom)) FROM hazard")));
        report.Table(timings);
    }
}
