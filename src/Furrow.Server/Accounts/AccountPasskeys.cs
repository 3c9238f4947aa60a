using System.Collections.Concurrent;
using System.Security.Cryptography;
using Furrow.Core.Accounts;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Furrow.Server.Accounts;

/// <summary>Passkeys: a key pair in somebody's telephone, computer or stick, unlocked there by a finger or a number. The framework checks what they
/// answer; here is what is asked, and that an answer is taken once.</summary>
public sealed class AccountPasskeys(UserManager<Account> users, IPasskeyHandler<Account> handler, IDataProtectionProvider protection, Programme programme,
    TimeProvider clock, AskedPasskeys asked)
{
    public const int LongestName = 60;

    private static readonly TimeSpan AskedFor = TimeSpan.FromMinutes(5);

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("passkeys").ToTimeLimitedDataProtector();

    /// <summary>What a new passkey is asked, and what the form brings back with its answer.</summary>
    public async Task<(string Options, string State)> AskToAdd(HttpContext http, Guid id)
    {
        var account = (await users.FindByIdAsync(id.ToString()))!;
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.UserName! }, http);
        return (made.CreationOptionsJson, Protector.Protect($"{id:N} {made.AttestationState}", AskedFor));
    }

    /// <summary>What whoever comes in is asked: any passkey of this server.</summary>
    public async Task<(string Options, string State)> Ask(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        return (made.RequestOptionsJson, Protector.Protect($"in {made.AssertionState}", AskedFor));
    }

    public async Task<IList<UserPasskeyInfo>> Of(Guid id) =>
        await users.FindByIdAsync(id.ToString()) is { } account ? await users.GetPasskeysAsync(account) : [];

    /// <summary>Adds the passkey that answered.</summary>
    public async Task<bool> Add(HttpContext http, Guid id, string name, string credential, string state)
    {
        var account = (await users.FindByIdAsync(id.ToString()))!;
        if (Take(state, id.ToString("N")) is not { } attestation)
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http, CredentialJson = credential, AttestationState = attestation,
        });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString())
        {
            return false;
        }

        result.Passkey.Name = name.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, LongestName)] : account.UserName;
        return (await users.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded;
    }

    public async Task Remove(Guid id, string credential)
    {
        var account = (await users.FindByIdAsync(id.ToString()))!;
        if (Convert.FromHexString(credential) is { } known && await users.GetPasskeyAsync(account, known) is not null)
        {
            await users.RemovePasskeyAsync(account, known);
        }
    }

    /// <summary>Whose passkey answered; null where none of ours did, or the account is shut.</summary>
    public async Task<Account?> Check(HttpContext http, string credential, string state)
    {
        if (Take(state, "in") is not { } assertion)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http, CredentialJson = credential, AssertionState = assertion,
        });
        if (!result.Succeeded || result.User is not { } account || account.LockoutEnd > clock.GetUtcNow()
            || programme.State.Of<AccountRegister>().PersonOf(account.Id) is null)
        {
            return null;
        }

        account.LastSignIn = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (await users.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded ? account : null;
    }

    /// <summary>What was asked, of this purpose and not answered before; null otherwise.</summary>
    private string? Take(string state, string purpose)
    {
        try
        {
            var text = Protector.Unprotect(state);
            return text.StartsWith(purpose + " ", StringComparison.Ordinal) && asked.TakeOnce(state, clock.GetUtcNow(), AskedFor)
                ? text[(purpose.Length + 1)..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What passkeys were asked and have answered, as long as somebody could bring the answer again.</summary>
public sealed class AskedPasskeys
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _taken = new();

    public bool TakeOnce(string state, DateTimeOffset now, TimeSpan kept)
    {
        foreach (var (old, at) in _taken)
        {
            if (now - at > kept)
            {
                _taken.TryRemove(old, out _);
            }
        }

        return _taken.TryAdd(state, now);
    }
}
