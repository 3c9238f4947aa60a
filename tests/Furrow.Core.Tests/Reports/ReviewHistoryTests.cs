using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

/// <summary>The whole review of a report, told in lines: nobody who had a hand in it is lost, whatever happens later.</summary>
public class ReviewHistoryTests
{
    private static string Of(ReportBook book, int id) => string.Join("; ", ReviewHistory.Of(book, book.Find(Id(id))!).Select(l =>
        $"{l.What} {NameOf(l.Act.Person)}{(l.Acceptance is { } n ? $" #{n}" : "")}{(l.Through is { } t ? $" by {t.ToString()[7]}" : "")}"
        + (l.Act.Reason is { IsOpen: true } why ? $" ({why.Text})" : "")));

    private static ReportBook Checked(ReportBook book, int id, string by) => book.With(By(by, "seen"), act => ReportRules.Check(book, act, Id(id)));

    private static ReportBook Accepted(ReportBook book, int id, string by) => book.With(By(by, "sound"), act => ReportRules.Accept(book, act, [Id(id)]));

    private static ReportBook Withdrawn(ReportBook book, int of, int by) =>
        book.With(By("Ann", "a mistake"), act => ReportRules.Withdraw(book, act, Id(of), Id(by))).Accepted(by);

    [Fact]
    public void Who_checked_is_told_after_acceptance()
    {
        var book = Accepted(Checked(ReportBook.Empty.Submitted(Hazard(1)), 1, "Cyn"), 1, "Bea");
        Assert.Equal("Submitted Ann; Checked Cyn (seen); Accepted Bea #1 (sound)", Of(book, 1));
        Assert.Equal(Noon, ReviewHistory.Of(book, book.Find(Id(1))!)[1].Act.At);
    }

    [Fact]
    public void Every_round_of_sending_back_and_in_again_is_told_and_who_changed_the_content_may_not_decide()
    {
        var book = Checked(ReportBook.Empty.Submitted(Hazard(1)), 1, "Cyn");
        book = book.With(By("Dan", "no team"), act => ReportRules.Return(book, act, Id(1)));
        book = book.With(By("Eve"), act => ReportRules.Submit(book, act, Hazard(1) with { Team = "Team 4" }));
        Assert.Equal("report-own-check", ReportRules.Check(book, By("eve"), Id(1)).Problem?.Code);
        book = book.With(By("Dan", "still"), act => ReportRules.Return(book, act, Id(1)));
        book = book.With(By("Fay"), act => ReportRules.Submit(book, act, Hazard(1) with { Team = "Team 4" }));
        book = Accepted(Checked(book, 1, "Fay"), 1, "Bea");
        Assert.Equal("Submitted Ann; Checked Cyn (seen); Returned Dan (no team); Mended Eve; Returned Dan (still); SentAgain Fay; Checked Fay (seen); "
            + "Accepted Bea #1 (sound)", Of(book, 1));
        Assert.Equal("Ann", NameOf(book.Find(Id(1))!.SubmittedBy));
    }

    [Fact]
    public void A_rejection_is_told_with_its_reason()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1));
        Assert.Equal("Submitted Ann; Rejected Bea (twice)", Of(book.With(By("Bea", "twice"), act => ReportRules.Reject(book, act, Id(1))), 1));
    }

    [Fact]
    public void What_became_of_a_report_since_it_was_accepted_is_told_with_the_report_that_did_it()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1)).Accepted(1).Submitted(Hazard(2, corrects: Id(1))).Accepted(2);
        Assert.Equal("Submitted Ann; Checked Bea; Accepted Bea #1; Corrected Bea #2 by 2", Of(book, 1));
        book = Withdrawn(book, of: 2, by: 3);
        Assert.Equal("Submitted Ann; Checked Bea; Accepted Bea #1; Corrected Bea #2 by 2; Restored Bea #3 by 3", Of(book, 1));
        Assert.Equal("Submitted Ann; Checked Bea; Accepted Bea #2; Withdrawn Bea #3 by 3", Of(book, 2));
        book = Withdrawn(book, of: 3, by: 4);
        Assert.Equal("Submitted Ann; Checked Bea; Accepted Bea #1; Corrected Bea #2 by 2; Restored Bea #3 by 3; Corrected Bea #4 by 4", Of(book, 1));
        Assert.Equal("Submitted Ann; Checked Bea; Accepted Bea #2; Withdrawn Bea #3 by 3; Restored Bea #4 by 4", Of(book, 2));
        Assert.Equal("Submitted Ann (a mistake); Checked Bea; Accepted Bea #3; Withdrawn Bea #4 by 4", Of(book, 3));
    }

    [Fact]
    public void A_batch_that_was_taken_back_says_so_on_what_was_accepted_or_waited_and_not_on_what_was_refused()
    {
        var batch = Batch(100, 3);
        var book = ReportBook.Empty.With(By("Imran"), act => BatchRules.Receive(ReportBook.Empty, act, batch, [Hazard(1), Hazard(2), Hazard(3)]));
        book = book.With(By("Bea", "twice"), act => ReportRules.Reject(book, act, Id(1)));
        book = book.With(By("Bea", "mend"), act => ReportRules.Return(book, act, Id(2)));
        book = book.With(By("Bea", "ok"), act => BatchRules.CheckAndAccept(book, act, batch.Batch));
        book = book.With(By("Dan", "wrong system"), act => BatchRules.Undo(book, act, batch.Batch));
        Assert.Equal("Submitted Imran; Rejected Bea (twice)", Of(book, 1));
        Assert.Equal("Submitted Imran; Returned Bea (mend); Undone Dan #2 (wrong system)", Of(book, 2));
        Assert.Equal("Submitted Imran; Checked Bea (ok); Accepted Bea #1 (ok); Undone Dan #2 (wrong system)", Of(book, 3));
    }

    [Fact]
    public void Reports_that_went_through_the_same_steps_hold_the_same_object_before_and_after_a_snapshot()
    {
        var batch = Batch(100, 2);
        var book = ReportBook.Empty.With(By("Imran"), act => BatchRules.Receive(ReportBook.Empty, act, batch, [Hazard(1), Hazard(2)]));
        book = book.With(By("Bea", "ok"), act => BatchRules.CheckAndAccept(book, act, batch.Batch));
        Assert.Same(book.Find(Id(1))!.Trail, book.Find(Id(2))!.Trail);
        var bytes = new List<byte>();
        ReportSnapshot.Write(book, piece => bytes.AddRange(piece.Span));
        var again = ReportSnapshot.Read(bytes.ToArray());
        Assert.Same(again.Find(Id(1))!.Trail, again.Find(Id(2))!.Trail);
        Assert.Equal("Submitted Imran; Checked Bea; Accepted Bea #1", Of(again, 1));
    }
}
