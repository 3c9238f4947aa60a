using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Findings of the data checks, in groups to decide.</summary>
public static class FindingLists
{
    private const string Show = "show";
    private const string All = "all";
    private const string Waiting = "waits ";

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

    /// <summary>In the order of each column, and counted by what each filter asks for.</summary>
    private static RowOrders<FindingGroup> Ordered(IReadOnlyList<FindingGroup> groups)
    {
        var none = new ListAsk(ProgrammeState.Empty, default);
        var orders = new Dictionary<string, Comparison<FindingGroup>> { [""] = Gravest };
        foreach (var column in Groups.Columns)
        {
            orders[column.Key] = (a, b) => column.Compare(a, b, false, none) is var order and not 0 ? order : Gravest(a, b);
            orders["-" + column.Key] = (a, b) => column.Compare(a, b, true, none) is var order and not 0 ? order : Gravest(a, b);
        }

        return RowOrders<FindingGroup>.Of(groups, orders, ValuesOf);
    }

    private static RowSet<FindingGroup> Answer(ListAsk ask, RowQuestion<FindingGroup> question)
    {
        var judged = ask.Memory.Findings.Latest(ask.State, ask.Today, ask.Places);
        var waits = ask.Word(Show) == All ? "" : Waiting;
        string[] asked = [.. question.Filters.Where(f => f.Filter.Key != Show).Select(f => waits + Value(f.Filter.Key, f.Value))];
        var (count, from) = judged.Orders.In(Ordered).Find(asked.Length > 0 || waits.Length == 0 ? asked : [waits],
            question.Sort is { } by ? (question.Backwards ? "-" : "") + by.Key : "", ask.Steps);
        return new RowSet<FindingGroup>(count, from) { AsOfEntry = judged.AsOfEntry };
    }

    /// <summary>What a group is found by, among all and among those that wait.</summary>
    private static IEnumerable<string> ValuesOf(FindingGroup g)
    {
        string[] values = [Value("severity", g.Severity.ToString()), .. g.Batch is { } batch ? [Value("batch", batch.ToString())] : Array.Empty<string>()];
        return g.Waits ? [Waiting, .. values, .. values.Select(v => Waiting + v)] : values;
    }

    private static string Value(string filter, string value) => $"{filter}={(Guid.TryParse(value, out var id) ? id.ToString("D") : value)}";

    private static int Gravest(FindingGroup a, FindingGroup b) => b.Severity.CompareTo(a.Severity) is var order and not 0 ? order : b.Count.CompareTo(a.Count);

    internal static string ToneOf(Severity severity) => severity switch { Severity.Error => "bad", Severity.Warning => "warn", _ => "" };

    /// <summary>Those that wait, unless all are asked for; the gravest and largest first.</summary>
    private static IEnumerable<FindingGroup> Shown(ListAsk ask, IReadOnlyList<FindingGroup> groups) => groups
        .Where(g => ask.Word(Show) == All || g.Waits).OrderByDescending(g => g.Severity).ThenByDescending(g => g.Count);
}
