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

        return found;
    }

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
        from word in work.Counts.Words.Keys
        where word.Field is WordRules.Effect or WordRules.Kinds
        let key = DictionaryEntry.KeyOf(ReadingTopic.Word, word.Column, word.Value)
        where !work.Unconfirmed.Contains(key) || work.Options.IsConfirmed(key)
        let type = ReportFields.Find(word.Field)!.Type
        let meaning = DictionaryWords.MeaningOf(work, word, type)
        where ValueWords.Meaning(type, word.Value) is null && ValueWords.Meaning(type, meaning) is not null
        orderby word.Field, word.Value
        select (word.Field, word.Value, meaning);

    private static FoundWord? Learned(ImportWork work, string field, string value) =>
        work.State.Of<LearnedWords>().Find(field, value) is { } word
            ? new FoundWord(word.Meaning, true, DictionaryWhy.LearnedOn(ProgrammeTime.Of(work.State).DayOf(word.Act.At))) : null;

    private static FoundWord? Of(string field, string value, DateOnly today) =>
        ProposedWords.For(ReportFields.Find(field)!.Type, value, today) is { } proposed
            ? new FoundWord(proposed.Meaning, false,
                proposed.By == ProposedBy.Spelling ? DictionaryWhy.Spelling(proposed.Word) : DictionaryWhy.Beside(proposed.Word))
            : null;
}
