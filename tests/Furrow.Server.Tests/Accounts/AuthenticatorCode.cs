using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Furrow.Server.Tests.Accounts;

/// <summary>An authenticator app.</summary>
internal static class AuthenticatorCode
{
    /// <summary>What an app shows (RFC 6238, 30 seconds, SHA-1, 6 digits), some steps from now.</summary>
    public static string Now(string key, int steps = 0)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // As the standard has it, and every app.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
