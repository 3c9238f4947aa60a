using System.Diagnostics;
using Furrow.Core.Land;
using Furrow.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Furrow.Bench.Rows;

/// <summary>The neighbourhood of one report in the peer: all claims of its kind that touch it, by index, and the status m² of these.</summary>
public sealed class AcceptInPostgis : IDisposable
{
    private const string NeighbourhoodSql = """
        SELECT status_of(
          array_agg(geom) FILTER (WHERE effect = 'Suspect'),
          array_agg(geom) FILTER (WHERE effect = 'Confirm'),
          array_agg(geom ORDER BY day, row) FILTER (WHERE effect NOT IN ('Suspect', 'Confirm')),
          array_agg(effect ORDER BY day, row) FILTER (WHERE effect NOT IN ('Suspect', 'Confirm')))
        FROM claim WHERE kind = $1 AND ST_Intersects(geom, $2::geometry)
        """;

    private static readonly LandStatus[] Statuses = [LandStatus.Suspected, LandStatus.Confirmed, LandStatus.Cleared, LandStatus.Reduced, LandStatus.Cancelled];

    private readonly StatusInPostgis _tables;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _neighbourhood;
    private readonly NpgsqlCommand _insert;

    public AcceptInPostgis(PostgresServer server, BenchLand standing)
    {
        _tables = new StatusInPostgis(server, standing);
        _tables.DefineFunctions(StatusInPostgis.EqualArea);
        server.Source.Execute("CREATE INDEX ON claim USING gist (geom); ANALYZE claim");
        _connection = server.Source.OpenConnection();
        _neighbourhood = Prepared(NeighbourhoodSql, NpgsqlDbType.Integer, NpgsqlDbType.Bytea);
        _insert = Prepared("INSERT INTO claim VALUES ($1, $2, $3, $4, $5::geometry)", NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.Integer,
            NpgsqlDbType.Text, NpgsqlDbType.Bytea);
    }

    /// <summary>Seconds to recompute the neighbourhood once the claim is there, for all its kinds; adds what changed to the sums.</summary>
    public double Accept(LandClaim claim, IReadOnlyList<KindSet> kinds, Dictionary<(KindSet, LandStatus), double> changes)
    {
        var geometry = Wkb.MultiPolygon(claim.Shape);
        var seconds = 0.0;
        foreach (var kind in kinds.Where(k => claim.Kinds.HasFlag(k)))
        {
            var before = Status(kind, geometry);
            Set(_insert, (int)kind, claim.Day, claim.Row, claim.Effect.ToString(), geometry);
            _insert.ExecuteNonQuery();
            var watch = Stopwatch.StartNew();
            var after = Status(kind, geometry);
            seconds += watch.Elapsed.TotalSeconds;
            for (var i = 0; i < Statuses.Length; i++)
            {
                changes[(kind, Statuses[i])] = changes.GetValueOrDefault((kind, Statuses[i])) + after[i] - before[i];
            }
        }

        return seconds;
    }

    public void Dispose()
    {
        _neighbourhood.Dispose();
        _insert.Dispose();
        _connection.Dispose();
        _tables.Dispose();
    }

    private double[] Status(KindSet kind, byte[] geometry)
    {
        Set(_neighbourhood, (int)kind, geometry);
        return (double[])_neighbourhood.ExecuteScalar()!;
    }

    private NpgsqlCommand Prepared(string sql, params NpgsqlDbType[] types)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var type in types)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        }

        command.Prepare();
        return command;
    }

    private static void Set(NpgsqlCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }
}
