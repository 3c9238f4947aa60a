using System.Buffers;
using CsCheck;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Tests.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Programmes;

/// <summary>A state from a snapshot is the state the fold gives, to the byte, whatever position it was taken at and whatever part of it is lost.</summary>
public class StateSnapshotTests
{
    private static readonly ProgrammeOpened Genesis = new(Id(1), "Tern Island", true, "default", 1, 1, "UTC");

    private static readonly Act Someone = Made.By("Ann", "a reason");

    /// <summary>Everything a programme can hold, around a random course of reports.</summary>
    private static List<Placed> Log((int Act, int On, int With)[] sequence)
    {
        var walk = new ReportLawTests.Walk();
        Array.ForEach(sequence, step => walk.Take(step));
        var facts = new List<(Act Act, IFact Fact)> { (Someone, Genesis) };
        facts.AddRange(walk.Log.Select(p => (p.Act, p.Fact)));
        facts.Insert(1 + walk.Log.Count / 2, (Someone, new FindingsDecided("overlap", Id(3), "accepted")));
        facts.Insert(1 + walk.Log.Count / 3, (Someone, new UnknownFact("tea-served", 3, Scopes.None, [])));
        facts.Insert(1 + walk.Log.Count / 4, (Someone, new FigurePublished(Id(5), "{}", new DateOnly(2026, 1, 1), 0, 1, 1, "balance.json", "00", "{}")));
        facts.Add((Someone, new VersionsTookEffect(ProgrammeVersions.Newest.Engine, ProgrammeVersions.Newest.Moves, ProgrammeVersions.Newest.Profile)));
        facts.Insert(1 + walk.Log.Count / 6, (Someone, new PersonRegistered(Id(7), "Ann")));
        facts.Insert(1 + walk.Log.Count / 5, (Someone, new TimeZoneTookEffect("Asia/Baku")));
        facts.Insert(1 + walk.Log.Count / 7, (Someone, new ProfileTookEffect(2, new Dictionary<string, string> { ["Off"] = "future-date" })));
        facts.Add((Someone, new UnknownFact("land-swapped", 1, Scopes.Land, [])));
        facts.Add((Someone, new ReportsAccepted(walk.Book.LastAcceptance + 1, null, [])));
        facts.Add((Someone, new VersionsTookEffect(ProgrammeVersions.Newest.Engine, ProgrammeVersions.Newest.Moves, ProgrammeVersions.Newest.Profile)));
        facts.Add((Someone, new PersonRegistered(Id(8), "Bea")));

        // As they would be read from the log: acts stand somewhere before.
        var acts = facts.Select(f => f.Act).DistinctBy(a => a.Id).Select((a, i) => (Act)FactFormat.AsPlaced(a, 1000 + i)).ToDictionary(a => a.Id);
        return [.. facts.Select((f, i) => new Placed(i + 1, Made.Noon.AddSeconds(i), acts[f.Act.Id], FactFormat.AsPlaced(f.Fact, i + 1)))];
    }

    /// <summary>What the log gives for the facts of small subjects.</summary>
    private static IEnumerable<Placed> Small(IEnumerable<Placed> log) => log.Where(p => StateSnapshot.SmallFactNames.Contains(FactNameOf(p.Fact)));

    private static string FactNameOf(IFact fact) =>
        fact is UnknownFact unknown ? unknown.Name : FactNames.All.Single(k => k.Type == fact.GetType()).Name;

    private static Dictionary<string, byte[]> Sections(ProgrammeState state, IReadOnlyList<Placed> log, ReadOnlyMemory<byte> kept = default) =>
        StateSnapshot.Of(state, kept, Small(log)).ToDictionary(s => s.Subject, s =>
        {
            var bytes = new ArrayBufferWriter<byte>();
            s.Write(piece => bytes.Write(piece.Span));
            return bytes.WrittenSpan.ToArray();
        });

    /// <summary>Every section as bytes, and what small subjects hold as text.</summary>
    private static string Text(ProgrammeState state, IReadOnlyList<Placed> log) =>
        string.Join('\n', Sections(state, log).Select(s => $"{s.Key} {Convert.ToHexString(s.Value)}")) + '\n'
        + string.Join('\n', (object?[])[state.Opened, state.OpenedIn, state.TimeZone, state.Versions, state.Profile.Version,
            .. ProfileSettings.Changed(state.Profile),
            .. state.People.All, .. state.Decisions, .. state.Figures, .. Subjects.All.Select(s => state.CountOf(s))]);

    private static StateStart Start(IReadOnlyList<Placed> log, params string[] lost)
    {
        var state = ProgrammeState.Empty.ApplyAll(log);
        var sections = Sections(state, log);
        return StateSnapshot.Read(state.Position, (subject, _) => lost.Contains(subject) ? null : sections[subject]);
    }

    /// <summary>As a programme opens: what is missing is folded again alone, then what is newer.</summary>
    private static ProgrammeState Opened(StateStart start, IReadOnlyList<Placed> log) =>
        (start.Missing.Count == 0 ? start.State : start.State.Refold(start.Missing, log.TakeWhile(p => p.Position <= start.State.Position)))
            .ApplyAll(log.SkipWhile(p => p.Position <= start.State.Position));

