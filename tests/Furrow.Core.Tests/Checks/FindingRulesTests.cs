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

    private static Act Deciding(string reason = "as the source says") => By("Bea", reason, Later);

    private static readonly Act Undoing = By("Cem", "a mistake", Latest);

    private static DecidedGroup Decided(IReadOnlyList<IFact> facts) => DecidedGroup.Of((FindingsDecided)facts[0], Deciding());

    private static FindingGroup Group(ReportBook book, DecidedGroup? decision = null) => FindingGroups.Of(
        book.All.Where(e => e.IsWaiting || e.Status == ReportStatus.Approved)
            .SelectMany(e => CheckList.Find("date-order")!.Judge(Draft.Subject(e.Report))), null,
        decision is null ? null : FindingDecisions.None.Apply(decision)).SingleOrDefault() ?? FindingGroups.Settled(decision!);

    private static Ruling Decide(ReportBook book, string decision, FindingGroup? group = null, string reason = "as the source says") =>
        FindingRules.Decide(book, Deciding(reason), group ?? Group(book), decision, Ids);

    private static Guid Ids(Guid report) => Id(100);

    private static string Statuses(ReportBook book) => string.Join(", ", book.All.Select(e => $"{e.Report.Code} {e.Status} by {NameOf(e.SubmittedBy)}"));

    private static string Review(ReportBook book, int id) => string.Join(", ", ReviewHistory.Of(book, book.Find(Id(id))!)
        .Select(l => $"{l.What} {NameOf(l.Act.Person)}{(l.Act.Reason is { } why ? $" ({why.Text})" : "")}"));

    [Fact]
    public void Sending_back_returns_what_waits_with_the_reason_and_leaves_what_counts()
    {
        var facts = Decide(Book, FindingDecision.SendBack).Get();
        var after = Book.After(Deciding(), facts);
        Assert.Equal("H-1 Returned by Ann, H-2 Approved by Ann, H-3 Submitted by Ann", Statuses(after));
        Assert.Equal(Deciding(), after.Find(Id(1))!.Trail!.Act);
        var decided = Assert.IsType<FindingsDecided>(facts[0]);
        Assert.Equal((Key, FindingDecision.SendBack), (decided.Group, decided.Decision));
        Assert.True(Group(after, Decided(facts)).Waits, "the report that counts still has its finding");
    }

    [Fact]
    public void A_report_that_comes_back_as_it_was_is_found_again()
    {
        var facts = Decide(Book, FindingDecision.SendBack).Get();
        var again = Book.After(Deciding(), facts).With(By("Ann", null, Latest), act => ReportRules.Submit(Book.After(Deciding(), facts), act, Swapped(1)));
        Assert.Equal((2, true), (Group(again, Decided(facts)).Count, Group(again, Decided(facts)).Waits));
    }

    [Fact]
    public void Repair_mends_what_waits_in_its_place_and_corrects_what_counts_and_neither_counts_before_somebody_else_accepts()
    {
        var facts = Decide(Book, FindingDecision.Repair).Get();
        Assert.Equal("FindingsDecided, ReportReturned, ReportSubmitted, ReportSubmitted", string.Join(", ", facts.Select(f => f.GetType().Name)));
        var after = Book.After(Deciding(), facts);
        Assert.Equal("H-1 Submitted by Ann, H-2 Approved by Ann, H-3 Submitted by Ann, H-2 Submitted by Bea", Statuses(after));
        var (mended, correction) = (after.Find(Id(1))!.Report, after.Find(Id(100))!.Report);
        Assert.Equal((new DateOnly(2025, 6, 1), new DateOnly(2025, 9, 1)), (mended.Start!.Value.Day, mended.End.Day));
        Assert.Equal((Id(2), new DateOnly(2025, 9, 1)), (correction.Corrects, correction.End.Day));
        Assert.Equal("swap-dates", Assert.Single(mended.Parts[0].Repairs).Code);
        Assert.Equal("Submitted Ann, Returned Bea (as the source says), Mended Bea (as the source says)", Review(after, 1));
        Assert.Equal("report-own-acceptance", ReportRules.Accept(after, By("Bea", null, Latest), [Id(1)]).Problem?.Code);
        Assert.False(Group(after, Decided(facts)).Waits, "its correction waits for somebody to accept it");
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
        Assert.True((group with { Decision = Decided(Decide(book, FindingDecision.Repair, group).Get()) }).Waits);
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
        var after = Book.After(Deciding(), facts);
        var undone = after.With(Undoing, _ => Reconsider(after, Decided(facts)));
        Assert.Equal(statuses, Statuses(undone));
        Assert.Equal(Swapped(1).End, undone.Find(Id(1))!.Report.End);
        Assert.Equal(Swapped(1).Start, undone.Find(Id(1))!.Report.Start);
    }

    [Fact]
    public void Who_reconsiders_stands_as_the_decider_and_the_author_stays_the_author()
    {
        var facts = Decide(Book, FindingDecision.SendBack).Get();
        var undone = Book.After(Deciding(), facts).With(Undoing, _ => Reconsider(Book.After(Deciding(), facts), Decided(facts)));
        Assert.Equal("Submitted Ann, Returned Bea (as the source says), SentAgain Cem (a mistake)", Review(undone, 1));
        Assert.False(ReportRules.Check(undone, By("Cem", null, Latest), Id(1)).IsRefused, "who only takes a decision back has written nothing");
        Assert.Equal("report-own-check", ReportRules.Check(undone, By("Ann", null, Latest), Id(1)).Problem?.Code);
    }

    [Fact]
    public void A_correction_that_waited_and_was_mended_in_its_place_comes_back_as_it_was()
    {
        var waiting = ReportBook.Empty.Submitted(Hazard(1)).Accepted(1).Submitted(Swapped(2) with { Corrects = Id(1) });
        var facts = Decide(waiting, FindingDecision.Repair).Get();
        var mended = waiting.After(Deciding(), facts);
        var undone = mended.With(Undoing, act => FindingUndo.Reconsider(mended, act, Group(mended, Decided(facts)),
            new Dictionary<Guid, Report> { [Id(2)] = Swapped(2) with { Corrects = Id(1) } }));
        Assert.Equal("H-1 Approved by Ann, H-2 Submitted by Ann", Statuses(undone));
        Assert.Equal(Swapped(2).Start, undone.Find(Id(2))!.Report.Start);
    }

    [Fact]
    public void What_somebody_has_decided_since_stays()
    {
        var facts = Decide(Book, FindingDecision.Repair).Get();
        var mended = Book.After(Deciding(), facts);
        var accepted = mended.With(By("Cem", null, Latest), act => ReportRules.CheckAndAccept(mended, act, [Id(1), Id(100)]));
        var undone = accepted.With(Undoing, _ => Reconsider(accepted, Decided(facts)));
        Assert.Equal(Statuses(accepted), Statuses(undone));
        Assert.Equal("findings-not-decided", FindingUndo.Reconsider(Book, Undoing, Group(Book), new Dictionary<Guid, Report>()).Problem?.Code);
    }

    private static Ruling Reconsider(ReportBook book, DecidedGroup decision) => FindingUndo.Reconsider(book, Undoing, Group(book, decision),
        FindingUndo.Mended(book, decision).ToDictionary(e => e.Report.Id, _ => Swapped(1)));

    private static Finding Unfixable(int n) =>
        new("date-order", Severity.Error, $"It starts on 2025-09-01.", new Fix("ask", $"Ask."), Id(n), $"H-{n}", "start-after-end");
}
