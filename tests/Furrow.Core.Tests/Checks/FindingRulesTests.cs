using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Checks;

/// <summary>What a decision on a group does to its reports, and how it is taken back.</summary>
public sealed class FindingRulesTests
{
    private const string Key = "date-order: start-after-end";
    private static readonly DateTimeOffset Later = Noon.AddHours(1);
    private static readonly DateTimeOffset Latest = Noon.AddHours(2);

    /// <summary>Report 1 waits and 2 counts, both with their dates exchanged; 3 waits and is sound.</summary>
    private static readonly ReportBook Book = ReportBook.Empty.Submitted(Swapped(1), Swapped(2), Hazard(3)).Accepted(2);

    private static Report Swapped(int n) => Hazard(n) with { Start = new ReportDate(new DateOnly(2025, 9, 1)) };

    private static FindingGroup Group(ReportBook book, FindingsDecided? decision = null) => FindingGroups.Of(
        book.All.Where(e => e.IsWaiting || e.Status == ReportStatus.Approved)
            .SelectMany(e => CheckList.Find("date-order")!.Judge(Draft.Subject(e.Report))), null,
        decision is null ? null : FindingDecisions.None.Apply(decision)).SingleOrDefault() ?? FindingGroups.Settled(decision!);

    private static Outcome<IReadOnlyList<IFact>> Decide(ReportBook book, string decision, FindingGroup? group = null, string reason = "as the source says") =>
        FindingRules.Decide(book, group ?? Group(book), decision, Ids, "Bea", Later, reason);

    private static Guid Ids(Guid report) => Id(100);

    private static string Statuses(ReportBook book) => string.Join(", ", book.All.Select(e => $"{e.Report.Code} {e.Status} by {e.SubmittedBy}"));

    private static string Review(ReportBook book, int id) => string.Join(", ", ReviewHistory.Of(book, book.Find(Id(id))!)
        .Select(l => $"{l.Act} {l.By}{(l.Reason is { } why ? $" ({why})" : "")}"));

    [Fact]
    public void Sending_back_returns_what_waits_with_the_reason_and_leaves_what_counts()
    {
        var facts = Decide(Book, FindingDecision.SendBack).Get();
        var after = Book.After(facts);
        Assert.Equal("H-1 Returned by Ann, H-2 Approved by Ann, H-3 Submitted by Ann", Statuses(after));
        Assert.Equal(Key + ": as the source says", after.Find(Id(1))!.Trail!.Reason);
        var decided = Assert.IsType<FindingsDecided>(facts[0]);
        Assert.Equal((Key, FindingDecision.SendBack, "Bea"), (decided.Group, decided.Decision, decided.By));
        Assert.True(Group(after, decided).Waits, "the report that counts still has its finding");
    }

    [Fact]
    public void A_report_that_comes_back_as_it_was_is_found_again()
    {
        var facts = Decide(Book, FindingDecision.SendBack).Get();
        var again = Book.After(facts).With(ReportRules.Submit(Book.After(facts), Swapped(1), "Ann", Latest));
        Assert.Equal((2, true), (Group(again, (FindingsDecided)facts[0]).Count, Group(again, (FindingsDecided)facts[0]).Waits));
    }

    [Fact]
    public void Repair_mends_what_waits_in_its_place_and_corrects_what_counts_and_neither_counts_before_somebody_else_accepts()
    {
        var facts = Decide(Book, FindingDecision.Repair).Get();
        Assert.Equal("FindingsDecided, ReportReturned, ReportSubmitted, ReportSubmitted", string.Join(", ", facts.Select(f => f.GetType().Name)));
        var after = Book.After(facts);
        Assert.Equal("H-1 Submitted by Ann, H-2 Approved by Ann, H-3 Submitted by Ann, H-2 Submitted by Bea", Statuses(after));
        var (mended, correction) = (after.Find(Id(1))!.Report, after.Find(Id(100))!.Report);
        Assert.Equal((new DateOnly(2025, 6, 1), new DateOnly(2025, 9, 1)), (mended.Start!.Value.Day, mended.End.Day));
        Assert.Equal((Id(2), new DateOnly(2025, 9, 1)), (correction.Corrects, correction.End.Day));
        Assert.Equal("swap-dates", Assert.Single(mended.Parts[0].Repairs).Code);
        Assert.Equal("Submitted Ann, Returned Bea (date-order: start-after-end: as the source says), Mended Bea", Review(after, 1));
        Assert.Equal("report-own-acceptance", ReportRules.Accept(after, [Id(1)], "Bea", Latest, "").Problem?.Code);
        Assert.False(Group(after, (FindingsDecided)facts[0]).Waits, "its correction waits for somebody to accept it");
        Assert.Equal("findings-without-fix", Decide(after, FindingDecision.Repair).Problem?.Code);
    }

