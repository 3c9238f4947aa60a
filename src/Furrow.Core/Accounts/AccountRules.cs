using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Roles;

namespace Furrow.Core.Accounts;

/// <summary>Whose an account becomes. Nobody gives one to themselves: the first administrator alone does, by the link the server prints where it was
/// started.</summary>
public static class AccountRules
{
    /// <summary>The first account of a programme, of whoever acts: they are an administrator, or nobody could give others their roles.</summary>
    public static Ruling BindFirst(IKnown known, Act act, Guid account) => known.Of<AccountRegister>().IsDoorShut ? Problems.AccountFirstMade()
        : known.Of<RoleRegister>().Administrators.Contains(act.Person) ? [new AccountBound(account, act.Person)]
        : [new AccountBound(account, act.Person), new RoleGiven(DerivedId.Of(act.Id, RoleRules.Thing), act.Person, Role.Administrator)];

    /// <summary>An account for somebody, who is registered with it where nobody of that name is.</summary>
    /// <param name="isLost">Whether an account that somebody has is not in the file of accounts any more: another takes its place.</param>
    public static Ruling Bind(IKnown known, Act act, Guid account, string name, Func<Guid, bool> isLost)
    {
        var named = PersonRules.Named(known.PersonNamed, name, DerivedId.Of(act.Id, "registered"));
        if (named.IsRefused)
        {
            return named.Problem!;
        }

        var (person, accounts) = (named.Value.Person, known.Of<AccountRegister>());
        var held = accounts.AccountOf(person);
        return person == act.Person ? Problems.AccountOfOneself()
            : held is { } kept && !isLost(kept) ? Problems.AccountBoundAlready(person)
            : Ruling.Of([.. named.Value.Registered, .. Lost(held), new AccountBound(account, person)]);
    }

    private static IEnumerable<IFact> Lost(Guid? account) => account is { } lost ? [new AccountUnbound(lost)] : [];

    /// <summary>Takes an account from whoever has it.</summary>
    public static Ruling Unbind(IKnown known, Act act, Guid account) => known.Of<AccountRegister>().PersonOf(account) is not { } person
        ? Problems.AccountOfNobody()
        : person == act.Person ? Problems.AccountOfOneself() : [new AccountUnbound(account)];
}
