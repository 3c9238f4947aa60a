using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Server.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Furrow.Server.Accounts;

/// <summary>Who is signed in, and where. A session is looked up at each request: one that was ended, or whose password was changed, is over at once, also for
/// whoever has copied the cookie.</summary>
public sealed class AccountSessions(AccountsFile file, Programme programme, TimeProvider clock, AccountOptions options)
{
    /// <summary>What a browser calls itself is cut here.</summary>
    private const int LongestBrowser = 200;

    /// <summary>When it was last seen is written down no more often.</summary>
    private const long SeenEveryMilliseconds = 5 * 60 * 1000;

    private static readonly Func<AccountsContext, byte[], Task<Found?>> ByKey = EF.CompileAsyncQuery((AccountsContext accounts, byte[] key) =>
        (from session in accounts.Sessions
         join account in accounts.Users on session.Account equals account.Id
         where session.Key == key
         select new Found(session.Id, session.Account, session.Stamp, account.SecurityStamp, session.Begun, session.Seen)).FirstOrDefault());

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Begins one, always with a key of its own: whatever the browser held before is worth nothing.</summary>
    /// <returns>What the browser is to hold.</returns>
    public async Task<string> Begin(Account account, string browser)
    {
        var (key, now) = (SecretKey.Make(), Now);
        await using var accounts = file.CreateDbContext();
        var session = new AccountSession
        {
            Id = Guid.NewGuid(), Account = account.Id, Key = SecretKey.HashOf(key)!, Stamp = account.SecurityStamp ?? "", Begun = now, Seen = now,
            Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
        };
        accounts.Sessions.Add(session);
        await accounts.SaveChangesAsync();
        var (idle, longest) = (now - (long)options.Idle.TotalMilliseconds, now - (long)options.Longest.TotalMilliseconds);
        await accounts.Sessions.Where(s => s.Seen < idle || s.Begun < longest).ExecuteDeleteAsync();
        return key;
    }

    /// <summary>Whose session it is; null where it is none, or over.</summary>
    public async Task<SignedIn?> Find(string? key)
    {
        if (SecretKey.HashOf(key) is not { } hash || !file.Exists)
        {
            return null;
        }

        await using var accounts = file.CreateDbContext();
        if (await ByKey(accounts, hash) is not { } found || found.Stamp != (found.StampNow ?? "") || IsOver(found.Begun, found.Seen)
            || programme.State.Of<AccountRegister>().PersonOf(found.Account) is not { } person)
        {
            return null;
        }

        if (Now - found.Seen > SeenEveryMilliseconds)
        {
            var now = Now;
            await accounts.Sessions.Where(s => s.Id == found.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Seen, now));
        }

        return new SignedIn(person, found.Id, found.Account);
    }

    /// <summary>Those of an account that are open, the one seen last first.</summary>
    public async Task<IReadOnlyList<AccountSession>> Of(Guid account)
    {
        await using var accounts = file.CreateDbContext();
        var stamp = (await accounts.Users.FindAsync(account))?.SecurityStamp;
        var all = await accounts.Sessions.AsNoTracking().Where(s => s.Account == account).OrderByDescending(s => s.Seen).ToListAsync();
        return [.. all.Where(s => s.Stamp == stamp && !IsOver(s.Begun, s.Seen))];
    }

    /// <summary>Ends one, if it is of this account.</summary>
    public async Task End(Guid account, Guid session)
    {
        await using var accounts = file.CreateDbContext();
        await accounts.Sessions.Where(s => s.Id == session && s.Account == account).ExecuteDeleteAsync();
    }

    /// <summary>Ends all of an account but this one.</summary>
    public async Task EndOthers(Guid account, Guid kept)
    {
        await using var accounts = file.CreateDbContext();
        await accounts.Sessions.Where(s => s.Account == account && s.Id != kept).ExecuteDeleteAsync();
    }

    private bool IsOver(long begun, long seen) => Now - seen > options.Idle.TotalMilliseconds || Now - begun > options.Longest.TotalMilliseconds;

    private sealed record Found(Guid Id, Guid Account, string Stamp, string? StampNow, long Begun, long Seen);
}
