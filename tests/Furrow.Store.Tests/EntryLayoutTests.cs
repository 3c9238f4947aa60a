using System.Security.Cryptography;
using System.Text;
using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>The bytes of an entry as docs/fact-format.md lists them, put together here by hand.</summary>
public sealed class EntryLayoutTests
{
    private static readonly EncodedFact Fact = new("tree-planted", 3, Scopes.Land | Scopes.Tasks,
        [new(Tier.Ordinary, "{}"u8.ToArray()), new(Tier.Personal, "[]"u8.ToArray())]);
    private static readonly byte[] Salts = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset CommittedAt = DateTimeOffset.FromUnixTimeMilliseconds(0x0000019b7a5f0c00);
    private static readonly EntryDraft Draft = EntryDraft.Seal(Fact, Salts, CommittedAt.AddTicks(9_999));
    private static readonly PlacedDraft Placed = Draft.Place(new LogHead(0x0102, Digest.Of("before"u8)), 5,
        new OriginEnd(new Guid("00112233-4455-6677-8899-aabbccddeeff"), 8, Digest.Of("stated before"u8), 6));

    private static readonly string Ordinary = "0102030405060708090a0b0c0d0e0f10" + "00000002" + "7b7d";
    private static readonly string Personal = "1112131415161718191a1b1c1d1e1f20" + "00000002" + "5b5d";

    private static string Hash(string hex) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(hex)));

    private static readonly string Stated = string.Concat(
        "02", "00112233445566778899aabbccddeeff", "0000000000000009", Convert.ToHexStringLower(SHA256.HashData("stated before"u8)), "0000000000000006",
        "00000005", "00000003", "0c", Convert.ToHexStringLower("tree-planted"u8), "02", "01", Hash(Ordinary), "03", Hash(Personal), "0000");

    private static readonly string PlacedThere = string.Concat(
        "02", "0000000000000103", "0000000000000005", "0000019b7a5f0c00", Hash(Stated), Convert.ToHexStringLower(SHA256.HashData("before"u8)));

    [Fact]
    public void Placement_and_statement_are_their_fields_in_order() => Assert.Equal(PlacedThere + Stated, Convert.ToHexStringLower(Placed.Header));

    [Fact]
    public void A_placement_is_hashed_for_the_log_and_a_statement_for_its_office()
    {
        Assert.Equal(new LogHead(0x0103, Digest.Parse(Hash(PlacedThere))!.Value), Placed.Head);
        Assert.Equal((9, Digest.Parse(Hash(Stated))!.Value, 6), (Placed.Origin.Sequence, Placed.Origin.Hash, Placed.Origin.Act));
    }

    [Fact]
    public void An_act_belongs_to_itself()
    {
        var act = EntryDraft.Seal(FactFormat.Encode(TestActs.Act(1)), Salts, CommittedAt).Place(LogHead.Empty, 1, OriginEnd.Of(Guid.Empty));
        Assert.Equal((1, 1), (act.Origin.Sequence, act.Origin.Act));
    }

    [Fact]
    public void A_statement_may_be_signed()
    {
        var signed = Statement.Read(Placed.Header.AsSpan(Placement.SizeBytes)) with { Signature = new byte[] { 1, 2, 3 } };
        Assert.EndsWith("0003010203", Convert.ToHexStringLower(signed.ToBytes()));
        Assert.Equal([1, 2, 3], Statement.Read(signed.ToBytes()).Signature.ToArray());
    }

    [Fact]
    public void Parts_are_state_salt_length_and_bytes() => Assert.Equal("01" + Ordinary + "01" + Personal, Convert.ToHexStringLower(Draft.PartsBytes));

    [Fact]
    public void Parts_that_are_gone_are_their_state_and_who_erased_them() => Assert.Equal("02" + "030000000000000107",
        Convert.ToHexStringLower(PartsCodec.Encode(
            [new(Tier.Restricted, PartState.Withheld, default, 0), new(Tier.Personal, PartState.Erased, default, 0x107)])));

    [Fact]
    public void An_entry_reads_back_as_it_was_written()
    {
        var back = Entry.Read(Placed.Header, Draft.PartsBytes);
        Assert.Equal(Placed.Header, back.HeaderBytes());
        Assert.Equal(("tree-planted", CommittedAt, 6), (back.Statement.FactName, back.Placement.CommittedAt, back.Statement.Act));
    }

    [Fact]
    public void An_entry_cut_short_or_too_long_is_a_format_error()
    {
        for (var length = 0; length < Placed.Header.Length; length++)
        {
            Assert.Throws<FormatException>(() => Entry.Read(Placed.Header.AsSpan(0, length), Draft.PartsBytes));
        }

        Assert.Throws<FormatException>(() => Entry.Read([.. Placed.Header, 0], Draft.PartsBytes));
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
