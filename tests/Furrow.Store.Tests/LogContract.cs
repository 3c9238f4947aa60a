using System.Globalization;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Figures;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Store;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>What every adapter of the log port must do. One adapter, one subclass.</summary>
public abstract class LogContract : IDisposable
{
    /// <summary>Opens the ledger of this test for writing; makes it the first time.</summary>
    protected abstract Outcome<ILog> OpenToWrite();

    protected abstract Outcome<ILog> OpenToRead();

    public abstract void Dispose();

    protected static IFact Check(int number) => TestActs.Act(number);

    protected static IFact[] Checks(int from, int count) => [.. Enumerable.Range(from, count).Select(Check)];

    [Fact]
    public void What_was_appended_reads_back_in_order_after_reopening()
    {
        using (var log = OpenToWrite().Get())
        {
            Assert.Equal(0, log.Head.Position);
            Assert.Equal(3, log.Append(Checks(1, 3), expectedPosition: 0).Get().Position);
            Assert.Equal(10, log.Append(Checks(4, 7), expectedPosition: 3).Get().Position);
        }

        using var again = OpenToWrite().Get();
        Assert.Equal(10, again.Head.Position);
        Assert.Equal(Checks(1, 10), again.ReadFacts().Select(r => again.Whole(r.Fact)));
        Assert.Equal(Checks(5, 4), again.ReadFacts(after: 4, upTo: 8).Select(r => again.Whole(r.Fact)));
        Assert.Equal(Check(7), again.Whole(again.FindFact(7)!.Value.Fact));
        Assert.Null(again.FindFact(11));
        Assert.True(LogVerification.Of(again).IsWhole);
    }

    [Fact]
    public void A_large_batch_is_one_batch()
    {
        using var log = OpenToWrite().Get();
        log.Append(Checks(0, 11_000)).Get();
        Assert.Equal(11_000, log.Head.Position);
        Assert.Equal(Checks(0, 11_000), log.ReadFacts().Select(r => log.Whole(r.Fact)));
    }

    [Fact]
    public void A_batch_for_another_position_is_refused_and_leaves_nothing()
    {
        using var log = OpenToWrite().Get();
        log.Append(Checks(1, 2)).Get();
        var refused = log.Append(Checks(3, 2), expectedPosition: 1);
        Assert.Equal("log-moved-on", refused.Problem?.Code);
        Assert.Equal(2, log.Head.Position);
        Assert.Equal(2, log.Read().Count());
    }

