using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Vocabulary;

/// <summary>A word of files, what it means in this programme, and the act that said so.</summary>
/// <param name="IsForgotten">It is asked about again, or was learned anew with another meaning.</param>
public sealed record LearnedWord(Guid Id, string Field, string Text, string Meaning, Act Act, bool IsForgotten = false);

/// <summary>The words a programme has learned: for each field and word its last meaning.</summary>
[Folds(typeof(WordLearned), typeof(WordForgotten))]
public sealed class LearnedWords : ISubject<LearnedWords>
{
    public static LearnedWords Empty { get; } = new();

    /// <summary>The oldest first, forgotten ones too.</summary>
    public ImmutableList<LearnedWord> All { get; private init; } = [];

    private ImmutableDictionary<(string Field, string Text), LearnedWord> ByText { get; init; } =
        ImmutableDictionary<(string Field, string Text), LearnedWord>.Empty;

    public LearnedWord? Find(Guid id) => All.Find(w => w.Id == id);

    /// <summary>Exactly this word; letter case does not count.</summary>
    public LearnedWord? Find(string field, string text) => ByText.GetValueOrDefault(Key(field, text));

    public LearnedWords Apply(Placed placed) => placed.Fact switch
    {
        WordLearned fact => With(new LearnedWord(fact.Word, fact.Field, fact.Text, fact.Meaning, placed.Act)),
        WordForgotten fact => Without(Find(fact.Word) is { IsForgotten: false } word ? word : null),
        _ => this,
    };

    private LearnedWords With(LearnedWord word)
    {
        var rest = Without(Find(word.Field, word.Text));
        return new LearnedWords { All = rest.All.Add(word), ByText = rest.ByText.Add(Key(word.Field, word.Text), word) };
    }

    private LearnedWords Without(LearnedWord? word) => word is null ? this
        : new LearnedWords { All = All.Replace(word, word with { IsForgotten = true }), ByText = ByText.Remove(Key(word.Field, word.Text)) };

    private static (string Field, string Text) Key(string field, string text) => (field, text.Trim().ToUpperInvariant());
}
