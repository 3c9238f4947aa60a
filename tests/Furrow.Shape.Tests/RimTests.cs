using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>What happens in one place only: the clock is read at the rim, the log is appended to where commits are decided, and nothing under src
/// names a host of the internet that could be asked.</summary>
public sealed partial class RimTests
{
    private static readonly string[] Source = [".cs", ".razor", ".ts", ".js", ".css", ".mjs", ".svg", ".html"];

    /// <summary>This machine, and names of formats that look like addresses; nobody ever asks those.</summary>
    private static readonly string[] NobodyAsks = ["127.0.0.1", "www.w3.org", "www.opengis.net", "schemas.openxmlformats.org", "schemas.microsoft.com",
        "purl.oclc.org", "www.topografix.com"];

    /// <summary>Says in words since when somebody holds the ledger; no rule and no fact sees it.</summary>
    private const string WriterLease = "src/Furrow.Store/Sqlite/WriterLease.cs";

    private static IEnumerable<TreeFile> Program => Tree.Files.Where(f => f.IsUnder("src") && f.EndsWith(Source));

    [Fact]
    public void The_clock_is_read_through_a_time_provider_and_the_real_one_is_named_at_the_rim_alone() => None(Clocks(Program));

    [Fact]
    public void The_clock_rule_can_fail() => Assert.Equal(["src/Furrow.Store/A.cs:1", "src/Furrow.Exchange/B.cs:1"], Clocks(
        [
            new("src/Furrow.Store/A.cs", "var now = DateTimeOffset.UtcNow;"), new("src/Furrow.Exchange/B.cs", "var clock = TimeProvider.System;"),
            new("src/Furrow.Server/Verbs/C.cs", "var clock = TimeProvider.System;"),
        ]));

    [Fact]
    public void A_moment_becomes_a_day_in_one_place_by_the_zone_of_the_programme() => None(Days(Program));

    [Fact]
    public void The_day_rule_can_fail() => Assert.Equal(["src/Furrow.Server/Pages/A.cs:1", "src/Furrow.Map/src/b.ts:1"], Days(
        [
            new("src/Furrow.Server/Pages/A.cs", "var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);"),
            new("src/Furrow.Map/src/b.ts", "const now = new Date();"), new(ProgrammeTime, "DateOnly.FromDateTime(local)"),
            new("src/Furrow.Map/src/c.ts", "const last = new Date(Date.UTC(2026, 0, 1));"),
        ]));

    [Fact]
    public void The_log_is_appended_to_where_commits_are_decided() => None(Appends(Program));

    [Fact]
    public void The_commit_rule_can_fail() => Assert.Equal(["src/Furrow.Server/Pages/A.cs:2"],
        Appends([
            new("src/Furrow.Server/Pages/A.cs", "text.Append(x);\n_log.Append([fact], 0);"),
            new("src/Furrow.Server/Programmes/B.cs", "log.Append([fact], 0);"),
        ]));

    [Fact]
    public void No_host_of_the_internet_is_named_under_src() => None(Hosts(Program));

    [Fact]
    public void The_host_rule_can_fail() => Assert.Equal(["src/Furrow.Map/a.ts:1: https://tiles.example.com"],
        Hosts([new("src/Furrow.Map/a.ts", "fetch('https://tiles.example.com/1')"), new("src/Furrow.Server/p.svg", "xmlns=\"http://www.w3.org/2000/svg\"")]));

    private static IEnumerable<string> Clocks(IEnumerable<TreeFile> files) => Find(files, Clock(), (file, text) =>
        file.Path == WriterLease || (text.StartsWith("TimeProvider", StringComparison.Ordinal)
            && (file.IsUnder("src/Furrow.Server/Verbs") || file.IsUnder("src/Furrow.Server/Serve"))));

    /// <summary>No other makes a day of a moment, or an hour of it, by a zone: not the machine's, not UTC, not the browser's.</summary>
    private const string ProgrammeTime = "src/Furrow.Server/Programmes/ProgrammeTime.cs";

    private static IEnumerable<string> Days(IEnumerable<TreeFile> files) =>
        from file in files
        where file.Path != ProgrammeTime && file.EndsWith(".cs", ".razor", ".ts", ".js")
        from line in file.Lines.Select((text, i) => (text, Number: i + 1))
        where Day().IsMatch(line.text)
        select $"{file.Path}:{line.Number}";

    private static IEnumerable<string> Appends(IEnumerable<TreeFile> files) => Find(files, Append(), (file, _) =>
        file.IsUnder("src/Furrow.Store") || file.IsUnder("src/Furrow.Server/Programmes"));

    private static IEnumerable<string> Hosts(IEnumerable<TreeFile> files) =>
        from file in files
        from line in file.Lines.Select((text, i) => (text, Number: i + 1))
        from match in Host().Matches(line.text)
        where !NobodyAsks.Contains(match.Groups[1].Value)
        select $"{file.Path}:{line.Number}: {match.Value}";

    private static IEnumerable<string> Find(IEnumerable<TreeFile> files, Regex what, Func<TreeFile, string, bool> isAllowed) =>
        from file in files
        where file.EndsWith(".cs", ".razor")
        from line in file.Lines.Select((text, i) => (text, Number: i + 1))
        let match = what.Match(line.text)
        where match.Success && !isAllowed(file, match.Value)
        select $"{file.Path}:{line.Number}";

    [GeneratedRegex(@"DateTime(?:Offset)?\.(?:Utc)?Now|DateTime\.Today|TimeProvider\.System")]
    private static partial Regex Clock();

    [GeneratedRegex(@"DateOnly\.FromDateTime\(|GetLocalNow|\.(?:Local|Utc)DateTime\b|To(?:LocalTime|UniversalTime)\(|TimeZoneInfo\.|\bAt\.Date\b"
        + @"|new Date\(\)")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b_?log\.Append\(", RegexOptions.IgnoreCase)]
    private static partial Regex Append();

    [GeneratedRegex(@"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)")]
    private static partial Regex Host();
}
