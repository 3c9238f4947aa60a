
namespace Furrow.Core.Land;

/// <summary>Turns drawn rings into a shape the ledger can trust, and says what it mended. Rings come closed or open, in any direction. A drawing that is
/// valid by its own format is taken as it is. One that is not may be read in several ways (docs/decisions/0004-fill-rule-in-repair.md): a release keeps what
/// lies inside all its readings, a hazard what lies inside any.</summary>
public static class ShapeRepair
{
    /// <summary>The repaired shape and its repairs; a null shape with the reasons when nothing with an area is left. Never throws on
    /// coordinates on earth.</summary>
    /// <param name="roles">How the format says which rings are holes.</param>
    /// <param name="budget">What the drawing may cost; the usual one when none is given.</param>
    /// <exception cref="OperationCanceledException">Nobody wants the answer any more, as the budget was told.</exception>
    public static RepairedShape Mend(IReadOnlyList<GridPoint[][]> drawn, bool isRelease, RingRoles roles = RingRoles.Declared, NodingBudget? budget = null)
    {
        budget ??= NodingBudget.Standard();
        if (RingPieces.CountOf(drawn.SelectMany(p => p)) > NodingBudget.MostPieces || Rings.AreTooLarge(drawn.SelectMany(p => p)))
        {
            return RepairedShape.Refused(Problems.OutlineTooLong());
        }

        var repairs = new List<Repair>();
        var parts = PartsOf(drawn, roles, repairs, budget);
        if (parts is [{ IsInDoubt: false } single] && PlainRings.Are([.. single.Rings], budget))
        {
            // Nearly every drawing.
            return new RepairedShape(new Shape([single.Rings]), repairs, Math.Abs(ShapeArea.MicroOfRings(single.Rings))) { IsPlain = repairs.Count == 0 };
        }

        return Mend(parts, roles, isRelease, repairs, budget);
    }

    private static RepairedShape Mend(List<DrawnPart> parts, RingRoles roles, bool isRelease, List<Repair> repairs, NodingBudget budget)
    {
        var doubtful = 0L;
        // Polygons stay in the order in which their parts were drawn.
        var mended = new List<(int Part, GridPoint[][] Polygon)>(parts.Count);
        var doubt = new List<GridPoint[][]>();
        foreach (var numbers in DrawnPart.Groups(parts, budget))
        {
            var group = numbers.ConvertAll(n => parts[n]);
            if (parts.Count > 1 && group is [{ IsInDoubt: false } only] && PlainRings.Are([.. only.Rings], budget))
            {
                mended.Add((numbers[0], only.Rings));
                continue;
            }

            if (DrawingRepair.Of(group, roles, isRelease, budget) is not { } read)
            {
                break;
            }

            mended.AddRange(read.Polygons.Select((polygon, i) => (numbers[read.IsAsDrawn ? i : 0], polygon)));
            if (!read.IsAsDrawn)
            {
                var differs = ShapeArea.Micro(read.Doubt);
                doubt.AddRange(read.Doubt.Polygons);
                doubtful += differs;
                var drawnArea = group.Sum(p => Math.Abs(ShapeArea.MicroOfRings(p.Rings)));
                repairs.AddRange(RepairWords.Of(read.Faults, differs, isRelease, ShapeArea.Micro(new Shape(read.Polygons)) - drawnArea));
            }
        }

        if (budget.Refusal is { } refused)
        {
            return RepairedShape.Refused(refused);
        }

        var shape = mended.Count == 0 ? null : new Shape(mended.OrderBy(m => m.Part).Select(m => m.Polygon));
        return new RepairedShape(shape, repairs, shape is null ? 0 : ShapeArea.Micro(shape))
        {
            Doubt = new DrawingDoubt(doubt.Count == 0 ? Shape.Empty : new Shape(doubt), doubtful, isRelease),
        };
    }

    private static List<DrawnPart> PartsOf(IReadOnlyList<GridPoint[][]> drawn, RingRoles roles, List<Repair> repairs, NodingBudget budget)
    {
        if (roles == RingRoles.Declared || (drawn.Count == 1 && drawn[0].Length == 1))
        {
            var parts = new List<DrawnPart>(drawn.Count);
            foreach (var polygon in drawn)
            {
                if (RingCleaning.Clean(polygon, roles, repairs) is { Count: > 0 } rings)
                {
                    parts.Add(DrawnPart.Of(rings));
                }
            }

            return parts;
        }

        var all = drawn.SelectMany(p => RingCleaning.Clean(p, roles, repairs)).ToList();
        var once = RingNest.Once(all);
        if (once.Count < all.Count)
        {
            repairs.Add(new Repair("repeated-ring", $"A ring that was drawn twice was taken once.", 0));
        }

        return RingNest.PartsOf(once, budget);
    }
}
