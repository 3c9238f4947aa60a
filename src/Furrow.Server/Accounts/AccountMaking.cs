using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Server.Programmes;

namespace Furrow.Server.Accounts;

/// <summary>How an account comes to a person, and leaves them: the file gets it first, then the log says whose it is; it goes the other way round. Cut off
/// between the two it is nobody's, and lets nobody in.</summary>
public sealed class AccountMaking(Programme programme, AccountChanges changes)
{
    /// <summary>For whoever acts, where nobody has an account.</summary>
    /// <param name="hash">Of the password.</param>
    public Task<Outcome<Account>> MakeFirst(string name, string hash, Acting acting) => Make(name, hash, account => programme.Decide(acting,
        (state, act) => AccountRules.BindFirst(state, act, account)));

    /// <summary>For somebody else, who sets the password by a link.</summary>
    public Task<Outcome<Account>> MakeFor(string person, string name, Acting acting) => Make(name, null, account => programme.Decide(acting,
        (state, act) => AccountRules.Bind(state, act, account, person, held => !changes.Has(held))));

    /// <summary>From whoever has it. One that is nobody's, left by a making that was cut off, is nothing the log knows of.</summary>
    public async Task<Outcome<long>> Remove(Guid account, Acting acting)
    {
        Outcome<long> taken = programme.State.Of<AccountRegister>().PersonOf(account) is null ? programme.State.Position
            : programme.Decide(acting, (state, act) => AccountRules.Unbind(state, act, account));
        if (!taken.IsRefused)
        {
            await changes.Remove(account);
        }

        return taken;
    }

    private async Task<Outcome<Account>> Make(string name, string? hash, Func<Guid, Outcome<long>> bind)
    {
        var made = await changes.Make(name, id => programme.State.Of<AccountRegister>().PersonOf(id) is not null, hash);
        if (made.IsRefused)
        {
            return made;
        }

        var bound = bind(made.Value!.Id);
        if (bound.IsRefused)
        {
            await changes.Remove(made.Value.Id);
            return bound.Problem!;
        }

        return made;
    }
}
