using System.Security.Cryptography;
using Furrow.Core.Checks;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Xunit;

namespace Furrow.Core.Tests.Drills;

public sealed class GeneratedCountryTests
{
    private static readonly GeneratedCountry Country = GeneratedCountry.Make(7, 4_000, 2_000);

    [Fact]
    public void The_same_seed_gives_the_same_country_on_every_machine() =>
        Assert.Equal("4EB972DE0DB37F82", HashOf(Country.Hazards.Concat(Country.Releases)));

    [Fact]
    public void Another_seed_gives_another_country() =>
        Assert.NotEqual(HashOf(Country.Hazards), HashOf(GeneratedCountry.Make(8, 4_000, 2_000).Hazards));

    [Fact]
    public void Hazards_have_5_to_40_vertices_and_a_log_normal_area_around_20_000_square_metres()
    {
        Assert.All(Country.Hazards, h => Assert.InRange(h.Ring.Length, 5, 40));
        Assert.Equal(5, Country.Hazards.Min(h => h.Ring.Length));
        Assert.Equal(40, Country.Hazards.Max(h => h.Ring.Length));
        var areas = Country.Hazards.Where(h => !h.IsInvalid).Select(h => RoughSquareMetres(h.Ring)).Order().ToList();
        Assert.InRange(areas[areas.Count / 2], 18_500, 21_500);
        Assert.InRange(areas[(int)(areas.Count * 0.841)] / areas[areas.Count / 2], 2.4, 3.1);
    }

    [Fact]
    public void About_two_in_a_thousand_cross_themselves_and_all_others_are_simple()
    {
        Assert.InRange(Country.Hazards.Count(h => h.IsInvalid), 2, 20);
        Assert.All(Country.Hazards.Concat(Country.Releases), a =>
        {
            var fault = RingGeometry.FaultOf(a.Ring).Fault;
            Assert.True(a.IsInvalid ? fault != RingFault.None : fault == RingFault.None, $"{a.Code}: {fault}");
        });
    }

    [Fact]
    public void Rings_run_anticlockwise() =>
        Assert.All(Country.Hazards.Where(h => !h.IsInvalid).Concat(Country.Releases), a => Assert.True(SignedArea(a.Ring) > 0, a.Code));

    [Fact]
    public void Every_release_lies_within_its_hazard_but_for_the_rounding_of_its_points() =>
        Assert.All(Country.Releases, release =>
        {
            var hazard = Country.Hazards[release.Hazard];
            Assert.All(release.Ring, p => Assert.True(RingGeometry.Side(hazard.Ring, p) >= 0, release.Code));
            Assert.True(SignedArea(release.Ring) <= SignedArea(hazard.Ring), release.Code);
        });

    [Fact]
    public void Everything_carries_the_mark_of_an_exercise() =>
        Assert.All(Country.Hazards.Concat(Country.Releases), a =>
        {
            Assert.StartsWith("EXERCISE-", a.Code);
            Assert.StartsWith("EXERCISE ", a.Organisation);
        });

    [Fact]
    public void The_blob_hangs_together()
    {
        var blob = AdversarialSets.ConnectedBlob(1, 400);
        var reached = new HashSet<int> { 0 };
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var i))
        {
            for (var j = 0; j < blob.Count; j++)
            {
                if (!reached.Contains(j) && blob[j].Ring.Any(p => RingGeometry.Side(blob[i].Ring, p) > 0))
                {
                    reached.Add(j);
                    queue.Enqueue(j);
                }
            }
        }

        Assert.Equal(400, reached.Count);
    }

    [Fact]
    public void The_huge_polygon_is_simple_and_has_as_many_vertices_as_asked()
    {
        var huge = AdversarialSets.HugePolygon(1, 50_000);
        Assert.Equal(50_000, huge.Ring.Distinct().Count());
        Assert.Equal(RingFault.None, RingGeometry.FaultOf(huge.Ring).Fault);
    }

    [Fact]
    public void Duplicates_are_the_same_polygon_whatever_their_start_and_direction() =>
        Assert.Single(AdversarialSets.Duplicates(1, 500).Select(a => PolygonKey.Of([[a.Ring]])).Distinct());

    [Fact]
    public void The_district_wide_suspicion_covers_300_square_kilometres_and_everything_else()
    {
        var set = AdversarialSets.DistrictWideSuspicion(1, 300);
        Assert.InRange(RoughSquareMetres(set[0].Ring), 299e6, 301e6);
        Assert.All(set.Skip(1), a => Assert.All(a.Ring, p => Assert.Equal(1, RingGeometry.Side(set[0].Ring, p))));
    }

    private static double RoughSquareMetres(GridPoint[] ring)
    {
        var (east, north) = GroundMeasure.MetresPerStep(ring[0].Lat);
        return SignedArea(ring) * east * north;
    }

    private static double SignedArea(GridPoint[] ring)
    {
        Int128 twice = 0;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            twice += (Int128)(ring[j].Lon - ring[0].Lon) * (ring[i].Lat - ring[0].Lat) - (Int128)(ring[i].Lon - ring[0].Lon) * (ring[j].Lat - ring[0].Lat);
        }

        return (double)twice / 2;
    }

    private static string HashOf(IEnumerable<GeneratedArea> areas)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var a in areas)
        {
            var points = string.Join(";", a.Ring.Select(p => $"{p.Lon},{p.Lat}"));
            var line = $"{a.Code}|{a.Effect}|{a.On.DayNumber}|{a.Organisation}|{(int)a.Kinds}|{a.Hazard}|{a.IsInvalid}|{points}\n";
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
