using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Furrow.Core.Intents;

/// <summary>What an intent is: its name and its fields, as its flat record and the <see cref="JsonSerializerContext"/> beside it have them.</summary>
public sealed class IntentDescription
{
    /// <summary>Why; every intent has it, no field may be called so.</summary>
    public const string ReasonName = "reason";

    /// <summary>Which intent a JSON object is.</summary>
    public const string IntentName = "intent";

    private static readonly Type[] Whole = [typeof(int), typeof(long)];

    /// <param name="name">For ever: "organisation-rename".</param>
    /// <param name="record">Its record, each property with a <see cref="FieldAttribute"/>.</param>
    /// <param name="json">The context that has the record.</param>
    /// <param name="label">What a field is called in English.</param>
    /// <exception cref="InvalidOperationException">The record is not flat, or a property is not described as what it is: the sentence names it.</exception>
    public IntentDescription(string name, Type record, JsonSerializerContext json, Func<string, string> label)
    {
        (Name, Record) = (name, record);
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = json,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        };
        Json = options.TryGetTypeInfo(record, out var type) ? type : throw new InvalidOperationException($"{record.Name} stands in no context beside it.");
        Fields = [.. Json.Properties.Select(p => Of(record, p, label(p.Name), options))];
        Reason = FieldDescription.Reason(label(ReasonName));
    }

    public string Name { get; }

    /// <summary>The flat record. It lies in the folder of its subject.</summary>
    public Type Record { get; }

    /// <summary>In the order of the record.</summary>
    public IReadOnlyList<FieldDescription> Fields { get; }

    public FieldDescription Reason { get; }

    /// <summary>How the record is read and written.</summary>
    internal JsonTypeInfo Json { get; }

    /// <summary>The field of this name, the reason among them.</summary>
    public FieldDescription? Find(string name) => name == ReasonName ? Reason : Fields.FirstOrDefault(f => f.Name == name);

    private static FieldDescription Of(Type record, JsonPropertyInfo property, string label, JsonSerializerOptions options)
    {
        var field = property.AttributeProvider?.GetCustomAttributes(typeof(FieldAttribute), inherit: false) is [FieldAttribute described] ? described
            : throw new InvalidOperationException($"{record.Name}.{property.Name} has no [Field].");
        var several = property.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var held = several ? property.PropertyType.GetGenericArguments()[0] : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (!Holds(field.Kind, held) || property.Name is ReasonName or IntentName)
        {
            throw new InvalidOperationException($"{record.Name}.{property.Name} cannot be a field of kind {field.Kind}.");
        }

        var given = property.AssociatedParameter is { HasDefaultValue: true } parameter ? parameter.DefaultValue : null;
        return new FieldDescription
        {
            Name = property.Name,
            Label = label,
            Kind = field.Kind,
            IsRequired = property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false },
            IsMany = several,
            IsWhole = Whole.Contains(held),
            IsArgument = field.IsArgument,
            HasLines = field.HasLines,
            Longest = field.Longest > 0 ? field.Longest : FieldDescription.LongestOf(field.Kind, field.HasLines),
            Unit = field.Unit,
            Least = Bound(field.Least, held, "MinValue"),
            Most = Bound(field.Most, held, "MaxValue"),
            Choices = held.IsEnum ? [.. Enum.GetValues(held).Cast<Enum>().Select(v => TextOf(v, options)!)] : field.Choices,
            Of = field.Kind == FieldKind.Person ? "person" : field.Of,
            Tier = field.Tier,
            Default = given is null ? null : TextOf(given, options),
        };
    }

    private static bool Holds(FieldKind kind, Type held) => kind switch
    {
        FieldKind.Day => held == typeof(DateOnly),
        FieldKind.Number => Whole.Contains(held) || held == typeof(decimal),
        FieldKind.YesNo => held == typeof(bool),
        FieldKind.Person or FieldKind.Object => held == typeof(Guid),
        FieldKind.Choice => held == typeof(string) || held.IsEnum,
        _ => held == typeof(string),
    };

    private static decimal? Bound(double said, Type held, string ofType) => double.IsFinite(said) ? (decimal)said
        : Whole.Contains(held) ? Convert.ToDecimal(held.GetField(ofType)!.GetValue(null), CultureInfo.InvariantCulture) : null;

    private static string? TextOf(object value, JsonSerializerOptions options) => value switch
    {
        bool yes => yes ? FieldReader.Yes : FieldReader.No,
        Enum word => JsonSerializer.SerializeToElement(word, options.GetTypeInfo(word.GetType())).GetString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
