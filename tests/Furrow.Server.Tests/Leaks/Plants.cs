using System.Collections;
using System.Reflection;
using Furrow.Core.Log;

namespace Furrow.Server.Tests.Leaks;

/// <summary>A field of a fact that is kept apart from the ordinary part, and the word that is planted in it: letters and digits alone, so that no format
/// writes it in another way.</summary>
/// <param name="Name">Fact and path, for example <c>report-submitted/Parts.TurningPoints.Description</c>. The reason of an act is a field for each fact it may
/// be the reason of: <c>act-taken/Reason of batch-undone</c>.</param>
internal sealed record PlantedField(string Name, Tier Tier, string Word);

/// <summary>Every restricted and personal field of every fact of this release, found by walking their types, and planting them.</summary>
internal static class Plants
{
    public static readonly IReadOnlyList<PlantedField> All = [.. FactNames.All
        .SelectMany(kind => kind.Type == typeof(Act) ? [] : Paths(kind.Type, kind.Name + "/", []).Append((Name: NameOfReason(kind), Tier: Tier.Restricted)))
        .OrderBy(f => f.Name, StringComparer.Ordinal)
        .Select((field, number) => new PlantedField(field.Name, field.Tier, $"Plant{number:D2}Word"))];

    /// <summary>A planted fact behind an act of its own, whose reason is planted too.</summary>
    public static IFact[] InAct(IFact fact, int number) =>
        [new Act(new Guid(number, 1, 0, new byte[8]), PlantedFacts.Person, PlantedFacts.At, Door.Verb, number, ReasonOf(fact.GetType())), In(fact)];

    /// <summary>The word of the reason for facts of a type.</summary>
    public static string ReasonOf(Type fact) => All.Single(f => f.Name == NameOfReason(FactNames.All.Single(k => k.Type == fact))).Word;

    private static string NameOfReason(FactKind kind) => $"{Act.Name}/Reason of {kind.Name}";

    /// <summary>The same fact with each of these fields that it holds filled with its word.</summary>
    public static IFact In(IFact fact)
    {
        Plant(fact, FactNames.All.Single(k => k.Type == fact.GetType()).Name + "/");
        return fact;
    }

    private static IEnumerable<(string Name, Tier Tier)> Paths(Type type, string before, Type[] above)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            if (property.GetCustomAttribute<SensitiveAttribute>() is { } sensitive)
            {
                yield return (before + property.Name, sensitive.Tier);
            }
            else if (RecordIn(property.PropertyType) is { } inner && !above.Contains(inner))
            {
                foreach (var path in Paths(inner, before + property.Name + ".", [.. above, type]))
                {
                    yield return path;
                }
            }
        }
    }

    private static void Plant(object holder, string before)
    {
        foreach (var property in holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            if (property.GetCustomAttribute<SensitiveAttribute>() is not null)
            {
                var word = All.Single(f => f.Name == before + property.Name).Word;
                property.SetValue(holder, property.PropertyType == typeof(Sealed) ? (Sealed)word
                    : SealedTexts.Of(new Dictionary<string, string> { [word] = word }));
            }
            else if (RecordIn(property.PropertyType) is not null && property.GetValue(holder) is { } value)
            {
                foreach (var inner in value is IEnumerable several ? several.Cast<object>() : [value])
                {
                    Plant(inner, before + property.Name + ".");
                }
            }
        }
    }

    /// <summary>The record of ours that a property holds, or holds several of.</summary>
    private static Type? RecordIn(Type type)
    {
        var held = type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : type;
        return held.IsClass && held.Namespace?.StartsWith("Furrow.Core", StringComparison.Ordinal) == true ? held : null;
    }
}