    [Fact]
    public void A_snapshot_at_any_position_and_the_rest_is_the_whole_fold_to_the_byte() =>
        Gen.Select(ReportLawTests.Sequences, Gen.Int[0, 1000]).Obeys((sequence, cut) =>
        {
            var log = Log(sequence);
            var whole = ProgrammeState.Empty.ApplyAll(log);
            var taken = cut % (log.Count + 1);
            var start = Start([.. log.Take(taken)]);
            Assert.Equal((taken, 0), ((int)start.State.Position, start.Missing.Count));
            var went = Opened(start, log);
            Assert.Equal(Text(whole, log), Text(went, log));
            Assert.Equal(whole.Book.All.Select(e => e.Report.Code), went.Book.All.Select(e => e.Report.Code));
            Assert.All(whole.Book.All, e => Assert.Equal(whole.Book.HeadOf(e.Id), went.Book.HeadOf(e.Id)));
            Assert.All(whole.Book.All, e => Assert.Equal(whole.Book.FindByCode(e.Packed.Code), went.Book.FindByCode(e.Packed.Code)));
        }, seed: "0000KOIEYmZ7", samples: 250);

    [Fact]
    public void Whatever_section_is_lost_is_made_again_from_the_log_to_the_same_bytes() =>
        Gen.Select(ReportLawTests.Sequences, Gen.Int[0, 1000], Gen.Int[0, 3]).Obeys((sequence, cut, lost) =>
        {
            var log = Log(sequence);
            List<Placed> old = [.. log.Take(cut % (log.Count + 1))];
            var section = Sections(ProgrammeState.Empty, []).Keys.ElementAt(lost);
            var start = Start(old, section);
            Assert.Equal(section == StateSnapshot.KernelSection ? 0 : old.Count, start.State.Position);
            Assert.Equal(section switch
            {
                StateSnapshot.KernelSection => [],
                StateSnapshot.FactsSection => Subjects.All.Where(s => !s.IsLarge).Select(s => s.Name),
                "land" => ["land", "reports"],
                _ => (string[])["reports"],
            }, start.Missing.Select(s => s.Name));
            Assert.Equal(section == "land" ? 0 : ProgrammeState.Empty.ApplyAll(old).Land.KnownAt, start.State.Land.KnownAt);
            Assert.Equal(Text(ProgrammeState.Empty.ApplyAll(log), log), Text(Opened(start, log), log));
        }, seed: "0000KOIEYmZ8", samples: 120);

    [Fact]
    public void Facts_of_an_earlier_snapshot_are_taken_over_into_the_next() =>
        Gen.Select(ReportLawTests.Sequences, Gen.Int[0, 1000]).Obeys((sequence, cut) =>
        {
            var log = Log(sequence);
            List<Placed> old = [.. log.Take(cut % (log.Count + 1))];
            var before = Sections(ProgrammeState.Empty.ApplyAll(old), old);
            var kept = StateSnapshot.KeptFacts((subject, _) => before[subject])!.Value;
            var whole = ProgrammeState.Empty.ApplyAll(log);
            var next = Sections(whole, [.. log.Skip(old.Count)], kept);
            var start = StateSnapshot.Read(whole.Position, (subject, _) => next[subject]);
            Assert.Empty(start.Missing);
            Assert.Equal(Text(whole, log), Text(start.State, log));
        }, seed: "0000KOIEYmZ9", samples: 60);

    [Fact]
    public void A_snapshot_holds_no_text_that_is_sealed_and_no_fact_of_a_large_subject()
    {
        var log = Log([(0, 1, 1), (9, 0, 0)]);
        var facts = System.Text.Encoding.UTF8.GetString(Sections(ProgrammeState.Empty.ApplyAll(log), log)[StateSnapshot.FactsSection]);
        Assert.All((string[])["person-registered", "findings-decided", "act-taken"], name => Assert.Contains(name, facts));
        Assert.All((string[])["Ann", "a reason", "report-submitted"], name => Assert.DoesNotContain(name, facts));
    }

    [Fact]
    public void A_release_that_reads_a_fact_unread_before_begins_with_the_log()
    {
        static List<Placed> With(string unread) => [.. Made.Placed([Genesis, new UnknownFact(unread, 1, Scopes.Land, [])])];
        Assert.Equal(2, Start(With("land-swapped")).State.Position);
        var start = Start(With("report-checked"));
        Assert.Equal((0L, 0, 0), (start.State.Position, start.State.Land.KnownAt, start.Missing.Count));
    }

    [Fact]
    public void Sections_of_another_position_form_or_length_are_not_used()
    {
        var log = Log([(0, 1, 1), (9, 0, 0)]);
        var state = ProgrammeState.Empty.ApplyAll(log);
        var sections = Sections(state, log);
        StateStart At(long position) => StateSnapshot.Read(position, (s, _) => sections[s]);
        Assert.Equal(0, At(state.Position + 1).State.Position);
        foreach (var subject in sections.Keys)
        {
            byte[] good = sections[subject], longer = [.. good, 0], cut = good[..^1];
            foreach (var wrong in (byte[][])[longer, cut])
            {
                sections[subject] = wrong;
                Assert.True(At(state.Position) is { State.Position: 0 } or { Missing.Count: > 0 }, subject);
            }

            sections[subject] = good;
        }

        Assert.True(At(state.Position) is { State.Position: > 0, Missing.Count: 0 });
    }
}
