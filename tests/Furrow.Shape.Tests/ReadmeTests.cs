using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>What the documents tell people to type can be typed: every ./furrow line names a verb and options its help knows.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_command_in_the_documents_names_a_verb() => None(Unknown(Tree.Documents, [.. ListedTests.Verbs()]));

    [Fact]
    public void The_command_rule_can_fail() => Assert.Equal(["README.md: ./furrow dig --deep"],
        Unknown([new("README.md", "```\n./furrow import a.csv --apply\n./furrow review list\n./furrow dig --deep\n./furrow --help\n```\n`./furrow VERB`\n")],
            ["import", "review", "review list"]));

    [Fact]
    public void The_commands_of_the_readme_are_scripts_at_the_root() =>
        Assert.All(["run", "test", "furrow", ".ci/run"], name => Assert.StartsWith("#!/usr/bin/env bash\n", Tree.File(name).Text, StringComparison.Ordinal));

    private static IEnumerable<string> Unknown(IEnumerable<TreeFile> documents, IReadOnlyCollection<string> verbs) =>
        from document in documents
        from match in Command().Matches(document.Text)
        let words = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where words.Length > 0 && words[0] != "VERB" && !words[0].StartsWith('-') && !verbs.Contains(words[0])
        select $"{document.Path}: {match.Value.Trim()}";

    [GeneratedRegex(@"\./furrow([^\n`|#]*)")]
    private static partial Regex Command();
}
