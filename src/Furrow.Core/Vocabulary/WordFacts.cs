using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Vocabulary;

/// <summary>A person has said what a word of files means in this programme: imports know it from then on. A word learned anew has the new meaning.</summary>
/// <param name="Field">The field of a report whose columns hold it: effect, kinds, method, organisation; or unit.</param>
/// <param name="Text">The word as files write it.</param>
/// <param name="Meaning">As mapping files name it.</param>
[FactName("word-learned", 1, needs: Right.Record)]
public sealed record WordLearned(Guid Word, string Field, string Text, string Meaning) : IFact;

/// <summary>A word is asked about again.</summary>
[FactName("word-forgotten", 1, needs: Right.Record)]
public sealed record WordForgotten(Guid Word) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Word);
}

[JsonSerializable(typeof(WordLearned))]
[JsonSerializable(typeof(WordForgotten))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class WordFactsJson : JsonSerializerContext;
