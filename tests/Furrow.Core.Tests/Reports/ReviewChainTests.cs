using Furrow.Core.Log;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

public class ReviewChainTests
{
    private static readonly ReportBook One = ReportBook.Empty.Submitted(Hazard(1));

    private static ReportStatus StatusOf(ReportBook book, int id) => book.Find(Id(id))!.Status;

    [Fact]
    public void A_report_goes_from_submitted_over_checked_to_approved()
    {
        Assert.Equal(ReportStatus.Submitted, StatusOf(One, 1));
        var looked = One.With(By("Cyn"), act => ReportRules.Check(One, act, Id(1)));
        Assert.Equal(ReportStatus.Checked, StatusOf(looked, 1));
        var approved = looked.Accepted(1);
        Assert.Equal(ReportStatus.Approved, StatusOf(approved, 1));
        Assert.Equal(1, approved.Find(Id(1))!.AcceptedAt);
        Assert.Equal("Bea", NameOf(approved.Acceptances[0].Act.Person));
    }

    [Fact]
    public void Who_submitted_cannot_accept()
    {
        var refused = ReportRules.Accept(One, By(" ann", "mine"), [Id(1)]);
        Assert.Equal("report-own-acceptance", refused.Problem!.Code);
    }

    [Fact]
    public void Nothing_is_accepted_before_somebody_else_than_its_author_checked_it()
    {
        Assert.Equal("report-not-checked", ReportRules.Accept(One, By("Bea"), [Id(1)]).Problem!.Code);
        Assert.Equal("report-own-check", ReportRules.Check(One, By(" ANN"), Id(1)).Problem!.Code);
        var looked = One.With(By("Cyn", "seen"), act => ReportRules.Check(One, act, Id(1)));
        Assert.Equal("report-not-waiting", ReportRules.Check(looked, By("Bea"), Id(1)).Problem!.Code);
        Assert.Equal(By("Cyn", "seen"), looked.Find(Id(1))!.Trail!.Act);
        Assert.False(ReportRules.Accept(looked, By("Bea"), [Id(1)]).IsRefused);
    }

