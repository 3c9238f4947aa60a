using CsCheck;
using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>No repair enlarges a release or shrinks a hazard: for any drawing, what a release keeps lies in every reading of it, and what a hazard keeps
/// covers every reading. Readings are judged here at single points, by counting how often each ring as it was drawn runs around them: nothing of the noding
/// is used.</summary>
public sealed class RepairLaws
{
    /// <summary>Lines are moved by snap rounding by a few steps of 0.1 mm: a point this near to one is not asked about.</summary>
    private const double NearSteps = 40;

    private static readonly Gen<(RandomDrawing, double[])> Sample = Gen.Select(RandomDrawings.Drawing, Gen.Double[-1, 1].Array[60]);

    [Fact]
    public void A_release_lies_in_every_reading_and_a_hazard_covers_every_reading() => Sample.Obeys((drawing, places) =>
    {
        var release = Mend(drawing, true);
        var hazard = Mend(drawing, false);
        var points = Places(drawing, places).ToList();
        foreach (var point in points)
        {
            var readings = PointReadings.Of(drawing, point, points).ToList();
            var (released, suspected) = (Holds(release, point), Holds(hazard, point));
            Assert.True(!released || readings.TrueForAll(r => r.Inside), $"Released, but outside by {readings.Find(r => !r.Inside).Name} at {point}: {drawing}");
            Assert.True(suspected || !readings.Exists(r => r.Inside), $"No hazard, but inside by {readings.Find(r => r.Inside).Name} at {point}: {drawing}");
            Assert.True(!released || suspected, $"Inside all readings, but not inside any at {point}: {drawing}");
        }
    }, seed: "0000KoOw1fka", samples: 3_000);

    [Fact]
    public void What_is_inside_all_readings_and_what_they_differ_by_sum_to_what_is_inside_any() => RandomDrawings.Drawing.Obeys(drawing =>
    {
        var release = Mend(drawing, true);
        var hazard = Mend(drawing, false);
        Assert.Equal(release.Doubt.AreaMicro, hazard.Doubt.AreaMicro);
        // A sliver thinner than a grid step can have an area but no ring.
        Assert.True(Math.Abs(release.AreaMicro + release.Doubt.AreaMicro - hazard.AreaMicro) <= 2_000_000, drawing.ToString());
        Assert.Equal(release.Doubt.AreaMicro > 0, release.Repairs.Any(r => r.Code == "doubt-left-out"));
        Assert.Equal(hazard.Doubt.AreaMicro > 0, hazard.Repairs.Any(r => r.Code == "doubt-kept"));
    }, seed: "0000KoOw1fkb", samples: 3_000);

    [Fact]
    public void Mending_what_was_mended_changes_nothing() => Gen.Select(RandomDrawings.Drawing, Gen.Bool).Obeys((drawing, isRelease) =>
    {
        if (Mend(drawing, isRelease).Shape is { } shape)
        {
            var again = ShapeRepair.Mend(shape.Polygons, isRelease);
            Assert.True(again.Repairs.Count == 0 && shape.Equals(again.Shape), $"{string.Join(" ", again.Repairs.Select(r => r.Sentence))} {drawing}");
        }
    }, seed: "0000KoOw1fkc", samples: 3_000);

    private static RepairedShape Mend(RandomDrawing drawing, bool isRelease) => ShapeRepair.Mend(drawing.Polygons, isRelease, drawing.Roles);

    /// <summary>Points all over the drawing, away from its lines.</summary>
    private static IEnumerable<GridPoint> Places(RandomDrawing drawing, double[] places)
    {
        for (var i = 0; i + 1 < places.Length; i += 2)
        {
            var (x, y) = ((long)(places[i] * CellId.Size), (long)(places[i + 1] * CellId.Size));
            var point = new GridPoint(RandomDrawings.Corner.Lon + x, RandomDrawings.Corner.Lat + y);
            if (drawing.Rings.All(r => PointReadings.StepsAway(r, point) > NearSteps))
            {
                yield return point;
            }
        }
    }

    private static bool Holds(RepairedShape mended, GridPoint point) =>
        mended.Shape is { } shape && shape.Polygons.Any(p => p.Sum(r => PointReadings.Winding(r, point)) != 0);
}
