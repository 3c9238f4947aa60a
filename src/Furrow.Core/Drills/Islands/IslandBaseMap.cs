using System.Globalization;
using Furrow.Core.Land;

namespace Furrow.Core.Drills.Islands;

public enum BaseMapGeometry
{
    Point,
    Line,
    Polygon,
}

/// <summary>One thing the base map draws.</summary>
/// <param name="Layer">land, contour, river, spring, road, village, houses, municipality or district.</param>
/// <param name="Lines">Point: one line of one point. Line: its points. Polygon: rings, shell first, open.</param>
/// <param name="Properties">Beside name: height (m), other-name, kind, length (m).</param>
public sealed record BaseMapFeature(string Layer, string? Name, BaseMapGeometry Geometry, IReadOnlyList<GridPoint[]> Lines, IReadOnlyDictionary<string,
    string> Properties);

internal static class IslandBaseMap
{
    private static readonly Dictionary<string, string> None = [];

    public static IReadOnlyList<BaseMapFeature> Of(Island island)
    {
        var features = new List<BaseMapFeature>();
        features.AddRange(island.Coast.Select(ring => new BaseMapFeature("land", "EXERCISE Island", BaseMapGeometry.Polygon, [Ring(ring, 8)], None)));
        foreach (var level in (int[])[50, 100, 200, 300, 400, 500, 600, 700, 800, 900])
        {
            features.AddRange(Contours.Of(island.Terrain, level).Where(r => r.Count > 15).Select(r =>
                new BaseMapFeature("contour", null, BaseMapGeometry.Polygon, [Ring(r, 15)], With(("height", Whole(level))))));
        }

        features.AddRange(island.Districts.LargerDistricts.Places.SelectMany(p => Places("district", p)));
        features.AddRange(island.Districts.Municipalities.Places.SelectMany(p => Places("municipality", p)));
        features.AddRange(island.Rivers.Select(r =>
            new BaseMapFeature("river", r.Name, BaseMapGeometry.Line, [Line(r.Line, 5)], With(("length", Whole(r.LengthMetres))))));
        features.AddRange(island.Rivers.Select(r => new BaseMapFeature("spring", r.Name + " Spring", BaseMapGeometry.Point, [[Island.ToGrid(r.Line[0])]],
            With(("height", Whole(island.Terrain.HeightMetres(r.Cells[0])))))));
        features.AddRange(island.Roads.Select(r =>
            new BaseMapFeature("road", r.Name, BaseMapGeometry.Line, [Line(r.Line, 4)], With(("length", Whole(r.LengthMetres))))));
        features.AddRange(island.Villages.Select((v, i) => new BaseMapFeature("houses", v.Name, BaseMapGeometry.Polygon, [Houses(island, v, i)], None)));
        features.AddRange(island.Villages.Select(v => new BaseMapFeature("village", v.Name, BaseMapGeometry.Point, [[Island.ToGrid(v.At)]],
            With(("other-name", v.OtherName), ("kind", v.IsTown ? "town" : "village"), ("height", Whole(island.Terrain.HeightMetres(v.At)))))));
        return features;
    }

    private static IEnumerable<BaseMapFeature> Places(string layer, Land.Questions.Place place) =>
        place.Shape.Polygons.Select(rings => new BaseMapFeature(layer, place.Name, BaseMapGeometry.Polygon, rings, None));

    /// <summary>The built-up ground of a village: a rough ring around its middle, drawn in where there is sea.</summary>
    private static GridPoint[] Houses(Island island, Village village, int number)
    {
        var numbers = SeededNumbers.For(island.Seed, "houses" + number.ToString(CultureInfo.InvariantCulture));
        var ring = new GridPoint[14];
        for (var i = 0; i < ring.Length; i++)
        {
            var (east, north) = PlaneMath.Direction((double)i / ring.Length);
            var radius = village.RadiusMetres * numbers.Between(0.65, 1.0);
            while (radius > 20 && island.Terrain.HeightMetres(village.At + new Metres(east, north) * radius) <= 0.5)
            {
                radius *= 0.8;
            }

            ring[i] = Island.ToGrid(village.At + new Metres(east, north) * radius);
        }

        return ring;
    }

    private static GridPoint[] Ring(IReadOnlyList<Metres> ring, double tolerance)
    {
        var thin = LineSmoothing.Thin([.. ring, ring[0]], tolerance);
        return [.. thin.Take(thin.Count - 1).Select(Island.ToGrid)];
    }

    private static GridPoint[] Line(IReadOnlyList<Metres> line, double tolerance) => [.. LineSmoothing.Thin(line, tolerance).Select(Island.ToGrid)];

    private static string Whole(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> With(params (string Key, string Value)[] properties) => properties.ToDictionary(p => p.Key, p => p.Value);
}
