using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Identity;

namespace Furrow.Server.Accounts;

/// <summary>Looks whether a name and a password go together. Whoever guesses learns nothing else: a name nobody has, a wrong password and an account that is
/// shut are answered alike, after the same work.</summary>
public sealed class AccountSignIn(UserManager<Account> users, AccountsFile file, Programme programme, TimeProvider clock, AccountTurns turns)
{
    /// <summary>The account; null where they do not go together, or it is shut. One that has an authenticator asks for a code besides.</summary>
    public async Task<Account?> Check(string name, string password)
    {
        using var turn = await turns.Take(AccountChanges.KeyOf(name));
        var account = file.Exists ? await users.FindByNameAsync(name) : null;
        var right = Verify(account, PasswordRules.Kept(password));
        if (account is null || account.LockoutEnd > clock.GetUtcNow() || account.PasswordHash is null
            || programme.State.Of<AccountRegister>().PersonOf(account.Id) is null)
        {
            return null;
        }

        if (right == PasswordVerificationResult.Failed)
        {
            await users.AccessFailedAsync(account);
            return null;
        }

        if (right == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = users.PasswordHasher.HashPassword(account, PasswordRules.Kept(password));
        }

        if (!account.TwoFactorEnabled)
        {
            // Whoever knows the password and guesses codes is counted on.
            (account.AccessFailedCount, account.LastSignIn) = (0, clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        return (await users.UpdateAsync(account)).Succeeded ? account : null;
    }

    /// <summary>Whether this is the password of an account, for its owner who changes it. Wrong ones count as at the door.</summary>
    public async Task<bool> IsOwner(Guid account, string password) =>
        await users.FindByIdAsync(account.ToString()) is { } found && (await Check(found.UserName!, password))?.Id == account;

    /// <summary>Sets the password, and ends what was open by the one before.</summary>
    public async Task<Outcome<Account>> SetPassword(Guid account, string password, string again, params IEnumerable<string> names)
    {
        if (await users.FindByIdAsync(account.ToString()) is not { } found)
        {
            return Problems.LinkSpent();
        }

        if (WhyNot(password, again, [found.UserName!, .. names]) is { } problem)
        {
            return problem;
        }

        found.PasswordHash = HashOf(password);
        await users.UpdateSecurityStampAsync(found);
        return found;
    }

    public static Problem? WhyNot(string password, string again, params IEnumerable<string> names) =>
        PasswordRules.WhyNot(password, names) ?? (password == again ? null : Problems.PasswordsDiffer());

    public string HashOf(string password) => users.PasswordHasher.HashPassword(new Account(), PasswordRules.Kept(password));

    /// <summary>The same work where there is no account, or no password.</summary>
    private PasswordVerificationResult Verify(Account? account, string password)
    {
        var kept = account?.PasswordHash;
        var result = users.PasswordHasher.VerifyHashedPassword(account ?? new Account(), kept ?? turns.Nobodys(() => HashOf(SecretKey.Make())), password);
        return kept is null ? PasswordVerificationResult.Failed : result;
    }
}

/// <summary>One attempt at a time for a name, so that many at once are counted as many.</summary>
public sealed class AccountTurns
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];
    private readonly ConcurrentDictionary<int, string> _nobodys = new();

    public async Task<IDisposable> Take(string key)
    {
        var turn = _turns[(key.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % _turns.Length];
        await turn.WaitAsync();
        return new Turn(turn);
    }

    /// <summary>The hash of a password nobody knows, made once.</summary>
    public string Nobodys(Func<string> make) => _nobodys.GetOrAdd(0, _ => make());

    private sealed class Turn(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
