using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

public class BatchTests
{
    private static ReportBook Import(ReportBook book, int batch, params Report[] reports) =>
        book.With(By("Imran", "old archive"), act => BatchRules.Receive(book, act, Batch(batch, reports.Length), reports, true));

    private static string? Undo(ReportBook book, int batch) => BatchRules.Undo(book, By("Bea", "wrong file"), Id(batch)).Problem?.Code;

    [Fact]
    public void A_batch_is_received_and_accepted_as_one()
    {
        var book = Import(ReportBook.Empty, 100, Hazard(1, baseline: true), Hazard(2, baseline: true));
        Assert.Equal(1, book.LastAcceptance);
        Assert.All(book.All, e => Assert.Equal(ReportStatus.Approved, e.Status));
        Assert.Equal(1, book.FindBatch(Id(100))!.AcceptedAt);
    }

    [Fact]
    public void An_archive_is_checked_and_accepted_in_one_name_and_visibly_in_two_steps()
    {
        var facts = BatchRules.Receive(ReportBook.Empty, By("Imran", "old archive"), Batch(100, 1), [Hazard(1, baseline: true)], true).Get();
        Assert.Equal(["BatchReceived", "ReportSubmitted", "BatchChecked", "ReportsAccepted"], facts.Select(f => f.GetType().Name));
    }

    [Fact]
    public void A_batch_that_is_no_baseline_waits_for_somebody_else()
    {
        var received = Batch(100, 1);
        var outcome = BatchRules.Receive(ReportBook.Empty, By("Imran", "in a hurry"), received, [Hazard(1)], true);
        Assert.Equal("report-own-acceptance", outcome.Problem!.Code);
        var waiting = ReportBook.Empty.With(By("Imran"), act => BatchRules.Receive(ReportBook.Empty, act, Batch(100, 1), [Hazard(1)]));
        Assert.Equal("report-not-checked", BatchRules.Accept(waiting, By("Bea"), Id(100)).Problem!.Code);
        Assert.Equal("report-own-check", BatchRules.Check(waiting, By("Imran"), Id(100)).Problem!.Code);
        var looked = waiting.With(By("Cyn", "seen"), act => BatchRules.Check(waiting, act, Id(100)));
        Assert.All(looked.All, e => Assert.Equal((ReportStatus.Checked, By("Cyn", "seen")), (e.Status, e.Trail!.Act)));
        Assert.Equal("nothing-to-check", BatchRules.Check(looked, By("Cyn"), Id(100)).Problem!.Code);
        Assert.False(BatchRules.Accept(looked, By("Bea"), Id(100)).IsRefused);
    }

    [Fact]
    public void The_rows_of_a_batch_count_in_the_order_of_the_file_whatever_order_they_arrived_in()
    {
        Report Row(int n, int row) => Hazard(n, baseline: true, source: new SourceRow("f", "s", row, $"row{row}"));
        int[] Rows(params Report[] reports)
        {
            var book = ReportBook.Empty.With(By("Imran"), act => BatchRules.Receive(ReportBook.Empty, act, Batch(100, 2), reports));
            var acceptance = new ReportFold(book).Apply(Placed(BatchRules.CheckAndAccept(book, By("Bea"), Id(100))).Last())!;
            return [.. acceptance.Adds.OrderBy(c => c.Report).Select(c => c.Row)];
        }

        Assert.Equal([1, 2], Rows(Row(1, 7), Row(2, 9)));
        Assert.Equal([1, 2], Rows(Row(2, 9), Row(1, 7)));
    }

    [Fact]
    public void Undoing_a_batch_is_one_acceptance_that_takes_its_claims_away()
    {
        var book = Import(ReportBook.Empty, 100, Hazard(1, baseline: true), Hazard(2, baseline: true));
        var acceptance = new ReportFold(book).Apply(Placed(BatchRules.Undo(book, By("Bea", "wrong file"), Id(100))).First())!;
        Assert.Equal((2, 0), (acceptance.Number, acceptance.Adds.Count));
        Assert.Equal([0, 1], acceptance.Removes);
    }

    [Fact]
    public void An_undone_batch_may_come_again()
    {
        var source = new SourceRow("f", "s", 1, "row");
        var book = Import(ReportBook.Empty, 100, Hazard(1, baseline: true, source: source));
        Assert.Equal(1, book.RowsTaken("row", ReportKind.SuspectedHazardousArea));
        book = book.With(By("Bea", "wrong file"), act => BatchRules.Undo(book, act, Id(100)));
        Assert.Equal(0, book.RowsTaken("row", ReportKind.SuspectedHazardousArea));
        Assert.Equal("batch-undone-before", Undo(book, 100));
        Assert.False(BatchRules.Receive(book, By("Imran", "again"), Batch(101, 1), [Hazard(2, code: "H-1", baseline: true)], true).IsRefused);
    }

    [Fact]
    public void A_batch_is_not_undone_under_a_later_correction()
    {
        var book = Import(ReportBook.Empty, 100, Hazard(1, baseline: true)).Submitted(Hazard(2, corrects: Id(1))).Accepted(2);
        Assert.Equal("batch-rested-on", Undo(book, 100));
    }

    [Fact]
    public void A_batch_is_not_undone_while_another_report_speaks_of_its_area()
    {
        var book = Import(ReportBook.Empty, 100, Hazard(1, baseline: true)).Submitted(Clearance(2, area: "h-1 "));
        Assert.Null(Undo(book, 100));
        Assert.Equal("batch-rested-on", Undo(book.Accepted(2), 100));
    }

    [Fact]
    public void Undoing_a_batch_of_corrections_and_withdrawals_restores_what_they_replaced()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1), Hazard(2)).Accepted(1, 2);
        var withdrawal = ReportRules.Withdraw(book, By("Ann", "never was"), Id(2), Id(4)).Get().OfType<ReportSubmitted>().Single().Report with { Baseline = true };
        book = Import(book, 100, Hazard(3, baseline: true, corrects: Id(1)), withdrawal);
        Assert.Equal(Id(3), book.HeadOf(Id(1))!.Report.Id);
        Assert.Null(book.HeadOf(Id(2)));
        book = book.With(By("Bea", "wrong file"), act => BatchRules.Undo(book, act, Id(100)));
        Assert.Equal(Id(1), book.HeadOf(Id(1))!.Report.Id);
        Assert.Equal(Id(2), book.HeadOf(Id(2))!.Report.Id);
        Assert.Equal(Id(2), book.FindByCode("H-2")!.Report.Id);
    }

    [Fact]
    public void A_withdrawal_is_not_undone_once_its_code_has_gone_to_another()
    {
        var book = ReportBook.Empty.Submitted(Hazard(2)).Accepted(2);
        var withdrawal = ReportRules.Withdraw(book, By("Ann", "never was"), Id(2), Id(4)).Get().OfType<ReportSubmitted>().Single().Report with { Baseline = true };
        book = Import(book, 100, withdrawal).Submitted(Hazard(5, code: "H-2"));
        Assert.Equal("batch-rested-on", Undo(book, 100));
    }

    [Fact]
    public void A_row_that_breaks_a_rule_refuses_the_batch_and_names_the_row()
    {
        var bad = Hazard(2, baseline: true, source: new SourceRow("f", "s", 17, "row")) with { Organisation = " " };
        var outcome = BatchRules.Receive(ReportBook.Empty, By("Imran"), Batch(100, 2), [Hazard(1, baseline: true), bad]);
        Assert.Equal(("report-field-missing", 17), (outcome.Problem!.Code, outcome.Problem.Where!.Row));
    }
}
