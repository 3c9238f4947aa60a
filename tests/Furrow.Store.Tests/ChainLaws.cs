using CsCheck;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>The chain: whatever is swapped, dropped, inserted or changed is found at its place; taking parts away, in order, is not a break.</summary>
public sealed class ChainLaws
{
    private static readonly Guid Origin = new("0f0e0d0c-0b0a-0908-0706-050403020100");

    private static readonly Gen<IFact> AnyFact = Gen.Select(
        Gen.Int[0, 99], Gen.String[Gen.Char["abcö☃\"\\\u0000 "], 0, 30], Gen.Bool, (number, text, known) => known
        ? (IFact)new Act(new Guid(number, 0, 0, new byte[8]), Guid.Empty, DateTimeOffset.UnixEpoch.AddMinutes(number), Door.Page, number, text)
        : new UnknownFact("from-elsewhere", number, Scopes.Land,
            [new(Tier.Ordinary, System.Text.Encoding.UTF8.GetBytes(text)), new(Tier.Personal, new byte[number])]));

    /// <summary>A log begins with an act.</summary>
    private static Gen<IFact[]> AnyFacts(int least) => AnyFact.Array[least - 1, 11].Select(facts => (IFact[])[TestActs.Act(0), .. facts]);

    private static readonly Gen<Entry[]> AnyLog = Gen.Select(AnyFacts(3), Gen.Byte.Array[64], Chain);

    /// <summary>A log in memory, as an adapter would make it.</summary>
    private static Entry[] Chain(IFact[] facts, byte[] salts)
    {
        var (head, origin, entries) = (LogHead.Empty, OriginEnd.Of(Origin), new List<Entry>());
        foreach (var fact in facts)
        {
            var draft = EntryDraft.Seal(FactFormat.Encode(fact), salts, DateTimeOffset.UnixEpoch.AddSeconds(entries.Count / 2));
            var placed = draft.Place(head, 1, origin);
            entries.Add(Entry.Read(placed.Header, draft.PartsBytes));
            (head, origin) = (placed.Head, placed.Origin);
        }

        return [.. entries];
    }

    private static long? FirstBroken(IEnumerable<Entry> entries)
    {
        var run = new LogVerificationRun(null);
        _ = entries.All(run.Add);
        return run.Finish().BrokenAt;
    }

    [Fact]
    public void A_log_as_written_is_whole_and_gives_back_its_facts() =>
        Gen.Select(AnyFacts(1), Gen.Byte.Array[64]).Obeys((facts, salts) =>
        {
            var log = Chain(facts, salts);
            Assert.Null(FirstBroken(log));
            for (var i = 0; i < facts.Length; i++)
            {
                var (was, back) = (FactFormat.Encode(facts[i]), FactFormat.Encode(FactFormat.Decode(log[i]), log[i].Open));
                Assert.Equal(facts[i] is UnknownFact, FactFormat.Decode(log[i]) is UnknownFact);
                Assert.Equal((was.Name, was.Version, was.Scopes), (back.Name, back.Version, back.Scopes));
                Assert.Equal(was.Parts.Select(Text), back.Parts.Select(Text));
            }
        }, seed: "0000store001", samples: 2000);

    private static string Text(FactPart part) => $"{part.Tier} {Convert.ToHexString(part.Bytes.Span)}";

    [Fact]
    public void Two_entries_swapped_are_found_at_the_first() =>
        Gen.Select(AnyLog, Gen.Int[0, 99], Gen.Int[0, 99]).Obeys((log, a, b) =>
        {
            var (first, second) = (a % log.Length, b % log.Length);
            (log[first], log[second]) = (log[second], log[first]);
            Assert.Equal(first == second ? null : Math.Min(first, second) + 1, FirstBroken(log));
        }, seed: "0000store002", samples: 2000);

    [Fact]
    public void A_dropped_entry_is_found_unless_it_is_the_last() =>
        Gen.Select(AnyLog, Gen.Int[0, 99]).Obeys((log, a) =>
        {
            var at = a % log.Length;
            Assert.Equal(at == log.Length - 1 ? null : at + 1, FirstBroken(log.Where((_, i) => i != at)));
        }, seed: "0000store003", samples: 2000);

    [Fact]
    public void An_inserted_entry_is_found_wherever_it_came_from() =>
        Gen.Select(AnyLog, AnyLog, Gen.Int[0, 99], Gen.Int[0, 99]).Obeys((log, other, a, b) =>
        {
            var at = a % log.Length;
            var guest = other[b % other.Length];
            Assert.NotNull(FirstBroken([.. log[..at], guest, .. log[at..]]));
        }, seed: "0000store004", samples: 2000);

    [Fact]
    public void One_changed_byte_of_an_entry_is_found_at_that_entry_or_the_next() =>
        Gen.Select(AnyLog, Gen.Int[0, 99], Gen.Int[0, 99_999], Gen.Byte[1, 255]).Obeys((log, a, b, change) =>
        {
            var at = a % (log.Length - 1);
            byte[] header = log[at].HeaderBytes(), parts = PartsCodec.Encode(log[at].Parts);
            var offset = b % (header.Length + parts.Length);
            _ = offset < header.Length ? header[offset] ^= change : parts[offset - header.Length] ^= change;
            try
            {
                log[at] = Entry.Read(header, parts);
            }
            catch (FormatException)
            {
                return; // Found before the chain was even asked.
            }

            Assert.InRange(FirstBroken(log) ?? 0, at + 1, at + 2);
        }, seed: "0000store005", samples: 5000);

    [Fact]
    public void A_withheld_part_is_no_break_but_an_erased_one_needs_its_entry() =>
        Gen.Select(AnyLog, Gen.Int[0, 99]).Obeys((log, a) =>
        {
            var at = a % log.Length;
            var entry = log[at];
            log[at] = entry with { Parts = [.. entry.Parts.Select(p => new EntryPart(p.Tier, PartState.Withheld, default, 0))] };
            Assert.Null(FirstBroken(log));
            log[at] = entry with { Parts = [.. entry.Parts.Select(p => new EntryPart(p.Tier, PartState.Erased, default, 99))] };
            Assert.Equal(at + 1, FirstBroken(log));
        }, seed: "0000store006", samples: 1000);
}
