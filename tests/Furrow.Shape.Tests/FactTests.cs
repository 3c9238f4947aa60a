using System.Reflection;
using System.Text.RegularExpressions;
using Furrow.Core.Log;

namespace Furrow.Shape.Tests;

/// <summary>Facts are flat sealed records with a stable name and version. The name is not the class name, and none is used twice.</summary>
public sealed partial class FactTests
{
    [Fact]
    public void Every_fact_is_a_sealed_record_with_a_stable_name() =>
        None(Unstable(typeof(IFact).Assembly.GetTypes().Where(t =>
            t.IsAssignableTo(typeof(IFact)) && !t.IsInterface && t != typeof(UnknownFact) && !t.IsAssignableTo(typeof(IConsequence)))));

    [Fact]
    public void The_fact_rule_can_fail() => Assert.Equal(
        ["Nameless has no name", "Shouting is named Shouting_Fact", "Twice is a second fact-said version 1", "Open is not a sealed record"],
        Unstable([typeof(Said), typeof(Nameless), typeof(Shouting), typeof(Twice), typeof(Open)]));

    private static List<string> Unstable(IEnumerable<Type> facts)
    {
        var found = new List<string>();
        var names = new HashSet<(string, int)>();
        foreach (var fact in facts)
        {
            if (fact.GetCustomAttribute<FactNameAttribute>() is not { } name)
            {
                found.Add($"{fact.Name} has no name");
            }
            else if (!Kebab().IsMatch(name.Name))
            {
                found.Add($"{fact.Name} is named {name.Name}");
            }
            else if (!names.Add((name.Name, name.Version)))
            {
                found.Add($"{fact.Name} is a second {name.Name} version {name.Version}");
            }

            if (!fact.IsSealed || fact.GetMethod("<Clone>$") is null)
            {
                found.Add($"{fact.Name} is not a sealed record");
            }
        }

        return found;
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex Kebab();

    [FactName("fact-said", 1)]
    private sealed record Said : IFact;

    private sealed record Nameless : IFact;

    [FactName("Shouting_Fact", 1)]
    private sealed record Shouting : IFact;

    [FactName("fact-said", 1)]
    private sealed record Twice : IFact;

    [FactName("fact-open", 1)]
    private sealed class Open : IFact;
}
