using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Drills.Islands;

/// <summary>An invented island in the empty middle of the Pacific, some 1,900 km or more from any land, wholly decided by a seed. It exists for
/// exercises and demonstrations: nobody can take a hazard on it for real ground, and every name carries EXERCISE.</summary>
public sealed class Island
{
    /// <summary>Middle of the island. The nearest land, Clipperton, is some 1,970 km away; then come the Marquesas.</summary>
    public static readonly GridPoint Middle = GridPoint.FromDegrees(-124, 0.5);

    private Island(ulong seed)
    {
        Seed = seed;
        Terrain = Terrain.Make(seed);
        var names = new PlaceNames(seed);
        Coast = [.. Contours.Of(Terrain, 0).OrderByDescending(r => r.Count).Take(1).Select(r => (IReadOnlyList<Metres>)r)];
        Rivers = Islands.Rivers.Make(seed, Terrain, names);
        Villages = Islands.Villages.Make(seed, Terrain, Rivers, names);
        Roads = Islands.Roads.Make(Terrain, Rivers, Villages);
        Districts = Districts.Make(seed, Terrain, Villages, ToGrid);
    }

    public ulong Seed { get; }

    public Terrain Terrain { get; }

    /// <summary>Closed rings (first point not repeated), land on the left.</summary>
    public IReadOnlyList<IReadOnlyList<Metres>> Coast { get; }

    public IReadOnlyList<River> Rivers { get; }

    public IReadOnlyList<Village> Villages { get; }

    public IReadOnlyList<Road> Roads { get; }

    public Districts Districts { get; }

    /// <summary>Boundaries that balances can be split by.</summary>
    public PlaceSet Places => Districts.Municipalities;

    public static Island Make(ulong seed) => new(seed);

    public static GridPoint ToGrid(Metres p) => PlaneMath.Offset(Middle, p.East, p.North);

    /// <summary>Back from the grid, to a thousandth of a metre.</summary>
    public static Metres ToMetres(GridPoint p)
    {
        var (east, north) = Checks.GroundMeasure.MetresPerStep(Middle.Lat);
        return new Metres((p.Lon - Middle.Lon) * east, (p.Lat - Middle.Lat) * north);
    }

    public bool IsLand(GridPoint p) => Terrain.HeightMetres(ToMetres(p)) > 0;

    /// <summary>Everything the base map draws, ready for GeoJSON.</summary>
    public IReadOnlyList<BaseMapFeature> BaseMap() => IslandBaseMap.Of(this);
}
