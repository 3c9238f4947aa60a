using System.Globalization;
using Furrow.Bench.Measuring;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Postgres;
using Furrow.Server.Tiles;

namespace Furrow.Bench.Rows;

/// <summary>Vector tiles of zoom 10 to 14, cold, one core on each side, from features dissolved beforehand: ours per cell as the window gives them (joining
/// them across cells is in our time), the peer's joined beforehand, already in Web Mercator and indexed.</summary>
public sealed class TilesRow : IBenchRow
{
    private const int TilesPerZoom = 150;

    private static readonly string[] Columns = ["ap", "av", "cmr", "erw", "overall", "claims"];

    public string Name => "tiles";

    public string Work => "vector tiles z10 to 14, cold, per core";

    public void Run(BenchContext context, RowReport report)
    {
        var land = BenchLand.Country(context);
        var ledger = LandLedger.Empty.Accept(new LandAcceptance(1, land.Claims, []));
        var tiles = Pick(land, context);
        var features = tiles.Select(t => LandQuestions.Window(ledger, TileEncoder.BoxOf(t.Z, t.X, t.Y)).ToList()).ToList();
        report.Note(RowReport.Text($"{tiles.Count} tiles with something in them, {TilesPerZoom} a zoom at most; {features.Sum(f => f.Count):N0} cell features in their windows"));

        using var server = PostgresServer.Start(PostgresSettings.Analytical(workers: 0));
        Load(server, ledger);
        using var connection = server.Source.OpenConnection();
        using var command = new Npgsql.NpgsqlCommand("""
            SELECT ST_AsMVT(t, 'land', 4096, 'g') FROM (
              SELECT ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), 4096, 64, true) AS g, ap, av, cmr, erw, overall, claims
              FROM feature WHERE geom && ST_TileEnvelope($1, $2, $3, margin => 0.015625)) AS t
            """, connection);
        for (var i = 0; i < 3; i++)
        {
            command.Parameters.Add(new Npgsql.NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        }

        command.Prepare();

        List<byte[]> Ours() => [.. tiles.Select((t, i) => TileEncoder.Encode(features[i], t.Z, t.X, t.Y))];
        List<byte[]> Theirs() => [.. tiles.Select(t =>
        {
            (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (t.Z, t.X, t.Y);
            return (byte[])command.ExecuteScalar()!;
        })];

        Compare(report, tiles, Ours(), Theirs());
        var meter = new ProcessTreeMeter(server.ProcessId);
        var timings = Interleaved.Measure(context.QuickRuns - 2, new Contender("Furrow", Meter.OwnProcess, () => Ours()),
            new Contender("PostGIS ST_AsMVT", meter, () => Theirs()));
        report.Table(timings);
        report.Line(RowReport.Text($"tiles a second and core: ours {tiles.Count / timings[0].Cpu.Median:N0}, PostGIS {tiles.Count / timings[1].Cpu.Median:N0}"));
        report.Factor("processor", timings[1].Cpu.Median / timings[0].Cpu.Median, 4, 15);
        report.Factor("wall", timings[1].Wall.Median / timings[0].Wall.Median, 4, 15);
    }

    /// <summary>Both round to whole tile units and drop what has no area then, each by its own rule: sums agree, single slivers may not.</summary>
    private static void Compare(RowReport report, List<(int Z, int X, int Y)> tiles, List<byte[]> ours, List<byte[]> theirs)
    {
        foreach (var zoom in tiles.Select(t => t.Z).Distinct())
        {
            var indexes = Enumerable.Range(0, tiles.Count).Where(i => tiles[i].Z == zoom).ToList();
            var (mine, other) = (indexes.ConvertAll(i => TileReading.Of(ours[i])), indexes.ConvertAll(i => TileReading.Of(theirs[i])));
            report.Note(RowReport.Text($"features at zoom {zoom}: ours {mine.Sum(t => t.Features):N0}, one for each status history; PostGIS {other.Sum(t => t.Features):N0}, one for each history and set of claims, which its table holds apart so that no feature spans the country"));
            report.Same(RowReport.Text($"area at zoom {zoom}"), Math.Abs(mine.Sum(t => t.Area)), Math.Abs(other.Sum(t => t.Area)), 0.005);
        }

        report.SayCompared();
        report.Note(RowReport.Text($"bytes: ours {ours.Sum(t => t.Length):N0}, PostGIS {theirs.Sum(t => t.Length):N0}"));
    }

    /// <summary>Tiles under random claims.</summary>
    private static List<(int Z, int X, int Y)> Pick(BenchLand land, BenchContext context)
    {
        var numbers = SeededNumbers.For(BenchContext.Seed, "tiles");
        return [.. from z in Enumerable.Range(10, 5)
                   from tile in Enumerable.Range(0, context.Scaled(TilesPerZoom))
                       .Select(_ => TileOf(z, land.Claims[numbers.Below(land.Claims.Count)].Shape.Polygons[0][0][0])).Distinct()
                   select tile];
    }

    private static (int Z, int X, int Y) TileOf(int z, GridPoint p) => (z, (int)((p.LonDegrees + 180) / 360 * (1 << z)),
        (int)((1 - Math.Asinh(Math.Tan(p.LatDegrees * Math.PI / 180)) / Math.PI) / 2 * (1 << z)));

    private static void Load(PostgresServer server, LandLedger ledger)
    {
        server.Source.Execute($"CREATE TABLE piece ({string.Join(", ", Columns.Select(c => c + " text"))}, geom geometry)");
        using (var connection = server.Source.OpenConnection())
        using (var copy = connection.BeginBinaryImport("COPY piece FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var feature in LandQuestions.Window(ledger, new GridBox(-GridPoint.MaxLon, -GridPoint.MaxLat, GridPoint.MaxLon, GridPoint.MaxLat)))
            {
                copy.StartRow();
                foreach (var kind in new[] { KindSet.ApMines, KindSet.AvMines, KindSet.ClusterMunitionRemnants, KindSet.OtherErw, KindSet.Overall })
                {
                    copy.Write(HistoryOf(feature, kind), NpgsqlTypes.NpgsqlDbType.Text);
                }

                copy.Write("," + string.Join(',', feature.Claims) + ",", NpgsqlTypes.NpgsqlDbType.Text);
                copy.Write(Wkb.MultiPolygon(feature.Shape), NpgsqlTypes.NpgsqlDbType.Bytea);
            }

            copy.Complete();
        }

        var columns = string.Join(", ", Columns);
        server.Source.Execute($"CREATE TABLE feature AS SELECT {columns}, ST_Transform(ST_UnaryUnion(ST_Collect(geom)), 3857) AS geom FROM piece GROUP BY {columns}; CREATE INDEX ON feature USING gist (geom); ANALYZE feature");
    }

    private static string HistoryOf(LandFeature feature, KindSet kind) => string.Join(';', feature.Histories.Where(h => (h.Kinds & kind) != 0)
        .SelectMany(h => h.Since).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Day},{(int)s.Status}")));
}
