using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Furrow.Server.Accounts;

/// <summary>Something only its holder knows: a cookie, a link. It is given out once; kept is its hash.</summary>
public static class SecretKey
{
    /// <summary>256 bits: nobody guesses one.</summary>
    private const int Bytes = 32;

    /// <summary>As it stands in addresses and cookies.</summary>
    private const int Letters = 43;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Null for what cannot be one.</summary>
    public static byte[]? HashOf(string? key) => key is { Length: Letters } ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;
}
