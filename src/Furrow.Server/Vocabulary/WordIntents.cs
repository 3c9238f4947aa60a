using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Vocabulary;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Intents;
using Furrow.Server.Listings;

namespace Furrow.Server.Vocabulary;

/// <summary>What can be done about the words of files, and the list of those that were learned.</summary>
internal sealed class WordIntents : SubjectIntents
{
    public static readonly Listing<LearnedWord> Words = new("words", "words.learned", ask => ask.State.Of<LearnedWords>().All)
    {
        Of = "word",
        Id = w => w.Id,
        Columns =
        [
            new("word", "words.word", CellType.Text, (w, _) => w.Text),
            new("meaning", "words.meaning", CellType.Code, (w, _) => w.Meaning),
            new("field", "mapping.field", CellType.Code, (w, _) => w.Field),
            new("forgotten", "fact.word-forgotten", CellType.Truth, (w, _) => w.IsForgotten),
            new("since", "figures.at", CellType.Moment, (w, _) => w.Act.At),
            new("by", "figures.by", CellType.Text, (w, ask) => ask.NameOf(w.Act.Person)) { Tier = Tier.Personal },
        ],
    };

    public override IEnumerable<Intent> All =>
    [
        Intent<LearnWord>("word-learn", WordIntentsJson.Default, (state, act, i) => WordRules.Learn(state, act, i, Judge), undoneBy: "word-forget"),
        Intent<ForgetWord>("word-forget", WordIntentsJson.Default, WordRules.Forget),
    ];

    public override IEnumerable<ObjectKind> Objects => [Kind("word", s => s.Of<LearnedWords>().All, w => w.Id, w => w.Text, w => !w.IsForgotten)];

    private static Problem? Judge(LearnWord said) => LearnableWords.Means(said.Field, said.Meaning)
        ? LearnableWords.Denies(said.Field, said.Word, said.Meaning) ? Problems.WordDenies(said.Word, said.Meaning) : null
        : Problems.WordMeaningUnknown(said.Meaning);
}