    [Fact]
    public async Task Many_callers_append_together_and_all_batches_stay_whole()
    {
        using var log = OpenToWrite().Get();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                (await log.AppendAsync(Checks(caller * 1000 + i * 10, 3))).Get();
            }
        })));

        var numbers = log.ReadFacts().Select(r => int.Parse(log.TextOf(((Act)r.Fact).Reason)![7..], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(600, numbers.Length);
        Assert.All(numbers.Chunk(3), batch => Assert.Equal([batch[0], batch[0] + 1, batch[0] + 2], batch));
        Assert.True(LogVerification.Of(log).IsWhole);
    }

    [Fact]
    public async Task Appends_in_flight_may_build_on_each_other()
    {
        using var log = OpenToWrite().Get();
        var first = log.AppendAsync(Checks(1, 2), expectedPosition: 0);
        var second = log.AppendAsync(Checks(3, 2), expectedPosition: 2);
        var stale = log.AppendAsync(Checks(9, 2), expectedPosition: 2);
        Assert.Equal(2, (await first).Get().Position);
        Assert.Equal(4, (await second).Get().Position);
        Assert.Equal("log-moved-on", (await stale).Problem?.Code);
    }

    [Fact]
    public void A_second_writer_is_refused_and_told_who_writes_while_readers_are_fine()
    {
        using var log = OpenToWrite().Get();
        var second = OpenToWrite();
        Assert.Equal("ledger-in-use", second.Problem?.Code);
        Assert.Contains($"process {Environment.ProcessId} ", second.Problem!.Sentence);

        using var reader = OpenToRead().Get();
        log.Append(Checks(1, 2)).Get();
        Assert.Equal(2, reader.Head.Position);
        Assert.Equal(Checks(1, 2), reader.ReadFacts().Select(r => reader.Whole(r.Fact)));
        Assert.Equal("ledger-open-for-reading", reader.Append(Checks(3, 1)).Problem?.Code);
    }

    [Fact]
    public void Each_writer_has_a_higher_epoch()
    {
        var epochs = new List<long>();
        for (var i = 1; i <= 3; i++)
        {
            using var log = OpenToWrite().Get();
            log.Append(Checks(i, 1)).Get();
            epochs.Add(log.Find(i)!.Placement.Epoch);
        }

        Assert.Equal(epochs.Distinct().Order(), epochs);
    }

    [Fact]
    public void A_fact_of_another_release_is_kept_byte_for_byte()
    {
        var unknown = new UnknownFact("tree-planted", 7, Scopes.Tasks,
            [new(Tier.Ordinary, "{ \"odd\" :1}"u8.ToArray()), new((Tier)9, "\0\u0001"u8.ToArray())]);
        using var log = OpenToWrite().Get();
        log.Append([Check(1), unknown]).Get();
        var back = (UnknownFact)log.FindFact(2)!.Value.Fact;
        Assert.Equal(("tree-planted", 7, Scopes.Tasks), (back.Name, back.Version, back.Scopes));
        Assert.Equal(unknown.Parts.Select(p => (p.Tier, Convert.ToHexString(p.Bytes.Span))),
            back.Parts.Select(p => (p.Tier, Convert.ToHexString(p.Bytes.Span))));
    }

    [Fact]
    public void A_published_file_of_thirty_megabytes_is_an_entry_like_any_other()
    {
        var file = string.Concat(Enumerable.Repeat("m² \"EXERCISE\"\n", 2_000_000));
        var figure = new FigurePublished(Guid.Empty, "{}", new DateOnly(2026, 1, 1), 1, 1, 1, "balance.csv", "sha", file);
        using var log = OpenToWrite().Get();
        log.Append([Check(1), figure, Check(2)]).Get();
        Assert.Equal((figure, Check(1)), (log.FindFact(2)!.Value.Fact, log.Whole(log.FindFact(2)!.Value.Act)));
        Assert.Equal(Check(2), log.Whole(log.FindFact(3)!.Value.Fact));
        Assert.True(LogVerification.Of(log).IsWhole);
    }

    [Fact]
    public void An_erased_part_is_gone_and_the_chain_still_proves()
    {
        using var log = OpenToWrite().Get();
        log.Append(Checks(1, 3)).Get();
        var hashes = log.Read().Select(e => e.Hash).ToArray();
        log.Append([new PartErased(2, Tier.Restricted)]).Get();

        Assert.Equal(Sealed.Erased, log.TextOf(log.FindFact(2)!.Value.Act.Reason));
        Assert.Equal("remark 3", log.TextOf(log.FindFact(3)!.Value.Act.Reason));
        Assert.Equal(hashes, log.Read(upTo: 3).Select(e => e.Hash));
        var verified = LogVerification.Of(log);
        Assert.True(verified.IsWhole);
        Assert.Equal([new PartFinding(2, Tier.Restricted, PartState.Erased, 4, null)], verified.Parts);
    }

    [Theory]
    [InlineData(2, Tier.Ordinary, "part-not-erasable")]
    [InlineData(2, Tier.Personal, "part-not-there")]
    [InlineData(9, Tier.Restricted, "part-not-there")]
    public void What_cannot_be_erased_is_refused_and_leaves_nothing(long position, Tier tier, string code)
    {
        using var log = OpenToWrite().Get();
        log.Append(Checks(1, 3)).Get();
        Assert.Equal(code, log.Append([Check(4), new PartErased(position, tier)]).Problem?.Code);
        Assert.Equal(3, log.Read().Count());
        Assert.True(log.Append(Checks(4, 1), expectedPosition: 3).Get().Position == 4);
    }

    [Fact]
    public void Facts_belong_to_the_act_before_them_wherever_reading_begins()
    {
        using var log = OpenToWrite().Get();
        log.Append([Check(1), new ReportChecked(Guid.Empty), new ReportRejected(Guid.Empty), Check(2), new ReportChecked(Guid.Empty)]).Get();
        Assert.Equal(["remark 1", "remark 1", "remark 1", "remark 2", "remark 2"], log.ReadFacts().Select(p => log.TextOf(p.Act.Reason)));
        Assert.Equal(["remark 1", "remark 2", "remark 2"], log.ReadFacts(after: 2).Select(p => log.TextOf(p.Act.Reason)));
        Assert.Equal("remark 2", log.TextOf(log.FindFact(5)!.Value.Act.Reason));
    }

    [Fact]
    public void Facts_are_found_by_their_names_with_their_acts_in_the_index_and_beside_it()
    {
        string[] names = ["report-checked", "findings-decided"];
        using var log = OpenToWrite().Get();
        log.Append([Check(1), new ReportChecked(Guid.Empty), new ReportRejected(Guid.Empty), new FindingsDecided("a", null, "no")]).Get();
        log.Append([new UnknownFact(Act.Name, 9, Scopes.None, [new(Tier.Ordinary, "{}"u8.ToArray())]), new FindingsDecided("b", null, "no"),
            Check(2), new ReportChecked(Guid.NewGuid())]).Get();
        log.Append([Check(3), .. Enumerable.Range(0, 3000).Select(_ => new ReportChecked(Guid.NewGuid())), new PartErased(1, Tier.Restricted)]).Get();

        var byName = log.ReadIndexed(names).ToList();
        var wanted = log.ReadFacts().Where(p => names.Contains(log.Find(p.Position)!.Statement.FactName)).ToList();
        Assert.Equal(wanted.Select(p => (p.Position, p.CommittedAt, p.Act)), byName.Select(f => (f.Position, f.CommittedAt, f.Act)));
        Assert.Equal(wanted.Where(p => p.Fact is not UnknownFact).Select(p => p.Fact), byName.Select(f => f.Fact).Where(f => f is not UnknownFact));
        Assert.Equal((Sealed.Erased, "findings-decided"), (log.TextOf(byName[0].Act.Reason), ((UnknownFact)byName[2].Fact).Name));
        Assert.Equal(byName.Select(f => f.Position).Where(p => p is > 4 and <= 100), log.ReadIndexed(names, 4, 100).Select(f => f.Position));
        Assert.Equal([4, 6], log.Find(["findings-decided"]));
        Assert.Equal([4, 6, 8], log.Find(names, after: 2, upTo: 8));
        Assert.Empty(log.Find(["tea-served"]));
    }

    [Fact]
    public void Entries_are_read_at_positions_given_and_one_that_is_not_there_is_broken()
    {
        using var log = OpenToWrite().Get();
        log.Append(Checks(1, 5)).Get();
        Assert.Equal([5, 2], log.ReadAt([5, 2]).Select(e => e.Position));
        Assert.Equal(log.ReadAt([5, 2]).Select(e => e.Hash), log.HashesAt([5, 2]));
        Assert.Empty(log.ReadAt([]));
        Assert.Equal(9, Assert.Throws<LogBrokenException>(() => log.ReadAt([1, 9]).Count()).Position);
        Assert.Throws<LogBrokenException>(() => log.HashesAt([9]).Count());
    }

    [Fact]
    public void A_name_first_used_in_a_refused_batch_is_found_when_it_comes_again()
    {
        using var log = OpenToWrite().Get();
        Assert.True(log.Append([Check(1), new ReportChecked(Guid.Empty), new PartErased(9, Tier.Restricted)]).IsRefused);
        log.Append([Check(1), new ReportChecked(Guid.Empty)]).Get();
        Assert.Equal([2], log.Find(["report-checked"]));
    }

    [Fact]
    public void What_an_act_of_a_later_release_did_is_kept_and_not_read()
    {
        using var log = OpenToWrite().Get();
        log.Append([new UnknownFact(Act.Name, 9, Scopes.None, [new(Tier.Ordinary, "{}"u8.ToArray())]), new BatchUndone(1, Guid.Empty), Check(2)]).Get();
        var facts = log.ReadFacts().ToList();
        Assert.Equal(("batch-undone", Scopes.Land), facts[1].Fact is UnknownFact unread ? (unread.Name, unread.Scopes) : default);
        Assert.IsType<UnknownFact>(log.FindFact(2)!.Value.Fact);
        Assert.Equal(Check(2), log.Whole(facts[2].Act));
        Assert.True(LogVerification.Of(log).IsWhole);
    }

    [Fact]
    public void A_log_that_begins_without_an_act_is_broken_there()
    {
        using var log = OpenToWrite().Get();
        log.Append([new ReportChecked(Guid.Empty)]).Get();
        Assert.Equal(1, LogVerification.Of(log).BrokenAt);
        Assert.Throws<LogBrokenException>(() => log.ReadFacts().Count());
    }

    [Fact]
    public async Task A_time_of_commit_before_the_last_one_is_refused_and_leaves_nothing()
    {
        using var log = OpenToWrite().Get();
        log.Append(Checks(1, 1)).Get();
        var earlier = LogReading.Seal([new Placed(2, log.Find(1)!.Placement.CommittedAt.AddMilliseconds(-1), TestActs.Act(2), Check(2))]);
        Assert.Equal("log-time-runs-back", (await log.Append(earlier)).Problem?.Code);
        Assert.Equal(2, log.Append(Checks(2, 1)).Get().Position);
    }
}
