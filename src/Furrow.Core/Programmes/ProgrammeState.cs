using System.Collections.Immutable;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Programmes;

/// <summary>A fact of a later release that this one cannot read, and what it may have changed.</summary>
public sealed record UnreadFact(long Position, string Name, int Version, Scopes Scopes);

/// <summary>Everything a programme knows: the fold of its log, one state for each subject of <see cref="Programmes.Subjects.All"/>. Immutable; each commit
/// makes the next one. A new subject is asked for by <see cref="Of{T}"/>; the names below are for those that many ask.</summary>
public sealed class ProgrammeState : IKnown
{
    public static readonly ProgrammeState Empty = Of(Kernel.Empty, _ => null, _ => 0);

    /// <param name="subjects">In the order of the list.</param>
    /// <param name="counts">How many facts of each subject the log holds, those that were not read or held back too.</param>
    /// <param name="names">Who has a name.</param>
    internal ProgrammeState(Kernel kernel, object[] subjects, long[] counts, IPersonNames names) =>
        (Kernel, Subjects, Counts, Names) = (kernel, subjects, counts, names);

    /// <summary>Position of the last entry folded; 0 before the first.</summary>
    public long Position => Kernel.Position;

    /// <summary>When the last entry folded was committed: nothing is committed before it.</summary>
    public DateTimeOffset CommittedAt => Kernel.CommittedAt;

    /// <summary>Facts of a later release, kept and passed on. Those with scopes hold back everything of these scopes that follows them.</summary>
    public ImmutableList<UnreadFact> Unread => Kernel.Unread;

    /// <summary>How many facts this release can read were held back because an unread one stands before them.</summary>
    public int HeldBack => Kernel.HeldBack;

    /// <summary>Null before the ledger has begun.</summary>
    public ProgrammeOpened? Opened => Of<ProgrammeRecord>().Opened;

    /// <summary>The act that opened the programme; null before it.</summary>
    public Act? OpenedIn => Of<ProgrammeRecord>().OpenedIn;

    /// <summary>The versions in effect; those of a later release never are, its facts are unread.</summary>
    public ProgrammeVersions Versions => Of<ProgrammeRecord>().Versions;

    /// <summary>IANA id of the zone whose days the programme counts by; null before the ledger has begun.</summary>
    public string? TimeZone => Of<ProgrammeRecord>().TimeZone;

    /// <summary>The settings by which what comes in is judged.</summary>
    public CheckSettings Profile => Of<ProgrammeRecord>().Profile;

    /// <summary>The mark of an invented programme: on every page, map, file and document.</summary>
    public bool IsExercise => Opened?.Exercise ?? false;

    public People People => Of<People>();

    /// <summary>Who has a name; it goes with the state and is no part of it.</summary>
    public IPersonNames Names { get; }

    public LandLedger Land => Of<LandLedger>();

    /// <summary>Every report with its place in the review chain; the rules judge on it.</summary>
    public ReportBook Book => Of<ReportBook>();

    /// <summary>Decisions on groups of findings, the oldest first.</summary>
    public ImmutableList<DecidedGroup> Decisions => Of<DecidedFindings>().All;

    /// <summary>Published figures, the oldest first.</summary>
    public IEnumerable<PublishedFigure> Figures => Of<PublishedFigures>().All;

    public IEnumerable<ReportEntry> Reports => Book.All;

    public IEnumerable<BatchEntry> Batches => Book.Batches;

    internal Kernel Kernel { get; }

    internal object[] Subjects { get; }

    internal long[] Counts { get; }

    /// <param name="known">The state of a subject; null: it is empty.</param>
    /// <param name="count">How many facts of it the log holds.</param>
    internal static ProgrammeState Of(Kernel kernel, Func<Subject, object?> known, Func<Subject, long> count) =>
        new(kernel, [.. Programmes.Subjects.All.Select(s => known(s) ?? s.Empty)], [.. Programmes.Subjects.All.Select(count)], OpenNames.Only);

