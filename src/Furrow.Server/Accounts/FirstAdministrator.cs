using Furrow.Core.Accounts;
using System.Security.Cryptography;
using Furrow.Core.Cooperation;
using Furrow.Server.Programmes;

namespace Furrow.Server.Accounts;

/// <summary>The link by which the first administrator of a programme comes in: the server prints it where it was started, and knows its hash alone. It ends
/// with the server, after a day, or when it was used.</summary>
public sealed class FirstAdministrator(Programme programme, TimeProvider clock, AccountOptions options)
{
    private (byte[] Hash, DateTimeOffset Until)? _link;

    /// <summary>A link, and the only one; null where there is an administrator already, or nothing can be recorded.</summary>
    public string? Make()
    {
        if (!programme.MayWrite || programme.State.Of<AccountRegister>().IsDoorShut)
        {
            return null;
        }

        var key = SecretKey.Make();
        _link = (SecretKey.HashOf(key)!, clock.GetUtcNow() + options.Link);
        return key;
    }

    public bool IsGood(string key) => _link is { } link && SecretKey.HashOf(key) is { } hash && CryptographicOperations.FixedTimeEquals(hash, link.Hash)
        && clock.GetUtcNow() < link.Until && !programme.State.Of<AccountRegister>().IsDoorShut;
}
