using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

/// <summary>The whole review of a report, told in lines: nobody who had a hand in it is lost, whatever happens later.</summary>
public class ReviewHistoryTests
{
    private static string Of(ReportBook book, int id) => string.Join("; ", ReviewHistory.Of(book, book.Find(Id(id))!).Select(l =>
        $"{l.Act} {l.By}{(l.Acceptance is { } n ? $" #{n}" : "")}{(l.Through is { } t ? $" by {t.ToString()[7]}" : "")}"
        + (string.IsNullOrEmpty(l.Reason) ? "" : $" ({l.Reason})")));

    private static ReportBook Checked(ReportBook book, int id, string by) => book.With(ReportRules.Check(book, Id(id), by, Noon, "seen"));

    private static ReportBook Accepted(ReportBook book, int id, string by) => book.With(ReportRules.Accept(book, [Id(id)], by, Noon, "sound"));

    private static ReportBook Withdrawn(ReportBook book, int of, int by) =>
        book.With(ReportRules.Withdraw(book, Id(of), Id(by), "a mistake", "Ann", Noon)).Accepted(by);

    [Fact]
    public void Who_checked_is_told_after_acceptance()
    {
        var book = Accepted(Checked(ReportBook.Empty.Submitted(Hazard(1)), 1, "Cyn"), 1, "Bea");
        Assert.Equal("Submitted Ann; Checked Cyn (seen); Accepted Bea #1 (sound)", Of(book, 1));
        Assert.Equal(Noon, ReviewHistory.Of(book, book.Find(Id(1))!)[1].At);
    }

    [Fact]
    public void Every_round_of_sending_back_and_in_again_is_told_and_who_changed_the_content_may_not_decide()
    {
        var book = Checked(ReportBook.Empty.Submitted(Hazard(1)), 1, "Cyn");
        book = book.With(ReportRules.Return(book, Id(1), "Dan", Noon, "no team"));
        book = book.With(ReportRules.Submit(book, Hazard(1) with { Team = "Team 4" }, "Eve", Noon));
        Assert.Equal("report-own-check", ReportRules.Check(book, Id(1), "eve", Noon).Problem?.Code);
        book = book.With(ReportRules.Return(book, Id(1), "Dan", Noon, "still"));
        book = book.With(ReportRules.Submit(book, Hazard(1) with { Team = "Team 4" }, "Fay", Noon));
        book = Accepted(Checked(book, 1, "Fay"), 1, "Bea");
        Assert.Equal("Submitted Ann; Checked Cyn (seen); Returned Dan (no team); Mended Eve; Returned Dan (still); SentAgain Fay; Checked Fay (seen); "
            + "Accepted Bea #1 (sound)", Of(book, 1));
        Assert.Equal("Ann", book.Find(Id(1))!.SubmittedBy);
    }

    [Fact]
    public void A_rejection_is_told_with_its_reason()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1));
        Assert.Equal("Submitted Ann; Rejected Bea (twice)", Of(book.With(ReportRules.Reject(book, Id(1), "Bea", Noon, "twice")), 1));
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
        Assert.Equal("Submitted Ann; Checked Bea; Accepted Bea #3; Withdrawn Bea #4 by 4", Of(book, 3));
    }

    [Fact]
    public void A_batch_that_was_taken_back_says_so_on_what_was_accepted_or_waited_and_not_on_what_was_refused()
    {
        var batch = Batch(100, 3);
        var book = ReportBook.Empty.With(BatchRules.Receive(ReportBook.Empty, batch, [Hazard(1), Hazard(2), Hazard(3)], null));
        book = book.With(ReportRules.Reject(book, Id(1), "Bea", Noon, "twice"));
        book = book.With(ReportRules.Return(book, Id(2), "Bea", Noon, "mend"));
        book = book.With(BatchRules.CheckAndAccept(book, batch.Batch, "Bea", Noon, "ok"));
        book = book.With(BatchRules.Undo(book, batch.Batch, "Dan", Noon, "wrong system"));
        Assert.Equal("Submitted Imran; Rejected Bea (twice)", Of(book, 1));
        Assert.Equal("Submitted Imran; Returned Bea (mend); Undone Dan #2 (wrong system)", Of(book, 2));
        Assert.Equal("Submitted Imran; Checked Bea; Accepted Bea #1 (ok); Undone Dan #2 (wrong system)", Of(book, 3));
    }

    [Fact]
    public void Reports_that_went_through_the_same_steps_hold_the_same_object_before_and_after_a_snapshot()
    {
        var batch = Batch(100, 2);
        var book = ReportBook.Empty.With(BatchRules.Receive(ReportBook.Empty, batch, [Hazard(1), Hazard(2)], null));
        book = book.With(BatchRules.CheckAndAccept(book, batch.Batch, "Bea", Noon, "ok"));
        Assert.Same(book.Find(Id(1))!.Trail, book.Find(Id(2))!.Trail);
        var bytes = new List<byte>();
        ReportSnapshot.Write(book, piece => bytes.AddRange(piece.Span));
        var again = ReportSnapshot.Read(bytes.ToArray());
        Assert.Same(again.Find(Id(1))!.Trail, again.Find(Id(2))!.Trail);
        Assert.Equal(Of(book, 1), Of(again, 1));
    }
}
