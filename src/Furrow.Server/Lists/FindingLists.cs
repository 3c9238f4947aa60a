using Furrow.Core.Checks;
using Furrow.Core.Log;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Findings of the data checks, in groups to decide.</summary>
public static class FindingLists
{
    private const string Show = "show";
    private const string All = "all";

    public static readonly Listing<FindingGroup> Groups = new("findings", "findings.title", ask => Shown(ask, ask.Memory.Findings.Now(ask.State, ask.Today, ask.Places)))
    {
        Address = "/findings",
        Nothing = "findings.none-shown",
        Indexed = Answer,
        Columns =
        [
            new("check", "findings.group", CellType.Said, (g, _) => g.Check)
            {
                Link = g => $"/findings/group?key={Uri.EscapeDataString(g.Key)}{(g.Batch is { } batch ? $"&batch={batch:D}" : "")}",
            },
            new("cause", "findings.cause", CellType.Text, (g, _) => g.Cause),
            new("severity", "findings.severity", CellType.Word, (g, _) => ListWord.Of("severity", g.Severity, ToneOf(g.Severity))),
            new("findings", "findings.count", CellType.Whole, (g, _) => g.Count),
            new("land", "findings.land", CellType.Area, (g, _) => g.AreaMicro),
            new("example", "findings.example", CellType.Said, (g, _) => g.Examples is [var example, ..] ? example : null),
            new("decision", "findings.decision", CellType.Word, (g, _) => g.Waits ? new ListWord("findings.waits", "waits", null, "warn")
                : new ListWord("decision." + g.Decision!.Decision, g.Decision.Decision)),
            new("key", "findings.key", CellType.Text, (g, _) => g.Key) { Shown = false },
            new("batch", "report.batch", CellType.Text, (g, _) => g.Batch?.ToString("D")) { Shown = false },
        ],
        Filters =
        [
            new(Show, "findings.show", FilterType.Choice, (_, _, _) => true) { None = "findings.waiting", Choices = [new(All, "ask.all")] },
            new("severity", "findings.severity", FilterType.Choice, (g, severity, _) => g.Severity.ToString() == severity)
            {
                Choices = [.. Enum.GetValues<Severity>().Reverse().Select(s => new FilterChoice(s.ToString(), "severity." + Names.Of(s)))],
            },
            new("batch", "report.batch", FilterType.Link, (g, batch, _) => g.Batch == Guid.Parse(batch)) { Reads = text => Guid.TryParse(text, out _) },
        ],
    };

    private static RowSet<FindingGroup> Answer(ListAsk ask, RowQuestion<FindingGroup> question)
    {
        var judged = ask.Memory.Findings.Latest(ask.State, ask.Today, ask.Places);
        return Listing<FindingGroup>.Sorted([.. Shown(ask, judged.Groups).Where(g => question.Keeps(g, ask))], question, ask) with
        {
            AsOfEntry = judged.AsOfEntry,
        };
    }

    internal static string ToneOf(Severity severity) => severity switch { Severity.Error => "bad", Severity.Warning => "warn", _ => "" };

    /// <summary>Those that wait, unless all are asked for; the gravest and largest first.</summary>
    private static IEnumerable<FindingGroup> Shown(ListAsk ask, IReadOnlyList<FindingGroup> groups) => groups
        .Where(g => ask.Word(Show) == All || g.Waits).OrderByDescending(g => g.Severity).ThenByDescending(g => g.Count);
}
