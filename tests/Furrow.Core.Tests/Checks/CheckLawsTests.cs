using CsCheck;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>Laws of the checks, over reports and drawings nobody would send on purpose.</summary>
public sealed class CheckLawsTests
{
    // Near each other, far away, on the same few places again and again, and off the earth.
    private static readonly Gen<GridPoint> AnyPoint = Gen.OneOf(
        Gen.Select(Gen.Long[-5, 5], Gen.Long[-5, 5], (x, y) => new GridPoint(x * 10_000, y * 10_000)),
        Gen.Select(Gen.Long[-400_000_000_000, 400_000_000_000], Gen.Long[-400_000_000_000, 400_000_000_000], (x, y) => new GridPoint(x, y)),
        Gen.Const(new GridPoint(long.MaxValue, long.MinValue)));

    private static readonly Gen<GridPoint[][]> AnyPolygon = AnyPoint.Array[0, 9].Array[0, 3];

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.Const(""), Gen.Const(" \u200B"), Gen.String[0, 6]);

    private static readonly Gen<ReportDate> AnyDate = Gen.Select(Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.Int[0, 3], (d, p) =>
        new ReportDate(DateOnly.FromDayNumber(d), (DatePrecision)p));

    private static readonly Gen<ReportPart> AnyPart = Gen.Select(Gen.Int[1, 16], Gen.Double, Gen.Int[-5, 300], (e, stated, depth) =>
        new ReportPart { Effect = (LandEffect)e, StatedSquareMetres = stated, DepthSearchedCm = depth, DepthRequiredCm = 20, Shape = stated > 0
            ? Hazard.Parts[0].Shape : null });

    private static readonly Gen<Report> AnyReport = Gen.Select(AnyText, AnyDate, AnyDate, AnyPart.Array[0, 3], Gen.Int[1, 12], Gen.Int[0, 31], Gen.Bool,
        (code, start, end, parts, kind, kinds, baseline) => new Report
    {
        Id = Id((ulong)code.Length),
        Code = code,
        Kind = (ReportKind)kind,
        Start = start,
        End = end,
        Organisation = code,
        Kinds = (KindSet)kinds,
        Baseline = baseline,
        Parts = parts,
        Evidence = baseline ? [new Evidence(EvidenceStrength.Indirect, "interview", On: start.Day)] : [],
    });

    private static readonly Gen<CheckSubject> AnySubject = Gen.Select(AnyReport, AnyPolygon.Array[0, 3], Gen.Int[0, 19], Gen.Long,
        (report, drawn, heading, micro) => new CheckSubject
    {
        Report = report,
        Parts = [new CheckedPart(0, drawn, null, micro), new CheckedPart(1, null, Hazard.Parts[0].Shape, micro), new CheckedPart(7, drawn, null, 0)],
        Headings = [new HeadingHit(0, (Heading)heading, micro)],
        Overlaps = report.Parts.Count == 0 ? [] : [new OverlapPair(Part(report), Part(Hazard), micro)],
        Places = [new PlaceHit(0, "a", micro), new PlaceHit(0, "b", micro)],
        Context = Context with
        {
            Codes = new CodeIndex([(Hazard.Id, Hazard.Code), (report.Id, report.Code)]),
            Polygons = new PolygonIndex([(PolygonKey.Of(drawn), Part(Hazard))]),
            Territory = Territory.Of([new KnownLand(GridBox.Empty.With(Origin), Guid.Empty, 0)]),
        },
    });

    [Fact]
    public void No_check_throws_on_any_report() =>
        AnySubject.Obeys(subject => CheckList.Judge(subject).All(f => f.Sentence.Length > 0 && f.Cause is not null), seed: "0000000000001", samples: 20_000);

    [Fact]
    public void Groups_partition_the_findings() =>
        AnySubject.Array[1, 10].Obeys(subjects =>
        {
            var findings = subjects.SelectMany(CheckList.Judge).ToList();
            var groups = FindingGroups.Of(findings, null, examples: int.MaxValue);
            return groups.Sum(g => g.Count) == findings.Count
                && groups.SelectMany(g => g.Examples).ToHashSet(ReferenceEqualityComparer.Instance).SetEquals(findings)
                && groups.Select(g => g.Key).Distinct().Count() == groups.Count;
        }, seed: "0000000000002", samples: 2_000);

    [Fact]
    public void A_polygon_keeps_its_key_under_any_start_and_direction() =>
        Gen.Select(AnyPoint.Array[3, 9], Gen.Int[0, 8], Gen.Bool, (ring, start, reverse) =>
        {
            GridPoint[] turned = [.. ring[(start % ring.Length)..], .. ring[..(start % ring.Length)]];
            if (reverse)
            {
                Array.Reverse(turned);
            }

            return (ring, turned);
        }).Obeys(pair => PolygonKey.Of([[pair.ring]]) == PolygonKey.Of([[pair.turned]]), seed: "0000000000003", samples: 5_000);

    [Fact]
    public void Long_rings_judged_by_the_index_agree_with_all_pairs_compared() =>
        Gen.Select(Gen.Long[-60, 60], Gen.Long[-60, 60], (x, y) => new GridPoint(x, y)).Array[4, 12].Obeys(points =>
        {
            // The same line with every side cut into many pieces takes the way through the index; the answer must not change.
            var ring = RingGeometry.WithoutRepeats(Array.ConvertAll(points, p => new GridPoint(p.Lon * 1_000, p.Lat * 1_000)));
            var cut = new List<GridPoint>();
            for (var i = 0; i < ring.Length; i++)
            {
                GridPoint a = ring[i], b = ring[(i + 1) % ring.Length];
                for (var k = 0; k < 20; k++)
                {
                    cut.Add(new GridPoint(a.Lon + (b.Lon - a.Lon) / 20 * k, a.Lat + (b.Lat - a.Lat) / 20 * k));
                }
            }

            return ring.Length < 3 || RingGeometry.FaultOf(ring).Fault == RingFault.None == (RingGeometry.FaultOf([.. cut]).Fault == RingFault.None);
        }, seed: "0000000000004", samples: 3_000);

    [Fact]
    public void Shared_area_is_symmetric_and_never_more_than_either_shape() =>
        Gen.Select(Gen.Int[3, 30], Gen.ULong, Gen.Int[-300, 300], (n, seed, shift) =>
        {
            var numbers = new Furrow.Core.Drills.SeededNumbers(seed);
            return (A: ShapeOf(Furrow.Core.Drills.GeneratedRings.Star(numbers, At(0, 0), n + 2, 40_000)),
                B: ShapeOf(Furrow.Core.Drills.GeneratedRings.Star(numbers, At(shift, 40), n + 3, 30_000)));
        }).Obeys(pair =>
        {
            long ab = SharedArea.Micro(pair.A, pair.B)!.Value, ba = SharedArea.Micro(pair.B, pair.A)!.Value;
            return Math.Abs(ab - ba) <= 1_000 && ab <= 30_000_100_000 && Math.Abs(SharedArea.Micro(pair.A, pair.A)!.Value - 40_000_000_000) < 100_000_000;
        }, seed: "0000000000005", samples: 1_000);
}
