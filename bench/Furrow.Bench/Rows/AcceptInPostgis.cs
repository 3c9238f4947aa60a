using System.Diagnostics;
using System.Globalization;
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
    private readonly NpgsqlCommand _limit;
    private readonly Stopwatch _spent = new();

    public AcceptInPostgis(PostgresServer server, BenchLand standing)
    {
        _tables = new StatusInPostgis(server, standing);
        _tables.DefineFunctions(StatusInPostgis.EqualArea);
        server.Source.Execute("CREATE INDEX ON claim USING gist (geom); ANALYZE claim");
        _connection = server.Source.OpenConnection();
        _limit = _connection.CreateCommand();
        _neighbourhood = Prepared(NeighbourhoodSql, NpgsqlDbType.Integer, NpgsqlDbType.Bytea);
        _insert = Prepared("INSERT INTO claim VALUES ($1, $2, $3, $4, $5::geometry)", NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.Integer,
            NpgsqlDbType.Text, NpgsqlDbType.Bytea);
    }

    /// <summary>How long the peer may work on all reports of a row together, what is not timed for it included.</summary>
    public static TimeSpan Budget => TimeSpan.FromSeconds(120);

    /// <summary>What it did to accept one report.</summary>
    /// <param name="Seconds">To recompute the neighbourhood once the claim is there, for all its kinds; up to the end of the budget when it broke off.</param>
    /// <param name="BrokeOff">The budget ended before it had done.</param>
    public readonly record struct Took(double Seconds, bool BrokeOff);

    /// <summary>Adds what changed to the sums, unless it broke off.</summary>
    public Took Accept(LandClaim claim, IReadOnlyList<KindSet> kinds, Dictionary<(KindSet, LandStatus), double> changes)
    {
        var geometry = Wkb.MultiPolygon(claim.Shape);
        var timed = new Stopwatch();
        var changed = new List<((KindSet, LandStatus) Account, double By)>();
        try
        {
            foreach (var kind in kinds.Where(k => claim.Kinds.HasFlag(k)))
            {
                var before = Status(kind, geometry);
                Set(_insert, (int)kind, claim.Day, claim.Row, claim.Effect.ToString(), geometry);
                _insert.ExecuteNonQuery();
                timed.Start();
                var after = Status(kind, geometry);
                timed.Stop();
                changed.AddRange(Statuses.Select((s, i) => ((kind, s), after[i] - before[i])));
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return new Took(timed.Elapsed.TotalSeconds, true);
        }

        foreach (var (account, by) in changed)
        {
            changes[account] = changes.GetValueOrDefault(account) + by;
        }

        return new Took(timed.Elapsed.TotalSeconds, false);
    }

    public void Dispose()
    {
        _neighbourhood.Dispose();
        _insert.Dispose();
        _limit.Dispose();
        _connection.Dispose();
        _tables.Dispose();
    }

    private double[] Status(KindSet kind, byte[] geometry)
    {
        // The server ends the statement itself at the end of the budget; at least a moment, for 0 would mean for ever.
        var left = Math.Max(1, (int)(Budget - _spent.Elapsed).TotalMilliseconds);
        _limit.CommandText = string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout = {left}");
        _limit.ExecuteNonQuery();
        Set(_neighbourhood, (int)kind, geometry);
        _spent.Start();
        try
        {
            return (double[])_neighbourhood.ExecuteScalar()!;
        }
        finally
        {
            _spent.Stop();
        }
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
