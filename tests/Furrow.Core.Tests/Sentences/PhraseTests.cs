using System.Text;
using CsCheck;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Laws;

namespace Furrow.Core.Tests.Sentences;

/// <summary>Sentences as the compiler catches them, and as facts keep them.</summary>
public sealed class PhraseTests
{
    [Fact]
    public void A_sentence_keeps_its_pattern_and_its_arguments_by_their_kinds()
    {
        Phrase inner = $"of '{"x {0}"}'";
        Phrase phrase = $"Braces {{0}} and {"text"}, {1234.5}, {1234:#,0}, {new DateOnly(2024, 7, 1)}, "
            + $"{new Word("land")}, {inner} and {Problems.AreaUnknown("H")}";
        Assert.Equal("Braces {{0}} and {0}, {1}, {2}, {3}, {4}, {5} and {6}", phrase.Pattern);
        Assert.Equal("Braces {0} and text, 1234.5, 1,234, 2024-07-01, land, of 'x {0}' and There is no hazardous area \"H\".", phrase.ToString());
        Assert.Equal([ArgumentKind.Code, ArgumentKind.Number, ArgumentKind.Number, ArgumentKind.Date, ArgumentKind.Word, ArgumentKind.Sentence,
            ArgumentKind.Sentence], phrase.Arguments.Select(a => a.Kind));
    }

    [Fact]
    public void A_sentence_that_is_one_argument_is_that_argument_within_another()
    {
        Phrase only = $"{"the ledger"}", within = $"No space for {only}.";
        Phrase same = $"No space for {"the ledger"}.", word = $"No space for {new Word("the ledger")}.";
        Assert.Equal((same, same.GetHashCode()), (within, within.GetHashCode()));
        Assert.NotEqual(same, word);
    }

    /// <summary>What compiles in a hole is a number, a date, a code, a word or a sentence. A sealed text is not, nor anything else that has a text.</summary>
    [Fact]
    public void Nothing_else_may_stand_in_a_hole() => Assert.Equal(
        [
            typeof(char), typeof(DateOnly), typeof(DateTimeOffset), typeof(decimal), typeof(double), typeof(Guid), typeof(long), typeof(Phrase),
            typeof(Problem), typeof(string), typeof(Word),
        ],
        typeof(Phrase).GetMethods().Where(m => m.Name == "AppendFormatted").Select(m => m.GetParameters()[0].ParameterType).OrderBy(t => t.Name));

    [Fact]
    public void A_problem_has_no_public_constructor() => Assert.Empty(typeof(Problem).GetConstructors());

    [Fact]
    public void A_sentence_that_is_written_takes_nothing_more()
    {
        Phrase phrase = $"Done.";
        Assert.Throws<InvalidOperationException>(() => phrase.AppendLiteral(" And more."));
        Assert.Throws<IndexOutOfRangeException>(() => phrase.AppendFormatted("more"));
    }

    /// <summary>A sentence within sentences, of any letters.</summary>
    private static readonly Gen<Phrase> Some = Gen.Recursive<Phrase>((depth, inner) => depth > 2 ? Gen.String.Select(s => (Phrase)$"{{end}} {s}.")
        : Gen.Select(Gen.String, inner, Gen.Long, Gen.Double, Gen.Int[0, 700_000], Gen.Bool)
            .Select((text, within, number, fraction, day, flag) => flag ? $"{text} {within} {number} {{{fraction}}}"
                : (Phrase)$"{DateOnly.FromDayNumber(day)} {new Word(text)} {within}"));

    [Fact]
    public void A_fact_keeps_a_sentence_whole() => Some.Obeys(phrase =>
    {
        var fact = new BatchReceived(Guid.Empty, "a.csv", "", "{}", 1, 0, 0, 0, [new RefusedRow(1, "row-broken", phrase)]);
        var read = (BatchReceived)FactFormat.Decode(FactFormat.Encode(fact));
        Assert.Equal(Well(phrase), Well(read.Refused[0].Phrase));
        Assert.Equal(phrase.Pattern, read.Refused[0].Phrase.Pattern);
    }, "0000KE5YwJH4", 300);

    /// <summary>Half a character is no text of JSON.</summary>
    private static string Well(Phrase phrase) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(phrase.ToString()));

    [Theory]
    [InlineData("""{"pattern":"{0}."}""")]
    [InlineData("""{"pattern":"{1}.","arguments":["a","b"]}""")]
    [InlineData("""{"pattern":"{0,9}.","arguments":["a"]}""")]
    [InlineData("""{"pattern":"{.","arguments":[]}""")]
    [InlineData("""{"pattern":"}."}""")]
    [InlineData("""{"pattern":"A.","arguments":["a"]}""")]
    [InlineData("""{"pattern":"{0}","arguments":[{"sealed":"a"}]}""")]
    [InlineData("""{"pattern":"{0}","arguments":[{"word":null}]}""")]
    [InlineData("""{"pattern":"{0}","arguments":[7]}""")]
    [InlineData("""{"pattern":"{0}","arguments":7}""")]
    [InlineData("""{"pattern":7}""")]
    [InlineData("""{"patterns":"A."}""")]
    [InlineData("""[]""")]
    [InlineData("7")]
    public void A_broken_sentence_in_a_fact_is_a_format_error(string json)
    {
        var fact = $$"""{"batch":"00000000-0000-0000-0000-000000000000","file":"a","fileSha256":"","mappingJson":"","rowsRead":1,"rowsTaken":0,"""
            + $$""" "rowsRepaired":0,"rowsWithoutPolygon":0,"refused":[{"row":1,"code":"c","phrase":{{json}}}]}""";
        var encoded = new EncodedFact("batch-received", 1, Scopes.None, [new(Tier.Ordinary, Encoding.UTF8.GetBytes(fact))]);
        Assert.Throws<FormatException>(() => FactFormat.Decode(encoded));
    }
}
