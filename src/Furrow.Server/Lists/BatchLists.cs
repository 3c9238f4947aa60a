using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Imported files, their rows that were refused, and the acceptances.</summary>
public static class BatchLists
{
    /// <summary>The files that came in, the newest first.</summary>
    public static readonly Listing<BatchEntry> Batches = new("batches", "batches.title", ask => ask.State.Batches.Reverse())
    {
        Address = "/import",
        Nothing = "batches.none",
        Columns =
        [
            new("file", "figures.file", CellType.Text, (b, _) => b.Received.File) { Link = b => $"/import/{b.Received.Batch:D}" },
            new("by", "figures.by", CellType.Text, (b, ask) => ask.NameOf(b.ReceivedIn.Person)) { Tier = Tier.Personal },
            new("at", "figures.at", CellType.Moment, (b, _) => b.ReceivedIn.At),
            new("rows", "rows.read", CellType.Whole, (b, _) => b.Received.RowsRead),
            new("taken", "batches.taken", CellType.Whole, (b, _) => b.Received.RowsTaken + b.Received.RowsRepaired + b.Received.RowsWithoutPolygon),
            new("repaired", "verdict.repaired", CellType.Whole, (b, _) => b.Received.RowsRepaired) { Shown = false },
            new("without-polygon", "verdict.without-polygon", CellType.Whole, (b, _) => b.Received.RowsWithoutPolygon) { Shown = false },
            new("stayed-out", "batch.stayed-out", CellType.Whole, (b, _) => b.Received.RowsStayedOut),
            new("refused", "verdict.refused", CellType.Whole, (b, _) => b.Received.Refused.Count) { Shown = false },
            new("state", "col.state", CellType.Word, (b, ask) => StateOf(ask.State, b)),
            new("batch", "report.batch", CellType.Text, (b, _) => b.Received.Batch.ToString("D")) { Shown = false },
        ],
    };

    /// <summary>Rows of imported files that did not come in, and why.</summary>
    public static readonly Listing<(BatchEntry Batch, RefusedRow Row)> Refused =
        new("refused-rows", "batch.refused-rows", ask => ask.State.Batches.Reverse().SelectMany(b => b.Received.Refused.Select(r => (b, r))))
        {
            Columns =
            [
                new("row", "plan.row", CellType.Whole, (r, _) => r.Row.Row),
                new("why", "plan.why", CellType.Said, (r, _) => r.Row),
                new("problem", "rows.problem", CellType.Text, (r, _) => r.Row.Code),
                new("file", "figures.file", CellType.Text, (r, _) => r.Batch.Received.File) { Link = r => $"/import/{r.Batch.Received.Batch:D}" },
            ],
            Filters =
            [
                new("batch", "report.batch", FilterType.Link, (r, batch, _) => r.Batch.Received.Batch == Guid.Parse(batch))
                {
                    Reads = text => Guid.TryParse(text, out _),
                },
            ],
        };

    /// <summary>Rows of imported files that were mended before they came in, and why.</summary>
    public static readonly Listing<RepairedRow> Repaired = new("repaired-rows", "batch.repairs", RepairedRow.In)
    {
        Columns =
        [
            new("row", "plan.row", CellType.Whole, (r, _) => r.Row),
            new("report", "col.report", CellType.Text, (r, _) => r.Entry.Packed.Code) { Link = r => $"/reports/{r.Entry.Id:D}" },
            new("why", "plan.why", CellType.Said, (r, _) => r.Repairs),
            new("change", "batch.repair-change", CellType.Area, (r, _) => r.ChangeMicro) { Signed = true },
            new("file", "figures.file", CellType.Text, (r, _) => r.Batch.Received.File) { Link = r => $"/import/{r.Batch.Received.Batch:D}", Shown = false },
        ],
        Filters =
        [
            new("batch", "report.batch", FilterType.Link, (r, batch, _) => r.Batch.Received.Batch == Guid.Parse(batch))
            {
                Reads = text => Guid.TryParse(text, out _),
            },
        ],
    };

    /// <summary>The acceptances, the last one first.</summary>
    public static readonly Listing<AcceptanceEntry> Acceptances = new("acceptances", "acceptances.title", Last)
    {
        Columns =
        [
            new("number", "col.acceptance", CellType.Whole, (a, _) => a.Number)
            {
                Link = a => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/balance/restated?after={a.Number - 1}&known={a.Number}"),
            },
            new("at", "figures.at", CellType.Moment, (a, _) => a.Act.At),
            new("by", "figures.by", CellType.Text, (a, ask) => ask.NameOf(a.Act.Person)) { Tier = Tier.Personal },
            new("reports", "reports.title", CellType.Whole, (a, _) => a.Reports)
            {
                Link = a => a.Batch is { } batch ? $"/import/{batch:D}" : null,
                Beside = a => a.Undoes ? new ListWord("acceptances.undo", "taken-back", null, "warn") : null,
            },
            new("batch", "report.batch", CellType.Text, (a, _) => a.Batch?.ToString("D")) { Shown = false },
            new("reason", "acceptances.reason", CellType.Text, (a, ask) => ask.Reader?.Open(a.Act.Reason)) { Tier = Tier.Restricted },
        ],
    };

    private static IEnumerable<AcceptanceEntry> Last(ListAsk ask) =>
        Enumerable.Range(1, ask.State.Book.LastAcceptance).Select(back => ask.State.Book.Acceptances[^back]);

    /// <summary>What became of a file.</summary>
    public static ListWord StateOf(ProgrammeState state, BatchEntry batch) => batch.UndoneAt is { } undone ? new("batch.undone", "undone", undone, "bad")
        : batch.AcceptedAt is { } accepted ? new("batch.accepted", "accepted", accepted, "good")
        : state.Book.IsWaiting(batch.Received.Batch) ? new("batch.waits", "waits", null, "warn")
        : new("batch.one-by-one", "decided-one-by-one", null, "");
}
