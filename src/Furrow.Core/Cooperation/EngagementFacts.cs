using System.Text.Json.Serialization;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>The people of a table were engaged, each row by an act of its own.</summary>
/// <param name="Engagement">The id of the table.</param>
/// <param name="File">What the file was called.</param>
/// <param name="Acts">Those of the rows that were written.</param>
[FactName("table-engaged", 1, needs: Right.KeepPeople)]
public sealed record TableEngaged(Guid Engagement, string File, IReadOnlyList<Guid> Acts) : IFact;

/// <summary>All that came of the table was taken back; the facts beside this one say what.</summary>
[FactName("table-taken-back", 1, needs: Right.KeepPeople)]
public sealed record TableTakenBack(Guid Engagement) : IFact;

[JsonSerializable(typeof(TableEngaged))]
[JsonSerializable(typeof(TableTakenBack))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class EngagementFactsJson : JsonSerializerContext;
