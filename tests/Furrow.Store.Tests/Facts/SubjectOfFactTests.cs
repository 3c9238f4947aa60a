using System.Buffers;
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

    private static readonly Act Someone = FactExamples.All.OfType<Act>().Single();

    public static TheoryData<string> Facts => [.. FactExamples.All.Select(f => f.GetType().Name)];

    [Theory, MemberData(nameof(Facts))]
    public void An_example_changes_its_subject_and_no_other(string name)
    {
        var fact = Readable(FactExamples.All.Single(f => f.GetType().Name == name));
        var before = After(ProgrammeState.Empty, [.. Before(fact)]);
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

    /// <summary>What must have happened before: reports in their batch, and the acceptances that are counted from.</summary>
    private static IEnumerable<IFact> Before(IFact fact)
    {
        var report = FactExamples.All.OfType<ReportSubmitted>().Single();
        if (fact.GetType().Namespace != typeof(Report).Namespace || fact is BatchReceived)
        {
            return [];
        }

        var plain = report.Report with { Corrects = null, Withdraws = null };
        var accepted = FactExamples.All.OfType<ReportsAccepted>().Single();
        return
        [
            FactExamples.All.OfType<BatchReceived>().Single(),
            .. ((Guid?[])[report.Report.Corrects, report.Report.Withdraws]).Select(id => new ReportSubmitted(plain with { Id = id!.Value, Code = $"{id}" }, null)),
            report with { Report = plain },
            .. Enumerable.Range(1, accepted.Acceptance - 1).Select(n => new ReportsAccepted(n, null, [])),
            .. fact is BatchUndone ? [accepted] : Array.Empty<IFact>(),
        ];
    }

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
