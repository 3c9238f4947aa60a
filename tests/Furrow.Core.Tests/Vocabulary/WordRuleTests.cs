using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Tests.Reports;
using Furrow.Core.Vocabulary;

namespace Furrow.Core.Tests.Vocabulary;

public sealed class WordRuleTests
{
    private static readonly Guid Finished = Made.Id(1);

    private static ProgrammeState With(params IFact[] facts) => 
        Made.Placed(facts).Aggregate(ProgrammeState.Empty, (state, placed) => state.Apply(placed));

    private static readonly ProgrammeState Known = With(new WordLearned(Finished, "effect", "Finished", "cleared"));

    private static string Of(Ruling ruling) => ruling.Problem?.Code ?? string.Join(", ", ruling.Facts.Select(f => f switch
    {
        WordLearned w => $"{w.Field} {w.Text} = {w.Meaning}",
        _ => f.GetType().Name,
    }));

    [Theory]
    [InlineData("effect", "Done", "cleared", "effect Done = cleared")]
    [InlineData("effect", "finished", "cleared", "word-learned-already")]
    [InlineData("effect", "Finished", "reduced", "effect Finished = reduced")]
    [InlineData("effect", "Done", "clean", "word-meaning-unknown")]
    public void A_word_is_learned(string field, string text, string meaning, string answer) =>
        Assert.Equal(answer, Of(WordRules.Learn(Known, Made.By("Ann"), new LearnWord(field, text, meaning),
            i => i.Meaning == "clean" ? Problems.WordMeaningUnknown(i.Meaning) : null)));

    [Fact]
    public void The_last_meaning_counts_until_the_word_is_forgotten()
    {
        var later = With(new WordLearned(Finished, "effect", "Finished", "cleared"), new WordLearned(Made.Id(2), "effect", "FINISHED", "reduced"));
        Assert.Equal("reduced", later.Of<LearnedWords>().Find("effect", "finished")!.Meaning);
        Assert.Single(later.Of<LearnedWords>().All, w => !w.IsForgotten);
        Assert.Null(With(new WordLearned(Made.Id(2), "effect", "Finished", "reduced"), new WordForgotten(Made.Id(2))).Of<LearnedWords>().Find("effect", "finished"));
    }

    [Fact]
    public void What_is_not_known_is_not_forgotten() => Assert.Equal("word-unknown", Of(WordRules.Forget(Known, Made.By("Ann"), new ForgetWord(Made.Id(9)))));
}
