using CsCheck;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Tests.Land;

/// <summary>Random programmes for the laws: small pieces of land around a corner of the cell grid, drawn so that slivers, shared edges, holes, duplicates,
/// nested, touching and cell-line polygons are common.</summary>
internal static class RandomLand
{
    /// <summary>A corner where four cells meet; negative and odd so that signs and rounding are exercised.</summary>
    private static readonly GridPoint Corner = new(-33 * CellId.Size, 17 * CellId.Size);

    /// <summary>Seeds that once broke a law of land: crossings rounded onto an edge that shares an end with both, nodes beside the frame of a cell, pieces of
    /// crowded cells. bDg_wHNNLLa1 broke the law of edges a few steps long; of the others it was not noted which law they broke, so every law of land tries
    /// them all. A seed means what it meant only while the generator draws in the same order.</summary>
    public static readonly string[] BrokeOnce =
    [
        "66mWiSAMprH7", "2bE50QAoNEt3", "71v7no3RVCN1", "4ArwVI4jFxu9", "7j6gDOf8Esf1", "4xtMlk1V-cV5", "702Ej8ifnaR4", "bDg_wHNNLLa1",
    ];

    /// <summary>Coordinates: often on a coarse lattice (shared edges, cell lines), sometimes one step beside it (slivers), sometimes anywhere.</summary>
    private static readonly Gen<long> Offset = Gen.Frequency(
        (6, Gen.Int[-4, 4].Select(n => n * (CellId.Size / 4))),
        (2, Gen.Select(Gen.Int[-4, 4], Gen.Int[-2, 2], (n, d) => n * (CellId.Size / 4) + d)),
        (1, Gen.Int[-3, 3].Select(n => (long)n)),
        (3, Gen.Long[-CellId.Size - 7, CellId.Size + 9]));

    private static readonly Gen<GridPoint> Point = Gen.Select(Offset, Offset, (x, y) => new GridPoint(Corner.Lon + x, Corner.Lat + y));

    private static readonly Gen<GridPoint[]> Ring = Gen.Frequency(
        (3, Point.Array[3, 7]),
        (3, Gen.Select(Offset, Offset, Offset, Offset, Box)),
        (1, Gen.Select(Gen.Long[-40, 40], Gen.Long[-40, 40], Gen.Long[1, 12], Gen.Long[1, 12], (x, y, w, h) => Box(x, y, x + w, y + h))));

    public static readonly Gen<Shape> AnyShape = Gen.Select(Ring.Array[1, 2].Array[1, 2], Gen.Bool, (polygons, release) =>
        ShapeRepair.Mend(polygons, release).Shape)
        .Where(s => s is not null && !s.IsEmpty)!;

    private static readonly Gen<LandEffect> Effect = Gen.Frequency(
        (4, Gen.Const(LandEffect.Suspect)), (3, Gen.Const(LandEffect.Confirm)), (4, Gen.Const(LandEffect.Clear)), (2, Gen.Const(LandEffect.Reduce)),
        (2, Gen.Const(LandEffect.Cancel)), (1, Gen.Const(LandEffect.Discredit)), (1, Gen.Const(LandEffect.FindNoEvidence)),
        (1, Gen.Const(LandEffect.SearchSurface)), (1, Gen.Const(LandEffect.Investigate)), (1, Gen.Const(LandEffect.EndInvestigation)),
        (1, Gen.Const(LandEffect.ReopenSuspected)), (1, Gen.Const(LandEffect.ReopenConfirmed)), (1, Gen.Const(LandEffect.HandOver)),
        (1, Gen.Const(LandEffect.TakeBack)), (1, Gen.Const(LandEffect.LeaveIncomplete)), (1, Gen.Const(LandEffect.Inspect)));

    public static readonly Gen<LandClaim> Claim = Gen.Select(AnyShape, Effect, Gen.Int[1, 31], Gen.Int[0, 6], Gen.Int[0, 40], Gen.Int[0, 4], Gen.Int[0, 3],
        (shape, effect, kinds, day, depth, area, flags) => new LandClaim
        {
            Id = 0, Report = Guid.Empty, ReportCode = "", ReportKind = ReportKind.Clearance, Part = 0, Effect = effect, Kinds = (KindSet)kinds,
            Day = new DateOnly(2020, 1, 1).DayNumber + day, PlacedAt = 0, Row = 0, AcceptedAt = 0, Shape = shape,
            HazardousArea = area == 0 ? null : $"HA-{area}", Organisation = flags % 2 == 0 ? "A" : "B", Baseline = flags == 3,
            Predecessors = flags == 2 && area > 1 ? [$"HA-{area - 1}"] : [],
            DepthSearchedCm = depth, DepthRequiredCm = flags == 1 ? 20 : null, SurfaceReleases = flags == 2,
        });

