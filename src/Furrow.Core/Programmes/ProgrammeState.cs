using System.Collections.Immutable;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Programmes;

/// <summary>A fact of a later release that this one cannot read, and what it may have changed.</summary>
public sealed record UnreadFact(long Position, string Name, int Version, Scopes Scopes);

/// <summary>Everything a programme knows: the fold of its log. Immutable; each commit makes the next one.</summary>
public sealed class ProgrammeState
{
    public static readonly ProgrammeState Empty = new();

    /// <summary>Null before the ledger has begun.</summary>
    public ProgrammeOpened? Opened { get; internal init; }

    /// <summary>The act that opened the programme; null before it.</summary>
    public Act? OpenedIn { get; internal init; }

    /// <summary>The versions in effect; those of a later release never are, its facts are unread.</summary>
    public ProgrammeVersions Versions { get; internal init; } = ProgrammeVersions.Newest;

    /// <summary>IANA id of the zone whose days the programme counts by; null before the ledger has begun.</summary>
    public string? TimeZone { get; internal init; }

    /// <summary>The settings by which what comes in is judged: those every programme begins with, until others take effect.</summary>
    public CheckSettings Profile { get; internal init; } = CheckSettings.Default;

    /// <summary>Position of the last entry folded; 0 before the first.</summary>
    public long Position { get; internal init; }

