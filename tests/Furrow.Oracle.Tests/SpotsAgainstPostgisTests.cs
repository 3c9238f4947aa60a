using System.Globalization;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Countries;
using Furrow.Postgres;
using NpgsqlTypes;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

public sealed class SpotsAgainstPostgisTests(Judges judges, ITestOutputHelper output)
{
    private const int Points = 10_000;

    /// <summary>One metre: nearer to a boundary the two may differ by their rounding, far below that.</summary>
    private const string AwayDegrees = "0.00001";

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Ten_thousand_spots_away_from_boundaries_have_the_status_PostGIS_gives_them(string country)
    {
        var judge = judges.Of(country);
        Load(judge, Draw(judge));
        var theirs = judge.Server.Source.Rows($"""
            SELECT p.id,
                   EXISTS (SELECT FROM land l WHERE l.layer = 'cleared' AND ST_Covers(l.geom, p.geom)),
                   EXISTS (SELECT FROM land l WHERE l.layer = 'suspected' AND ST_Covers(l.geom, p.geom)),
                   EXISTS (SELECT FROM land l WHERE l.geom && ST_Expand(p.geom, {AwayDegrees}) AND ST_DWithin(ST_Boundary(l.geom), p.geom, {AwayDegrees})),
                   p.lon, p.lat
            FROM spots p
            """, r => (Cleared: r.GetBoolean(1), Suspected: r.GetBoolean(2), Near: r.GetBoolean(3), At: new GridPoint(r.GetInt64(4), r.GetInt64(5))));
        var counts = new Dictionary<LandStatus, int>();
        foreach (var spot in theirs.Where(t => !t.Near))
        {
            var expected = spot.Cleared ? LandStatus.Cleared : spot.Suspected ? LandStatus.Suspected : LandStatus.Unrecorded;
            var history = LandQuestions.Spot(judge.Land.Ledger, spot.At).Histories.FirstOrDefault(h => h.Kinds.HasFlag(KindSet.ApMines));
            var actual = history?.At(CountryLand.AsOf) ?? LandStatus.Unrecorded;
            Assert.True(expected == actual, $"{spot.At}: PostGIS {expected}, ours {actual}");
            counts[expected] = counts.GetValueOrDefault(expected) + 1;
        }

        output.WriteLine(string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")))
            + $"; near a boundary {theirs.Count(t => t.Near)}");
        Assert.Equal(Points, theirs.Count);
        Assert.All([LandStatus.Cleared, LandStatus.Suspected, LandStatus.Unrecorded], s => Assert.True(counts.GetValueOrDefault(s) > 500));
    }

    /// <summary>A fifth anywhere in the country's box, the rest in the boxes of random reports, half suspected and half cleared.</summary>
    private IEnumerable<GridPoint> Draw(Judge judge)
    {
        var random = new Random(20_161_231);
        var country = judge.Land.Everywhere;
        for (var i = 0; i < Points; i++)
        {
            var layer = i % 2 == 0 ? judge.Land.Suspected : judge.Land.Cleared;
            var box = i % 5 == 0 ? country : layer[random.Next(layer.Count)].Shape.Bounds;
            yield return new GridPoint(random.NextInt64(box.MinLon, box.MaxLon + 1), random.NextInt64(box.MinLat, box.MaxLat + 1));
        }
    }

    private static void Load(Judge judge, IEnumerable<GridPoint> points)
    {
        judge.Server.Source.Execute("CREATE TABLE spots (id int, lon bigint, lat bigint)");
        using (var connection = judge.Server.Source.OpenConnection())
        using (var copy = connection.BeginBinaryImport("COPY spots FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (point, i) in points.Select((p, i) => (p, i)))
            {
                copy.StartRow();
                copy.Write(i, NpgsqlDbType.Integer);
                copy.Write(point.Lon, NpgsqlDbType.Bigint);
                copy.Write(point.Lat, NpgsqlDbType.Bigint);
            }

            copy.Complete();
        }

        judge.Server.Source.Execute("ALTER TABLE spots ADD geom geometry; UPDATE spots SET geom = ST_SetSRID(ST_MakePoint(lon / 1e9::float8, lat / "
            + "1e9::float8), 4326)");
    }
}
