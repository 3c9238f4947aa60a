namespace Furrow.Core.Drills.Islands;

/// <summary>A village or town.</summary>
/// <param name="OtherName">Its name in the island's other tongue.</param>
/// <param name="RadiusMetres">About how far its houses reach.</param>
public sealed record Village(string Name, string OtherName, Metres At, double RadiusMetres)
{
    public bool IsTown => RadiusMetres >= 500;
}

internal static class Villages
{
    private const double LeastSpacingMetres = 3_600;

    public static List<Village> Make(ulong seed, Terrain terrain, IReadOnlyList<River> rivers, PlaceNames names, int count = 26)
    {
        var numbers = SeededNumbers.For(seed, "villages");
        var water = new HashSet<(int, int)>(rivers.SelectMany(r => r.Cells).Select(c => Block(Terrain.Middle(c))));
        var sites = new List<(Metres At, double Worth)>();
        for (var i = 0; i < 6_000; i++)
        {
            var at = RoadGrid.Snap(new Metres(numbers.Between(-31_000, 31_000.0), numbers.Between(-21_000, 21_000.0)));
            var height = terrain.HeightMetres(at);
            if (height > 4 && height < 420 && terrain.Slope(at) < 0.14)
            {
                var nearWater = water.Contains(Block(at)) ? 0.8 : 0;
                // Some by the sea, most inland.
                sites.Add((at, nearWater - height / 900 - terrain.Slope(at) * 3 - (height < 25 ? 0.55 : 0) + numbers.Unit()));
            }
        }

        var villages = new List<Village>();
        foreach (var (at, _) in sites.OrderByDescending(s => s.Worth).ThenBy(s => s.At.East).ThenBy(s => s.At.North))
        {
            if (villages.Count < count && villages.TrueForAll(v => (v.At - at).Length > LeastSpacingMetres))
            {
                var (name, other) = names.Village();
                villages.Add(new Village(name, other, at, villages.Count < 3 ? numbers.Between(550, 800.0) : numbers.Between(180, 380.0)));
            }
        }

        return villages;
    }

    /// <summary>Squares of 1.2 km: close enough to fetch water.</summary>
    private static (int, int) Block(Metres p) => ((int)Math.Floor(p.East / 1_200), (int)Math.Floor(p.North / 1_200));
}
