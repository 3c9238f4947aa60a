using Furrow.Core.Log;
using Furrow.Core.Vocabulary;

namespace Examples;

internal sealed class WordExamples : SubjectExamples
{
    public override IEnumerable<IFact> Facts =>
    [
        new WordLearned(Id(71), "effect", "Finished", "cleared"), new WordForgotten(Id(71)), new WordLearned(Id(72), "effect", "Done", "cleared"),
    ];
}
