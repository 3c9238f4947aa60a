using System.Reflection;
using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Programmes;
using Furrow.Server.Intents;
using Furrow.Server.Languages;

namespace Furrow.Server.Tests.Intents;

/// <summary>An intent is whole: its line, its description, its words in every language. What is left out is named.</summary>
public sealed class IntentListTests
{
    private static readonly IntentList All = IntentList.With(typeof(CrewIntents).Assembly);

    [Fact]
    public void Every_record_of_an_intent_has_its_line() => Assert.Empty(WithoutLine(
        typeof(ProgrammeState).Assembly.GetTypes().Where(t => t.GetProperties().Any(p => p.IsDefined(typeof(FieldAttribute)))), IntentList.OfProgram));

    [Fact]
    public void A_line_left_out_is_named() =>
        Assert.Equal([nameof(FormCrew), nameof(RenameCrew)], WithoutLine([typeof(FormCrew), typeof(RenameCrew), typeof(SetTimeZone)], IntentList.OfProgram));

    [Fact]
    public void Every_intent_and_field_and_choice_has_words()
    {
        Assert.Empty(All.All.SelectMany(i => i.Words.Lacks(i.Description)));
        Assert.Empty(WordList.Of(typeof(Intent).Assembly).Faults);
        Assert.Empty(WordList.Of(typeof(CrewIntents).Assembly).Faults);
    }

    [Fact]
    public void A_word_left_out_is_named()
    {
        var words = new IntentWords("crew-form", WordList.Of(("a", """{ "intent.crew-form": { "en": "Form" }, "intent-field.kind": { "en": "Kind" } }""")));
        var lacks = words.Lacks(All.Find("crew-form")!.Description).ToList();
        Assert.Contains("intent.crew-form.text", lacks);
        Assert.Contains("intent.crew-form.since", lacks);
        Assert.Contains("intent.crew-form.kind.mine-dogs", lacks);
        Assert.DoesNotContain("intent.crew-form.kind", lacks);
    }

    /// <summary>A form, an address and the program itself use these names.</summary>
    [Fact]
    public void No_field_takes_a_name_that_means_something_else() => Assert.Empty(All.All.SelectMany(i => i.Description.Fields)
        .Where(f => f.Name is "page" or "lang" or "theme" or "programme" or "json" or "person" or "fromJson" or "fromTable" or "dryRun").Select(f => f.Name));

    [Theory]
    [InlineData(typeof(Bare), "Bare.name has no [Field].")]
    [InlineData(typeof(Nested), "Nested.inner cannot be a field of kind Text.")]
    [InlineData(typeof(Mistaken), "Mistaken.day cannot be a field of kind Day.")]
    [InlineData(typeof(Doubled), "Doubled.reason cannot be a field of kind Text.")]
    [InlineData(typeof(Strange), "Strange stands in no context beside it.")]
    public void A_record_that_is_not_described_as_what_it_is_is_named(Type record, string said) => Assert.Equal(said,
        Assert.Throws<InvalidOperationException>(() => new IntentDescription("x", record, OddJson.Default, f => f)).Message);

    private static IEnumerable<string> WithoutLine(IEnumerable<Type> records, IntentList list)
    {
        var lines = list.All.Select(i => i.GetType().GetGenericArguments()[0]).ToHashSet();
        return records.Where(r => !lines.Contains(r)).Select(r => r.Name);
    }
}

public sealed record Bare(string Name);

public sealed record Nested([property: Field(FieldKind.Text)] Bare Inner);

public sealed record Mistaken([property: Field(FieldKind.Day)] string Day);

public sealed record Doubled([property: Field(FieldKind.Text)] string Reason);

public sealed record Strange([property: Field(FieldKind.Text)] string Name);

[JsonSerializable(typeof(Bare))]
[JsonSerializable(typeof(Nested))]
[JsonSerializable(typeof(Mistaken))]
[JsonSerializable(typeof(Doubled))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class OddJson : JsonSerializerContext;
