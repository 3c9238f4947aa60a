using System.Diagnostics;
using Furrow.Core.Drills;
using Furrow.Core.Land;

namespace Furrow.Bench;

/// <summary>Generated areas as claims of one acceptance, mended beforehand: both sides start from the same valid polygons.</summary>
public sealed record BenchLand(string Name, IReadOnlyList<LandClaim> Claims, int Mended, int Dropped, double MendSeconds)
{
    public static BenchLand Country(BenchContext context)
    {
        var country = GeneratedCountry.Make(BenchContext.Seed, context.Scaled(100_000), context.Scaled(50_000));
        return Of("country", [.. country.Hazards, .. country.Releases]);
    }

    /// <summary>The country with hazards and releases in one fair shuffle, so that those that come last are a sample of both.</summary>
    public static BenchLand CountryShuffled(BenchContext context)
    {
        var country = GeneratedCountry.Make(BenchContext.Seed, context.Scaled(100_000), context.Scaled(50_000));
        var areas = country.Hazards.Concat(country.Releases).ToArray();
        var numbers = SeededNumbers.For(BenchContext.Seed, "order of arrival");
        for (var i = areas.Length - 1; i > 0; i--)
        {
            var j = numbers.Below(i + 1);
            (areas[i], areas[j]) = (areas[j], areas[i]);
        }

        return Of("country, shuffled", areas);
    }

    /// <summary>The huge polygon, then hazards and releases drawn over it.</summary>
    public static BenchLand OverHuge(BenchContext context) => Of("huge", [
        AdversarialSets.HugePolygon(BenchContext.Seed, context.Scaled(500_000)),
        .. AdversarialSets.DistrictWideSuspicion(BenchContext.Seed, 1_000).Skip(1)]);

    public static BenchLand Of(string name, IReadOnlyList<GeneratedArea> areas)
    {
        var watch = Stopwatch.StartNew();
        var mended = areas.Select(a => (Area: a, Shape: ShapeRepair.Mend([[a.Ring]], IsRelease(a.Effect)))).ToList();
        var seconds = watch.Elapsed.TotalSeconds;
        var claims = mended.Where(m => m.Shape.Shape is not null).Select((m, i) => Claim(m.Area, m.Shape.Shape!, i, acceptance: 1)).ToList();
        return new BenchLand(name, claims, mended.Count(m => m.Shape.Repairs.Count > 0), mended.Count - claims.Count, seconds);
    }

    private readonly Lazy<IReadOnlyList<KindSet>> _kinds = new(() => [.. Furrow.Core.Land.Kinds.Names
        .Select(n => (n.Kind, Claims: string.Join(' ', Claims.Where(c => c.Kinds.HasFlag(n.Kind)).Select(c => c.Id))))
        .Where(k => k.Claims.Length > 0).DistinctBy(k => k.Claims).Select(k => k.Kind)]);

    /// <summary>Kinds that some claim speaks of; of kinds with the very same claims only the first, so that the peer need not do work twice.</summary>
    public IReadOnlyList<KindSet> Kinds => _kinds.Value;

    public int Vertices => Claims.Sum(c => c.Shape.PointCount);

    public string Describe() => RowReport.Text(
        $"data \"{Name}\": {Claims.Count(c => !IsRelease(c.Effect)):N0} hazards and {Claims.Count(c => IsRelease(c.Effect)):N0} releases, {Vertices:N0} vertices; {Mended} mended beforehand, {Dropped} left out (mending all took {MendSeconds:F2} s, not timed below)");

    public static bool IsRelease(LandEffect effect) => effect is LandEffect.Clear or LandEffect.Reduce or LandEffect.Cancel;

    public static LandClaim Claim(GeneratedArea area, Shape shape, int id, int acceptance)
    {
        var report = GeneratedCountry.ToReport(area, shape, BenchContext.Seed);
        return new LandClaim
        {
            Id = id,
            Report = report.Id,
            ReportCode = report.Code,
            ReportKind = report.Kind,
            Part = 0,
            Effect = area.Effect,
            Kinds = area.Kinds,
            Day = area.On.DayNumber,
            PlacedAt = acceptance,
            AcceptedAt = acceptance,
            Row = id,
            Shape = shape,
            HazardousArea = report.HazardousArea ?? (IsRelease(area.Effect) ? null : report.Code),
            Organisation = area.Organisation,
        };
    }
}
