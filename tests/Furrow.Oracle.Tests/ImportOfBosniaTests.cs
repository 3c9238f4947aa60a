using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Oracle.Tests.Bosnia;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>The main job by the program's own import, on the real files.</summary>
public sealed class ImportOfBosniaTests(Judge judge, ITestOutputHelper output)
{
    private const int MostGroups = 50;

    [Fact]
    public void Both_files_come_in_with_every_row_accounted_for_few_groups_to_judge_and_the_land_the_judge_agreed_to()
    {
        var folder = Directory.CreateTempSubdirectory("furrow-oracle-");
        try
        {
            using var programme = Programme.Open(Path.Combine(folder.FullName, "bih.furrow"),
                Genesis.OfFile("bih.furrow", "tester", TimeProvider.System)).Get();
            var groups = Import(programme, BosnianFiles.Suspected, "suspected", new DateOnly(2015, 12, 31), 11_068, judge.Land.Suspected.Count);
            groups += Import(programme, BosnianFiles.Cleared, "cleared", new DateOnly(2016, 6, 30), 8_329, judge.Land.Cleared.Count);
            Assert.InRange(groups, 1, MostGroups);

            var question = new BalanceQuestion(BosnianLand.AsOf);
            var imported = LandQuestions.Balance(programme.State.Land, question);
            var judged = LandQuestions.Balance(judge.Land.Ledger, question);
            Assert.Equal(0, imported.TrialBalanceMicro);
            foreach (var account in judged.Accounts)
            {
                Assert.Equal(account.ClosingMicro, imported.Accounts.Single(a => a.Status == account.Status).ClosingMicro);
            }

            // 3,202 rows have no geometry at all; 16 more enclose no land, however they are mended.
            Assert.Equal(3_094 + 108 + 16, imported.Unlocated.Records);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private int Import(Programme programme, string file, string word, DateOnly on, int rows, int withLand)
    {
        var plan = ImportPlan.Prepare(SourceFile.At(BosnianFiles.PathOf(file)), new ImportOptions
        {
            As = ImportAs.Find(word)!,
            On = new ReportDate(on),
            Organisation = "Mine action centre",
            Kinds = BosnianLand.Kinds,
            Baseline = true,
            AcceptReason = "old archive",
            AllInDoubt = true,
            Places = judge.Land.Municipalities,
            By = "tester",
            At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        }, programme.State);
        Assert.Null(plan.Problem);
        var account = plan.Account;
        output.WriteLine($"{file}: {account}; {plan.Groups.Count} groups");
        foreach (var group in plan.Groups)
        {
            output.WriteLine($"  {group.Count,6} {group.Check.Code}: {group.Cause}");
        }

        Assert.Equal(rows, account.Read);
        Assert.Equal(account.Read, account.Accepted + account.Repaired + account.WithoutPolygon + account.AlreadyHere + account.Refused);
        Assert.Equal(rows - withLand, account.WithoutPolygon);
        Assert.Equal(0, account.Refused + account.AlreadyHere);
        Assert.Equal(account.Taken, plan.Apply(programme).Get().Reports);
        return plan.Groups.Count;
    }
}
