using System.Collections;
using System.Globalization;
using Examples;
using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Shape.Tests;

/// <summary>What the log holds for ever: the bytes of facts, and the numbers of enums. FURROW_BLESS=1 ./test Shape freezes what is new, and only that: what is
/// frozen and differs is never written over. Who must change it deletes the frozen line or file by hand, for all to see, and says why in a decision.</summary>
internal static class Frozen
{
    public const string Folder = "tests/Furrow.Store.Tests/Facts/Frozen/";
    public const string Numbers = Folder + "numbers.txt";

    /// <summary>Enums of the log's own, and those that will be in it.</summary>
    private static readonly Type[] OfTheLog = [typeof(Tier), typeof(Scopes), typeof(PartState), typeof(Right)];

    /// <summary>Every fact by its frozen file, as it is written now; those without an example are named instead.</summary>
    public static (Dictionary<string, string> Written, List<string> Faults) Facts(IEnumerable<FactKind> kinds, Func<Type, IFact?> exampleOf)
    {
        var (written, faults) = (new Dictionary<string, string>(), new List<string>());
        foreach (var kind in kinds)
        {
            if (exampleOf(kind.Type) is { } example)
            {
                written[Folder + FrozenFact.FileOf(kind)] = FrozenFact.Write(kind, FactFormat.Encode(example));
            }
            else
            {
                faults.Add($"{kind.Name} {kind.Version} has no example in tests/Examples");
            }
        }

        return (written, faults);
    }

    /// <summary>The enums that facts of these types hold, however deep, and those of the log itself: "Right 1 Record".</summary>
    public static IEnumerable<string> NumbersOf(IEnumerable<Type> facts)
    {
        var seen = new HashSet<Type>();
        foreach (var type in facts.Concat(OfTheLog))
        {
            Walk(type, seen);
        }

        return from held in seen
            where held.IsEnum
            from value in Enum.GetValuesAsUnderlyingType(held).Cast<object>()
            select string.Create(CultureInfo.InvariantCulture, $"{held.Name} {value} {Enum.GetName(held, value)}");
    }

    /// <summary>The frozen lines with the new ones, each behind the last of its enum.</summary>
    public static (List<string> Lines, List<string> Faults) Merge(IReadOnlyList<string> frozen, IReadOnlyList<string> now)
    {
        var lines = frozen.ToList();
        foreach (var line in now.Except(frozen))
        {
            var last = lines.FindLastIndex(l => l.Split(' ')[0] == line.Split(' ')[0]);
            lines.Insert(last < 0 ? lines.Count : last + 1, line);
        }

        return (lines, [.. frozen.Except(now).Select(l => $"\"{l}\" is frozen and is so no more"),
            .. lines.GroupBy(l => string.Join(' ', l.Split(' ')[..2])).Where(g => g.Count() > 1).Select(g => $"{g.Key} has two meanings")]);
    }

    /// <summary>What may be written, and what is wrong: a file that is there is never changed.</summary>
    public static (Dictionary<string, string> New, List<string> Faults) Compare(IReadOnlyDictionary<string, string> written, Func<string, string?> frozen) =>
        (written.Where(f => frozen(f.Key) is null).ToDictionary(),
            [.. written.Where(f => frozen(f.Key) is { } kept && kept != f.Value)
                .Select(f => $"{f.Key} is frozen, and the fact is written in another way now: a new version of it stands beside the old\n{f.Value}")]);

    private static void Walk(Type type, HashSet<Type> seen)
    {
        var held = type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;
        foreach (var argument in held.IsGenericType ? held.GetGenericArguments() : [])
        {
            Walk(argument, seen);
        }

        if (held.Assembly == typeof(IFact).Assembly && seen.Add(held) && !held.IsEnum && !held.IsSubclassOf(typeof(SealedValue)))
        {
            foreach (var property in held.GetProperties().Where(p => p.CanWrite || held.GetInterface(nameof(IEnumerable)) is not null))
            {
                Walk(property.PropertyType, seen);
            }
        }
    }
}
