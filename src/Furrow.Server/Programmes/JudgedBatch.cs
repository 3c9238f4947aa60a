using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Rights;
using Furrow.Core.Roles;

namespace Furrow.Server.Programmes;

/// <summary>Acts that were judged on a state, as the entries they will be, and the state they make of it.</summary>
/// <param name="Entries">Each act, and right behind it what came of it, with the texts that are to be written. None when nothing is to be done.
/// Those of a large file are made while they are read, each time anew.</param>
public sealed record JudgedBatch(ProgrammeState Seen, IReadOnlyList<Placed> Entries, ProgrammeState Next)
{
    /// <summary>Entries of which a part is erased by these.</summary>
    public IReadOnlyList<long> Erased { get; init; } = [];

    /// <summary>Judges one act. Refused by its rule, by the rights of whoever acts, when what it is about has changed since they looked at it, and when an
    /// unread fact of a later release stands in the way of what it changes or speaks of.</summary>
    /// <param name="isNamedSince">Whether a fact has named this object since the position the person had seen; null: nothing was committed since.</param>
    /// <param name="stop">Ends the judging early, between two cells of land.</param>
    public static Outcome<JudgedBatch> Of(ProgrammeState state, Acting acting, Func<ProgrammeState, Act, Ruling> intent,
        Func<Guid, bool>? isNamedSince = null, CancellationToken stop = default) =>
        new JudgedBatch(state, [], state).Then(acting, intent, isNamedSince, stop);

    /// <summary>Judges one more act on the state these make.</summary>
    public Outcome<JudgedBatch> Then(Acting acting, Func<ProgrammeState, Act, Ruling> intent, Func<Guid, bool>? isNamedSince = null,
        CancellationToken stop = default)
    {
        var named = PersonRules.Of(Next.People, Next.PersonNamed, acting.Who.Id, acting.Who.Name, acting.NewPerson);
        if (named.IsRefused)
        {
            return named.Problem!;
        }

        var act = acting.By(named.Value.Person, Next.Position);
        var ruling = intent(Next, act);
        if (ruling.IsRefused || ruling.Facts.Count == 0)
        {
            return ruling.IsRefused ? ruling.Problem! : this;
        }

        // A file may bring a country's reports: they are read once more for the fold and once for the log, not for each question that is the same for all.
        var grants = GrantsOf(acting, act);
        var refused = PersonRules.RegisteredTwice(named.Value.Registered, ruling.OneOfEach) ?? Next.RefusesCommit(ruling.OneOfEach)
            ?? RightRules.Refuses(Next, isNamedSince is null && !grants.Any(g => g.IsBounded) ? ruling.OneOfEach : ruling.Facts, grants, isNamedSince);
        return refused is not null ? refused : With(act, [act, .. named.Value.Registered.Except(ruling.OneOfEach)], ruling, stop);
    }

    /// <summary>Rights are those at the commit: an act that claims an earlier time has no more of them. Behind a door that is shut nobody comes from a page who
    /// did not sign in; where one did all the same, they may record and nothing else.</summary>
    private IReadOnlyList<Grant> GrantsOf(Acting acting, Act act) => !acting.Who.IsSignedIn
        ? act.Door is Door.Page or Door.Api or Door.Phone && Next.Of<AccountRegister>().IsDoorShut ? [] : Grant.AtTheMachine
        : RoleGrants.Of(Next, act.Person, ProgrammeTime.Of(Next).DayOf(act.At > Next.CommittedAt ? act.At : Next.CommittedAt));

    /// <summary>A log gives one state at each position, so the same programme at the same position is the same state.</summary>
    public bool IsOf(ProgrammeState state) => state.Position == Seen.Position && state.Opened?.Programme == Seen.Opened?.Programme;

    /// <summary>Committed now, but never before what is committed already, whatever the clock says.</summary>
    private JudgedBatch With(Act act, IReadOnlyList<IFact> begun, Ruling ruling, CancellationToken stop)
    {
        var (now, first) = (Placement.Kept(act.At), Next.Position + 1);
        var committedAt = now > Next.CommittedAt ? now : Next.CommittedAt;
        foreach (var (person, called) in begun.Concat(ruling.OneOfEach).Select(CalledIn).OfType<(Guid, Sealed)>().Where(c => c.Item2.IsOpen))
        {
            Next.Names.Note(person, called.Text);
        }

        var entries = new MadeList<IFact, Placed>(new JoinedList<IFact>(begun, ruling.Facts), (fact, i) => new Placed(first + i, committedAt, act, fact));
        var next = Next.ApplyAll(AsRead(entries), stop: stop);
        return new JudgedBatch(Seen, Entries.Count == 0 ? entries : new JoinedList<Placed>(Entries, entries), next)
        {
            Erased = [.. Erased, .. ruling.OneOfEach.OfType<PartErased>().Select(e => e.Position)],
        };
    }

    /// <summary>Who is called what from here on; null where a fact gives nobody a name or code.</summary>
    private static (Guid Person, Sealed Called)? CalledIn(IFact fact) => fact switch
    {
        PersonRegistered registered => (registered.Person, registered.Name),
        PersonCodeGiven given => (given.Person, given.Code),
        _ => null,
    };

    /// <summary>The entries of an act as they will be read back: what is folded holds no restricted or personal text, only its place.</summary>
    private static IEnumerable<Placed> AsRead(IReadOnlyList<Placed> entries)
    {
        var first = entries[0];
        var act = (Act)FactFormat.AsPlaced(first.Act, first.Position);
        return entries.Select(e => ReferenceEquals(e.Fact, e.Act) ? e with { Act = act, Fact = act }
            : e with { Act = act, Fact = FactFormat.AsPlaced(e.Fact, e.Position) });
    }
}
