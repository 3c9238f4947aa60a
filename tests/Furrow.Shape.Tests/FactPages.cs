using System.Reflection;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Roles;
using Furrow.Server.Verbs;

namespace Furrow.Shape.Tests;

/// <summary>Tables of the documents that say what stands in the code: facts, the rights they need, their restricted and personal fields. What each is for is
/// the comment above it.</summary>
internal static class FactPages
{
    public const string Facts = "docs/fact-format.md";
    public const string FactHead = "| name | version | scopes | says |";
    public const string Rights = "docs/rights.md";
    public const string RightHead = "| right | may | facts |";
    public const string RoleHead = "| role | is who | rights |";
    public const string Tiers = "docs/tiers.md";
    public const string FieldHead = "| field | tier | what it holds |";
    public const string OutputHead = "| output | shows | why |";

    public static IEnumerable<string> FactRows(IEnumerable<FactKind> kinds, Comments said) => kinds.Select(k =>
        $"| `{k.Name}` | {k.Version} | {Words(k.Scopes)} | {said.Of(k.Type)} |");

    public static IEnumerable<string> RightRows(IEnumerable<FactKind> kinds, Comments said) =>
        from right in Enum.GetValues<Right>()
        where right != Right.Unnamed
        let facts = kinds.Where(k => k.Type.GetCustomAttribute<FactNameAttribute>()!.Needs == right).Select(k => $"`{k.Name}`")
        let may = said.Of(typeof(Right), right.ToString())
        select $"| `{ListedTests.Kebab(right.ToString())}` | {(may.StartsWith("To ", StringComparison.Ordinal) ? may[3..] : may)} | {string.Join(", ", facts)} |";

    public static IEnumerable<string> RoleRows(Comments said) => Enum.GetValues<Role>().Select(role =>
        $"| `{ListedTests.Kebab(role.ToString())}` | {said.Of(typeof(Role), role.ToString())} | "
            + string.Join(", ", RoleRights.Of(role).Order().Select(right => $"`{ListedTests.Kebab(right.ToString())}`")) + " |");

    /// <summary>Fields in the order of their names. The reason of an act is a field for each fact it may be the reason of.</summary>
    public static IEnumerable<string> FieldRows(IEnumerable<FactKind> kinds, Comments said) => kinds.Where(k => k.Type != typeof(Act))
        .SelectMany(k => Sealed(k.Type, k.Name + "/", [], said)
            .Append((Name: $"{Act.Name}/Reason of {k.Name}", Tier: Tier.Restricted, Holds: "The reason that was given with it.")))
        .OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"| `{f.Name}` | {f.Tier.ToString().ToLowerInvariant()} | {f.Holds} |");

    /// <summary>The rows there are, and one for each verb that has none: it shows nothing, until a test sees that it does and somebody decides.</summary>
    public static IEnumerable<string> OutputRows(IEnumerable<string> rows, IEnumerable<string> verbs) => rows
        .Concat(verbs.Where(v => !rows.Any(r => r.StartsWith($"| `furrow {v}` |", StringComparison.Ordinal)))
            .Select(v => $"| `furrow {v}` | nothing | Figures, codes and what was done. |"))
        .OrderBy(r => r.Split('`')[1], StringComparer.Ordinal);

    /// <summary>Verbs that do something, and not a group of others. What export shows is told by what is exported.</summary>
    public static IEnumerable<string> Verbs() => VerbList.All().SelectMany(v => Leaves(v, "")).Where(v => v != "export");

    private static IEnumerable<string> Leaves(Verb verb, string before) => verb.Parts.Any()
        ? verb.Parts.SelectMany(p => Leaves(p, before + verb.Name + " ")) : [before + verb.Name];

    private static string Words(Scopes scopes) => scopes == Scopes.None ? "none"
        : string.Join(", ", Enum.GetValues<Scopes>().Where(s => s != Scopes.None && scopes.HasFlag(s)).Select(s => ListedTests.Kebab(s.ToString())));

    private static IEnumerable<(string Name, Tier Tier, string Holds)> Sealed(Type type, string before, Type[] above, Comments said)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            if (property.GetCustomAttribute<SensitiveAttribute>() is { } sensitive)
            {
                yield return (before + property.Name, sensitive.Tier, said.Of(type, property.Name));
            }
            else if (RecordIn(property.PropertyType) is { } inner && !above.Contains(inner))
            {
                foreach (var found in Sealed(inner, before + property.Name + ".", [.. above, type], said))
                {
                    yield return found;
                }
            }
        }
    }

    private static Type? RecordIn(Type type)
    {
        var held = type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : type;
        return held.IsClass && held.Assembly == typeof(IFact).Assembly ? held : null;
    }
}