    [Fact]
    public void A_baseline_archive_may_be_accepted_by_its_importer_who_gives_a_reason()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1, baseline: true));
        Assert.Equal("reason-missing", ReportRules.CheckAndAccept(book, By("Ann"), [Id(1)]).Problem!.Code);
        Assert.Equal(["ReportChecked", "ReportsAccepted"],
            ReportRules.CheckAndAccept(book, By("Ann", "old archive"), [Id(1)]).Get().Select(f => f.GetType().Name));
    }

    [Fact]
    public void A_report_sent_back_comes_again_with_its_id_and_code()
    {
        var back = One.With(By("Bea", "no polygon"), act => ReportRules.Return(One, act, Id(1)));
        Assert.Equal("report-not-waiting", ReportRules.Accept(back, By("Bea"), [Id(1)]).Problem!.Code);
        var mended = Hazard(1) with { Team = "Team 4" };
        var again = back.Submitted(mended);
        Assert.Equal(ReportStatus.Submitted, StatusOf(again, 1));
        Assert.Equal("Team 4", again.Find(Id(1))!.Report.Team);
        Assert.Equal(1, again.Count);
    }

    [Fact]
    public void A_rejected_report_stays_and_frees_its_code()
    {
        var gone = One.With(By("Bea", "twice the same"), act => ReportRules.Reject(One, act, Id(1)));
        Assert.NotNull(gone.Find(Id(1)));
        Assert.False(ReportRules.Submit(gone, By("Ann"), Hazard(2, code: "H-1")).IsRefused);
    }

    [Theory]
    [InlineData("return")]
    [InlineData("reject")]
    [InlineData("withdraw")]
    public void Taking_something_from_its_author_needs_a_reason(string act)
    {
        var accepted = One.Accepted(1);
        var outcome = act switch
        {
            "return" => ReportRules.Return(One, By("Bea"), Id(1)),
            "reject" => ReportRules.Reject(One, By("Bea"), Id(1)),
            _ => ReportRules.Withdraw(accepted, By("Bea"), Id(1), Id(9)),
        };
        Assert.Equal("reason-missing", outcome.Problem!.Code);
    }

    [Theory]
    [InlineData("h-1")]
    [InlineData(" H -1 ")]
    public void A_code_is_taken_whatever_its_blanks_and_case(string code) =>
        Assert.Equal("report-code-taken", ReportRules.Submit(One, By("Ann"), Hazard(2, code: code)).Problem!.Code);

    [Fact]
    public void A_correction_replaces_the_whole_content_at_the_original_place()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1), Hazard(2)).Accepted(2, 1).Submitted(Hazard(3)).Accepted(3);
        var corrected = book.Submitted(Hazard(4, code: "H-1", corrects: Id(1)));
        var fold = new ReportFold(corrected);
        var acceptance = fold.Apply(Placed(ReportRules.CheckAndAccept(corrected, By("Bea"), [Id(4)])).Last())!;
        var claim = Assert.Single(acceptance.Adds);
        Assert.Equal((3, 1, 2, 3, "H-1"), (claim.Id, claim.PlacedAt, claim.Row, claim.AcceptedAt, claim.HazardousArea));
        Assert.Equal([1], acceptance.Removes);
        var after = fold.ToBook();
        Assert.Equal(ReportStatus.Superseded, StatusOf(after, 1));
        Assert.Equal(Id(4), after.Find(Id(1))!.SupersededBy);
        Assert.Equal(Id(4), after.HeadOf(Id(1))!.Report.Id);
    }

    [Fact]
    public void A_correction_of_something_else_than_the_head_is_refused_with_the_head()
    {
        var book = One.Accepted(1).Submitted(Hazard(2, corrects: Id(1))).Accepted(2);
        var refused = ReportRules.Correct(book, By("Ann"), Id(1), Hazard(3));
        Assert.Equal("report-not-head", refused.Problem!.Code);
        Assert.Contains(Id(2).ToString(), refused.Problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_corrections_of_one_head_cannot_both_be_accepted()
    {
        var book = One.Accepted(1).Submitted(Hazard(2, corrects: Id(1)), Hazard(3, corrects: Id(1)));
        Assert.Equal("report-not-head", ReportRules.CheckAndAccept(book, By("Bea"), [Id(2), Id(3)]).Problem!.Code);
        Assert.Equal("report-not-head", ReportRules.CheckAndAccept(book.Accepted(2), By("Bea"), [Id(3)]).Problem!.Code);
    }

    [Fact]
    public void A_report_that_does_not_count_cannot_be_corrected() =>
        Assert.Equal("report-has-no-head", ReportRules.Correct(One, By("Ann"), Id(1), Hazard(2)).Problem!.Code);

    [Fact]
    public void A_withdrawal_restores_what_the_head_replaced()
    {
        var book = One.Accepted(1).Submitted(Hazard(2, corrects: Id(1))).Accepted(2);
        var waiting = book.With(By("Ann", "wrong village"), act => ReportRules.Withdraw(book, act, Id(2), Id(3)));
        var fold = new ReportFold(waiting);
        var acceptance = fold.Apply(Placed(ReportRules.CheckAndAccept(waiting, By("Bea"), [Id(3)])).Last())!;
        Assert.Equal(Id(1), Assert.Single(acceptance.Adds).Report);
        Assert.Equal([1], acceptance.Removes);
        var after = fold.ToBook();
        Assert.Equal((ReportStatus.Approved, ReportStatus.Withdrawn), (StatusOf(after, 1), StatusOf(after, 2)));
        Assert.Equal("report-withdrawal-final", ReportRules.Correct(after, By("Ann"), Id(3), Hazard(4)).Problem!.Code);
    }

    private static ReportBook Withdrawn(ReportBook book, int of, int by) =>
        book.With(By("Ann", "a mistake"), act => ReportRules.Withdraw(book, act, Id(of), Id(by))).Accepted(by);

    private static string Counting(ReportBook book) => string.Join(", ", book.All.Select(e => $"{e.Report.Id.ToString()[7]} {e.Status}"));

    [Fact]
    public void A_withdrawal_is_withdrawn_and_what_it_took_away_counts_again_at_its_place()
    {
        var book = Withdrawn(One.Accepted(1), of: 1, by: 2);
        var restored = Withdrawn(book, of: 2, by: 3);
        Assert.Equal("1 Approved, 2 Withdrawn, 3 Approved", Counting(restored));
        Assert.Equal((Id(1), 1), (restored.HeadOf(Id(1))!.Report.Id, restored.Find(Id(1))!.PlacedAt));
        Assert.Equal(Id(1), restored.FindByCode("H-1")!.Report.Id);
        var gone = Withdrawn(restored, of: 3, by: 4);
        Assert.Equal("1 Withdrawn, 2 Approved, 3 Withdrawn, 4 Approved", Counting(gone));
        Assert.Null(gone.HeadOf(Id(1)));
        Assert.Equal("1 Approved, 2 Withdrawn, 3 Approved, 4 Withdrawn, 5 Approved", Counting(Withdrawn(gone, of: 4, by: 5)));
    }

    [Fact]
    public void Only_the_last_act_of_a_chain_is_taken_back_and_only_while_its_code_is_free()
    {
        var corrected = One.Accepted(1).Submitted(Hazard(2, corrects: Id(1))).Accepted(2);
        var book = Withdrawn(corrected, of: 2, by: 3).Submitted(Hazard(4, corrects: Id(1))).Accepted(4);
        var refused = ReportRules.Withdraw(book, By("Ann", "x"), Id(3), Id(5)).Problem!;
        Assert.Equal("report-not-head", refused.Code);
        Assert.Contains(Id(4).ToString(), refused.Sentence, StringComparison.Ordinal);
        var free = Withdrawn(One.Accepted(1), of: 1, by: 2);
        var waiting = free.With(By("Ann", "x"), act => ReportRules.Withdraw(free, act, Id(2), Id(3)));
        var taken = waiting.Submitted(Hazard(6, code: "H-1"));
        Assert.Equal("report-code-taken", ReportRules.CheckAndAccept(taken, By("Bea"), [Id(3)]).Problem?.Code);
        Assert.Equal("report-code-taken", ReportRules.Withdraw(free.Submitted(Hazard(6, code: "H-1")), By("Ann", "x"), Id(2), Id(3)).Problem?.Code);
    }

    [Fact]
    public void A_withdrawn_first_report_leaves_nothing_and_frees_its_code()
    {
        var book = One.Accepted(1);
        book = book.With(By("Ann", "never was"), act => ReportRules.Withdraw(book, act, Id(1), Id(2))).Accepted(2);
        Assert.Null(book.HeadOf(Id(1)));
        Assert.False(ReportRules.Submit(book, By("Ann"), Hazard(3, code: "H-1")).IsRefused);
    }
}
