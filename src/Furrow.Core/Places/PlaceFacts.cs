using System.Text.Json.Serialization;
using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Places;

/// <summary>A set of boundaries was loaded, whose they are and which edition, by which land can be told by place from then on. A later edition
/// comes under the same name with another version; the earlier one stays, for figures that named it.</summary>
/// <param name="Name">What the boundaries are: municipalities, districts.</param>
/// <param name="Source">Source of the boundaries. A boundary is somebody's statement, not the ledger's.</param>
/// <param name="Version">Which edition: a year, a number.</param>
/// <param name="FileSha256">Of the file they came from; empty when they came from none.</param>
[FactName("places-loaded", 1, needs: Right.Administer)]
public sealed record PlacesLoaded(Guid Set, string Name, string Source, string Version, string FileSha256, IReadOnlyList<LoadedPlace> Places) : IFact;

/// <param name="Shape">Mended as shapes of hazards are, so that nothing inside a boundary belongs to nobody.</param>
public sealed record LoadedPlace(string Name, Shape Shape);

[JsonSerializable(typeof(PlacesLoaded))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PlaceFactsJson : JsonSerializerContext;
