using System.Text.Json.Serialization;
using Furrow.Core.Log;

namespace Furrow.Core.Checks;

/// <summary>One decision for a whole group of findings.</summary>
[FactName("findings-decided", 1, RestsOn = Scopes.Land)]
public sealed record FindingsDecided(string Group, Guid? Batch, string Decision) : IFact;

[JsonSerializable(typeof(FindingsDecided))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class FindingFactsJson : JsonSerializerContext;
