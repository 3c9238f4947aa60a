using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Countries;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

public sealed class StatusAgainstPostgisTests(Judges judges, ITestOutputHelper output)
{
    private const double Relative = 1e-5;

    /// <summary>Below this many m² a place is compared to 0.1 m² instead: 1e-5 of a smaller area is less than what snapping a few kilometres
    /// of boundary to the 0.1 mm grid, once in each engine, may move (perimeter × grid step).</summary>
    private const double FloorSquareMetres = 10_000;

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Country_totals_by_status_agree_with_PostGIS_to_one_in_a_hundred_thousand_and_the_books_close(string country)
    {
        var judge = judges.Of(country);
        var balance = LandQuestions.Balance(judge.Land.Ledger, new BalanceQuestion(CountryLand.AsOf));
        var theirs = judge.Totals();

        Assert.Equal(0, balance.TrialBalanceMicro);
        foreach (var (status, layer) in new[] { (LandStatus.Suspected, "suspected"), (LandStatus.Cleared, "cleared") })
        {
            var ours = CountryLand.Closing(balance.Accounts, status);
            output.WriteLine($"{layer}: ours {ours:F4} m², PostGIS {theirs[layer]:F4} m², relative {(ours - theirs[layer]) / theirs[layer]:E2}");
            Assert.InRange(ours, theirs[layer] * (1 - Relative), theirs[layer] * (1 + Relative));
        }

        Assert.Equal(0, balance.Accounts.Where(a => a.Status is not (LandStatus.Suspected or LandStatus.Cleared or LandStatus.Unrecorded))
            .Sum(a => a.ClosingMicro));
    }

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Each_reported_kind_has_the_same_status_as_the_whole_since_both_files_speak_of_mines(string country)
    {
        var judge = judges.Of(country);
        var overall = LandQuestions.Balance(judge.Land.Ledger, new BalanceQuestion(CountryLand.AsOf));
        foreach (var kind in new[] { KindSet.ApMines, KindSet.AvMines })
        {
            var ofKind = LandQuestions.Balance(judge.Land.Ledger, new BalanceQuestion(CountryLand.AsOf, Kind: kind));
            Assert.Equal(
                overall.Accounts.Where(a => a.Status != LandStatus.Unrecorded && a.ClosingMicro != 0).Select(a => (a.Status, a.ClosingMicro)),
                ofKind.Accounts.Where(a => a.Status != LandStatus.Unrecorded && a.ClosingMicro != 0).Select(a => (a.Status, a.ClosingMicro)));
        }
    }

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Every_municipality_agrees_with_PostGIS_by_status(string country)
    {
        var judge = judges.Of(country);
        var question = new BalanceQuestion(CountryLand.AsOf, By: BalanceGroup.Place, Places: judge.Land.Municipalities);
        var ours = LandQuestions.Balance(judge.Land.Ledger, question).Rows.ToDictionary(r => r.Group, r => r.Accounts);
        var theirs = judge.ByPlace();
        var compared = 0;
        var differing = new List<string>();
        var worst = 0.0;
        foreach (var place in judge.Land.Municipalities.Places)
        {
            foreach (var (status, layer) in new[] { (LandStatus.Suspected, "suspected"), (LandStatus.Cleared, "cleared") })
            {
                var mine = ours.TryGetValue(place.Name, out var accounts) ? CountryLand.Closing(accounts, status) : 0;
                var other = theirs.GetValueOrDefault((place.Name, layer));
                compared += other > 0 ? 1 : 0;
                worst = Math.Max(worst, other > FloorSquareMetres ? Math.Abs(mine - other) / other : 0);
                if (Math.Abs(mine - other) > Relative * Math.Max(other, FloorSquareMetres))
                {
                    differing.Add($"{place.Name}, {layer}: ours {mine:F3} m², PostGIS {other:F3} m²");
                }
            }
        }

        output.WriteLine($"{compared} pairs of municipality and status compared; worst relative difference above the floor {worst:E2}");
        Assert.True(compared > 200);
        Assert.Empty(differing);
    }
}
