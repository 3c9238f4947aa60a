using System.Buffers;
using Examples;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Xunit;

namespace Furrow.Store.Tests.Facts;

/// <summary>Every frozen example changes what its subject knows, and no other subject: whoever deletes an arm of a fold, or forgets to write one, reads here
/// whose.</summary>
public class SubjectOfFactTests
{
    /// <summary>What the log itself acts on; no subject folds it.</summary>
    private static readonly Type[] OfTheLog = [typeof(Act)];

    private static readonly Act Someone = ProgrammeExamples.Someone;

    public static TheoryData<string> Facts => [.. SubjectExamples.OfAllFacts().Select(f => f.GetType().Name)];

    [Theory, MemberData(nameof(Facts))]
    public void An_example_changes_its_subject_and_no_other(string name)
    {
        var example = SubjectExamples.OfAllFacts().Single(f => f.GetType().Name == name);
        var before = After(ProgrammeState.Empty, [.. SubjectExamples.All.First(s => s.Facts.Any(f => f.GetType() == example.GetType())).Before(example)]);
        var fact = Readable(example);
        var after = After(before, fact);
        var changed = Subjects.All.Where(s => !IsSame(s, before, after)).ToList();
        var folding = Subjects.All.Where(s => s.Facts.Contains(fact.GetType())).ToList();
        Assert.Equal(OfTheLog.Contains(fact.GetType()) ? 0 : 1, folding.Count);

        // An acceptance changes the land too, by what it means for it.
        List<Subject> meant = fact is ReportsAccepted or BatchUndone ? [.. Subjects.All.Where(s => s.State == typeof(LandLedger))] : [];
        Assert.Equal(folding.Concat(meant).Select(s => s.Name).Order(), changed.Select(s => s.Name).Order());
        Assert.Equal(folding.Select(s => before.CountOf(s) + 1), folding.Select(after.CountOf));
    }

    /// <summary>The example names versions of a later release, which no release of today folds.</summary>
    private static IFact Readable(IFact fact) => fact is not VersionsTookEffect ? fact
        : new VersionsTookEffect(ProgrammeVersions.Newest.Engine, ProgrammeVersions.Newest.Moves, ProgrammeVersions.Newest.Profile);

    private static ProgrammeState After(ProgrammeState state, params IFact[] facts) =>
        state.ApplyAll(facts.Select((fact, i) => new Placed(state.Position + i + 1, Someone.At, Someone, fact)));

    /// <summary>A small subject that nothing changed gives itself; a large one the same section.</summary>
    private static bool IsSame(Subject subject, ProgrammeState one, ProgrammeState other) =>
        subject.IsLarge ? Section(subject, one) == Section(subject, other) : ReferenceEquals(one.Of(subject), other.Of(subject));

    private static string Section(Subject subject, ProgrammeState state)
    {
        var bytes = new ArrayBufferWriter<byte>();
        StateSnapshot.Of(state, default, []).Single(s => s.Subject == subject.Name).Write(piece => bytes.Write(piece.Span));
        return Convert.ToHexString(bytes.WrittenSpan);
    }
}
