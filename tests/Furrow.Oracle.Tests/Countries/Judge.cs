using Furrow.Core.Land;
using Furrow.Postgres;
using Furrow.Trials;

namespace Furrow.Oracle.Tests.Countries;

/// <summary>PostGIS with the same repaired polygons: tables land (id = claim, layer), places (id = index in the place set) and status (layer, geom),
/// the last being its own answer: suspected = union(suspected) − union(cleared), cleared = union(cleared), component by component.
/// One for all tests of a country.</summary>
public sealed class Judge : IDisposable
{
    /// <summary>Edges are cut in pieces of this many degrees before a geodesic area is taken, so that both sides measure under the straight
    /// longitude/latitude line. What is left of the difference is below 1e-10 of the total: halving the step moves it by 1e-11.</summary>
    public const string StepDegrees = "0.0001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("furrow-country-");

    private const string StatusSql = """
        CREATE TABLE component AS
          SELECT cluster,
                 ST_UnaryUnion(ST_Collect(geom) FILTER (WHERE layer = 'suspected')) AS suspected,
                 ST_UnaryUnion(ST_Collect(geom) FILTER (WHERE layer = 'cleared')) AS cleared
          FROM (SELECT layer, geom, ST_ClusterDBSCAN(geom, 0, 1) OVER () AS cluster FROM land) AS clustered
          GROUP BY cluster;
        CREATE TABLE status AS
          SELECT 'suspected' AS layer, (ST_Dump(CASE WHEN cleared IS NULL THEN suspected ELSE ST_Difference(suspected, cleared) END)).geom FROM component WHERE suspected IS NOT NULL
          UNION ALL
          SELECT 'cleared', (ST_Dump(cleared)).geom FROM component WHERE cleared IS NOT NULL;
        CREATE INDEX ON status USING gist (geom);
        ANALYZE status;
        """;

    public Judge(string country)
    {
        Files = TrialCountries.Open(country, _folder.FullName);
        Land = new CountryLand(Files);
        Server = PostgresServer.Start(PostgresSettings.Analytical(workers: 2));
        Server.Source.LoadShapes("land", Land.Claims.Select(c => (c.Id, c.Effect == LandEffect.Clear ? "cleared" : "suspected", c.Shape)));
        Server.Source.LoadShapes("places", Land.Municipalities.Places.Select((p, i) => (i, p.Name, p.Shape)));
        Server.Source.Execute(StatusSql);
    }

    public TrialCountry Files { get; }

    public CountryLand Land { get; }

    public PostgresServer Server { get; }

    /// <summary>m² by layer over the whole country.</summary>
    public Dictionary<string, double> Totals() =>
        Server.Source.Rows($"SELECT layer, sum(ST_Area(ST_Segmentize(geom, {StepDegrees})::geography)) FROM status GROUP BY layer",
            r => (r.GetString(0), r.GetDouble(1)))
            .ToDictionary(r => r.Item1, r => r.Item2);

    /// <summary>m² by place and layer, split at the border.</summary>
    public Dictionary<(string Place, string Layer), double> ByPlace() =>
        Server.Source.Rows($"""
            SELECT p.layer, s.layer, sum(ST_Area(ST_Segmentize(
                     CASE WHEN ST_CoveredBy(s.geom, p.geom) THEN s.geom ELSE ST_Intersection(s.geom, p.geom) END, {StepDegrees})::geography))
            FROM places p JOIN status s ON ST_Intersects(p.geom, s.geom)
            GROUP BY 1, 2
            """, r => ((r.GetString(0), r.GetString(1)), r.GetDouble(2))).ToDictionary(r => r.Item1, r => r.Item2);

    public void Dispose()
    {
        Server.Dispose();
        _folder.Delete(recursive: true);
    }
}
