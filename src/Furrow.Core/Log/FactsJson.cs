using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Furrow.Core.Cooperation;
using Furrow.Core.Reports;

namespace Furrow.Core.Log;

/// <summary>Every fact of this release, once for the compiler and once for the registry, and the fixed options of their JSON.
/// A new fact is a line in each list and a frozen example in the tests. A changed fact is a new version: a new class; the old one stays.</summary>
[JsonSerializable(typeof(Act))]
[JsonSerializable(typeof(ProgrammeOpened))]
[JsonSerializable(typeof(TimeZoneTookEffect))]
[JsonSerializable(typeof(ProfileTookEffect))]
[JsonSerializable(typeof(PartErased))]
[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(ReportSubmitted))]
[JsonSerializable(typeof(ReportChecked))]
[JsonSerializable(typeof(BatchChecked))]
[JsonSerializable(typeof(ReportReturned))]
[JsonSerializable(typeof(ReportRejected))]
[JsonSerializable(typeof(ReportsAccepted))]
[JsonSerializable(typeof(BatchReceived))]
[JsonSerializable(typeof(BatchUndone))]
[JsonSerializable(typeof(FindingsDecided))]
[JsonSerializable(typeof(FigurePublished))]
[JsonSerializable(typeof(VersionsTookEffect))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class FactsJson : JsonSerializerContext
{
    internal static readonly Type[] Facts =
    [
        typeof(Act),
        typeof(ProgrammeOpened),
        typeof(TimeZoneTookEffect),
        typeof(ProfileTookEffect),
        typeof(PartErased),
        typeof(PersonRegistered),
        typeof(ReportSubmitted),
        typeof(ReportChecked),
        typeof(BatchChecked),
        typeof(ReportReturned),
        typeof(ReportRejected),
        typeof(ReportsAccepted),
        typeof(BatchReceived),
        typeof(BatchUndone),
        typeof(FindingsDecided),
        typeof(FigurePublished),
        typeof(VersionsTookEffect),
    ];

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
            TypeInfoResolver = new FactsJson().WithAddedModifier(SetApart),
        };
        options.Converters.Add(new SortedTexts());
        options.MakeReadOnly();
        return options;
    }

    private static void SetApart(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var sensitive = property.AttributeProvider?.GetCustomAttributes(typeof(SensitiveAttribute), inherit: false);
            if (sensitive is [SensitiveAttribute { Tier: var tier }])
            {
                property.CustomConverter = property.PropertyType == typeof(string) ? new SensitiveText(tier) : new SensitiveTexts(tier);
            }
        }
    }
}