    /// <summary>The same, with somebody who knows who has a name.</summary>
    public ProgrammeState With(IPersonNames names) => new(Kernel, Subjects, Counts, names);

    public Guid? PersonNamed(string name) => Names.Find(People, name);

    public bool IsNamed(Guid person, Sealed? text) => text is { IsOpen: true } && People.Find(person) is { } known && Names.IsIn(text.Text, known);

    public T Of<T>()
        where T : class, ISubject<T> => (T)Subjects[Programmes.Subjects.NumberOf<T>()];

    public object Of(Subject subject) => Subjects[Programmes.Subjects.NumberOf(subject)];

    /// <summary>How many facts of a subject the log holds up to here, those that were not read or held back too.</summary>
    public long CountOf(Subject subject) => Counts[Programmes.Subjects.NumberOf(subject)];

    /// <summary>What figures count the name a report carries under: the organisation it speaks of, as the register was when an acceptance was the last one.
    /// </summary>
    /// <param name="knownAt">Number of the acceptance; null: now.</param>
    public Func<string, string> OrganisationOf(int? knownAt = null)
    {
        var register = Of<OrganisationRegister>();
        return knownAt is { } number && number >= 0 && number < Book.LastAcceptance ? register.Before(Book.Acceptances[number].CommittedAt).Called
            : register.Called;
    }

    public ReportEntry? FindReport(Guid id) => Book.Find(id);

    public PublishedFigure? FindFigure(Guid id) => Of<PublishedFigures>().Find(id);

    /// <summary>The group of findings an act was a decision on, by its key; null where it was none. Told beside its reason, so that the author of a report
    /// that was sent back reads what was found.</summary>
    public string? GroupOf(Act act) => Of<DecidedFindings>().FindBy(act.Id)?.Group;

    /// <summary>Position of the first unread fact that may have changed these scopes: they answer only as known before it. Null when there is none.</summary>
    public long? FrozenBefore(Scopes scopes) => Unread.Where(u => (u.Scopes & scopes) != 0).Select(u => (long?)u.Position).FirstOrDefault();

    /// <summary>Why no decision may be taken in these scopes; null when it may.</summary>
    public Problem? Refuses(Scopes scopes)
    {
        var unread = Unread.FirstOrDefault(u => (u.Scopes & scopes) != 0);
        return unread is null ? null : Problems.FactUnread(unread.Position, unread.Name, unread.Version, unread.Scopes);
    }

    /// <summary>Why these facts may not be committed; null when they may. Every commit is asked this, whatever its door.</summary>
    public Problem? RefusesCommit(IEnumerable<IFact> facts) => Refuses(facts.Aggregate(Scopes.None, (all, fact) => all | FactScopes.NeededFor(fact)));

    /// <summary>The state after one more fact.</summary>
    public ProgrammeState Apply(Placed placed, CancellationToken stop = default) => ApplyAll([placed], stop);

    /// <summary>The state after some more facts, in log order. Costs what the facts change, not what the programme holds.</summary>
    /// <param name="stop">Ends it early: this state is as it was.</param>
    public ProgrammeState ApplyAll(IEnumerable<Placed> batch, CancellationToken stop = default) => Folded(new StateFold(this, stop), batch).ToState();

    /// <summary>What an acceptance would mean for the land, of which nothing is kept; null where the fact is none.</summary>
    /// <param name="acceptance">A fact of the reports, at the place it would have.</param>
    public LandAcceptance? AcceptanceOf(Placed acceptance) => new ReportFold(Book).Apply(acceptance);

    /// <summary>This state with some subjects folded anew.</summary>
    /// <param name="log">All facts up to <see cref="Position"/>.</param>
    public ProgrammeState Refold(IEnumerable<Subject> subjects, IEnumerable<Placed> log) =>
        Folded(new StateFold(Empty, default) { Only = subjects.Select(Programmes.Subjects.NumberOf).ToHashSet() }, log).Into(this);

    private static StateFold Folded(StateFold fold, IEnumerable<Placed> batch)
    {
        foreach (var placed in batch)
        {
            fold.Apply(placed);
        }

        return fold;
    }
}
