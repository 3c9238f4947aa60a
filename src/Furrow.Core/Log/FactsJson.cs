using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Furrow.Core.Log;

/// <summary>The fixed options of the JSON of facts. What a fact looks like says the <see cref="JsonSerializerContext"/> beside it, in the file of its subject:
/// every context of the core is asked, so this place names no subject.</summary>
internal static class FactsJson
{
    /// <summary>Letters stay letters: only what JSON itself demands is escaped. The bytes are never put into a page.</summary>
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Fixed for ever: camelCase names in declared order, null left out, computed properties left out, enums as their numbers.</summary>
    internal static readonly JsonSerializerOptions Fixed = MakeOptions();

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            Encoder = Encoder,
            MaxDepth = 32,
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. Contexts()]).WithAddedModifier(SetApart),
        };
        options.Converters.Add(new SortedTexts());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>In the order of their names, so that every run asks them alike.</summary>
    private static IEnumerable<IJsonTypeInfoResolver> Contexts() => typeof(FactsJson).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(JsonSerializerContext))).OrderBy(t => t.FullName, StringComparer.Ordinal)
        .Select(t => (IJsonTypeInfoResolver)Activator.CreateInstance(t)!);

    private static void SetApart(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var sensitive = property.AttributeProvider?.GetCustomAttributes(typeof(SensitiveAttribute), inherit: false);
            var tier = sensitive is [SensitiveAttribute said] ? said.Tier : (Tier?)null;
            property.CustomConverter = (tier, property.PropertyType) switch
            {
                (null, var other) when !other.IsSubclassOf(typeof(SealedValue)) => property.CustomConverter,
                ({ } of, var text) when text == typeof(Sealed) => new SealedJson(of),
                ({ } of, var texts) when texts == typeof(SealedTexts) => new SealedTextsJson(of),
                _ => throw new InvalidOperationException($"{type.Type.Name}.{property.Name}: a sealed value has a tier, and nothing else has one."),
            };
        }
    }
}
