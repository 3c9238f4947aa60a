using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Core.Rights;

namespace Furrow.Core.Checks;

/// <summary>One decision for a whole group of findings.</summary>
[FactName("findings-decided", 1, needs: Right.DecideFindings, RestsOn = Scopes.Land)]
public sealed record FindingsDecided(string Group, Guid? Batch, string Decision) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [ReportConcerns.OfGroup(Group, Batch)];
}

[JsonSerializable(typeof(FindingsDecided))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class FindingFactsJson : JsonSerializerContext;
