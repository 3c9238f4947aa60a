using Furrow.Core.Checks;
using Furrow.Core.Drills.Islands;
using Furrow.Core.Land;
using Xunit;

namespace Furrow.Core.Tests.Drills;

/// <summary>What must be true of every invented island, shown for three seeds.</summary>
public sealed class IslandTests
{
    private static readonly Lazy<Island>[] Made = [new(() => Island.Make(1)), new(() => Island.Make(2)), new(() => Island.Make(3))];

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory, MemberData(nameof(Seeds))]
    public void Rivers_run_downhill_from_a_spring_to_the_sea_or_another_river(int seed)
    {
        var island = Of(seed);
        Assert.NotEmpty(island.Rivers);
        var seen = new HashSet<int>();
        foreach (var river in island.Rivers)
        {
            for (var i = 1; i < river.Cells.Count; i++)
            {
                Assert.True(island.Terrain.HeightMetres(river.Cells[i]) < island.Terrain.HeightMetres(river.Cells[i - 1]), river.Name);
            }

            Assert.True(river.ReachesSea ? !island.Terrain.IsLand(river.Cells[^1]) : seen.Contains(river.Cells[^1]), river.Name);
            seen.UnionWith(river.Cells);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Villages_stand_on_land_apart_from_each_other_and_roads_join_them_all(int seed)
    {
        var island = Of(seed);
        Assert.InRange(island.Villages.Count, 20, 30);
        Assert.All(island.Villages, v => Assert.True(island.Terrain.HeightMetres(v.At) > 0, v.Name));
        Assert.All(island.Roads.SelectMany(r => r.Line), p => Assert.True(island.Terrain.HeightMetres(p) > 0));
        var reached = new HashSet<Metres> { island.Villages[0].At };
        for (var grown = true; grown;)
        {
            grown = island.Roads.Any(r => reached.Contains(r.Line[0]) != reached.Contains(r.Line[^1]) && (reached.Add(r.Line[0]) | reached.Add(r.Line[^1])));
        }

        Assert.All(island.Villages, v => Assert.Contains(v.At, reached));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_outline_is_a_simple_ring(int seed)
    {
        var island = Of(seed);
        Assert.All(island.BaseMap().Where(f => f.Geometry == BaseMapGeometry.Polygon), f => Assert.All(f.Lines, ring =>
        {
            Assert.True(ring.Length >= 3, $"{f.Layer} {f.Name}");
            Assert.True(RingGeometry.FaultOf(ring).Fault == RingFault.None, $"{f.Layer} {f.Name} {RingGeometry.FaultOf(ring)}");
        }));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Municipalities_fill_their_districts_and_share_borders_point_by_point(int seed)
    {
        var island = Of(seed);
        Assert.Equal(12, island.Places.Places.Count);
        Assert.Equal(4, island.Districts.LargerDistricts.Places.Count);
        // An edge inside the frame is walked once in each direction: by the two neighbours. Only the frame is walked once.
        var edges = new Dictionary<(GridPoint, GridPoint), int>();
        foreach (var ring in island.Places.Places.SelectMany(p => p.Shape.Polygons).SelectMany(p => p))
        {
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                edges[(ring[j], ring[i])] = edges.GetValueOrDefault((ring[j], ring[i])) + 1;
            }
        }

        Assert.All(edges.Values, n => Assert.Equal(1, n));
        var frame = edges.Keys.Where(e => !edges.ContainsKey((e.Item2, e.Item1))).ToList();
        Assert.All(frame, e => Assert.True(Math.Abs(Island.ToMetres(e.Item1).East) > 32_000 || Math.Abs(Island.ToMetres(e.Item1).North) > 22_000));
        Assert.InRange(frame.Count, 1, edges.Count / 2);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_island_is_as_large_as_told_and_everything_named_carries_EXERCISE(int seed)
    {
        var island = Of(seed);
        var coast = island.BaseMap().Single(f => f.Layer == "land").Lines[0].Select(Island.ToMetres).ToList();
        Assert.InRange(coast.Max(p => p.East) - coast.Min(p => p.East), 45_000, 65_000);
        Assert.InRange(coast.Max(p => p.North) - coast.Min(p => p.North), 28_000, 45_000);
        Assert.All(island.BaseMap().Where(f => f.Name is not null), f => Assert.StartsWith("EXERCISE ", f.Name));
        Assert.All(island.Places.Places, p => Assert.StartsWith("EXERCISE ", p.Name));
        Assert.StartsWith("EXERCISE ", island.Places.Name);
    }

    private static Island Of(int seed) => Made[seed - 1].Value;
}
