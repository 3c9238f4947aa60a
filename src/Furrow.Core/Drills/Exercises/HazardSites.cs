using Furrow.Core.Checks;
using Furrow.Core.Drills.Islands;
using Furrow.Core.Land;

namespace Furrow.Core.Drills.Exercises;

/// <summary>Finds places for invented hazards that look right on a map: beside roads and rivers, along hillsides, around villages, on fields. Nothing here
/// follows any rule of laying; the shapes come from noise.</summary>
internal sealed class HazardSites(Island island, SeededNumbers numbers)
{
    private readonly List<GridBox> _taken = [];

    private readonly List<IReadOnlyList<Metres>> _hillsides =
        [.. new double[] { 90, 160, 240, 330, 430 }.SelectMany(level => Contours.Of(island.Terrain, level)).Where(r => r.Count > 60)
            .Select(r => LineSmoothing.Round(LineSmoothing.Thin(r, 25), 2))];

    /// <summary>A new outline on free land, with the village nearest to it.</summary>
    public (HazardOutline Outline, Village Village) Next(bool strike = false)
    {
        for (var attempt = 0; attempt < 5_000; attempt++)
        {
            var outline = strike ? Strike() : numbers.Below(100) switch
            {
                < 30 => Beside(numbers.Pick(island.Roads).Line, numbers.Between(12, 35.0), numbers.Between(45, 170.0)),
                < 42 => Beside(numbers.Pick(island.Rivers).Line, numbers.Between(15, 30.0), numbers.Between(50, 150.0)),
                < 60 => Beside(numbers.Pick(_hillsides), 0, numbers.Between(60, 190.0)),
                < 75 => AroundVillage(),
                < 90 => Field(),
                _ => Blob(numbers.Between(120, 420.0)),
            };
            if (outline is not null && IsGood(outline))
            {
                _taken.Add(Widened(outline.Whole.Bounds));
                return (outline, NearestVillage(outline.Centre));
            }
        }

        throw new InvalidOperationException("The island has no room for another hazard: that is a bug of the plan.");
    }

    public Village NearestVillage(GridPoint p) => island.Villages.MinBy(v => (v.At - Island.ToMetres(p)).Length)!;

    /// <summary>A belt beside a line: rungs every 25 to 70 m, its width wandering.</summary>
    private HazardOutline? Beside(IReadOnlyList<Metres> line, double offset, double width)
    {
        var count = numbers.Between(6, 15);
        var step = numbers.Between(28, 70.0);
        var length = LineSmoothing.LengthMetres(line);
        if (length < count * step + 400)
        {
            return null;
        }

        var stations = LineSmoothing.Stations(line, numbers.Between(150, length - count * step - 150), step, count);
        return stations.Count < count ? null : Belt(stations, numbers.Chance(0.5) ? offset : -offset - width, width);
    }

    private HazardOutline AroundVillage()
    {
        var village = numbers.Pick(island.Villages);
        var count = numbers.Between(6, 12);
        double radius = village.RadiusMetres + numbers.Between(250, 900.0), from = numbers.Unit(), step = numbers.Between(0.012, 0.022);
        var stations = Enumerable.Range(0, count).Select(i =>
        {
            var (east, north) = PlaneMath.Direction(from + i * step);
            return (village.At + new Metres(east, north) * radius, new Metres(-north, east));
        }).ToList();
        return Belt(stations, 0, numbers.Between(50, 140.0));
    }

    private HazardOutline Field()
    {
        var side = numbers.Between(70, 170.0);
        return Straight(numbers.Between(4, 7), side / 2, (_, _) => (-side / 2, side / 2));
    }

    private HazardOutline Blob(double length) => Straight(10, length / 9, (i, n) =>
    {
        // A lens: wide in the middle, narrow but not sharp at both ends.
        var t = (i + 0.5) / n;
        var half = length * 0.42 * Math.Sqrt(t * (1 - t)) * numbers.Between(0.75, 1.2);
        return (-half, half * numbers.Between(0.8, 1.2));
    });

    /// <summary>Land hit from the air: a larger blob.</summary>
    private HazardOutline Strike() => Blob(numbers.Between(450, 900.0));

    private HazardOutline Straight(int count, double step, Func<int, int, (double, double)> sides)
    {
        var village = numbers.Pick(island.Villages);
        var (east, north) = PlaneMath.Direction(numbers.Unit());
        var start = village.At + new Metres(numbers.Between(-2_600, 2_600.0), numbers.Between(-2_600, 2_600.0));
        var along = new Metres(east, north);
        return HazardOutline.Along([.. Enumerable.Range(0, count).Select(i => (start + along * (i * step), along))], i => sides(i, count));
    }

    private HazardOutline Belt(IReadOnlyList<(Metres, Metres)> stations, double near, double width)
    {
        double low = near, high = near + width;
        return HazardOutline.Along(stations, _ =>
        {
            low = Math.Clamp(low + numbers.Between(-0.12, 0.12) * width, near - 0.15 * width, near + 0.25 * width);
            high = Math.Clamp(high + numbers.Between(-0.2, 0.2) * width, near + 0.6 * width, near + 1.4 * width);
            return (Math.Max(low, near), high);
        });
    }

    private bool IsGood(HazardOutline outline)
    {
        var ring = outline.Whole.Polygons[0][0];
        var box = Widened(outline.Whole.Bounds);
        return Array.TrueForAll(ring, p => island.Terrain.HeightMetres(Island.ToMetres(p)) > 1)
            && RingGeometry.FaultOf(ring).Fault == RingFault.None
            && Enumerable.Range(0, outline.Last).All(i => IsSimple(outline.LeftHalf(i, i + 1)) && IsSimple(outline.RightHalf(i, i + 1)))
            && island.Villages.All(v => (v.At - Island.ToMetres(outline.Centre)).Length > v.RadiusMetres + 60)
            && _taken.TrueForAll(t => !t.Intersects(box));
    }

    /// <summary>Every piece must be a proper ring by itself and run anticlockwise: a ladder bent too sharply has rungs that cross.</summary>
    private static bool IsSimple(Shape piece)
    {
        var r = piece.Polygons[0][0];
        return RingGeometry.FaultOf(r).Fault == RingFault.None && RingGeometry.Turn(r[0], r[1], r[2]) > 0 && RingGeometry.Turn(r[2], r[3], r[0]) > 0;
    }

    /// <summary>Hazards keep some 100 m apart, so that overlaps in the exercise are only those meant to be there.</summary>
    private static GridBox Widened(GridBox b) => new(b.MinLon - 1_000_000, b.MinLat - 1_000_000, b.MaxLon + 1_000_000, b.MaxLat + 1_000_000);
}
