using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Server.Pages;

/// <summary>What the ledger says in English (problems, findings, fixes, titles of checks) in the language of the page. The core, files and logs know one
/// language; a page knows a sentence again by its code and its English pattern ("Report {0} is {1}: ..."), takes its arguments out and says it in its
/// own. A sentence without a pattern, or one that has changed since, shows in English: better than a hole. Recognised by pattern and not by arguments the
/// problem carries, since what a batch keeps of its refused rows, and a finding of its record, is the sentence alone. What stays English, and why, is
/// listed in SaidTests.</summary>
public static partial class Said
{
    /// <summary>Notes have no code of their own: they are told apart by their sentences alone.</summary>
    private const string NoteCode = "note";

    /// <summary>What a value was expected to be, within the sentence that it is not.</summary>
    private const string ExpectedCode = "expected";

    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string Key, Regex Pattern)>> Patterns = new();

    public static string Of(Texts texts, Problem problem) => Of(texts, problem.Code, problem.Sentence);

    /// <summary>A refusal as a batch keeps it: its code and its sentence.</summary>
    public static string Of(Texts texts, string code, string sentence) => In(texts, "problem." + code, sentence) ?? sentence;

    /// <summary>A refused row as a batch keeps it: in one line with its place in front and its code behind. The page shows row and code beside it, so they are
    /// taken off here; the column stays.</summary>
    public static string Of(Texts texts, RefusedRow row, string file)
    {
        var (text, place, code) = (row.Sentence, string.Create(CultureInfo.InvariantCulture, $"{file}, row {row.Row}"), $" [{row.Code}]");
        text = text.EndsWith(code, StringComparison.Ordinal) ? text[..^code.Length] : text;
        if (!text.StartsWith(place, StringComparison.Ordinal) || text[place.Length..] is not [':' or ',', ..]
            || text.IndexOf(": ", place.Length, StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return Of(texts, row.Code, text);
        }

        var field = text[place.Length..end].Replace(", field ", "", StringComparison.Ordinal);
        var sentence = Of(texts, row.Code, text[(end + 2)..]);
        return field.Length == 0 ? sentence : $"{sentence} ({field})";
    }

    /// <summary>What to do about it, where the catalogue says that apart from the sentence.</summary>
    public static string? Remedy(Texts texts, Problem problem) =>
        problem.Remedy is null ? null : texts.Has("remedy." + problem.Code) ? texts["remedy." + problem.Code] : problem.Remedy;

    public static string Of(Texts texts, Finding finding) =>
        In(texts, "finding." + finding.Code, finding.Sentence) ?? In(texts, "problem." + finding.Code, finding.Sentence) ?? finding.Sentence;

    public static string Fix(Texts texts, Finding finding) =>
        In(texts, $"fix.{finding.Code}.{finding.Fix.Code}", finding.Fix.Sentence) ?? finding.Fix.Sentence;

    /// <summary>What was mended, as the report keeps it; of older reports in the words of then.</summary>
    public static string Of(Texts texts, Repair repair) => In(texts, "repair." + repair.Code, repair.Sentence) ?? repair.Sentence;

    /// <summary>What is noted of a row of an import (see <see cref="Exchange.Notes"/>).</summary>
    public static string Note(Texts texts, string note) => In(texts, NoteCode, note) ?? Kept(texts, note) ?? note;

    /// <summary>A value that could not be read and was kept: its column, then why.</summary>
    private static string? Kept(Texts texts, string note) => note.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end
        && (In(texts, "problem.field-unreadable", note[(end + 2)..]) ?? In(texts, "problem.row-broken", note[(end + 2)..])) is { } said
            ? $"{note[..end]}: {said}" : null;

    public static string Title(Texts texts, Check check) => In(texts, "check." + check.Code, check.Title) ?? check.Title;

    /// <summary>Null when no pattern of this code fits.</summary>
    private static string? In(Texts texts, string code, string sentence)
    {
        if (texts.Code == "en")
        {
            return sentence;
        }

        foreach (var (key, pattern) in Patterns.GetOrAdd(code, PatternsOf))
        {
            if (pattern.Match(sentence) is { Success: true } match)
            {
                return texts[key, [.. match.Groups.Values.Skip(1).Select(g => Word(texts, g.Value))]];
            }
        }

        return null;
    }

    /// <summary>Some arguments are words of the field themselves: the name of a field, a status.</summary>
    private static string Word(Texts texts, string argument) => 
        texts.Has("word." + argument) ? texts["word." + argument] : In(texts, ExpectedCode, argument) ?? argument;

    /// <summary>A code may say several things: "code", "code.2", "code.3".</summary>
    private static List<(string Key, Regex Pattern)> PatternsOf(string code)
    {
        var english = Texts.In("en");
        var patterns = new List<(string, Regex)>();
        foreach (var key in code is NoteCode or ExpectedCode ? Of(english, code) : Numbered(english, code))
        {
            var parts = Hole().Split(english[key]).Select(Regex.Escape);
            // Holes stand in order in English; without backtracking, since what a user typed may stand in them.
            patterns.Add((key, new Regex($"^{string.Join("(.*?)", parts)}$",
                RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)));
        }

        return patterns;
    }

    /// <summary>Those without a hole first: a sentence that is one of them is no other.</summary>
    private static IEnumerable<string> Of(Texts english, string group) => english.Keys.Where(k => k.StartsWith(group + ".", StringComparison.Ordinal))
        .OrderBy(k => Hole().Count(english[k])).ThenBy(k => k, StringComparer.Ordinal);

    private static IEnumerable<string> Numbered(Texts english, string code)
    {
        for (var (n, key) = (1, code); english.Has(key); key = string.Create(CultureInfo.InvariantCulture, $"{code}.{++n}"))
        {
            yield return key;
        }
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
