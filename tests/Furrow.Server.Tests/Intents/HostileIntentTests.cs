using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Server.Intents;

namespace Furrow.Server.Tests.Intents;

/// <summary>JSON of somebody else is taken whole and as it stands, or refused by name; never half, and never with a crash.</summary>
public sealed class HostileIntentTests
{
    private static readonly Intent Crew = IntentList.With(typeof(CrewIntents).Assembly).Find("crew-form")!;

    public static TheoryData<string, string> Objects() => new()
    {
        { """{"name":"W","since":"2026-01-01"}""", "" },
        { """{"name":"W","since":"2026-01-01","depth":null,"joinsWith":null}""", "" },
        { """{"name":"W","since":"2026-01-01","joinsWith":[]}""", "" },
        { """{"name":"W","since":"2026-01-01","joinsWith":"ann"}""", "" },
        { """{"name":"W","since":"2026-01-01","colour":"red"}""", "field-unknown colour" },
        { """{"name":"W","since":"2026-01-01","Name":"W"}""", "field-unknown Name" },
        { """{"name":"W","name":"V","since":"2026-01-01"}""", "field-given-twice name" },
        { """{"intent":"crew-rename","name":"W","since":"2026-01-01"}""", "intent-other" },
        { """{"intent":7,"name":"W","since":"2026-01-01"}""", "intent-other" },
        { """{"name":7,"since":"2026-01-01"}""", "field-wrong-json name" },
        { """{"name":["W"],"since":"2026-01-01"}""", "field-wrong-json name" },
        { """{"name":{"a":"W"},"since":"2026-01-01"}""", "field-wrong-json name" },
        { """{"name":"W","since":20260101}""", "field-wrong-json since" },
        { """{"name":"W","since":"2026-02-30"}""", "field-not-a-day since" },
        { """{"name":"W","since":"2026-01-01","depth":"20"}""", "field-wrong-json depth" },
        { """{"name":"W","since":"2026-01-01","depth":1e400}""", "field-not-a-number depth" },
        { """{"name":"W","since":"2026-01-01","depth":20.0}""", "" },
        { """{"name":"W","since":"2026-01-01","depth":2147483648}""", "field-too-large depth" },
        { """{"name":"W","since":"2026-01-01","insured":"yes"}""", "field-wrong-json insured" },
        { """{"name":"W","since":"2026-01-01","kind":1}""", "field-wrong-json kind" },
        { """{"name":"W","since":"2026-01-01","kind":"1"}""", "field-not-a-choice kind" },
        { """{"name":"W","since":"2026-01-01","joinsWith":[["ann"]]}""", "field-wrong-json joinsWith" },
        { """{"name":"W","since":"2026-01-01","joinsWith":["ann",null]}""", "field-wrong-json joinsWith" },
        { """{"name":"\ud800","since":"2026-01-01"}""", "field-wrong-json name" },
        { """{"\ud800":"W"}""", "intent-unreadable" },
        { """{"name":"W\u2067","since":"2026-01-01"}""", "field-unseen name" },
        { """{"name":"W\nV","since":"2026-01-01"}""", "field-unseen name" },
        { """{"name":" \u200b ","since":"2026-01-01"}""", "field-empty name" },
        { """{"name":"W","since":"2026-01-01","reason":["a"]}""", "field-wrong-json reason" },
        { """{"name":"W","since":"2026-01-01","reason":"a\u0007"}""", "field-unseen reason" },
        { "[]", "intent-unreadable" }, { "\"name\"", "intent-unreadable" }, { "", "intent-unreadable" }, { "{", "intent-unreadable" },
        { """{"name":"W","since":"2026-01-01",}""", "intent-unreadable" },
        { """{"joinsWith":[[[[[[[[1]]]]]]]]}""", "intent-unreadable" },
        { """{"name":"W","since":"2026-01-01"} {"name":"V"}""", "intent-unreadable" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void JSON_is_taken_as_it_stands_or_refused_by_name(string json, string refused)
    {
        var draft = IntentJson.Read(Crew.Description, json);
        Assert.Equal(refused, string.Join("; ", draft.Problems.Select(p => $"{p.Code} {p.Where?.Field}".TrimEnd())));
        if (!draft.IsRefused)
        {
            var again = IntentJson.Read(Crew.Description, IntentJson.Text(Crew.Description, draft));
            Assert.Equal(IntentJson.Text(Crew.Description, draft), IntentJson.Text(Crew.Description, again));
        }
    }

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("−5.250", "-5.25")]
    [InlineData("1e3", null)]
    [InlineData("1 000", null)]
    [InlineData("NaN", null)]
    [InlineData("٣", null)]
    [InlineData("79228162514264337593543950336", null)]
    public void A_number_has_one_text_or_none(string text, string? read)
    {
        var share = Crew.Description.Find("share")!;
        Assert.Equal(read, FieldReader.Read(share, text).Value);
    }

    [Fact]
    public void More_values_than_are_taken_are_refused() => Assert.Equal("field-given-twice", IntentReading.Read(Crew.Description,
        [KeyValuePair.Create("joinsWith", (IReadOnlyList<string>)[.. Enumerable.Repeat("ann", IntentReading.MostValues + 1)])]).Problems[0].Code);

    [Theory]
    [InlineData("plain", 10, false, TextFault.None)]
    [InlineData("two\nlines", 10, false, TextFault.Unseen)]
    [InlineData("two\nlines", 10, true, TextFault.None)]
    [InlineData("eleven long", 10, false, TextFault.TooLong)]
    [InlineData("a\u2029b", 10, true, TextFault.Unseen)]
    [InlineData("😀", 2, false, TextFault.None)]
    [InlineData("اردو\u200F", 10, false, TextFault.None)]
    public void A_text_is_seen_as_it_is(string text, int longest, bool mayHoldLines, TextFault fault) =>
        Assert.Equal(fault, TextRules.Fault(text, longest, mayHoldLines));

    [Fact]
    public void Half_a_letter_is_no_text() => Assert.All(["\uDE00\uD83D", "a\uD83D", "\uDE00"],
        text => Assert.Equal(TextFault.Unseen, TextRules.Fault(text, 10, mayHoldLines: true)));
}
