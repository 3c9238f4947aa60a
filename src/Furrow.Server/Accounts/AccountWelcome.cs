using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Programmes;

namespace Furrow.Server.Accounts;

/// <summary>What is done by a link that works once.</summary>
public sealed class AccountWelcome(Programme programme, AccountChanges changes, AccountMaking making, AccountSignIn signIn, FirstAdministrator first,
    AccountTurns turns)
{
    /// <summary>The first administrator, by the link the server printed.</summary>
    public async Task<Outcome<Account>> First(string key, string person, string name, string password, string again, DateTimeOffset at)
    {
        if (AccountSignIn.WhyNot(password, again, [person, name, programme.State.Opened?.Name ?? ""]) is { } wrong)
        {
            return wrong;
        }

        using var turn = await turns.Take("the first");
        if (!first.IsGood(key))
        {
            return Problems.LinkSpent();
        }

        return await making.MakeFirst(name, signIn.HashOf(password), new Acting(Actor.Named(person), at, Door.Page));
    }

    /// <summary>By the link somebody was given.</summary>
    public async Task<Outcome<Account>> SetPassword(string key, string password, string again)
    {
        if (await changes.AccountOfLink(key) is not { } account || programme.State.Of<AccountRegister>().PersonOf(account) is null)
        {
            return Problems.LinkSpent();
        }

        var name = (await changes.NameOf(account)) ?? "";
        return AccountSignIn.WhyNot(password, again, [name, programme.State.Opened?.Name ?? ""]) is { } wrong ? wrong
            : !await changes.UseLink(key) ? Problems.LinkSpent()
            : await signIn.SetPassword(account, password, again);
    }
}
