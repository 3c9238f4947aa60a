using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Countries;
using Furrow.Postgres;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

public sealed class OverlapsAgainstPostgisTests(Judges judges, ITestOutputHelper output)
{
    /// <summary>Pairs that share less than this may be one more or one fewer: both engines round.</summary>
    private const double FloorSquareMetres = 1;

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void The_pairs_of_reports_that_share_more_than_a_square_metre_are_the_pairs_PostGIS_finds_with_the_same_areas(string country)
    {
        var judge = judges.Of(country);
        var theirs = judge.Server.Source.Rows($"""
            SELECT a.id, b.id, ST_Area(ST_Segmentize(ST_Intersection(a.geom, b.geom), {Judge.StepDegrees})::geography)
            FROM land a JOIN land b ON a.id < b.id AND ST_Intersects(a.geom, b.geom) AND (ST_Overlaps(a.geom, b.geom) OR ST_Covers(a.geom, b.geom) OR ST_Covers(b.geom, a.geom))
            """, r => ((r.GetInt32(0), r.GetInt32(1)), Area: r.GetDouble(2))).ToDictionary(r => r.Item1, r => r.Area);
        var ours = LandQuestions.Overlaps(judge.Land.Ledger)
            .ToDictionary(o => (Math.Min(o.First, o.Second), Math.Max(o.First, o.Second)), o => (double)AreaText.SquareMetres(o.AreaMicro));

        foreach (var (name, first, second) in new[] { ("suspected-suspected", false, false), ("cleared-cleared", true, true),
            ("suspected-cleared", false, true) })
        {
            var pairs = ours.Where(o => o.Value > FloorSquareMetres && IsCleared(judge, o.Key.Item1) == first
                && IsCleared(judge, o.Key.Item2) == second).ToList();
            output.WriteLine($"{name}: {pairs.Count} pairs, {pairs.Sum(p => p.Value):F1} m²");
        }

        var differing = ours.Keys.Union(theirs.Keys)
            .Select(pair => (pair, Mine: ours.GetValueOrDefault(pair), Theirs: theirs.GetValueOrDefault(pair)))
            .Where(p => Math.Abs(p.Mine - p.Theirs) > 0.1 + 1e-5 * p.Theirs)
            .Select(p => $"claims {p.pair}: ours {p.Mine:F3} m², PostGIS {p.Theirs:F3} m²");
        Assert.Empty(differing);
        Assert.Equal(theirs.Count(t => t.Value > FloorSquareMetres + 0.1), ours.Keys.Count(k => theirs.GetValueOrDefault(k) > FloorSquareMetres + 0.1));
    }

    private static bool IsCleared(Judge judge, int claim) => judge.Land.Claims[claim].Effect == LandEffect.Clear;
}
