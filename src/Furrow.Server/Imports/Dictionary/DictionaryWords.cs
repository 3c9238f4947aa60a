using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What each word of the file means: those nobody has said first, then the others, most frequent first.</summary>
internal static class DictionaryWords
{
    /// <summary>Words of one column that are listed; those that are open are listed whatever their number.</summary>
    private const int Most = 1_000;

    public static IEnumerable<DictionaryEntry> Of(ImportWork work)
    {
        var open = work.OpenWords.Select(w => new DictionaryEntry(ReadingTopic.Word, w.Column, w.Value, w.Field, "", w.Rows, Standing.NotKnown,
            DictionaryWhy.NoKnownWord(), SayOf(w.Column, w.Value, "MEANING"))).ToList();
        var asked = open.Select(e => (e.Of, e.Value)).ToHashSet();
        var known = work.Counts.Words.Where(w => !asked.Contains((w.Key.Column, w.Key.Value)))
            .OrderByDescending(w => w.Value).ThenBy(w => w.Key.Column, StringComparer.Ordinal).ThenBy(w => w.Key.Value, StringComparer.Ordinal).ToList();
        var listed = known.GroupBy(w => (w.Key.Field, w.Key.Column)).SelectMany(g => g.Take(Most)).Select(w => w.Key).ToHashSet();
        return [.. open, .. known.Where(w => listed.Contains(w.Key)).Select(w => Known(work, w.Key, w.Value)), .. Rest(known)];
    }

    /// <summary>Of names there may be as many as rows: what is not listed is counted.</summary>
    private static IEnumerable<DictionaryEntry> Rest(IEnumerable<KeyValuePair<FieldWord, int>> known) =>
        known.GroupBy(w => (w.Key.Field, w.Key.Column)).Where(g => g.Count() > Most)
            .Select(g => new DictionaryEntry(ReadingTopic.Word, g.Key.Column, "", g.Key.Field, "", g.Skip(Most).Sum(w => w.Value), Standing.Known,
                DictionaryWhy.MoreWords(g.Count() - Most), null));

    public static string SayOf(string column, string value, string meaning) => $"--map \"{column}:{value}={meaning}\"";

    private static DictionaryEntry Known(ImportWork work, FieldWord word, int rows)
    {
        var type = ReportFields.Find(word.Field)!.Type;
        if (type is FieldType.Area or FieldType.Depth or FieldType.Length)
        {
            return Unit(work, word, type, rows);
        }

        var meaning = MeaningOf(work, word, type);
        var found = work.FoundWords.GetValueOrDefault((word.Field, word.Column, word.Value));
        var key = DictionaryEntry.KeyOf(ReadingTopic.Word, word.Column, word.Value);
        var (unlike, other) = found is null && meaning == word.Value && FoundWords.IsName(word.Field) ? Unlike(work, word) : default;
        var isOpen = work.Unconfirmed.Contains(key)
            || unlike is not null && (work.Proposal is not null || work.Options.Recalled is not null && !FoundWords.IsSaid(work, word));
        return new(ReadingTopic.Word, word.Column, word.Value, word.Field, meaning, rows,
            isOpen && !work.Options.IsConfirmed(key, meaning) ? Standing.Proposed : Standing.Known, unlike ?? found?.Why,
            SayOf(word.Column, word.Value, "MEANING"))
        {
            Choices = other is null ? null : [new(other)],
        };
    }

    /// <summary>A name that nobody can tell from another by looking: it would make a second thing of one.</summary>
    private static (Phrase? Why, string? Other) Unlike(ImportWork work, FieldWord word) =>
        Lookalikes.Of(word.Value).FirstOrDefault(other => work.Counts.Words.ContainsKey(word with { Value = other })
            || work.State.Of<Core.Vocabulary.LearnedWords>().Find(word.Field, other) is not null) is { } same ? (DictionaryWhy.LooksLike(same), (string?)same)
        : Lookalikes.MixedWord(word.Value) is { } mixed ? (DictionaryWhy.TwoScripts(mixed), (string?)null) : default;

    /// <summary>A unit behind the numbers of a column: of the lists, as somebody has said of it, or not known.</summary>
    private static DictionaryEntry Unit(ImportWork work, FieldWord word, FieldType type, int rows)
    {
        if (LearnableWords.IsUnit(type, word.Value))
        {
            return new(ReadingTopic.Word, word.Column, word.Value, word.Field, word.Value, rows, Standing.Known, null, null);
        }

        var meaning = MeaningOf(work, word, type);
        var isSaid = LearnableWords.IsUnit(type, meaning) || meaning == FieldRule.LeftOut;
        return new(ReadingTopic.Word, word.Column, word.Value, word.Field, isSaid ? meaning : "", rows, isSaid ? Standing.Known : Standing.NotKnown,
            isSaid ? work.FoundWords.GetValueOrDefault((word.Field, word.Column, word.Value))?.Why : DictionaryWhy.UnitUnknown(word.Value),
            SayOf(word.Column, word.Value, "UNIT"))
        { Choices = [.. NumberText.UnitsOf(type).Select(u => new ReadingChoice(u))] };
    }

    public static string MeaningOf(ImportWork work, FieldWord word, FieldType type)
    {
        var said = work.Options.Mapping!.Fields.Where(f => f.Field == word.Field && f.Column == word.Column)
            .Select(f => f.MeaningOf(word.Value)).FirstOrDefault(m => m is not null and not FieldRule.Unknown);
        return said ?? ValueWords.Meaning(type, word.Value) ?? word.Value;
    }
}
