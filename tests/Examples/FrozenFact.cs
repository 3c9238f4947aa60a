using System.Text;
using System.Text.Json.Serialization.Metadata;
using Furrow.Core.Log;

namespace Examples;

/// <summary>A fact version as it was frozen: a line for its shape, and one for each part of an example. Files are never changed; a new fact version
/// is a new file.</summary>
internal static class FrozenFact
{
    internal static string FileOf(FactKind kind) => $"{kind.Name}.{kind.Version}.txt";

    internal static string Write(FactKind kind, EncodedFact example)
    {
        var text = new StringBuilder($"shape {kind.Scopes} {Shape(kind.Json, [])}\n");
        foreach (var part in example.Parts)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{part.Tier} {Encoding.UTF8.GetString(part.Bytes.Span)}\n");
        }

        return text.ToString();
    }

    internal static EncodedFact Read(FactKind kind, string text) => new(kind.Name, kind.Version, kind.Scopes,
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(' ', 2))
            .Select(words => new FactPart(Enum.Parse<Tier>(words[0]), Encoding.UTF8.GetBytes(words[1]))),
    ]);

    /// <summary>Names and types of all properties, all the way down: what the format of a fact is, apart from any example.</summary>
    private static string Shape(JsonTypeInfo type, HashSet<Type> within)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            return $"[{Shape(type.Options.GetTypeInfo(type.ElementType!), within)}]";
        }

        var bare = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (bare.IsSubclassOf(typeof(SealedValue)))
        {
            // What stands in its part.
            return bare == typeof(Sealed) ? nameof(String) : "IReadOnlyDictionary`2";
        }

        if (bare.IsEnum || bare.Namespace!.StartsWith("System", StringComparison.Ordinal) || type.Converter.GetType().Name is "ShapeJsonConverter" or "PhraseJson")
        {
            return bare.Name;
        }

        var properties = type.Options.GetTypeInfo(bare).Properties.Where(p => p.Get is not null && (p.Set is not null || p.AssociatedParameter is not null));
        return within.Add(bare) ? $"{{{string.Join(", ", properties.Select(p => Shape(p, within)))}}}" : bare.Name;
    }

    private static string Shape(JsonPropertyInfo property, HashSet<Type> within)
    {
        var optional = property.IsGetNullable ? "?" : "";
        var apart = property.CustomConverter is null ? "" : "apart ";
        return $"{property.Name}:{apart}{Shape(property.Options.GetTypeInfo(property.PropertyType), within)}{optional}";
    }
}
