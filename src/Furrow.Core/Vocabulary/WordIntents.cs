using System.Text.Json.Serialization;
using Furrow.Core.Intents;

namespace Furrow.Core.Vocabulary;

/// <summary>Say what a word of files means in this programme.</summary>
public sealed record LearnWord(
    [property: Field(FieldKind.Choice, Choices = [WordRules.Effect, WordRules.Kinds, WordRules.Method, WordRules.Organisation, WordRules.Unit])] string Field,
    [property: Field(FieldKind.Text, Longest = WordRules.Longest)] string Word,
    [property: Field(FieldKind.Code)] string Meaning);

/// <summary>Have a word asked about again.</summary>
public sealed record ForgetWord([property: Field(FieldKind.Object, Of = "word", IsArgument = true)] Guid Word);

[JsonSerializable(typeof(LearnWord))]
[JsonSerializable(typeof(ForgetWord))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class WordIntentsJson : JsonSerializerContext;
