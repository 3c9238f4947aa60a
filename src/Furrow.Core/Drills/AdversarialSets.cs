using Furrow.Core.Land;

namespace Furrow.Core.Drills;

/// <summary>Difficult sets: each is valid input for which a shortcut would be wrong or slow. They lie where <see cref="GeneratedCountry"/> lies.</summary>
public static class AdversarialSets
{
    private const string Organisation = "EXERCISE Team North";

    private static readonly DateOnly On = new(2020, 1, 1);

    /// <summary>Areas that all hang together: each overlaps its neighbours, so "one connected component" is the whole set.</summary>
    public static IReadOnlyList<GeneratedArea> ConnectedBlob(ulong seed, int count = 20_000)
    {
        var numbers = SeededNumbers.For(seed, "blob");
        var width = (int)Math.Ceiling(Math.Sqrt(count));
        var areas = new GeneratedArea[count];
        for (var i = 0; i < count; i++)
        {
            double east = (i % width - width / 2) * 120.0, north = (i / width - width / 2) * 120.0;
            var centre = PlaneMath.Offset(GeneratedCountry.Middle, east + numbers.Between(-20, 20.0), north + numbers.Between(-20, 20.0));
            areas[i] = Area("BLOB", i, numbers.Chance(0.5) ? LandEffect.Suspect : LandEffect.Confirm,
                GeneratedRings.Star(numbers, centre, numbers.Between(8, 24), numbers.Between(40_000, 60_000.0)));
        }

        return areas;
    }

    /// <summary>One polygon with very many vertices: a coast-like line some 5 km around its centre.</summary>
    public static GeneratedArea HugePolygon(ulong seed, int vertices = 500_000)
    {
        var numbers = SeededNumbers.For(seed, "huge");
        var ring = new GridPoint[vertices];
        var middle = GeneratedCountry.Middle;
        double radius = 5_000, drift = 0;
        for (var i = 0; i < vertices; i++)
        {
            // A walk pulled back towards 5 km: rough at every scale, and it meets its own beginning within a few centimetres a step.
            var home = 5_000 + (vertices - i < vertices / 100 ? 0 : drift);
            drift = Math.Clamp(drift + numbers.Between(-2, 2.0), -1_500, 1_500);
            radius += (home - radius) * 0.001 + numbers.Between(-0.05, 0.05);
            var (east, north) = PlaneMath.Direction((i + 0.5) / vertices);
            ring[i] = PlaneMath.Offset(middle, east * radius, north * radius);
        }

        return Area("HUGE", 0, LandEffect.Suspect, ring);
    }

    /// <summary>The same polygon again and again, with other starting points and directions.</summary>
    public static IReadOnlyList<GeneratedArea> Duplicates(ulong seed, int count = 10_000)
    {
        var numbers = SeededNumbers.For(seed, "duplicates");
        var ring = GeneratedRings.Star(numbers, GeneratedCountry.Middle, 12, 20_000);
        var areas = new GeneratedArea[count];
        for (var i = 0; i < count; i++)
        {
            var start = numbers.Below(ring.Length);
            GridPoint[] turned = [.. ring[start..], .. ring[..start]];
            if (i % 2 == 1)
            {
                Array.Reverse(turned);
            }

            areas[i] = Area("DUP", i, LandEffect.Suspect, turned);
        }

        return areas;
    }

    /// <summary>A suspicion of 300 km² over everything, then hazards and releases inside it.</summary>
    public static IReadOnlyList<GeneratedArea> DistrictWideSuspicion(ulong seed, int hazards = 2_000)
    {
        var numbers = SeededNumbers.For(seed, "district");
        var middle = GeneratedCountry.Middle;
        GridPoint[] district = [PlaneMath.Offset(middle, -10_000, -7_500), PlaneMath.Offset(middle, 10_000, -7_500), PlaneMath.Offset(middle, 10_000, 7_500),
            PlaneMath.Offset(middle, -10_000, 7_500)];
        var areas = new List<GeneratedArea> { Area("WIDE", 0, LandEffect.Suspect, district) };
        for (var i = 0; i < hazards; i++)
        {
            var centre = PlaneMath.Offset(middle, numbers.Between(-9_000, 9_000.0), numbers.Between(-6_500, 6_500.0));
            var ring = GeneratedRings.Star(numbers, centre, numbers.Between(5, 20), numbers.LogNormal(20_000, 0.7));
            areas.Add(Area("WIDE", areas.Count, LandEffect.Confirm, ring));
            if (i % 2 == 0)
            {
                areas.Add(Area("WIDE", areas.Count, LandEffect.Clear, GeneratedRings.Sector(numbers, centre, ring)));
            }
        }

        return areas;
    }

    private static GeneratedArea Area(string prefix, int number, LandEffect effect, GridPoint[] ring) =>
        new(GeneratedCountry.Code(prefix, number), effect, On.AddDays(number % 1_000), Organisation, KindSet.ApMines | KindSet.AvMines, ring, -1, false);
}
