using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>What must not stand in any file: paths of one machine, hosts of registries, secrets, work left undone, tests that wait or are skipped.</summary>
public sealed partial class TidyTests
{
    [Fact]
    public void No_file_holds_a_machine_path_a_registry_a_secret_or_unfinished_work() => None(Untidy(Tree.Files));

    [Fact]
    public void The_tidy_rule_can_fail()
    {
        // Each forbidden word is put together here, so that this file does not break its own rule.
        string[] texts =
        [
            "open /" + "home/someone/file", "cp /" + "tmp/wt/x y", "\"resolved\": \"https://registry." + "npmjs.org/a\"", "https://api." + "nuget.org/v3",
            "-----BEGIN RSA PRIVATE " + "KEY-----", "password" + " = \"hunter2hunter2\"", "// TO" + "DO later", "throw new Not" + "ImplementedException();",
        ];
        Assert.Equal(
            [
                "a:1: a path of one machine", "b:1: a path of one machine", "c:1: a registry's host", "d:1: a registry's host",
                "e:1: a secret", "f:1: a secret", "g:1: unfinished", "h:1: unfinished",
            ],
            Untidy(texts.Select((t, i) => new TreeFile(((char)('a' + i)).ToString(), t))));
    }

    /// <summary>The one pause allowed: between two asks whether a PostgreSQL of our own has come up, which nobody tells.</summary>
    private const string AsksAnotherProcess = "tests/Furrow.Oracle.Tests/Postgres/PostgresServer.cs";

    private const string MissesPages = "waits for an address in a way that misses pages put in place; Visitor.StandsAt looks again and again";

    [Fact]
    public void No_test_sleeps_or_is_skipped() => None(Idle(Tree.Code.Where(f => f.IsUnder("tests") && f.Path != AsksAnotherProcess)));

    [Fact]
    public void The_idle_rule_can_fail() => Assert.Equal(["tests/A.cs:1: sleeps", "tests/A.cs:2: is skipped", $"tests/A.cs:3: {MissesPages}"],
        Idle([new("tests/A.cs", "Thread" + ".Sleep(10);\n[Fact(" + "Skip = \"later\")]\npage.WaitFor" + "URLAsync(url)")]));

    [Fact]
    public void Every_script_at_the_root_stops_at_the_first_error() => None(Careless(Tree.Files));

    [Fact]
    public void The_script_rule_can_fail() => Assert.Equal(["run does not set -euo pipefail"], Careless([new("run", "#!/usr/bin/env bash\n# Runs.\necho\n")]));

    private static IEnumerable<string> Untidy(IEnumerable<TreeFile> files) =>
        from file in files
        from line in file.Lines.Select((text, i) => (text, Number: i + 1))
        from why in Reasons(line.text)
        select $"{file.Path}:{line.Number}: {why}";

    private static IEnumerable<string> Reasons(string line)
    {
        if (MachinePath().IsMatch(line))
        {
            yield return "a path of one machine";
        }

        if (Registry().IsMatch(line))
        {
            yield return "a registry's host";
        }

        if (Secret().IsMatch(line))
        {
            yield return "a secret";
        }

        if (Unfinished().IsMatch(line))
        {
            yield return "unfinished";
        }
    }

    private static IEnumerable<string> Idle(IEnumerable<TreeFile> tests) =>
        from file in tests
        from line in file.Lines.Select((text, i) => (text, Number: i + 1))
        let why = Sleeps().IsMatch(line.text) ? "sleeps" : Skips().IsMatch(line.text) ? "is skipped" : Misses().IsMatch(line.text) ? MissesPages : null
        where why is not null
        select $"{file.Path}:{line.Number}: {why}";

    private static IEnumerable<string> Careless(IEnumerable<TreeFile> files) =>
        files.Where(f => f.Text.StartsWith("#!", StringComparison.Ordinal) && f.Text.Contains("bash", StringComparison.Ordinal))
            .Where(f => !f.Text.Contains("set -euo pipefail", StringComparison.Ordinal))
            .Select(f => $"{f.Path} does not set -euo pipefail");

    [GeneratedRegex(@"(?<![\w.])/(?:home/\w|root/|work/|Users/\w|tmp/(?:wt|bash_jobs))|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"registry\.npmjs\.org|registry\.yarnpkg\.com|api\.nuget\.org|pypi\.org/simple|deb\.debian\.org|""resolved"":\s*""https?:")]
    private static partial Regex Registry();

    private const string NamedSecret = @"(?:password|passwd|secret|api[_-]?key|token)""?\s*[:=]\s*""[^""\s{}$<]{12,}""";

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|" + NamedSecret, RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\b(?:TO[D]O|FIX[M]E|XX[X]|HAC[K])\b|Not[I]mplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\(")]
    private static partial Regex Sleeps();

    [GeneratedRegex(@"\bWaitFor(?:URL|Navigation)Async\(|\bRunAndWaitForNavigationAsync\(")]
    private static partial Regex Misses();

    [GeneratedRegex(@"\bSkip(?:Unless|When)?\s*=\s*[""n]|Assert\.Skip")]
    private static partial Regex Skips();
}
