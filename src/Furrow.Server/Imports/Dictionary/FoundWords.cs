using Furrow.Core;
using Furrow.Core.Vocabulary;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>A meaning found for a word that no list has.</summary>
/// <param name="IsLearned">Somebody of the programme has confirmed it before.</param>
internal sealed record FoundWord(string Meaning, bool IsLearned, Phrase Why);

/// <summary>Finds meanings for the words that the rows asked about: those the programme has learned, and those that are proposed.</summary>
internal static class FoundWords
{
    private static readonly HashSet<string> Names = [WordRules.Method, WordRules.Organisation];

    /// <summary>Its words are names of things.</summary>
    public static bool IsName(string field) => Names.Contains(field);

    public static Dictionary<(string Field, string Column, string Value), FoundWord> For(ImportWork work)
    {
        var today = ProgrammeTime.Of(work.State).DayOf(work.Options.At);
        var found = new Dictionary<(string, string, string), FoundWord>();
        foreach (var word in work.Rows.SelectMany(r => r.Asked).Distinct())
        {
            if ((Learned(work, word.Field, word.Value) ?? Of(word.Field, word.Value.Trim(), today)) is { } meaning)
            {
                found[(word.Field, word.Column, word.Value.Trim())] = meaning;
            }
        }

        foreach (var word in work.Counts.Words.Keys.Where(w => (Names.Contains(w.Field) || IsStrangeUnit(w)) && !IsSaid(work, w)))
        {
            if (Learned(work, Names.Contains(word.Field) ? word.Field : WordRules.Unit, word.Value) is { } learned && learned.Meaning != word.Value)
            {
                found[(word.Field, word.Column, word.Value)] = learned;
            }
        }

        return found;
    }

    /// <summary>The mapping with the units that headings state in words the programme has learned.</summary>
    public static Mapping WithUnits(ImportWork work, Mapping mapping) => mapping with
    {
        Fields = [.. mapping.Fields.Select(rule => rule.Unit is { Length: > 0 } unit && ReportFields.Find(rule.Field)!.Type is var type
            && !LearnableWords.IsUnit(type, unit) && Learned(work, WordRules.Unit, unit)?.Meaning is { } known && LearnableWords.IsUnit(type, known)
                ? rule with { Unit = known } : rule)],
    };

    /// <summary>The mapping with the meanings found; those only proposed wait for a person.</summary>
    public static Mapping Put(ImportWork work, Mapping mapping)
    {
        foreach (var ((field, column, value), found) in work.FoundWords)
        {
            if (mapping.Fields.Any(f => f.Field == field && f.Column == column)
                && mapping.WithMeaning(column, value, found.Meaning) is { IsRefused: false } said)
            {
                mapping = said.Value!;
                if (!found.IsLearned)
                {
                    work.Unconfirmed.Add(DictionaryEntry.KeyOf(ReadingTopic.Word, column, value));
                }
            }
        }

        return mapping;
    }

    /// <summary>The words of the import that a person has said the meaning of, and that no list has: the programme knows them from now on.</summary>
    public static IEnumerable<(string Field, string Text, string Meaning)> ToLearn(ImportWork work) =>
        Statuses(work).Concat(work.Counts.Words.Keys.Where(w => Names.Contains(w.Field))
                .Select(w => (w.Field, w.Value, Meaning: SaidOf(work, w) ?? w.Value)).Where(w => w.Meaning != w.Value && w.Meaning.Length > 0))
            .Concat(Units(work)).OrderBy(w => w.Item1, StringComparer.Ordinal).ThenBy(w => w.Item2, StringComparer.Ordinal);

    private static IEnumerable<(string, string, string)> Statuses(ImportWork work) =>
        from word in work.Counts.Words.Keys
        where word.Field is WordRules.Effect or WordRules.Kinds
        let key = DictionaryEntry.KeyOf(ReadingTopic.Word, word.Column, word.Value)
        let type = ReportFields.Find(word.Field)!.Type
        let meaning = DictionaryWords.MeaningOf(work, word, type)
        where !work.Unconfirmed.Contains(key) || work.Options.IsConfirmed(key, meaning)
        where ValueWords.Meaning(type, word.Value) is null && ValueWords.Meaning(type, meaning) is not null
            && !LearnableWords.Denies(word.Field, word.Value, meaning)
        select (word.Field, word.Value, meaning);

    /// <summary>Units of headings and of cells that no list has, of which a person has said what they are.</summary>
    private static IEnumerable<(string, string, string)> Units(ImportWork work) => work.Counts.Words.Keys.Where(IsStrangeUnit)
        .Select(w => (WordRules.Unit, w.Value, SaidOf(work, w) ?? "")).Where(w => LearnableWords.Means(WordRules.Unit, w.Item3))
        .Concat(OfHeadings(work)).Distinct();

    private static bool IsStrangeUnit(FieldWord word) => ReportFields.Find(word.Field)!.Type is var type && NumberText.UnitsOf(type).Count > 0
        && !LearnableWords.IsUnit(type, word.Value);

    private static IEnumerable<(string, string, string)> OfHeadings(ImportWork work) =>
        from rule in work.Options.Mapping?.Fields ?? []
        where rule is { Column: not null, Unit: { Length: > 0 } }
        let type = ReportFields.Find(rule.Field)!.Type
        let stated = HeadingUnit.Of(rule.Column!, type)
        where stated is { Length: > 0 } && !LearnableWords.IsUnit(type, stated) && LearnableWords.IsUnit(type, rule.Unit)
        select (WordRules.Unit, stated, rule.Unit);

    public static bool IsSaid(ImportWork work, FieldWord word) => work.Options.Mapping!.Fields
        .Any(f => f.Field == word.Field && f.Column == word.Column && f.MeaningOf(word.Value) is not null and not FieldRule.Unknown);

    /// <summary>What the mapping says of a word.</summary>
    private static string? SaidOf(ImportWork work, FieldWord word) => work.Options.Mapping!.Fields
        .Where(f => f.Field == word.Field && f.Column == word.Column).Select(f => f.MeaningOf(word.Value))
        .FirstOrDefault(m => m is not null and not FieldRule.Unknown and not FieldRule.LeftOut);

    private static FoundWord? Learned(ImportWork work, string field, string value) =>
        work.State.Of<LearnedWords>().Find(field, value) is { } word
            ? new FoundWord(word.Meaning, true, DictionaryWhy.LearnedOn(ProgrammeTime.Of(work.State).DayOf(word.Act.At))) : null;

    private static FoundWord? Of(string field, string value, DateOnly today) =>
        ProposedWords.For(ReportFields.Find(field)!.Type, value, today) is { } proposed
            ? new FoundWord(proposed.Meaning, false,
                proposed.By == ProposedBy.Spelling ? DictionaryWhy.Spelling(proposed.Word) : DictionaryWhy.Beside(proposed.Word))
            : null;
}
