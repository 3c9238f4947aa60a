using System.Text.Json.Serialization;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>A person is known from here on. Everywhere else in the log people are this opaque id; the name stands here alone, in a personal part of its own,
/// so that it can be erased without touching what the person did.</summary>
/// <param name="Name">The name of somebody who acts.</param>
[FactName("person-registered", 1, needs: Right.Record)]
public sealed record PersonRegistered(Guid Person, [property: Sensitive(Tier.Personal)] Sealed Name) : IFact;

[JsonSerializable(typeof(PersonRegistered))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PersonFactsJson : JsonSerializerContext;
