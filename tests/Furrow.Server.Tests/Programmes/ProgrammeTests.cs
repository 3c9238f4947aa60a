using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Furrow.Store;
using Furrow.Store.Sqlite;
using Furrow.Store.Tests;
using Xunit;

namespace Furrow.Server.Tests.Programmes;

public sealed class ProgrammeTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();

    private string File => _folder["p.furrow"];

    public void Dispose() => _folder.Dispose();

    private Programme Open() => Programme.Open(File, Genesis.OfFile(File, "Ann", TimeProvider.System)).Get();

    private static Report Hazard(string code) => new()
    {
        Id = Guid.NewGuid(),
        Code = code,
        Kind = ReportKind.SuspectedHazardousArea,
        End = new ReportDate(new DateOnly(2025, 6, 1)),
        Organisation = "Survey office",
        Kinds = KindSet.All,
        Parts = [new ReportPart { Effect = LandEffect.Suspect }],
    };

    private static Acting By(string person) => new(person, Noon, Door.Verb);

    private static Outcome<long> Submit(Programme programme, string code) =>
        programme.Decide(By("Ann"), (state, act) => ReportRules.Submit(state.Book, act, Hazard(code)));

    [Fact]
    public void A_new_programme_begins_with_its_genesis_named_after_the_file()
    {
        using var programme = Open();
        Assert.Equal(("p", false, 3L), (programme.State.Opened!.Name, programme.State.IsExercise, programme.State.Position));
    }

    [Fact]
    public void Exercise_is_for_ever()
    {
        Programme.Open(File, Genesis.Exercise("Tern Island", "Ann", TimeProvider.System)).Get().Dispose();
        using var again = Open();
        Assert.True(again.State.IsExercise);
    }

    [Fact]
    public void A_missing_programme_is_not_made_by_asking()
    {
        Assert.Equal("ledger-not-found", Programme.Open(File).Problem!.Code);
        Assert.Equal("ledger-not-found", Programme.OpenForReading(File).Problem!.Code);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_was_decided_is_there_after_opening_again()
    {
        using (var programme = Open())
        {
            Assert.Equal(5, Submit(programme, "A-1").Get());
        }

        using var again = Open();
        Assert.NotNull(again.State.Book.FindByCode("a-1"));
    }

    [Fact]
    public void A_refused_intent_writes_nothing()
    {
        using var programme = Open();
        Submit(programme, "A-1").Get();
        Assert.Equal("report-code-taken", Submit(programme, " a-1 ").Problem!.Code);
        Assert.Equal((5L, 5L), (programme.State.Position, programme.Log.Head.Position));
    }

    [Fact]
    public void Who_is_new_is_registered_with_what_they_do_first_and_found_again_whatever_the_case()
    {
        using var programme = Open();
        Assert.Equal(6, programme.Decide(By("Bea"), (state, act) => ReportRules.Submit(state.Book, act, Hazard("A-1"))).Get());
        Assert.Equal(8, programme.Decide(By(" BEA "), (state, act) => ReportRules.Submit(state.Book, act, Hazard("A-2"))).Get());
        Assert.Equal(["Ann", "Bea"], programme.State.People.All.Select(p => programme.ReaderFor(ReaderPurpose.Record).NameOf(p.Id)));
        Assert.Single(programme.State.Reports.Select(r => r.SubmittedBy).Distinct());
        Assert.Equal("person-missing", programme.Decide(By(" "), (state, act) => ReportRules.Submit(state.Book, act, Hazard("A-3"))).Problem!.Code);
        Assert.Equal("report-code-taken", programme.Decide(By("Cem"), (state, act) => ReportRules.Submit(state.Book, act, Hazard("A-1"))).Problem!.Code);
        Assert.Equal((8L, null), (programme.State.Position, programme.State.PersonNamed("Cem")));
    }

    /// <summary>Another spelling of a name is not another person: nobody checks their own report with a blank more.</summary>
    [Theory]
    [InlineData("Ayşe  Yılmaz", true)]
    [InlineData("ayşe yılmaz", true)]
    [InlineData("AYŞE YILMAZ", true)]
    [InlineData("Ays\u0327e Y\u0131lmaz", true)]
    [InlineData("Ay\u200Bşe\u00A0Yılmaz", true)]
    [InlineData("\uFF21yşe Yılmaz", true)]
    [InlineData("Ayşegül Yılmaz", false)]
    public void Another_spelling_of_a_name_is_not_another_person(string spelled, bool isSame)
    {
        using var programme = Open();
        programme.Decide(By("Ayşe Yılmaz"), (state, act) => ReportRules.Submit(state.Book, act, Hazard("A-1"))).Get();
        var report = programme.State.Reports.Single().Id;
        Assert.Equal(isSame ? "report-own-check" : null, programme.Decide(By(spelled), (state, act) => ReportRules.Check(state.Book, act, report)).Problem?.Code);
    }

    [Theory]
    [InlineData("", "person-missing")]
    [InlineData(" \u200B\u3164 ", "person-missing")]
    [InlineData("a\nb", "person-name-wrong")]
    [InlineData("\u202EekiM", "person-name-wrong")]
    public void A_name_can_be_read_and_stands_on_one_line(string name, string problem)
    {
        using var programme = Open();
        Assert.Equal(problem, programme.Decide(By(name), (state, act) => ReportRules.Submit(state.Book, act, Hazard("A-1"))).Problem?.Code);
        Assert.Equal("person-name-wrong", programme.Decide(By(new string('x', 121)), (state, act) => ReportRules.Submit(state.Book, act, Hazard("A-1"))).Problem?.Code);
    }

    [Fact]
    public void Nothing_is_committed_before_what_was_committed_last_whatever_the_clock_says()
    {
        using var programme = Open();
        var begun = programme.State.CommittedAt;
        Submit(programme, "A-1").Get();
        Assert.Equal((begun, Noon), (programme.State.CommittedAt, programme.State.Reports.Single().SubmittedIn.At));
        Assert.True(LogVerification.Of(programme.Log).IsWhole);
    }

    [Fact]
    public void A_reader_beside_the_writer_sees_what_is_durable_and_decides_nothing()
    {
        using var writer = Open();
        Submit(writer, "A-1").Get();
        using var reader = Programme.OpenForReading(File).Get();
        Assert.Equal(5, reader.State.Position);
        Assert.Equal("ledger-open-for-reading", Submit(reader, "A-2").Problem!.Code);
        Assert.Equal(5, reader.State.Position);
    }

    [Fact]
    public void Only_one_writes()
    {
        using var writer = Open();
        Assert.Equal("ledger-in-use", Programme.Open(File).Problem!.Code);
    }

    [Fact]
    public void Intents_that_come_together_are_all_judged_and_all_durable()
    {
        using (var programme = Open())
        {
            // Each code is sent twice, from many threads: exactly one of the two is taken, whoever came first.
            var taken = 0;
            Parallel.For(0, 200, i => Interlocked.Add(ref taken, Submit(programme, $"A-{i / 2}").IsRefused ? 0 : 1));
            Assert.Equal(100, taken);
            Assert.Equal(203, programme.State.Position);
        }

        using var again = Open();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"A-{i}").Order(), again.State.Reports.Select(r => r.Report.Code).Order());
    }

    [Fact]
    public void A_bug_in_one_intent_reaches_its_caller_alone()
    {
        using var programme = Open();
        Assert.Throws<InvalidOperationException>(() => programme.Decide(By("Ann"), (_, _) => throw new InvalidOperationException("bug")));
        Assert.Equal(5, Submit(programme, "A-1").Get());
    }

    [Fact]
    public void A_large_batch_is_judged_again_when_something_moved_meanwhile()
    {
        using var programme = Open();
        var judged = 0;
        var outcome = programme.DecideLarge(By("Bea"), (state, act) =>
        {
            if (judged++ == 0)
            {
                Submit(programme, "A-1").Get();
            }

            return ReportRules.Submit(state.Book, act, Hazard("A-1"));
        });
        Assert.Equal("report-code-taken", outcome.Problem!.Code);
        Assert.Equal(2, judged);
    }

    [Fact]
    public void A_fact_of_a_later_release_stops_decisions_in_its_scope_and_nothing_else()
    {
        using (var programme = Open())
        {
            Submit(programme, "A-1").Get();
        }

        using (var log = SqliteLog.Open(File, LogAccess.Write).Get())
        {
            log.AppendLast(new UnknownFact("land-swapped", 1, Scopes.Land, [new FactPart(Tier.Ordinary, "{}"u8.ToArray())]));
        }

        using var again = Open();
        var report = again.State.Reports.Single().Report.Id;
        Assert.Equal("fact-unread", again.Decide(By("Bea"), (s, act) => ReportRules.CheckAndAccept(s.Book, act, [report])).Problem!.Code);
        Assert.False(Submit(again, "A-2").IsRefused);
    }
}
