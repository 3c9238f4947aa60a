using Furrow.Core.Land;
using Furrow.Postgres;
using Xunit;

namespace Furrow.Oracle.Tests;

public sealed class PostgresServerTests
{
    [Fact]
    public void A_shape_arrives_in_PostGIS_with_the_very_same_coordinates_and_the_server_leaves_nothing_behind()
    {
        int process;
        GridPoint[] ring = [new(17_000_000_001, 45_000_000_003), new(17_001_000_007, 45_000_000_009), new(17_000_999_999, 45_001_000_001)];
        using (var server = PostgresServer.Start(PostgresSettings.Analytical(workers: 0)))
        {
            process = server.ProcessId;
            server.Source.LoadShapes("drawn", [(1, "suspected", new Shape([[ring]]))]);
            Assert.Equal(
                "SRID=4326;MULTIPOLYGON(((17.000000001 45.000000003,17.001000007 45.000000009,17.000999999 45.001000001,17.000000001 45.000000003)))",
                server.Source.Value<string>("SELECT ST_AsEWKT(geom, 12) FROM drawn"));
        }

        Assert.False(Directory.Exists($"/proc/{process}"));
    }
}
