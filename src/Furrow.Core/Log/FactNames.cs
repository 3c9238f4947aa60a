using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Furrow.Core.Log;

/// <summary>A fact type this release knows.</summary>
/// <param name="HasSeals">It can hold a sealed value, itself or in what it holds.</param>
public sealed record FactKind(string Name, int Version, Scopes Scopes, Type Type, JsonTypeInfo Json, bool HasSeals);

/// <summary>The facts this release knows, by name and version and by type: every class of the core that has a <see cref="FactNameAttribute"/>.</summary>
public static class FactNames
{
    private static readonly FactKind[] Kinds = [.. typeof(FactNames).Assembly.GetTypes().Where(t => t.IsDefined(typeof(FactNameAttribute)))
        .Select(KindOf).OrderBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Version)];
    private static readonly FrozenDictionary<(string, int), FactKind> ByName = Kinds.ToFrozenDictionary(k => (k.Name, k.Version));
    private static readonly FrozenDictionary<Type, FactKind> ByType = Kinds.ToFrozenDictionary(k => k.Type);
    private static readonly (byte[] Bytes, string Name)[] Names = [.. Kinds.Select(k => k.Name).Distinct().Select(n => (Encoding.ASCII.GetBytes(n), n))];

    public static IReadOnlyList<FactKind> All => Kinds;

    public static FactKind? Find(string name, int version) => ByName.GetValueOrDefault((name, version));

    /// <summary>The name a fact stands under in the log, whether this release reads it or not.</summary>
    public static string NameOf(IFact fact) => fact is UnknownFact unknown ? unknown.Name : Of(fact).Name;

    internal static FactKind Of(IFact fact) => ByType.GetValueOrDefault(fact.GetType())
        ?? throw new InvalidOperationException($"{fact.GetType().Name} has no [FactName]: the log could not be read again.");

    /// <summary>One string for each known name, so that reading a million headers does not make a million strings.</summary>
    internal static string Intern(ReadOnlySpan<byte> ascii)
    {
        foreach (var (bytes, name) in Names)
        {
            if (ascii.SequenceEqual(bytes))
            {
                return name;
            }
        }

        foreach (var letter in ascii)
        {
            if (!char.IsAsciiLetterLower((char)letter) && !char.IsAsciiDigit((char)letter) && letter != '-')
            {
                throw new FormatException("The name of a fact holds something else than lower-case letters, digits and hyphens.");
            }
        }

        return Encoding.ASCII.GetString(ascii);
    }

    private static FactKind KindOf(Type type)
    {
        var name = type.GetCustomAttribute<FactNameAttribute>()!;
        return FactsJson.Fixed.TryGetTypeInfo(type, out var json) ? new FactKind(name.Name, name.Version, name.Scopes, type, json, HoldsSeals(type, []))
            : throw new InvalidOperationException($"{type.Name} stands in no JsonSerializerContext of the core: put one beside its facts.");
    }

    private static bool HoldsSeals(Type type, HashSet<Type> seen) => type.IsSubclassOf(typeof(SealedValue))
        || (seen.Add(type) && (type.GetGenericArguments().Any(t => HoldsSeals(t, seen))
            || (type.Assembly == typeof(FactNames).Assembly && type.GetProperties().Any(p => HoldsSeals(p.PropertyType, seen)))));
}
