using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Countries;
using Furrow.Postgres;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>Pieces sum to the whole exactly: integers, not tolerances.</summary>
public sealed class AdditivityTests(Judges judges, ITestOutputHelper output)
{
    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void The_features_of_all_cells_sum_to_the_accounts_of_the_balance(string country)
    {
        var judge = judges.Of(country);
        var accounts = LandQuestions.Balance(judge.Land.Ledger, new BalanceQuestion(CountryLand.AsOf)).Accounts;
        var pieces = LandQuestions.Window(judge.Land.Ledger, judge.Land.Everywhere)
            .GroupBy(f => f.Histories.First(h => h.Kinds.HasFlag(KindSet.ApMines)).At(CountryLand.AsOf))
            .ToDictionary(g => g.Key, g => g.Sum(f => f.AreaMicro));
        foreach (var status in new[] { LandStatus.Suspected, LandStatus.Cleared })
        {
            Assert.Equal(accounts.Single(a => a.Status == status).ClosingMicro, pieces[status]);
        }
    }

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Every_feature_measures_what_its_own_outline_measures(string country)
    {
        var judge = judges.Of(country);
        var features = LandQuestions.Window(judge.Land.Ledger, judge.Land.Everywhere).ToList();
        Assert.All(features, f => Assert.Equal(f.AreaMicro, LandQuestions.AreaMicro(f.Shape)));
        output.WriteLine($"{features.Count} features");
    }

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void What_is_inside_and_outside_the_municipalities_sums_to_the_country(string country)
    {
        var judge = judges.Of(country);
        var question = new BalanceQuestion(CountryLand.AsOf, By: BalanceGroup.Place, Places: judge.Land.Municipalities);
        var balance = LandQuestions.Balance(judge.Land.Ledger, question);
        foreach (var account in balance.Accounts.Where(a => a.Status is LandStatus.Suspected or LandStatus.Cleared))
        {
            var parts = balance.Rows.SelectMany(r => r.Accounts).Where(a => a.Status == account.Status).Sum(a => a.ClosingMicro);
            Assert.Equal(account.ClosingMicro, parts);
        }
    }
}