    [Fact]
    public void Findings_without_a_fix_are_named_and_keep_their_group_waiting()
    {
        var book = ReportBook.Empty.Submitted(Swapped(1), Hazard(2));
        var group = Group(book) with { Findings = [.. Group(book).Findings, Unfixable(2)], Count = 2, WithoutFix = 1 };
        var actions = FindingActions.Of(book, group);
        Assert.Equal(["H-1"], actions.Mended.Select(m => m.Entry.Report.Code));
        Assert.Equal(["H-2"], actions.WithoutFix.Select(f => f.ReportCode));
        Assert.True((group with { Decision = (FindingsDecided)Decide(book, FindingDecision.Repair, group).Get()[0] }).Waits);
    }

    [Theory]
    [InlineData(FindingDecision.AcceptAsIs, "", "reason-missing")]
    [InlineData(FindingDecision.SendBack, "", "reason-missing")]
    [InlineData("mend-it", "why", "finding-decision-unknown")]
    public void A_decision_is_one_of_the_list_and_has_a_reason(string decision, string reason, string problem) =>
        Assert.Equal(problem, Decide(Book, decision, reason: reason).Problem?.Code);

    [Fact]
    public void What_cannot_be_done_to_any_report_is_refused_and_nothing_is_recorded()
    {
        var counting = ReportBook.Empty.Submitted(Swapped(1)).Accepted(1);
        Assert.Equal("findings-count-already", Decide(counting, FindingDecision.SendBack).Problem?.Code);
        var group = Group(counting) with { Findings = [Unfixable(1)] };
        Assert.Equal("findings-without-fix", Decide(counting, FindingDecision.Repair, group).Problem?.Code);
    }

    [Theory]
    [InlineData(FindingDecision.SendBack, "H-1 Submitted by Ann, H-2 Approved by Ann, H-3 Submitted by Ann")]
    [InlineData(FindingDecision.Repair, "H-1 Submitted by Ann, H-2 Approved by Ann, H-3 Submitted by Ann, H-2 Rejected by Bea")]
    public void Reconsidering_takes_back_what_the_decision_did(string decision, string statuses)
    {
        var facts = Decide(Book, decision).Get();
        var after = Book.After(facts);
        var undone = after.With(Reconsider(after, (FindingsDecided)facts[0]));
        Assert.Equal(statuses, Statuses(undone));
        Assert.Equal(Swapped(1).End, undone.Find(Id(1))!.Report.End);
        Assert.Equal(Swapped(1).Start, undone.Find(Id(1))!.Report.Start);
    }

    [Fact]
    public void Who_reconsiders_stands_as_the_decider_and_the_author_stays_the_author()
    {
        var facts = Decide(Book, FindingDecision.SendBack).Get();
        var undone = Book.After(facts).With(Reconsider(Book.After(facts), (FindingsDecided)facts[0]));
        Assert.Equal("Submitted Ann, Returned Bea (date-order: start-after-end: as the source says), SentAgain Cem", Review(undone, 1));
        Assert.False(ReportRules.Check(undone, Id(1), "Cem", Latest).IsRefused, "who only takes a decision back has written nothing");
        Assert.Equal("report-own-check", ReportRules.Check(undone, Id(1), "Ann", Latest).Problem?.Code);
    }

    [Fact]
    public void A_correction_that_waited_and_was_mended_in_its_place_comes_back_as_it_was()
    {
        var waiting = ReportBook.Empty.Submitted(Hazard(1)).Accepted(1).Submitted(Swapped(2) with { Corrects = Id(1) });
        var facts = Decide(waiting, FindingDecision.Repair).Get();
        var mended = waiting.After(facts);
        var undone = mended.With(FindingUndo.Reconsider(mended, Group(mended, (FindingsDecided)facts[0]),
            new Dictionary<Guid, Report> { [Id(2)] = Swapped(2) with { Corrects = Id(1) } }, "Cem", Latest, "a mistake"));
        Assert.Equal("H-1 Approved by Ann, H-2 Submitted by Ann", Statuses(undone));
        Assert.Equal(Swapped(2).Start, undone.Find(Id(2))!.Report.Start);
    }

    [Fact]
    public void What_somebody_has_decided_since_stays()
    {
        var facts = Decide(Book, FindingDecision.Repair).Get();
        var mended = Book.After(facts);
        var accepted = mended.With(ReportRules.CheckAndAccept(mended, [Id(1), Id(100)], "Cem", Latest, ""));
        var undone = accepted.With(Reconsider(accepted, (FindingsDecided)facts[0]));
        Assert.Equal(Statuses(accepted), Statuses(undone));
        Assert.Equal("findings-not-decided", FindingUndo.Reconsider(Book, Group(Book), new Dictionary<Guid, Report>(), "Cem", Latest, "no").Problem?.Code);
    }

    private static Outcome<IReadOnlyList<IFact>> Reconsider(ReportBook book, FindingsDecided decision) => FindingUndo.Reconsider(book,
        Group(book, decision), FindingUndo.Mended(book, decision).ToDictionary(e => e.Report.Id, _ => Swapped(1)), "Cem", Latest, "a mistake");

    private static Finding Unfixable(int n) =>
        new("date-order", Severity.Error, "It starts on 2025-09-01.", new Fix("ask", "Ask."), Id(n), $"H-{n}", "start-after-end");
}
