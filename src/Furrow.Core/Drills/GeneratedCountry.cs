using System.Globalization;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills;

/// <summary>One generated area: a ring and what it says. Open (the first point is not repeated), anticlockwise unless the set says otherwise.</summary>
/// <param name="Hazard">For a release: the index of the hazard it fits over; for a hazard −1.</param>
/// <param name="IsInvalid">The ring crosses itself on purpose: it needs repair before the ledger can use it.</param>
public sealed record GeneratedArea(string Code, LandEffect Effect, DateOnly On, string Organisation, KindSet Kinds, GridPoint[] Ring, int Hazard,
    bool IsInvalid);

/// <summary>A country's worth of invented areas for benchmarks and property tests, wholly decided by a seed. It lies in the open ocean of the
/// South Pacific, hundreds of kilometres from land, and every code carries EXERCISE.</summary>
public sealed record GeneratedCountry(string Name, IReadOnlyList<GeneratedArea> Hazards, IReadOnlyList<GeneratedArea> Releases)
{
    /// <summary>Middle of the country.</summary>
    public static readonly GridPoint Middle = GridPoint.FromDegrees(-119, -31.5);

    private static readonly string[] Organisations = ["EXERCISE Team North", "EXERCISE Team South", "EXERCISE Contingent One", "EXERCISE Contingent Two",
        "EXERCISE Relief"];

    private static readonly KindSet[] KindChoices = [KindSet.ApMines | KindSet.AvMines, KindSet.ApMines, KindSet.AvMines, KindSet.ClusterMunitionRemnants,
        KindSet.OtherErw];

    /// <summary>Hazards of 5 to 40 vertices in clusters, log-normal in area with a median of 20,000 m², two in a thousand invalid; and releases that fit
    /// over valid ones: whole, a sector along its own edges, or its inner part. Density stays the same whatever the count.</summary>
    public static GeneratedCountry Make(ulong seed, int hazards = 100_000, int releases = 50_000)
    {
        var numbers = SeededNumbers.For(seed, "country");
        var clusters = Clusters(numbers, hazards);
        var made = new GeneratedArea[hazards];
        var centres = new GridPoint[hazards];
        for (var i = 0; i < hazards; i++)
        {
            var cluster = clusters[numbers.Below(clusters.Length)];
            centres[i] = PlaneMath.Offset(cluster, numbers.Gaussian() * 2_500, numbers.Gaussian() * 2_500);
            var ring = GeneratedRings.Star(numbers, centres[i], numbers.Between(5, 40), numbers.LogNormal(20_000, 1.0));
            var invalid = numbers.Chance(0.002);
            made[i] = new GeneratedArea(Code("HA", i), numbers.Chance(0.6) ? LandEffect.Suspect : LandEffect.Confirm, Day(numbers, 2010, 5),
                numbers.Pick(Organisations),
                numbers.Pick(KindChoices), invalid ? GeneratedRings.Entangled(numbers, ring) : ring, -1, invalid);
        }

        return new GeneratedCountry("EXERCISE generated country", made, MakeReleases(numbers, made, centres, releases));
    }

    /// <summary>The area as the report of its kind. The caller has mended the ring (null: nothing with an area was left); the id follows from seed
    /// and code.</summary>
    public static Report ToReport(GeneratedArea area, Shape? shape, ulong seed) => new()
    {
        Id = SeededNumbers.For(seed, area.Code).NextGuid(),
        Code = area.Code,
        Kind = area.Effect switch
        {
            LandEffect.Suspect => ReportKind.SuspectedHazardousArea,
            LandEffect.Confirm => ReportKind.ConfirmedHazardousArea,
            LandEffect.Cancel => ReportKind.Cancellation,
            LandEffect.Reduce => ReportKind.TechnicalSurvey,
            _ => ReportKind.Clearance,
        },
        End = new ReportDate(area.On),
        Organisation = area.Organisation,
        Kinds = area.Kinds,
        HazardousArea = area.Hazard < 0 ? null : Code("HA", area.Hazard),
        Parts = [new ReportPart { Effect = area.Effect, Shape = shape }],
    };

    internal static string Code(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"EXERCISE-{prefix}-{number:000000}");

    internal static DateOnly Day(SeededNumbers numbers, int firstYear, int years) => new DateOnly(firstYear, 1, 1).AddDays(numbers.Below(years * 365));

    private static GridPoint[] Clusters(SeededNumbers numbers, int hazards)
    {
        // 100,000 hazards over 400 x 300 km, as many to the square kilometre for any count.
        var scale = Math.Sqrt(hazards / 100_000.0);
        var clusters = new GridPoint[Math.Max(1, hazards / 60)];
        for (var i = 0; i < clusters.Length; i++)
        {
            clusters[i] = PlaneMath.Offset(Middle, numbers.Between(-200_000, 200_000.0) * scale, numbers.Between(-150_000, 150_000.0) * scale);
        }

        return clusters;
    }

    private static GeneratedArea[] MakeReleases(SeededNumbers numbers, GeneratedArea[] hazards, GridPoint[] centres, int count)
    {
        var releases = new List<GeneratedArea>(count);
        while (releases.Count < count && hazards.Length > 0)
        {
            var index = numbers.Below(hazards.Length);
            var hazard = hazards[index];
            if (hazard.IsInvalid)
            {
                // A country of invalid hazards only would never end: its releases fit over nothing and are left out.
                count -= hazards.Length < 1_000 ? 1 : 0;
                continue;
            }

            var ring = numbers.Below(10) switch
            {
                < 4 => hazard.Ring,
                < 8 => GeneratedRings.Sector(numbers, centres[index], hazard.Ring),
                _ => GeneratedRings.Inner(centres[index], hazard.Ring, numbers.Between(0.4, 0.95)),
            };
            var effect = numbers.Below(10) switch { < 6 => LandEffect.Clear, < 8 => LandEffect.Reduce, _ => hazard.Effect == LandEffect.Suspect
                ? LandEffect.Cancel : LandEffect.Clear };
            releases.Add(new GeneratedArea(Code("LR", releases.Count), effect, Day(numbers, 2015, 8), numbers.Pick(Organisations), hazard.Kinds, ring, index,
                false));
        }

        return [.. releases];
    }
}
