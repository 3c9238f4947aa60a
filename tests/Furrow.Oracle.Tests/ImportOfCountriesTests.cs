using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Oracle.Tests.Countries;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>The main job by the program's own import, on the files of each country.</summary>
public sealed class ImportOfCountriesTests(Judges judges, ITestOutputHelper output)
{
    private const int MostGroups = 50;

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Both_files_come_in_with_every_row_accounted_for_few_groups_to_judge_and_the_land_the_judge_agreed_to(string country)
    {
        var judge = judges.Of(country);
        var folder = Directory.CreateTempSubdirectory("furrow-oracle-");
        try
        {
            using var programme = Programme.Open(Path.Combine(folder.FullName, "country.furrow"),
                Genesis.OfFile("country.furrow", "tester", TimeProvider.System)).Get();
            var groups = Import(programme, judge, judge.Files.Suspected, "suspected", new DateOnly(2015, 12, 31), TrialCountry.SuspectedRows);
            groups += Import(programme, judge, judge.Files.Cleared, "cleared", new DateOnly(2016, 6, 30), TrialCountry.ClearedRows);
            Assert.InRange(groups, 1, MostGroups);

            var question = new BalanceQuestion(CountryLand.AsOf);
            var imported = LandQuestions.Balance(programme.State.Land, question);
            var judged = LandQuestions.Balance(judge.Land.Ledger, question);
            Assert.Equal(0, imported.TrialBalanceMicro);
            foreach (var account in judged.Accounts)
            {
                Assert.Equal(account.ClosingMicro, imported.Accounts.Single(a => a.Status == account.Status).ClosingMicro);
            }

            Assert.Equal(TrialCountry.WithoutGeometry + TrialCountry.WithoutLand, imported.Unlocated.Records);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private int Import(Programme programme, Judge judge, string file, string word, DateOnly on, int rows)
    {
        var plan = ImportPlan.Prepare(SourceFile.At(file), new ImportOptions
        {
            As = ImportAs.Find(word)!,
            On = new ReportDate(on),
            Organisation = "Mine action centre",
            Kinds = CountryLand.Kinds,
            Baseline = true,
            AcceptReason = "old archive",
            AllInDoubt = true,
            Places = PlaceChoice.Of(judge.Land.Municipalities),
            By = Actor.Named("tester"),
            At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        }, programme.State);
        Assert.Null(plan.Problem);
        var account = plan.Account;
        output.WriteLine($"{Path.GetFileName(file)}: {account}; {plan.Groups.Count} groups");
        foreach (var group in plan.Groups)
        {
            output.WriteLine($"  {group.Count,6} {group.Check.Code}: {group.Cause}");
        }

        Assert.Equal(rows, account.Read);
        Assert.Equal(account.Read, account.Accepted + account.Repaired + account.WithoutPolygon + account.AlreadyHere + account.Refused);
        Assert.Equal(rows - (word == "cleared" ? judge.Land.Cleared : judge.Land.Suspected).Count, account.WithoutPolygon);
        Assert.Equal(0, account.Refused + account.AlreadyHere);
        Assert.Equal(account.Taken, plan.Apply(programme).Get().Reports);
        return plan.Groups.Count;
    }
}
