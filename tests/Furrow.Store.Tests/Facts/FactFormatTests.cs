using System.Collections;
using System.Reflection;
using Examples;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Xunit;

namespace Furrow.Store.Tests.Facts;

/// <summary>The format of facts is frozen: what an old release wrote reads for ever, and is written again to the same bytes.</summary>
public sealed class FactFormatTests
{
    public static IEnumerable<TheoryDataRow<string, int>> Kinds => FactNames.All.Select(k => new TheoryDataRow<string, int>(k.Name, k.Version));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fact_version_has_a_frozen_example_and_is_still_written_like_it(string name, int version)
    {
        var kind = FactNames.Find(name, version)!;
        Assert.True(SubjectExamples.Of(kind.Type) is not null, $"tests/Examples has no example of {name} {version}.");
        Assert.True(File.Exists(FileOf(kind)), $"{name} {version} is not frozen: FURROW_BLESS=1 ./test Shape freezes it.");
        Assert.Equal(File.ReadAllText(FileOf(kind)), FrozenFact.Write(kind, FactFormat.Encode(SubjectExamples.Of(kind.Type)!)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_frozen_example_reads_and_is_written_again_to_the_same_bytes(string name, int version)
    {
        var kind = FactNames.Find(name, version)!;
        var frozen = FrozenFact.Read(kind, File.ReadAllText(FileOf(kind)));
        var fact = FactFormat.Decode(frozen);
        Assert.IsType(kind.Type, fact);
        Assert.Equal(frozen.Parts.Select(Hex), FactFormat.Encode(fact).Parts.Select(Hex));
    }

    /// <summary>What is folded right after judging is what a start reads back: the same values, each sealed one at the very same place.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_fact_as_it_will_be_read_is_the_fact_that_is_read(string name, int version)
    {
        var fact = SubjectExamples.Of(FactNames.Find(name, version)!.Type)!;
        var draft = EntryDraft.Seal(FactFormat.Encode(fact), new byte[3 * EntryPart.SaltBytes], DateTimeOffset.UnixEpoch);
        var placed = draft.Place(new LogHead(6, default), 1, new OriginEnd(Guid.Empty, 6, default, 6));
        Assert.Equal(PlacesIn(FactFormat.Decode(Entry.Read(placed.Header, draft.PartsBytes))), PlacesIn(FactFormat.AsPlaced(fact, 7)));
    }

    /// <summary>The bytes of a fact with the name of its place for each sealed value.</summary>
    private static IEnumerable<string> PlacesIn(IFact fact) => FactFormat.Encode(fact, value => value is Sealed text ? text.Opened($"{value}")
        : ((SealedTexts)value).Opened(new Dictionary<string, string> { ["at"] = $"{value}" })).Parts.Select(Hex);

    private static string Hex(FactPart part) => $"{part.Tier} {Convert.ToHexString(part.Bytes.Span)}";

    [Fact]
    public void Every_frozen_file_is_of_a_fact_this_release_still_reads() =>
        Assert.Equal(FactNames.All.Select(FileOf).Order(), Directory.GetFiles(Folder, "*.*.txt").Order());

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Facts", "Frozen");

    private static string FileOf(FactKind kind) => Path.Combine(Folder, FrozenFact.FileOf(kind));

    [Fact]
    public void Every_fact_of_the_core_is_listed() =>
        Assert.Equal(
            typeof(IFact).Assembly.GetTypes()
                .Where(t => t.IsAssignableTo(typeof(IFact)) && t is { IsInterface: false } && t != typeof(UnknownFact)
                    && !t.IsAssignableTo(typeof(IConsequence))).OrderBy(t => t.Name),
            FactNames.All.Select(k => k.Type).OrderBy(t => t.Name));

    [Fact]
    public void Every_example_fills_every_property() => Assert.All(SubjectExamples.OfAllFacts(), example => AssertFilled(example, example.GetType().Name));

    private static void AssertFilled(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var held = property.GetValue(value);
            Assert.True(held is not (null or "" or ICollection { Count: 0 }), $"{path}.{property.Name} is empty in the example.");
            foreach (var item in held is IEnumerable list and not string ? list.Cast<object>() : [held!])
            {
                if (item.GetType().Namespace!.StartsWith("Furrow", StringComparison.Ordinal) && item is not (Enum or Shape or SealedValue))
                {
                    AssertFilled(item, $"{path}.{property.Name}");
                }
            }
        }
    }

    [Fact]
    public void Free_text_stands_in_the_restricted_part_alone()
    {
        var parts = FactFormat.Encode(SubjectExamples.Of(typeof(ReportSubmitted))!).Parts;
        Assert.Equal([Tier.Ordinary, Tier.Restricted], parts.Select(p => p.Tier));
        var texts = parts.Select(p => System.Text.Encoding.UTF8.GetString(p.Bytes.Span)).ToArray();
        Assert.All(new[] { "free text", "shepherd", "iron bar", "\"first\"" }, secret =>
        {
            Assert.DoesNotContain(secret, texts[0], StringComparison.Ordinal);
            Assert.Contains(secret, texts[1], StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(PartState.Present, "free text\nof two lines")]
    [InlineData(PartState.Withheld, Sealed.Withheld)]
    [InlineData(PartState.Erased, Sealed.Erased)]
    public void A_report_reads_whatever_has_become_of_its_restricted_part_which_is_opened_apart(PartState state, string instead)
    {
        var draft = EntryDraft.Seal(FactFormat.Encode(SubjectExamples.Of(typeof(ReportSubmitted))!), new byte[64], DateTimeOffset.UnixEpoch);
        var entry = Entry.Read(draft.Place(LogHead.Empty, 1, OriginEnd.Of(Guid.Empty)).Header, draft.PartsBytes);
        entry = state == PartState.Present ? entry : entry with { Parts = [entry.Parts[0], new(Tier.Restricted, state, default, 9)] };
        var report = ((ReportSubmitted)FactFormat.Decode(entry)).Report;
        Assert.Equal("EXERCISE-0001", report.Code);
        Assert.All(ReportSeals.Of(report), s => Assert.Equal((false, 1, Tier.Restricted), (s.IsOpen, s.Place!.Value.Position, s.Place.Value.Tier)));
        Assert.Equal(instead, ((Sealed)entry.Open(report.Remarks!)).Text);
        Assert.Equal(state == PartState.Present ? 2 : 0, ((SealedTexts)entry.Open(report.Extra)).Texts.Count);
    }

    [Theory]
    [InlineData("report-checked", """{"report":{}}""")]
    [InlineData("report-checked", """{"report":5}""")]
    [InlineData("report-checked", """nonsense""")]
    [InlineData("report-checked", """null""")]
    [InlineData("act-taken", """{"id":"00000000-0000-0000-0000-000000000000","at":"2026-01-01T00:00:00Z","reason":0}""")]
    [InlineData("act-taken", """{"id":"00000000-0000-0000-0000-000000000000","at":"2026-01-01T00:00:00Z","reason":"in clear"}""")]
    public void Bytes_that_are_not_the_fact_they_claim_are_a_format_error(string name, string json) =>
        Assert.Throws<FormatException>(() => FactFormat.Decode(
            new EncodedFact(name, 1, Scopes.None, [new(Tier.Ordinary, System.Text.Encoding.UTF8.GetBytes(json))])));
}
