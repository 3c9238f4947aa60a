using System.Text.Json.Serialization;

namespace Furrow.Core.Log;

/// <summary>One part of an earlier entry was erased; the act gives the ground. The bytes and their salt are gone from every copy that holds this entry;
/// statement, placement and chain stay.</summary>
[FactName(Name, 1, Scopes.Privacy, needs: Right.Erase)]
public sealed record PartErased(long Position, Tier Tier) : IFact
{
    /// <summary>The log itself acts on this fact, so it knows the name.</summary>
    public const string Name = "part-erased";
}

[JsonSerializable(typeof(Act))]
[JsonSerializable(typeof(PartErased))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class LogFactsJson : JsonSerializerContext;
