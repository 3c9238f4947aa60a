using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Land;
using Furrow.Server.Answers;
using Furrow.Server.Listings;
using Furrow.Server.Programmes;

namespace Furrow.Server.Accreditation;

/// <summary>Recalls, the land under each, and what reports rest on.</summary>
public static class RecallLists
{
    private const string Waiting = "waiting", Decided = "decided", Closed = "closed";

    public static readonly Listing<RecallAnswer> Recalls = new("recalls", "recalls.title",
        ask => Register(ask).All.Reverse().OrderBy(r => r.IsClosed).Select(r => RecallQuestion.Of(ask.State, ask.State.Land, ask.State.Book, r)))
    {
        Of = RecallRules.Thing,
        Id = r => r.Recall.Id,
        Nothing = "recalls.none",
        Columns =
        [
            new("subject", "recalls.subject", CellType.Text, (r, ask) => RecallIntents.NameOf(ask.State, r.Recall)),
            new("kind", "accreditations.kind", CellType.Word, (r, _) => ListWord.Of("accredited-kind", r.Recall.Kind)),
            new("state", "recalls.state", CellType.Word, (r, _) => WordOf(StateOf(r))),
            new("opened-on", "recalls.opened-on", CellType.Day, (r, ask) => ProgrammeTime.Of(ask.State).DayOf(r.Recall.Act.At)),
            new("since", "recalls.since", CellType.Day, (r, _) => r.Recall.Since),
            new("reports", "recalls.reports", CellType.Whole, (r, _) => r.Reports.Count) { Link = r => $"/lists/recall-land?recall={r.Recall.Id:D}" },
            new("undecided", "recalls.undecided", CellType.Whole, (r, _) => r.Undecided),
            new("released", "recalls.released", CellType.Area, (r, _) => r.ReleasedMicro) { Sums = true },
            new("handed-over", "recalls.handed-over", CellType.Area, (r, _) => r.HandedOverMicro) { Sums = true },
            new("holders", "recalls.holders", CellType.Text, (r, _) => Listed(r.Holders)),
            new("users", "recalls.users", CellType.Text,
                (r, _) => string.Join(" · ", r.Users.Select(u => u.Team is null ? u.Organisation : $"{u.Organisation}, {u.Team}"))),
        ],
        Filters =
        [
            new("q", "recalls.subject", FilterType.Search, (r, words, ask) => Codes.Has(RecallIntents.NameOf(ask.State, r.Recall), words)),
            new("state", "recalls.state", FilterType.Choice, (r, state, _) => StateOf(r) == state)
            {
                Choices = [.. new[] { Waiting, Decided, Closed }.Select(s => new FilterChoice(s, "recall-state." + s))],
            },
        ],
    };

    public static readonly Listing<RecalledLand> Land = new("recall-land", "recall-land.title",
        ask => Register(ask).All.SelectMany(r => RecallQuestion.Of(ask.State, ask.State.Land, ask.State.Book, r).Reports.Select(l => new RecalledLand(r, l))))
    {
        Nothing = "recall-land.none",
        Columns =
        [
            new("report", "recall-land.report", CellType.Code, (l, _) => l.Report.Code) { Link = l => $"/reports/{l.Report.Report:D}" },
            new("subject", "recalls.subject", CellType.Text, (l, ask) => RecallIntents.NameOf(ask.State, l.Recall))
            {
                Link = l => $"/records/recalls/{l.Recall.Id:D}",
            },
            new("on", "deliveries.on", CellType.Day, (l, _) => l.Report.On),
            new("organisation", "things.organisation", CellType.Text, (l, _) => l.Report.Organisation),
            new("team", "recall-land.team", CellType.Text, (l, _) => l.Report.Team),
            new("area", "col.area", CellType.Code, (l, _) => l.Report.HazardousArea),
            new("released", "recalls.released", CellType.Area, (l, _) => l.Report.ReleasedMicro) { Sums = true },
            new("handed-over", "recalls.handed-over", CellType.Area, (l, _) => l.Report.HandedOverMicro) { Sums = true },
            new("holders", "recalls.holders", CellType.Text, (l, _) => Listed(l.Report.HandedOver)),
            new("decision", "recall-land.decision", CellType.Word, (l, _) => l.Report.Decision is { } decision
                ? ListWord.Of("recall-decision", decision, decision == RecallDecision.Lifted ? "good" : "bad")
                : new ListWord("recall-decision.open", "open", null, "warn")),
        ],
        Filters =
        [
            new("recall", "recalls.title", FilterType.Link, (l, id, _) => l.Recall.Id == Guid.Parse(id)) { Reads = text => Guid.TryParse(text, out _) },
            new("q", "recall-land.report", FilterType.Search, (l, words, _) => Codes.Has(l.Report.Code, words)),
        ],
    };

    public static readonly Listing<Use> Uses = new("uses", "uses.title", ask => Register(ask).AllUses.Reverse())
    {
        Of = RecallRules.UseThing,
        Id = u => u.Id,
        Nothing = "uses.none",
        Columns =
        [
            new("subject", "uses.subject", CellType.Text, (u, ask) => AccreditedSubjects.NameOf(ask.State, u.Kind, u.Subject)),
            new("kind", "accreditations.kind", CellType.Word, (u, _) => ListWord.Of("accredited-kind", u.Kind)),
            new("reports", "recalls.reports", CellType.Text, (u, ask) => string.Join(" · ", u.Reports.Select(r => ask.State.FindReport(r)?.Report.Code))),
            new("batch", "uses.batch", CellType.Text, (u, ask) => u.Batch is { } batch ? ask.State.Book.FindBatch(batch)?.Received.File : null),
            new("withdrawn", "deliveries.withdrawn", CellType.Truth, (u, _) => u.IsWithdrawn),
        ],
    };

    private static RecallRegister Register(ListAsk ask) => ask.State.Of<RecallRegister>();

    private static string StateOf(RecallAnswer recall) => recall.Recall.IsClosed ? Closed : recall.Undecided > 0 ? Waiting : Decided;

    private static ListWord WordOf(string state) => new("recall-state." + state, state, null, state == Waiting ? "warn" : null);

    private static string Listed(IEnumerable<(string Holder, long AreaMicro)> holders) =>
        string.Join(" · ", holders.Select(h => $"{(h.Holder.Length > 0 ? h.Holder : "?")} {AreaText.Whole(h.AreaMicro)} m²"));
}
