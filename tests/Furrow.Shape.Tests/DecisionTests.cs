using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>A decision is one page with the parts of the template, costs included; numbers run without gaps and the list names each.</summary>
public sealed partial class DecisionTests
{
    private const string Folder = "docs/decisions";

    private static readonly string[] Parts = ["## Context", "## Decision", "## Consequences", "### What it gives", "### What it costs"];

    [Fact]
    public void Every_decision_has_the_parts_of_the_template_and_stands_in_the_list() =>
        None(Incomplete(Tree.Documents.Where(d => d.IsUnder(Folder) && Numbered().IsMatch(d.Name)), Tree.File(Folder + "/README.md").Text));

    [Fact]
    public void The_decision_rule_can_fail() => Assert.Equal(
        [
            "0001-a.md lacks: ### What it costs", "0001-a.md has no date and state under its title", "0001-a.md is not in the list",
            "0003-b.md names no cost", "0003-b.md is 81 lines long", "there is no decision 2",
        ],
        Incomplete(
            [
                new(Folder + "/0001-a.md", "# 1. A\n\n## Context\n## Decision\n## Consequences\n### What it gives\n"),
                new(Folder + "/0003-b.md",
                    "# 3. B\n\nAccepted, 2026-11-24.\n\n" + string.Join("\ntext\n", Parts) + "\nno list here\n" + new string('\n', 66) + "x"),
            ],
            "[B](0003-b.md)"));

    private static List<string> Incomplete(IEnumerable<TreeFile> decisions, string list)
    {
        var found = new List<string>();
        var numbers = new List<int>();
        foreach (var decision in decisions)
        {
            numbers.Add(int.Parse(decision.Name[..4], null));
            found.AddRange(Parts.Where(p => !decision.Lines.Contains(p)).Select(p => $"{decision.Name} lacks: {p}"));
            if (!State().IsMatch(decision.Text))
            {
                found.Add($"{decision.Name} has no date and state under its title");
            }

            if (!list.Contains($"({decision.Name})", StringComparison.Ordinal))
            {
                found.Add($"{decision.Name} is not in the list");
            }

            if (decision.Lines.Contains(Parts[^1]) && !decision.Text[decision.Text.IndexOf(Parts[^1], StringComparison.Ordinal)..].Contains("\n- "))
            {
                found.Add($"{decision.Name} names no cost");
            }

            if (decision.Lines.Length > 80)
            {
                found.Add($"{decision.Name} is {decision.Lines.Length} lines long");
            }
        }

        found.AddRange(Enumerable.Range(1, numbers.Count).Except(numbers).Select(n => $"there is no decision {n}"));
        return found;
    }

    [GeneratedRegex(@"^\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\A# \d+\. .+\n\n(?:Accepted|Replaced by \[.+\]\(.+\)), \d{4}-\d{2}-\d{2}\.\n")]
    private static partial Regex State();
}
