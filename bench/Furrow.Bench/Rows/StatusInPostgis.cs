using Furrow.Core.Land;
using Furrow.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Furrow.Bench.Rows;

/// <summary>The peer's best way we know to the same answer: connected components per kind (which is 24 times quicker than one union), then in each
/// component unions and differences, with releases in the order of their dates, the first release of a place standing. Areas either by a
/// cylindrical equal-area projection (its quickest exact way: straight lines stay nearly straight) or by geography (its plain way).</summary>
public sealed class StatusInPostgis : IDisposable
{
    public const string EqualArea = "ST_Area(ST_Transform(g, 6933))";
    /// <summary>For comparing answers only: cut into short pieces first, it measures under the straight lines that we measure under.</summary>
    public const string EqualAreaDensified = "ST_Area(ST_Transform(ST_Segmentize(g, 0.0001), 6933))";
    public const string Geography = "ST_Area(g::geography)";

    private const string ComponentsSql = """
        DROP TABLE IF EXISTS component;
        CREATE UNLOGGED TABLE component AS
          SELECT kind,
                 array_agg(geom) FILTER (WHERE effect = 'Suspect') AS suspects,
                 array_agg(geom) FILTER (WHERE effect = 'Confirm') AS confirms,
                 array_agg(geom ORDER BY day, row) FILTER (WHERE effect NOT IN ('Suspect', 'Confirm')) AS releases,
                 array_agg(effect ORDER BY day, row) FILTER (WHERE effect NOT IN ('Suspect', 'Confirm')) AS effects
          FROM (SELECT *, ST_ClusterDBSCAN(geom, 0, 1) OVER (PARTITION BY kind) AS cluster FROM claim) AS clustered
          GROUP BY kind, cluster;
        """;

    private const string FunctionSql = """
        CREATE OR REPLACE FUNCTION m2(g geometry) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT AREA $$;
        CREATE OR REPLACE FUNCTION merged(g geometry[]) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
          $$ SELECT CASE cardinality(g) WHEN 1 THEN g[1] ELSE ST_UnaryUnion(ST_Collect(g)) END $$;
        -- m² suspected, confirmed, cleared, reduced, cancelled of one component. What a release takes from a hazard is the hazard's area before less after.
        CREATE OR REPLACE FUNCTION status_of(suspects geometry[], confirms geometry[], releases geometry[], effects text[])
        RETURNS float8[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE
          sha geometry := merged(suspects); cha geometry := merged(confirms); released geometry; piece geometry; r geometry;
          sha_m2 float8; cha_m2 float8; before float8;
          cleared float8 := 0; reduced float8 := 0; cancelled float8 := 0;
          n int := coalesce(cardinality(releases), 0);
        BEGIN
          IF sha IS NOT NULL AND cha IS NOT NULL THEN sha := ST_Difference(sha, cha); END IF;
          sha_m2 := coalesce(m2(sha), 0); cha_m2 := coalesce(m2(cha), 0);
          FOR i IN 1..n LOOP
            r := releases[i];
            IF effects[i] = 'Clear' THEN
              cleared := cleared + m2(CASE WHEN released IS NULL THEN r ELSE ST_Difference(r, released) END);
              piece := r;
            ELSIF i < n THEN
              piece := CASE WHEN effects[i] = 'Cancel' OR cha IS NULL THEN ST_Intersection(r, sha)
                            WHEN sha IS NULL THEN ST_Intersection(r, cha)
                            ELSE ST_Union(ST_Intersection(r, sha), ST_Intersection(r, cha)) END;
            END IF;
            before := sha_m2 + CASE WHEN effects[i] = 'Cancel' THEN 0 ELSE cha_m2 END;
            IF sha_m2 > 0 THEN sha := ST_Difference(sha, r); sha_m2 := m2(sha); END IF;
            IF cha_m2 > 0 AND effects[i] <> 'Cancel' THEN cha := ST_Difference(cha, r); cha_m2 := m2(cha); END IF;
            IF effects[i] = 'Reduce' THEN reduced := reduced + before - sha_m2 - cha_m2;
            ELSIF effects[i] = 'Cancel' THEN cancelled := cancelled + before - sha_m2; END IF;
            IF i < n THEN released := CASE WHEN released IS NULL THEN piece WHEN piece IS NULL THEN released ELSE ST_Union(released, piece) END; END IF;
          END LOOP;
          RETURN ARRAY[sha_m2, cha_m2, cleared, reduced, cancelled];
        END $$;
        """;

    private const string SumSql = """
        SELECT kind, sum(s[1]), sum(s[2]), sum(s[3]), sum(s[4]), sum(s[5])
        FROM (SELECT kind, status_of(suspects, confirms, releases, effects) AS s FROM component OFFSET 0) AS summed GROUP BY kind
        """;

    private readonly NpgsqlConnection _connection;

    public StatusInPostgis(PostgresServer server, BenchLand land)
    {
        _connection = server.Source.OpenConnection();
        var kinds = land.Kinds;
        Execute("CREATE UNLOGGED TABLE claim (kind int, day int, row int, effect text, geom geometry)");
        using (var copy = _connection.BeginBinaryImport("COPY claim FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (claim, kind) in land.Claims.SelectMany(c => kinds.Where(k => c.Kinds.HasFlag(k)).Select(k => (c, k))))
            {
                copy.StartRow();
                copy.Write((int)kind, NpgsqlDbType.Integer);
                copy.Write(claim.Day, NpgsqlDbType.Integer);
                copy.Write(claim.Row, NpgsqlDbType.Integer);
                copy.Write(claim.Effect.ToString(), NpgsqlDbType.Text);
                copy.Write(Wkb.MultiPolygon(claim.Shape), NpgsqlDbType.Bytea);
            }

            copy.Complete();
        }

        Execute("ANALYZE claim");
    }

    public Dictionary<(KindSet, LandStatus), double> Run(string area, int workers)
    {
        DefineFunctions(area);
        Execute($"SET max_parallel_workers_per_gather = {workers}");
        Execute(ComponentsSql);
        Execute($"ALTER TABLE component SET (parallel_workers = {workers})");
        using var command = new NpgsqlCommand(SumSql, _connection);
        using var reader = command.ExecuteReader();
        var answer = new Dictionary<(KindSet, LandStatus), double>();
        while (reader.Read())
        {
            var kind = (KindSet)reader.GetInt32(0);
            answer[(kind, LandStatus.Suspected)] = reader.GetDouble(1);
            answer[(kind, LandStatus.Confirmed)] = reader.GetDouble(2);
            answer[(kind, LandStatus.Cleared)] = reader.GetDouble(3);
            answer[(kind, LandStatus.Reduced)] = reader.GetDouble(4);
            answer[(kind, LandStatus.Cancelled)] = reader.GetDouble(5);
        }

        return answer;
    }

    /// <summary>Sets how the peer measures m².</summary>
    public void DefineFunctions(string area) => Execute(FunctionSql.Replace("AREA", area, StringComparison.Ordinal));

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
