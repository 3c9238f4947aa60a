using System.Globalization;
using System.Reflection;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Server.Pages;

namespace Furrow.Server.Tests.Pages;

/// <summary>What a person or a file said comes out of a sentence as it went in, in every language: sentences are never read again.</summary>
public sealed class SaidArgumentTests
{
    /// <summary>Braces, quotes, letters from right to left, the marks that set them apart, words of the program's own, pieces of patterns, and whole
    /// sentences of other problems.</summary>
    private static readonly string[] Hostile =
    [
        "{0}", "{", "}}", "{{1}}", "{0:x}", "'", "\"", "' is not a date. '", "\" is not a date; write it as \"", "land", "the ledger", "superseded", "a date", "method",
        "x is superseded: only a report that waits for review can be decided. Report y", "حقل الألغام", "\u2067שדה\u2069", "\u202eabc",
        Problems.ReportNotWaiting("H-1", "superseded").Sentence, Problems.AreaUnknown("x").ToString(), "a\nb\r\n", "<b>&amp;", "%s $1 \\1", " ", "",
    ];

    public static IEnumerable<TheoryDataRow<string>> Arguments() => Hostile.Select(h => new TheoryDataRow<string>(h));

    [Theory]
    [MemberData(nameof(Arguments))]
    public void An_argument_comes_out_as_it_went_in_of_every_problem_in_every_language(string hostile)
    {
        var made = Problem(hostile).ToList();
        Assert.NotEmpty(made);
        foreach (var (problem, plain) in made)
        {
            foreach (var (code, _, _) in Texts.Languages)
            {
                var texts = Texts.In(code);
                Assert.Equal(Said.Of(texts, plain).Replace(Mark, hostile, StringComparison.Ordinal), Said.Of(texts, problem));
            }
        }
    }

    /// <summary>Each problem whose arguments are texts, with the hostile one in each of them, and with a mark in its stead.</summary>
    private static IEnumerable<(Problem Hostile, Problem Plain)> Problem(string hostile) =>
        from method in typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(Problem)
            && method.GetParameters().Any(p => p.ParameterType == typeof(string) && !IsOwn(p))
        select (Made(method, hostile), Made(method, Mark));

    private const string Mark = "\ue000";

    /// <summary>Parameters that are words of the program's own, and those whose sentence depends on their being empty.</summary>
    private static readonly (string, string)[] Own =
    [
        ("ReasonMissing", "act"), ("ReportNotWaiting", "status"), ("FindingsDecidedMeanwhile", "decision"), ("MediaTypeWrong", "types"),
        ("MapNumberUnreadable", "text"), ("ColumnUnclear", "field"), ("ColumnMissing", "field"),
    ];

    /// <summary>Labels and units of fields are the program's own too, whatever the problem.</summary>
    private static bool IsOwn(ParameterInfo p) => p.Name is "label" or "unit" || Own.Contains((p.Member.Name, p.Name!));

    private static Problem Made(MethodInfo method, string text) => (Problem)method.Invoke(null, [.. method.GetParameters().Select(p => p.ParameterType switch
    {
        var t when t == typeof(string) => IsOwn(p) ? "land" : text,
        var t when t == typeof(Phrase) => Phrased(text),
        var t when t == typeof(Word) => new Word("land"),
        var t when t == typeof(Problem) => Problems.AreaUnknown(text),
        var t when t == typeof(IEnumerable<string>) => new[] { text, text },
        var t => t.IsValueType ? Activator.CreateInstance(t) : null,
    })])!;

    private static Phrase Phrased(string text) => $"{text} that can be read in one way; say the unit and the decimal sign in the mapping";

    [Fact]
    public void A_word_is_said_in_the_language_and_the_same_text_of_a_person_is_not()
    {
        var russian = Texts.In("ru");
        Assert.Contains(russian["word.superseded"], Said.Of(russian, Problems.ReportNotWaiting("superseded", "superseded")), StringComparison.Ordinal);
        Assert.StartsWith("Донесение superseded: ", Said.Of(russian, Problems.ReportNotWaiting("superseded", "superseded")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_within_a_problem_is_said_with_it()
    {
        var why = Problems.AreaUnknown("{0}");
        var wrapped = Problems.ExerciseStepRefused(3, "Step", why);
        Assert.Equal(($"Step 3 of the exercise (Step): {why.Sentence}", why.HttpStatus), (wrapped.Sentence, wrapped.HttpStatus));
        Phrase note = $"{"column"}: {why}";
        Assert.Equal("column: " + Said.Of(Texts.In("tr"), why), Said.Note(Texts.In("tr"), note));
    }

    /// <summary>What was mended by a proposal is kept as both sentences; each is said.</summary>
    [Fact]
    public void A_repair_by_proposal_is_said_in_each_language()
    {
        Phrase finding = $"It starts on {new DateOnly(2025, 9, 1)} but ends on {new DateOnly(2025, 8, 1)}.";
        Phrase fix = $"Exchange the two dates, if the source confirms it.";
        var repair = new Repair("swap-dates", $"{finding} {fix}", 0);
        Assert.All(Texts.Languages.Where(l => l.Code != "en"), l =>
        {
            Assert.DoesNotContain("Exchange", Said.Of(Texts.In(l.Code), repair), StringComparison.Ordinal);
            Assert.Contains("2025-09-01", Said.Of(Texts.In(l.Code), repair), StringComparison.Ordinal);
        });
    }

    /// <summary>Each language has the holes of the English pattern, so that no argument is lost.</summary>
    [Fact]
    public void Every_pattern_has_the_same_holes_in_each_language()
    {
        var english = Texts.In("en");
        Assert.Empty(from key in english.Keys
                     where key.Split('.')[0] is "problem" or "finding" or "fix" or "repair" or "note" or "expected"
                     from language in Texts.Languages
                     where !Holes(english[key]).SequenceEqual(Holes(Texts.In(language.Code)[key]).Order())
                     select $"{language.Code} {key}");
    }

    private static IEnumerable<int> Holes(string pattern) => Enumerable.Range(0, 10)
        .Where(n => pattern.Contains(string.Create(CultureInfo.InvariantCulture, $"{{{n}}}"), StringComparison.Ordinal));
}
