using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Bosnia;
using Furrow.Postgres;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>Pieces sum to the whole exactly: integers, not tolerances.</summary>
public sealed class AdditivityTests(Judge judge, ITestOutputHelper output)
{
    private static readonly GridBox Everywhere = new(15 * GridPoint.PerDegree, 42 * GridPoint.PerDegree, 20 * GridPoint.PerDegree, 46 * GridPoint.PerDegree);

    [Fact]
    public void The_features_of_all_cells_sum_to_the_accounts_of_the_balance()
    {
        var accounts = LandQuestions.Balance(judge.Land.Ledger, new BalanceQuestion(BosnianLand.AsOf)).Accounts;
        var pieces = LandQuestions.Window(judge.Land.Ledger, Everywhere)
            .GroupBy(f => f.Histories.First(h => h.Kinds.HasFlag(KindSet.ApMines)).At(BosnianLand.AsOf))
            .ToDictionary(g => g.Key, g => g.Sum(f => f.AreaMicro));
        foreach (var status in new[] { LandStatus.Suspected, LandStatus.Cleared })
        {
            Assert.Equal(accounts.Single(a => a.Status == status).ClosingMicro, pieces[status]);
        }
    }

    [Fact]
    public void Every_feature_measures_what_its_own_outline_measures()
    {
        var features = LandQuestions.Window(judge.Land.Ledger, Everywhere).ToList();
        Assert.All(features, f => Assert.Equal(f.AreaMicro, LandQuestions.AreaMicro(f.Shape)));
        output.WriteLine($"{features.Count} features");
    }

    [Fact]
    public void What_is_inside_and_outside_the_municipalities_sums_to_the_country()
    {
        var question = new BalanceQuestion(BosnianLand.AsOf, By: BalanceGroup.Place, Places: judge.Land.Municipalities);
        var balance = LandQuestions.Balance(judge.Land.Ledger, question);
        foreach (var account in balance.Accounts.Where(a => a.Status is LandStatus.Suspected or LandStatus.Cleared))
        {
            var parts = balance.Rows.SelectMany(r => r.Accounts).Where(a => a.Status == account.Status).Sum(a => a.ClosingMicro);
            Assert.Equal(account.ClosingMicro, parts);
        }
    }
}