    /// <summary>Claims of a few grid steps around the corner of the grid.</summary>
    public static readonly Gen<LandClaim> TinyClaim = Gen.Select(Claim,
        Gen.Select(Gen.Long[-5, 5], Gen.Long[-5, 5], (x, y) => new GridPoint(Corner.Lon + x, Corner.Lat + y)).Array[3, 6]
            .Select(ring => ShapeRepair.Mend([[ring]], false).Shape).Where(s => s is not null && !s.IsEmpty),
        (claim, shape) => claim with { Shape = shape! });

    /// <summary>One step of a programme: claims to accept together, and picks for claims to take away.</summary>
    public sealed record Step(LandClaim[] Adds, int[] RemovePicks)
    {
        public override string ToString() =>
            $"+{Adds.Length} -{RemovePicks.Length} "
            + $"{string.Join(" / ", Adds.Select(a => a.Effect + " " + string.Join(" ", a.Shape.Polygons.Select(p => string.Join(";", p.Select(r => string.Join(",", r)))))))}";
    }

    public static readonly Gen<Step[]> Programme = Gen.Select(Claim.Array[1, 2],
        Gen.Frequency((5, Gen.Const(Array.Empty<int>())), (1, Gen.Int[0, 100].Array[1, 2])), (adds, removes) => new Step(adds, removes)).Array[1, 6];

    /// <summary>Numbers the claims and picks of a step for a ledger.</summary>
    public static LandAcceptance Next(LandLedger land, Step step)
    {
        var number = land.KnownAt + 1;
        var counting = land.CountingClaims().Select(c => c.Id).ToList();
        var removes = step.RemovePicks.Where(_ => counting.Count > 0).Select(p => counting[p % counting.Count]).Distinct().ToList();
        return new LandAcceptance(number,
            [.. step.Adds.Select((c, i) =>
                c with { Id = land.ClaimCount + i, PlacedAt = number, AcceptedAt = number, Row = i, Report = ReportId(land.ClaimCount + i) })], removes);
    }

    public static LandLedger Run(IEnumerable<Step> steps) => Run(LandLedger.Empty, steps);

    public static LandLedger Run(LandLedger land, IEnumerable<Step> steps) => steps.Aggregate(land, (l, step) => l.Accept(Next(l, step)));

    /// <summary>A cell as one part, however crowded it is.</summary>
    public static CellPart WholeCell(CellClaim[] active)
    {
        var (whole, edged) = CellSplit.Divide(active);
        return new CellPart(0, 0, (int)CellId.Size, whole, edged);
    }

    public static List<int> Members(SetCover covers, int cover)
    {
        var members = new List<int>();
        covers.Members(cover, members);
        return members;
    }

    private const double GridStepMetres = 1e-4;

    /// <summary>How far sums over differently noded faces may lie apart: the borders drawn in this very programme (and others that cut it) × the grid step,
    /// and one unit for each time one of them is rounded to whole 1e-6 m².</summary>
    public static long RoundingMicro(LandLedger land, params Shape[] others)
    {
        var drawn = Enumerable.Range(0, land.ClaimCount).Select(i => land.Claim(i).Shape).Concat(others).ToList();
        var metres = drawn.Sum(s => GroundMeasure.PerimeterMetres(s.Polygons));
        return (long)Math.Ceiling(metres * GridStepMetres * AreaText.MicroPerSquareMetre) + drawn.Sum(s => s.Polygons.Sum(p => p.Sum(r => r.Length)));
    }

    private static Guid ReportId(int n) => new(n + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static GridPoint[] Box(long x1, long y1, long x2, long y2) =>
    [
        new(Corner.Lon + x1, Corner.Lat + y1), new(Corner.Lon + x2, Corner.Lat + y1), new(Corner.Lon + x2, Corner.Lat + y2),
            new(Corner.Lon + x1, Corner.Lat + y2),
    ];
}
