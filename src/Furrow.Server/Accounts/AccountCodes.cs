using System.Globalization;
using System.Security.Cryptography;
using Furrow.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Furrow.Server.Accounts;

/// <summary>The second thing an account may ask for beside its password: the code of an authenticator app, or one of the codes that were written down for when
/// the telephone is gone. Each code is taken once.</summary>
public sealed class AccountCodes(UserManager<Account> users, IDataProtectionProvider protection, TimeProvider clock, AccountTurns turns)
{
    private const string Ours = "Furrow";
    private const string Recovery = "recovery";
    private const string Used = "used";
    private const int RecoveryCodes = 8;

    /// <summary>Where the framework looks for the key. Its own call that sets one ends every session, before the app was ever used.</summary>
    private const string FrameworkStore = "[AspNetUserStore]", FrameworkKey = "AuthenticatorKey";

    /// <summary>120 bits: their hash needs no salt.</summary>
    private const int RecoveryLetters = 24;

    /// <summary>Longer than a code of an app can be good.</summary>
    private static readonly TimeSpan KeptUsed = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan HalfWay = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan OfferedFor = TimeSpan.FromMinutes(30);

    private ITimeLimitedDataProtector KeyProtector => protection.CreateProtector("key of an app").ToTimeLimitedDataProtector();

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("half way in").ToTimeLimitedDataProtector();

    /// <summary>Says that the password was right, for the form that asks for the code. It is good for five minutes, and for this password alone.</summary>
    public string HalfWayOf(Account account) => Protector.Protect($"{account.Id:N} {account.SecurityStamp}", HalfWay);

    /// <summary>The account, if the code goes with what was asked for after the password; null where it does not. Wrong codes count as wrong
    /// passwords do.</summary>
    public async Task<Account?> Check(string halfWay, string code)
    {
        if (Read(halfWay) is not [var id, var stamp] || await users.FindByIdAsync(id) is not { } named)
        {
            return null;
        }

        using var turn = await turns.Take(AccountChanges.KeyOf(named.UserName!));
        var account = (await users.FindByIdAsync(id))!;
        if (account.SecurityStamp != stamp || account.LockoutEnd > clock.GetUtcNow())
        {
            return null;
        }

        if (!await Take(account, code))
        {
            await users.AccessFailedAsync(account);
            return null;
        }

        (account.AccessFailedCount, account.LastSignIn) = (0, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return (await users.UpdateAsync(account)).Succeeded ? account : null;
    }

    /// <summary>What an app is to be told, for the form that asks for its first code: nothing is kept before that comes.</summary>
    public string NewKey() => KeyProtector.Protect(users.GenerateNewAuthenticatorKey(), OfferedFor);

    /// <summary>The key as it is typed into an app; null where the form has lain about too long.</summary>
    public string? Open(string offered)
    {
        try
        {
            return KeyProtector.Unprotect(offered);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task<bool> IsOn(Guid id) => (await users.FindByIdAsync(id.ToString()))?.TwoFactorEnabled == true;

    /// <summary>Asks for a code from now on, once the app has shown that it knows them. Everything that was open ends.</summary>
    /// <returns>The codes to write down; none where the code is wrong.</returns>
    public async Task<(Account Account, IReadOnlyList<string> Codes)?> TurnOn(Guid id, string offered, string code)
    {
        var account = (await users.FindByIdAsync(id.ToString()))!;
        if (account.TwoFactorEnabled || Open(offered) is not { } key
            || !(await users.SetAuthenticationTokenAsync(account, FrameworkStore, FrameworkKey, key)).Succeeded || !await Take(account, code))
        {
            return null;
        }

        await users.SetTwoFactorEnabledAsync(account, true);
        return (account, await Renew(account));
    }

    /// <summary>Asks for the password alone again.</summary>
    public async Task<Account?> TurnOff(Guid id, string code)
    {
        var account = (await users.FindByIdAsync(id.ToString()))!;
        if (!account.TwoFactorEnabled || !await Take(account, code))
        {
            return null;
        }

        await users.RemoveAuthenticationTokenAsync(account, Ours, Recovery);
        await users.RemoveAuthenticationTokenAsync(account, FrameworkStore, FrameworkKey);
        await users.SetTwoFactorEnabledAsync(account, false);
        return account;
    }

    private async Task<IReadOnlyList<string>> Renew(Account account)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", RecoveryLetters)).ToList();
        await users.SetAuthenticationTokenAsync(account, Ours, Recovery, string.Join(' ', codes.Select(HashOf)));
        return [.. codes.Select(c => string.Join('-', c.Chunk(6).Select(part => new string(part))))];
    }

    /// <summary>Whether the code is right; then it is used up.</summary>
    private async Task<bool> Take(Account account, string typed)
    {
        var code = string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return code.Length == RecoveryLetters ? await TakeWritten(account, code)
            : await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code) && await TakeOnce(account, code);
    }

    private async Task<bool> TakeWritten(Account account, string code)
    {
        var left = (await users.GetAuthenticationTokenAsync(account, Ours, Recovery) ?? "").Split(' ').ToList();
        return left.Remove(HashOf(code))
            && (await users.SetAuthenticationTokenAsync(account, Ours, Recovery, string.Join(' ', left))).Succeeded;
    }

    /// <summary>Whoever looks over somebody's shoulder cannot use the code again.</summary>
    private async Task<bool> TakeOnce(Account account, string code)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var used = (await users.GetAuthenticationTokenAsync(account, Ours, Used) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(u => now - long.Parse(u.Split(':')[0], CultureInfo.InvariantCulture) < KeptUsed.TotalMilliseconds).ToList();
        if (used.Any(u => u.EndsWith(':' + HashOf(code), StringComparison.Ordinal)))
        {
            return false;
        }

        var all = string.Join(' ', used.Append(string.Create(CultureInfo.InvariantCulture, $"{now}:{HashOf(code)}")));
        return (await users.SetAuthenticationTokenAsync(account, Ours, Used, all)).Succeeded;
    }

    private string[] Read(string halfWay)
    {
        try
        {
            return Protector.Unprotect(halfWay).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)));
}
