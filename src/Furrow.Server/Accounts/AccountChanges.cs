using Furrow.Core;
using Furrow.Server.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Furrow.Server.Accounts;

/// <summary>What is done to an account without its owner: by whoever may open its file (the verbs), and by administrators. The file may be open in a server
/// at the same time; what is done holds from its next request on.</summary>
public sealed class AccountChanges(AccountsFile file, TimeProvider clock, AccountOptions options)
{
    public const int LongestName = 80;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>How a name to sign in with is compared.</summary>
    public static string KeyOf(string name) => PasswordRules.Kept(name.Trim()).ToUpperInvariant();

    /// <summary>Makes an account; nobody can sign in with it before it is bound to a person.</summary>
    /// <param name="isBound">Whether an account is somebody's. One that is nobody's, left by a making that was cut off, gives its name up.</param>
    /// <param name="hash">Of its password; null where a link is to set it.</param>
    public async Task<Outcome<Account>> Make(string name, Func<Guid, bool> isBound, string? hash = null)
    {
        var trimmed = name.Trim();
        if (Codes.IsBlank(trimmed) || TextRules.Fault(trimmed, LongestName, mayHoldLines: false) != TextFault.None)
        {
            return Problems.SignInNameWrong(LongestName);
        }

        await using var accounts = file.CreateDbContext();
        if (await accounts.Users.FirstOrDefaultAsync(a => a.NormalizedUserName == KeyOf(trimmed)) is { } other)
        {
            if (isBound(other.Id))
            {
                return Problems.SignInNameTaken(trimmed);
            }

            accounts.Users.Remove(other);
        }

        var made = new Account
        {
            Id = Guid.NewGuid(), UserName = trimmed, NormalizedUserName = KeyOf(trimmed), SecurityStamp = SecretKey.Make(), LockoutEnabled = true, Made = Now,
            PasswordHash = hash,
        };
        accounts.Users.Add(made);
        await accounts.SaveChangesAsync();
        return made;
    }

    public async Task Remove(Guid account)
    {
        await using var accounts = file.CreateDbContext();
        await accounts.Sessions.Where(s => s.Account == account).ExecuteDeleteAsync();
        await accounts.Links.Where(l => l.Account == account).ExecuteDeleteAsync();
        await accounts.Tokens.Where(t => t.Account == account).ExecuteDeleteAsync();
        await accounts.Users.Where(a => a.Id == account).ExecuteDeleteAsync();
    }

    public async Task<IReadOnlyList<Account>> All()
    {
        await using var accounts = file.CreateDbContext();
        return await accounts.Users.AsNoTracking().OrderBy(a => a.NormalizedUserName).ToListAsync();
    }

    /// <summary>By the name to sign in with.</summary>
    public async Task<Account?> Find(string name)
    {
        await using var accounts = file.CreateDbContext();
        return await accounts.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == KeyOf(name));
    }

    public async Task<string?> NameOf(Guid account)
    {
        await using var accounts = file.CreateDbContext();
        return await accounts.Users.Where(a => a.Id == account).Select(a => a.UserName).FirstOrDefaultAsync();
    }

    public bool Has(Guid account)
    {
        using var accounts = file.CreateDbContext();
        return accounts.Users.Any(a => a.Id == account);
    }

    /// <summary>Nobody signs in with it, and whoever has is let in no more.</summary>
    public async Task Lock(Guid account)
    {
        await Change(account, a => a.SetProperty(x => x.LockoutEnd, DateTimeOffset.MaxValue));
        await EndAll(account);
    }

    /// <summary>After it was locked, or had too many wrong passwords.</summary>
    public Task Unlock(Guid account) => Change(account, a => a.SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null).SetProperty(x => x.AccessFailedCount, 0));

    /// <summary>Ends every session of it.</summary>
    public Task Revoke(Guid account) => EndAll(account);

    /// <summary>Takes every way in that the account has; then only a link that is made after it sets a password.</summary>
    public async Task Reset(Guid account)
    {
        await Change(account, a => a.SetProperty(x => x.PasswordHash, (string?)null).SetProperty(x => x.TwoFactorEnabled, false));
        await EndAll(account);
        await using var accounts = file.CreateDbContext();
        await accounts.UserTokens.Where(t => t.UserId == account).ExecuteDeleteAsync();
        await accounts.Tokens.Where(t => t.Account == account).ExecuteDeleteAsync();
        await accounts.UserPasskeys.Where(p => p.UserId == account).ExecuteDeleteAsync();
    }

    /// <summary>A link that sets the password; those given out before are worth nothing from now on.</summary>
    public async Task<string> MakeLink(Guid account)
    {
        var key = SecretKey.Make();
        await using var accounts = file.CreateDbContext();
        await accounts.Links.Where(l => l.Account == account).ExecuteDeleteAsync();
        var until = Now + (long)options.Link.TotalMilliseconds;
        accounts.Links.Add(new AccountLink { Id = Guid.NewGuid(), Account = account, Key = SecretKey.HashOf(key)!, Until = until });
        await accounts.SaveChangesAsync();
        return key;
    }

    /// <summary>The account of a link that is still good.</summary>
    public async Task<Guid?> AccountOfLink(string key)
    {
        if (SecretKey.HashOf(key) is not { } hash || !file.Exists)
        {
            return null;
        }

        await using var accounts = file.CreateDbContext();
        var link = await accounts.Links.AsNoTracking().FirstOrDefaultAsync(l => l.Key == hash);
        return link is not null && link.Until > Now ? link.Account : null;
    }

    /// <summary>Uses a link up. Of two who follow it at the same time one is told so.</summary>
    public async Task<bool> UseLink(string key)
    {
        var (hash, now) = (SecretKey.HashOf(key) ?? [], Now);
        await using var accounts = file.CreateDbContext();
        return await accounts.Links.Where(l => l.Key == hash && l.Until > now).ExecuteDeleteAsync() == 1;
    }

    private async Task EndAll(Guid account)
    {
        var stamp = SecretKey.Make();
        await Change(account, a => a.SetProperty(x => x.SecurityStamp, stamp));
        await using var accounts = file.CreateDbContext();
        await accounts.Sessions.Where(s => s.Account == account).ExecuteDeleteAsync();
        await accounts.Links.Where(l => l.Account == account).ExecuteDeleteAsync();
    }

    /// <summary>In one statement, whatever a server that is running changes at the same time: that one is told by the stamp, and asks again.</summary>
    private async Task Change(Guid account, Action<UpdateSettersBuilder<Account>> change)
    {
        await using var accounts = file.CreateDbContext();
        await accounts.Users.Where(a => a.Id == account).ExecuteUpdateAsync(change);
        var stamp = Guid.NewGuid().ToString();
        await accounts.Users.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.ConcurrencyStamp, stamp));
    }
}
