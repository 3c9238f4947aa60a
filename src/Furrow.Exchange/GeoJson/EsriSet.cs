using System.Text.Json;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.GeoJson;

/// <summary>What a feature set of Esri JSON (ArcGIS REST API) says of all its features before the first of them.</summary>
/// <param name="System">Its spatial reference as a code or definition.</param>
/// <param name="Dates">Columns that hold days as milliseconds since 1970.</param>
internal sealed record EsriSet(string? System, IReadOnlySet<string> Dates)
{
    /// <summary>The meanings of codes, by the domains of its fields.</summary>
    public CodedValues Codes { get; private init; } = CodedValues.None;

    /// <summary>The column that says of which subtype a feature is.</summary>
    private string? TypeColumn { get; init; }

    private IReadOnlyDictionary<string, string> Types { get; init; } = new Dictionary<string, string>();

    public static readonly EsriSet None = new(null, new HashSet<string>());

    /// <param name="value">Sound JSON.</param>
    public EsriSet With(string member, ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return member switch
            {
                "spatialReference" => this with { System = EsriDrawing.SystemOf(document.RootElement) },
                "fields" when document.RootElement.ValueKind == JsonValueKind.Array => this with
                {
                    Dates = DatesOf(document.RootElement), Codes = CodesOf(document.RootElement),
                },
                "typeIdField" => this with { TypeColumn = document.RootElement.GetString() },
                "types" when document.RootElement.ValueKind == JsonValueKind.Array => this with { Types = TypesOf(document.RootElement) },
                _ => this,
            };
        }
        catch (InvalidOperationException)
        {
            // A name or text inside that is not UTF-8.
            return this;
        }
    }

    /// <summary>What a code means: by the domain of its column, or as a subtype.</summary>
    public string? Meaning(string? column, string? code) => Codes.Meaning(column, code)
        ?? (TypeColumn is { } types && code is not null && string.Equals(column, types, StringComparison.OrdinalIgnoreCase)
            ? Types.GetValueOrDefault(code) : null);

    private static Dictionary<string, string> TypesOf(JsonElement types)
    {
        var meanings = new Dictionary<string, string>();
        foreach (var type in types.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.Object).Take(CodedValues.Most))
        {
            if (type.TryGetProperty("id", out var id) && JsonDrawing.Text(type, "name")?.Trim() is { Length: > 0 } meaning)
            {
                meanings.TryAdd(id.ToString(), meaning);
            }
        }

        return meanings;
    }

    private static CodedValues CodesOf(JsonElement fields)
    {
        var codes = new CodedValues();
        foreach (var field in fields.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.Object))
        {
            if (JsonDrawing.Text(field, "name") is not { } name || !field.TryGetProperty("domain", out var domain) || domain.ValueKind != JsonValueKind.Object
                || !domain.TryGetProperty("codedValues", out var values) || values.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var value in values.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object))
            {
                if (value.TryGetProperty("code", out var code) && JsonDrawing.Text(value, "name") is { } meaning)
                {
                    codes.Add(name, code.ToString(), meaning.Trim());
                }
            }
        }

        return codes;
    }

    private static HashSet<string> DatesOf(JsonElement fields) =>
    [
        .. fields.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.Object && JsonDrawing.Text(f, "type") == "esriFieldTypeDate")
            .Select(f => JsonDrawing.Text(f, "name")).OfType<string>(),
    ];
}
