using System.Text.Json.Serialization;
using Furrow.Core.Log;

namespace Furrow.Core.Figures;

/// <summary>A figure was published: its question, date, known-at, versions and the hash of its file. Reprinting returns that file.</summary>
[FactName("figure-published", 1, needs: Right.Publish, RestsOn = Scopes.Land)]
public sealed record FigurePublished(Guid Figure, string QuestionJson, DateOnly AsOf, int KnownAt, int EngineVersion, int MovesVersion,
    string FileName, string FileSha256, string FileText) : IFact;

[JsonSerializable(typeof(FigurePublished))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class FigureFactsJson : JsonSerializerContext;
