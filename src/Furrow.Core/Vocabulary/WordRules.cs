using Furrow.Core.Log;

namespace Furrow.Core.Vocabulary;

/// <summary>How a programme learns words of files, and forgets them.</summary>
public static class WordRules
{
    public const string Effect = "effect", Kinds = "kinds", Method = "method", Organisation = "organisation";

    /// <summary>Units of area, depth and length: no field of a report, but a word of many headings.</summary>
    public const string Unit = "unit";
    public const int Longest = 120;

    /// <param name="judge">Why the word cannot have that meaning, if so: the words of mapping files are known where they are read.</param>
    public static Ruling Learn(IKnown known, Act act, LearnWord intent, Func<LearnWord, Problem?> judge) =>
        judge(intent) is { } wrong ? wrong
            : known.Of<LearnedWords>().Find(intent.Field, intent.Word)?.Meaning == intent.Meaning ? Problems.WordLearnedAlready(intent.Word)
            : [new WordLearned(DerivedId.Of(act.Id, "word"), intent.Field, intent.Word.Trim(), intent.Meaning)];

    public static Ruling Forget(IKnown known, Act act, ForgetWord intent) =>
        known.Of<LearnedWords>().Find(intent.Word) is not { IsForgotten: false } ? Problems.WordUnknown(intent.Word) : [new WordForgotten(intent.Word)];

    /// <summary>The words of an import that a person confirmed, so far as the programme did not know them so.</summary>
    public static IEnumerable<IFact> FromImport(IKnown known, Act act, IEnumerable<(string Field, string Text, string Meaning)> words)
    {
        var learned = known.Of<LearnedWords>();
        return words.Where(w => w.Text.Length is > 0 and <= Longest && learned.Find(w.Field, w.Text)?.Meaning != w.Meaning)
            .DistinctBy(w => (w.Field, w.Text.ToUpperInvariant()))
            .Select(w => new WordLearned(DerivedId.Of(act.Id, $"word {w.Field} {w.Text.ToUpperInvariant()}"), w.Field, w.Text, w.Meaning));
    }
}
