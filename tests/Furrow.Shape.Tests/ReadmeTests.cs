using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Furrow.Server.Verbs;

namespace Furrow.Shape.Tests;

/// <summary>What the documents tell people to type can be typed: the program itself parses every ./furrow line of theirs.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_command_in_the_documents_is_understood() => None(NotUnderstood(Tree.Documents));

    [Fact]
    public void The_command_rule_can_fail() => Assert.Equal(["README.md: ./furrow dig --deep", "README.md: ./furrow serve --port many"],
        NotUnderstood([new("README.md",
            "```\n./furrow serve --port 5080   # a comment\n./furrow dig --deep\n./furrow --help\n```\n`./furrow serve --port many`, `./furrow VERB`\n")]));

    [Fact]
    public void The_commands_of_the_readme_are_scripts_at_the_root() =>
        Assert.All(["run", "test", "furrow", ".ci/run"], name => Assert.StartsWith("#!/usr/bin/env bash\n", Tree.File(name).Text, StringComparison.Ordinal));

    /// <summary>A line with a word in capitals stands for many (./furrow VERB, --programme FILE) and is not parsed.</summary>
    private static IEnumerable<string> NotUnderstood(IEnumerable<TreeFile> documents)
    {
        var root = VerbList.Root(new VerbHost(TextWriter.Null, TextWriter.Null, TimeProvider.System, "somebody", Tree.Root, 120, false));
        return from document in documents
               where document.Path.StartsWith("docs/", StringComparison.Ordinal) || document.Path is "README.md" or "ARCHITECTURE.md"
               from match in Command().Matches(document.Text)
               let line = match.Groups[1].Value.Split(" #")[0].Trim()
               where !line.Split(' ').Any(w => Placeholder().IsMatch(w)) && root.Parse(CommandLineParser.SplitCommandLine(line).ToArray()).Errors.Count > 0
               select $"{document.Path}: ./furrow {line}";
    }

    [GeneratedRegex(@"\./furrow ([^\n`|]*)")]
    private static partial Regex Command();

    [GeneratedRegex("^[A-Z]{2,}$|^[.…]+$")]
    private static partial Regex Placeholder();
}
