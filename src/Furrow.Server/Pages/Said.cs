using System.Collections.Frozen;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Checks.Rules;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Pages;

/// <summary>What the ledger says in English (problems, findings, fixes, repairs, notes, titles of checks) in the language of the page. Each carries its
/// pattern and its arguments (<see cref="Phrase"/>): the pattern is looked up among the English ones of its code, and said in the page's language with
/// the same arguments. Only arguments that are words or sentences of the program's own are said in that language too: what somebody typed never is, though
/// it may read the same. A pattern nobody translated shows in English: better than a hole. What stays English, and why, is listed in SaidTests.</summary>
public static class Said
{
    /// <summary>Stands for the place of a row, which is no field of a report.</summary>
    private const string Drawing = "geometry";

    /// <summary>The groups of keys that hold sentences.</summary>
    private static readonly string[] Sentences = ["problem", "finding", "fix", "repair", "note", "expected", "because", "limit", "looks", "word"];

    /// <summary>English pattern → its key, within one code.</summary>
    private static readonly FrozenDictionary<(string Code, string Pattern), string> OfCode = English()
        .GroupBy(k => (CodeOf(k), Texts.In("en")[k])).ToFrozenDictionary(g => g.Key, g => g.First());

    /// <summary>The same whatever its code: for sentences within sentences, which have none.</summary>
    private static readonly FrozenDictionary<string, string> OfAny = English()
        .GroupBy(k => Texts.In("en")[k]).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>What fields of intents are called in English → the key.</summary>
    private static readonly FrozenDictionary<string, string> Labels = Texts.In("en").Keys
        .Where(k => k.StartsWith("intent-field.", StringComparison.Ordinal) || (k.StartsWith("intent.", StringComparison.Ordinal) && k.Split('.').Length == 3))
        .Order(StringComparer.Ordinal).GroupBy(k => Texts.In("en")[k]).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public static string Of(Texts texts, Problem problem) => Of(texts, problem.Code, problem.Phrase);

    /// <summary>A refusal as the causes of a batch keep it.</summary>
    public static string Of(Texts texts, string code, Phrase phrase) => In(texts, "problem." + code, phrase);

    /// <summary>A refused row: the page shows its number and code beside it; the column stays.</summary>
    public static string Of(Texts texts, RefusedRow row) =>
        string.IsNullOrEmpty(row.Field) ? Of(texts, row.Code, row.Phrase) : $"{Of(texts, row.Code, row.Phrase)} ({Field(texts, row.Field)})";

    /// <summary>File, row and field, as far as known.</summary>
    public static string Of(Texts texts, ProblemPlace place) => string.Join(", ", new[]
    {
        place.File,
        place.Row is { } row ? texts["said.row", row] : null,
        place.Field is { } field ? texts["said.field", Field(texts, field)] : null,
    }.Where(s => s is not null));

    /// <summary>A field of a report is a term of the language; the column of a file is called what it is called there.</summary>
    public static string Field(Texts texts, string name) => name == Drawing ? texts["place.title"]
        : ReportFields.Find(name) is { } known ? texts["field." + known.Name] : name;

    /// <summary>What the findings of a group have in common: a field is a term; an organisation or a column stays as it is.</summary>
    public static string Cause(Texts texts, FindingGroup group) =>
        group.Check.Code == MissingFields.Check.Code && texts.Has("word." + group.Cause) ? texts["word." + group.Cause] : group.Cause;

    /// <summary>What to do about it, where the catalogue says that apart from the sentence.</summary>
    public static string? Remedy(Texts texts, Problem problem) =>
        problem.Remedy is null ? null : texts.Has("remedy." + problem.Code) ? texts["remedy." + problem.Code] : problem.Remedy;

    public static string Of(Texts texts, Finding finding) => In(texts, "finding." + finding.Code, finding.Phrase);

    public static string Fix(Texts texts, Finding finding) => In(texts, $"fix.{finding.Code}.{finding.Fix.Code}", finding.Fix.Phrase);

    /// <summary>What was mended, as the report keeps it.</summary>
    public static string Of(Texts texts, Repair repair) => In(texts, "repair." + repair.Code, repair.Phrase);

    /// <summary>What is noted of a row of an import (see <see cref="Exchange.Notes"/>).</summary>
    public static string Note(Texts texts, Phrase note) => In(texts, "note", note);

    public static string Title(Texts texts, Check check) => texts.Has("check." + check.Code) ? texts["check." + check.Code] : check.Title;

    private static string In(Texts texts, string code, Phrase phrase)
    {
        if (texts.Code == "en" || !(OfCode.TryGetValue((code, phrase.Pattern), out var key) || OfAny.TryGetValue(phrase.Pattern, out key)))
        {
            return phrase.ToString();
        }

        return texts[key, [.. phrase.Arguments.Select(a => Argument(texts, a))]];
    }

    private static string Argument(Texts texts, PhraseArgument argument) => argument.Sentence is { } sentence ? In(texts, "", sentence)
        : argument.Kind != ArgumentKind.Word ? argument.ToString()
        : texts.Has("word." + argument) ? texts["word." + argument]
        : Labels.TryGetValue(argument.ToString(), out var label) ? texts[label] : Field(texts, argument.ToString());

    private static IEnumerable<string> English() => Texts.In("en").Keys.Where(k => Sentences.Contains(k.Split('.')[0])).Order(StringComparer.Ordinal);

    /// <summary>A code may say several things: "code", "code.2", "code.3". Notes have no code of their own, nor have words and what was expected.</summary>
    private static string CodeOf(string key) => key.Split('.') is [("note" or "word" or "expected" or "because" or "limit" or "looks") and var group, ..] ? group
        : key.LastIndexOf('.') is var end && PlainNumber.Whole(key.AsSpan(end + 1)) is not null ? key[..end] : key;
}
