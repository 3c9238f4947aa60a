using System.Buffers;
using CsCheck;
using Furrow.Core;
using Furrow.Core.Cooperation;
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

        // As they would be read from the log: acts stand somewhere before.
        var acts = facts.Select(f => f.Act).DistinctBy(a => a.Id).Select((a, i) => (Act)FactFormat.AsPlaced(a, 1000 + i)).ToDictionary(a => a.Id);
        return [.. facts.Select((f, i) => new Placed(i + 1, Made.Noon.AddSeconds(i), acts[f.Act.Id], FactFormat.AsPlaced(f.Fact, i + 1)))];
    }

    private static Dictionary<string, byte[]> Sections(ProgrammeState state) => StateSnapshot.Of(state).ToDictionary(s => s.Subject, s =>
    {
        var bytes = new ArrayBufferWriter<byte>();
        s.Write(piece => bytes.Write(piece.Span));
        return bytes.WrittenSpan.ToArray();
    });

    private static string Text(ProgrammeState state) =>
        string.Join('\n', Sections(state).Select(s => $"{s.Key} {Convert.ToHexString(s.Value)}"));

    private static StateStart Start(ProgrammeState at, params string[] lost)
    {
        var sections = Sections(at);
        return StateSnapshot.Read(at.Position, (subject, _) => lost.Contains(subject) ? null : sections[subject]);
    }

    [Fact]
    public void A_snapshot_at_any_position_and_the_rest_is_the_whole_fold_to_the_byte() =>
        Gen.Select(ReportLawTests.Sequences, Gen.Int[0, 1000]).Obeys((sequence, cut) =>
        {
            var log = Log(sequence);
            var whole = ProgrammeState.Empty.ApplyAll(log);
            var taken = cut % (log.Count + 1);
            var start = Start(ProgrammeState.Empty.ApplyAll(log.Take(taken)));
            Assert.Empty(start.Rebuilt);
            var went = start.State.ApplyAll(log.Skip(taken), start.Land);
            Assert.Equal(Text(whole), Text(went));
            Assert.Equal(whole.Book.All.Select(e => e.Report.Code), went.Book.All.Select(e => e.Report.Code));
            Assert.All(whole.Book.All, e => Assert.Equal(whole.Book.HeadOf(e.Id), went.Book.HeadOf(e.Id)));
            Assert.All(whole.Book.All, e => Assert.Equal(whole.Book.FindByCode(e.Packed.Code), went.Book.FindByCode(e.Packed.Code)));
        }, seed: "0000KOIEYmZ7", samples: 250);

    [Fact]
    public void Whatever_section_is_lost_is_made_again_from_the_log_to_the_same_bytes() =>
        Gen.Select(ReportLawTests.Sequences, Gen.Int[0, 1000], Gen.Int[0, 2]).Obeys((sequence, cut, lost) =>
        {
            var log = Log(sequence);
            var taken = cut % (log.Count + 1);
            var subject = Sections(ProgrammeState.Empty).Keys.ElementAt(lost);
            var start = Start(ProgrammeState.Empty.ApplyAll(log.Take(taken)), subject);
            Assert.Contains(subject, start.Rebuilt);
            Assert.Equal(subject == StateSnapshot.LandSubject, start.Land is null);
            Assert.Equal(0, start.State.Position);
            Assert.Equal(Text(ProgrammeState.Empty.ApplyAll(log)), Text(start.State.ApplyAll(log, start.Land)));
        }, seed: "0000KOIEYmZ8", samples: 120);

    [Fact]
    public void A_release_that_reads_a_fact_unread_before_begins_with_the_log()
    {
        ProgrammeState With(string unread) => ProgrammeState.Empty.ApplyAll(
            Made.Placed([Genesis, new UnknownFact(unread, 1, Scopes.Land, [])]));
        Assert.Empty(Start(With("land-swapped")).Rebuilt);
        var start = Start(With("report-checked"));
        Assert.Equal((0L, null, 3), (start.State.Position, start.Land, start.Rebuilt.Count));
    }

    [Fact]
    public void Sections_of_another_position_form_or_length_are_not_used()
    {
        var state = ProgrammeState.Empty.ApplyAll(Log([(0, 1, 1), (9, 0, 0)]));
        var sections = Sections(state);
        Assert.Contains(StateSnapshot.ProgrammeSubject, StateSnapshot.Read(state.Position + 1, (s, _) => sections[s]).Rebuilt);
        foreach (var subject in sections.Keys)
        {
            byte[] good = sections[subject], longer = [.. good, 0], cut = good[..^1];
            sections[subject] = longer;
            Assert.Contains(subject, StateSnapshot.Read(state.Position, (s, _) => sections[s]).Rebuilt);
            sections[subject] = cut;
            Assert.Contains(subject, StateSnapshot.Read(state.Position, (s, _) => sections[s]).Rebuilt);
            sections[subject] = good;
        }

        Assert.Empty(StateSnapshot.Read(state.Position, (s, _) => sections[s]).Rebuilt);
    }
}
