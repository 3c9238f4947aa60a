using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Server.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Furrow.Server.Accounts;

/// <summary>What programs of somebody sign in with: for one purpose, until a day, shown once. A token is its owner's: it reads what they read, and is over when
/// their account is locked, reset or taken from them.</summary>
public sealed class AccountTokens(AccountsFile file, Programme programme, TimeProvider clock)
{
    /// <summary>So that one that was left lying about is known for what it is.</summary>
    public const string Mark = "furrow_";

    public const int LongestName = 80;
    public const int LongestDays = 366;

    private const long UsedEveryMilliseconds = 60 * 1000;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes one.</summary>
    /// <returns>The token, which is kept nowhere.</returns>
    public async Task<Outcome<string>> Make(Guid account, string name, TokenScope scope, int days)
    {
        var trimmed = name.Trim();
        if (Codes.IsBlank(trimmed) || TextRules.Fault(trimmed, LongestName, mayHoldLines: false) != TextFault.None || days is < 1 or > LongestDays)
        {
            return Problems.TokenWrong(LongestName, LongestDays);
        }

        var key = SecretKey.Make();
        await using var accounts = file.CreateDbContext();
        accounts.Tokens.Add(new AccountToken
        {
            Id = Guid.NewGuid(), Account = account, Name = trimmed, Key = SecretKey.HashOf(key)!, Scope = scope, Made = Now,
            Until = clock.GetUtcNow().AddDays(days).ToUnixTimeMilliseconds(),
        });
        await accounts.SaveChangesAsync();
        return Mark + key;
    }

    /// <summary>Whose it is; null where it is none, or over.</summary>
    /// <param name="bearer">As it stands in the header, behind the word.</param>
    public async Task<SignedIn?> Find(string bearer)
    {
        if (!bearer.StartsWith(Mark, StringComparison.Ordinal) || SecretKey.HashOf(bearer[Mark.Length..]) is not { } hash || !file.Exists)
        {
            return null;
        }

        await using var accounts = file.CreateDbContext();
        var now = Now;
        var token = await accounts.Tokens.AsNoTracking().FirstOrDefaultAsync(t => t.Key == hash);
        if (token is null || token.Until <= now || programme.State.Of<AccountRegister>().PersonOf(token.Account) is not { } person)
        {
            return null;
        }

        var account = await accounts.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == token.Account);
        if (account is null || account.LockoutEnd == DateTimeOffset.MaxValue)
        {
            return null;
        }

        if (now - token.LastUsed > UsedEveryMilliseconds)
        {
            await accounts.Tokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsed, now));
        }

        return new SignedIn(person, token.Id, token.Account) { Scope = token.Scope };
    }

    /// <summary>Those of an account that are good, the newest first.</summary>
    public async Task<IReadOnlyList<AccountToken>> Of(Guid account)
    {
        await using var accounts = file.CreateDbContext();
        var now = Now;
        return await accounts.Tokens.AsNoTracking().Where(t => t.Account == account && t.Until > now).OrderByDescending(t => t.Made).ToListAsync();
    }

    /// <summary>Ends one, if it is of this account.</summary>
    public async Task End(Guid account, Guid token)
    {
        await using var accounts = file.CreateDbContext();
        await accounts.Tokens.Where(t => t.Id == token && t.Account == account).ExecuteDeleteAsync();
    }
}