    /// <summary>When the last entry folded was committed: nothing is committed before it.</summary>
    public DateTimeOffset CommittedAt { get; internal init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Everybody who ever acted.</summary>
    public People People { get; internal init; } = People.Empty;

    public LandLedger Land { get; internal init; } = LandLedger.Empty;

    /// <summary>Every report with its place in the review chain; the rules judge on it.</summary>
    public ReportBook Book { get; internal init; } = ReportBook.Empty;

    /// <summary>Decisions on groups of findings, the oldest first.</summary>
    public ImmutableList<DecidedGroup> Decisions { get; internal init; } = [];

    /// <summary>Facts of a later release, kept and passed on. Those with scopes hold back everything of these scopes that follows them.</summary>
    public ImmutableList<UnreadFact> Unread { get; internal init; } = [];

    /// <summary>How many facts this release can read were held back because an unread one stands before them.</summary>
    public int HeldBack { get; internal init; }

    internal ImmutableDictionary<Guid, PublishedFigure> FiguresById { get; init; } = ImmutableDictionary<Guid, PublishedFigure>.Empty;

    internal ImmutableList<Guid> FigureOrder { get; init; } = [];

    /// <summary>The mark of an invented programme: on every page, map, file and document.</summary>
    public bool IsExercise => Opened?.Exercise ?? false;

    public IEnumerable<ReportEntry> Reports => Book.All;

    public IEnumerable<BatchEntry> Batches => Book.Batches;

    /// <summary>Published figures, the oldest first.</summary>
    public IEnumerable<PublishedFigure> Figures => FigureOrder.Select(id => FiguresById[id]);

    public ReportEntry? FindReport(Guid id) => Book.Find(id);

    public PublishedFigure? FindFigure(Guid id) => FiguresById.GetValueOrDefault(id);

    /// <summary>The group of findings an act was a decision on, by its key; null where it was none. Told beside its reason, so that the author of a report
    /// that was sent back reads what was found.</summary>
    public string? GroupOf(Act act) => Decisions.FindLast(d => d.Act.Id == act.Id)?.Group;

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

    /// <summary>A state from a snapshot, with the subjects that have sections of their own.</summary>
    internal ProgrammeState WithSubjects(LandLedger land, ReportBook book) => new()
    {
        Position = Position,
        CommittedAt = CommittedAt,
        Opened = Opened,
        OpenedIn = OpenedIn,
        People = People,
        Land = land,
        Book = book,
        Decisions = Decisions,
        Unread = Unread,
        HeldBack = HeldBack,
        Versions = Versions,
        TimeZone = TimeZone,
        Profile = Profile,
        FiguresById = FiguresById,
        FigureOrder = FigureOrder,
    };

    /// <summary>The state after one more fact.</summary>
    public ProgrammeState Apply(Placed placed, CancellationToken stop = default) => ApplyAll([placed], stop: stop);

    /// <summary>The state after some more facts, in log order. Costs what the facts change, not what the programme holds.</summary>
    /// <param name="land">The land as known after some of these facts, from a snapshot: their acceptances are not computed again.</param>
    /// <param name="stop">Ends it early: this state is as it was.</param>
    public ProgrammeState ApplyAll(IEnumerable<Placed> batch, LandLedger? land = null, CancellationToken stop = default)
    {
        var fold = new StateFold(this, land ?? Land, stop);
        foreach (var placed in batch)
        {
            fold.Apply(placed);
        }

        return fold.ToState();
    }

    /// <summary>The next state while it is being made.</summary>
    private sealed class StateFold(ProgrammeState from, LandLedger land, CancellationToken stop)
    {
        private readonly ReportFold _reports = new(from.Book);
        private readonly ImmutableDictionary<Guid, PublishedFigure>.Builder _figures = from.FiguresById.ToBuilder();
        private ImmutableList<Guid> _figureOrder = from.FigureOrder;
        private ImmutableList<DecidedGroup> _decisions = from.Decisions;
        private ImmutableList<UnreadFact> _unread = from.Unread;
        private Scopes _frozen = from.Unread.Aggregate(Scopes.None, (all, u) => all | u.Scopes);
        private ProgrammeOpened? _opened = from.Opened;
        private Act? _openedIn = from.OpenedIn;
        private People _people = from.People;
        private ProgrammeVersions _versions = from.Versions;
        private string? _timeZone = from.TimeZone;
        private CheckSettings _profile = from.Profile;
        private LandLedger _land = land;
        private long _position = from.Position;
        private DateTimeOffset _committedAt = from.CommittedAt;
        private int _heldBack = from.HeldBack;

        public ProgrammeState ToState() => new()
        {
            Opened = _opened,
            OpenedIn = _openedIn,
            People = _people,
            CommittedAt = _committedAt,
            Versions = _versions,
            TimeZone = _timeZone,
            Profile = _profile,
            Position = _position,
            Land = _land,
            Book = _reports.ToBook(),
            Decisions = _decisions,
            Unread = _unread,
            HeldBack = _heldBack,
            FiguresById = _figures.ToImmutable(),
            FigureOrder = _figureOrder,
        };

        public void Apply(Placed placed)
        {
            (_position, _committedAt) = (placed.Position, placed.CommittedAt);
            if (placed.Fact is UnknownFact unknown)
            {
                HoldBack(new UnreadFact(placed.Position, unknown.Name, unknown.Version, unknown.Scopes));
            }
            else if (ProgrammeVersions.AreOfALaterRelease(placed.Fact))
            {
                Open(placed);
                var kind = FactNames.Of(placed.Fact);
                HoldBack(new UnreadFact(placed.Position, kind.Name, kind.Version, Scopes.Land));
            }
            else if ((FactScopes.Of(placed.Fact) & _frozen) != 0)
            {
                _heldBack++;
            }
            else
            {
                Known(placed);
            }
        }

        private void Open(Placed placed)
        {
            if (_opened is null && placed.Fact is ProgrammeOpened opened)
            {
                (_opened, _openedIn, _timeZone) = (opened, placed.Act, opened.TimeZone);
            }
        }

        private void HoldBack(UnreadFact fact)
        {
            _unread = _unread.Add(fact);
            _frozen |= fact.Scopes;
        }

        private void Known(Placed placed)
        {
            switch (placed.Fact)
            {
                case Act:
                    break;
                case ProgrammeOpened:
                    Open(placed);
                    break;
                case PersonRegistered registered:
                    _people = _people.Apply(registered);
                    break;
                case TimeZoneTookEffect changed:
                    _timeZone = changed.TimeZone;
                    break;
                case ProfileTookEffect changed:
                    _profile = ProfileSettings.Of(changed.Version, changed.Settings);
                    break;
                case VersionsTookEffect changed:
                    _versions = ProgrammeVersions.Of(changed);
                    break;
                case FindingsDecided decided:
                    _decisions = _decisions.Add(DecidedGroup.Of(decided, placed.Act));
                    break;
                case FigurePublished figure:
                    if (_figures.TryAdd(figure.Figure, new PublishedFigure(figure, placed.Act)))
                    {
                        _figureOrder = _figureOrder.Add(figure.Figure);
                    }

                    break;
                default:
                    if (_reports.Apply(placed) is { } acceptance && acceptance.Number > _land.KnownAt)
                    {
                        _land = _land.Accept(acceptance, stop);
                    }

                    break;
            }
        }
    }
}
