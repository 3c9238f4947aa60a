using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accounts;

/// <summary>Which account is whose. The log says it, so that a file of accounts that is lost, or put in place of another, lets nobody in.</summary>
[Folds(typeof(AccountBound), typeof(AccountUnbound))]
public sealed class AccountRegister : ISubject<AccountRegister>
{
    public static AccountRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, Guid> Persons { get; init; } = ImmutableDictionary<Guid, Guid>.Empty;

    private ImmutableDictionary<Guid, Guid> Accounts { get; init; } = ImmutableDictionary<Guid, Guid>.Empty;

    /// <summary>Whether only those who sign in are let in: from the first account on, for good.</summary>
    public bool IsDoorShut { get; private init; }

    /// <summary>Account and person, of all accounts that are somebody's.</summary>
    public IEnumerable<(Guid Account, Guid Person)> All => Persons.Select(p => (p.Key, p.Value));

    public Guid? PersonOf(Guid account) => Persons.TryGetValue(account, out var person) ? person : null;

    public Guid? AccountOf(Guid person) => Accounts.TryGetValue(person, out var account) ? account : null;

    public AccountRegister Apply(Placed placed) => placed.Fact switch
    {
        AccountBound fact => Without(fact.Account).With(fact),
        AccountUnbound fact => Without(fact.Account),
        _ => this,
    };

    private AccountRegister With(AccountBound fact) => new()
    {
        Persons = Persons.SetItem(fact.Account, fact.Person),
        Accounts = Accounts.SetItem(fact.Person, fact.Account),
        IsDoorShut = true,
    };

    private AccountRegister Without(Guid account) => PersonOf(account) is not { } person ? this
        : new() { Persons = Persons.Remove(account), Accounts = Accounts.Remove(person), IsDoorShut = IsDoorShut };
}
