using System.Security.Cryptography;
using System.Text;
using Furrow.Core.Log;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>The bytes of an entry as docs/fact-format.md lists them, put together here by hand.</summary>
public sealed class EntryLayoutTests
{
    private static readonly EncodedFact Fact = new("tree-planted", 3, Scopes.Land | Scopes.Tasks,
        [new(Tier.Ordinary, "{}"u8.ToArray()), new(Tier.Personal, "[]"u8.ToArray())]);
    private static readonly byte[] Salts = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly EntryDraft Draft = EntryDraft.Seal(Fact, Salts);
    private static readonly EntryHeader Header = Draft.At(new LogHead(0x0102, Digest.Of("before"u8)), 5, new Guid("00112233-4455-6677-8899-aabbccddeeff"), 9);

    private static readonly string Ordinary = "0102030405060708090a0b0c0d0e0f10" + "00000002" + "7b7d";
    private static readonly string Personal = "1112131415161718191a1b1c1d1e1f20" + "00000002" + "5b5d";

    private static string Hash(string hex) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(hex)));

    [Fact]
    public void A_header_is_its_fields_in_order() => Assert.Equal(
        string.Concat(
            "01", "0000000000000103", "0000000000000005", "00112233445566778899aabbccddeeff", "0000000000000009", "00000005", "00000003",
            "0c", Convert.ToHexStringLower("tree-planted"u8),
            "02", "01", Hash(Ordinary), "03", Hash(Personal),
            Convert.ToHexStringLower(SHA256.HashData("before"u8))),
        Convert.ToHexStringLower(Header.ToBytes()));

    [Fact]
    public void Parts_are_state_salt_length_and_bytes() => Assert.Equal("01" + Ordinary + "01" + Personal, Convert.ToHexStringLower(Draft.PartsBytes));

    [Fact]
    public void Parts_that_are_gone_are_their_state_and_who_erased_them() => Assert.Equal("02" + "030000000000000107",
        Convert.ToHexStringLower(PartsCodec.Encode(
            [new(Tier.Restricted, PartState.Withheld, default, 0), new(Tier.Personal, PartState.Erased, default, 0x107)])));

    [Fact]
    public void A_header_reads_back_as_it_was_written()
    {
        var back = EntryHeader.Read(Header.ToBytes());
        Assert.Equal(Header, back);
        Assert.Equal("tree-planted", back.FactName);
    }

    [Fact]
    public void A_header_cut_short_or_too_long_is_a_format_error()
    {
        var bytes = Header.ToBytes();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<FormatException>(() => EntryHeader.Read(bytes.AsSpan(0, length)));
        }

        Assert.Throws<FormatException>(() => EntryHeader.Read([.. bytes, 0]));
    }

    [Fact]
    public void Parts_cut_short_or_too_long_are_a_format_error()
    {
        for (var length = 0; length < Draft.PartsBytes.Length; length++)
        {
            Assert.Throws<FormatException>(() => PartsCodec.Decode(Draft.PartsBytes.AsMemory(0, length), Draft.Seals));
        }

        Assert.Throws<FormatException>(() => PartsCodec.Decode(Encoding.ASCII.GetBytes("nothing like it"), Draft.Seals));
        Assert.Throws<FormatException>(() => PartsCodec.Decode((byte[])[.. Draft.PartsBytes, 0], Draft.Seals));
    }
}
