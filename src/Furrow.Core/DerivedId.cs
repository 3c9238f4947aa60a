using System.Security.Cryptography;
using System.Text;

namespace Furrow.Core;

/// <summary>Ids that follow from another: the same each time, so that what is done twice makes nothing twice.</summary>
public static class DerivedId
{
    /// <summary>The id of something that another thing gave rise to.</summary>
    /// <param name="from">The other thing.</param>
    /// <param name="what">What of it: different words give different ids.</param>
    public static Guid Of(Guid from, string what)
    {
        Span<byte> id = stackalloc byte[16];
        from.TryWriteBytes(id, bigEndian: true, out _);
        return OfHash(SHA256.HashData([.. id, .. Encoding.UTF8.GetBytes(what)]));
    }

    /// <summary>In the form of version 8 (RFC 9562): made from content.</summary>
    public static Guid OfHash(ReadOnlySpan<byte> hash)
    {
        Span<byte> id = stackalloc byte[16];
        hash[..16].CopyTo(id);
        (id[6], id[8]) = ((byte)(id[6] & 0x0F | 0x80), (byte)(id[8] & 0x3F | 0x80));
        return new Guid(id, bigEndian: true);
    }
}
