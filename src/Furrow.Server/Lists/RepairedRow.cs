using System.Runtime.CompilerServices;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>A row of an imported file that was mended before it came in.</summary>
public sealed record RepairedRow(BatchEntry Batch, ReportEntry Entry)
{
    /// <summary>Which reports of a batch were mended: a batch never gets others.</summary>
    private static readonly ConditionalWeakTable<BatchReceived, int[]> Known = [];

    private Report? _report;

    public int? Row => Whole.Source?.Row;

    /// <summary>The pieces of it that were mended.</summary>
    public IEnumerable<ReportPart> Parts => Whole.Parts.Where(p => p.Repairs.Count > 0);

    public IReadOnlyList<Repair> Repairs => [.. Whole.Parts.SelectMany(p => p.Repairs)];

    /// <summary>By how much the land taken is larger than the rings as drawn are by the area formula.</summary>
    public long ChangeMicro => (long)Math.Round(Repairs.Sum(r => r.AreaChangeSquareMetres) * AreaText.MicroPerSquareMetre);

    private Report Whole => _report ??= Entry.Report;

    /// <summary>Of the batch that is asked for, or of all; the newest first, in the order of their rows.</summary>
    public static IEnumerable<RepairedRow> In(ListAsk ask)
    {
        var wanted = Guid.TryParse(ask.Word("batch"), out var batch) ? batch : (Guid?)null;
        return ask.State.Batches.Reverse().Where(b => b.Received.RowsRepaired > 0 && (wanted is null || b.Received.Batch == wanted))
            .SelectMany(b => Of(ask.State.Book, b));
    }

    public static IEnumerable<RepairedRow> Of(ReportBook book, BatchEntry batch)
    {
        if (batch.Received.RowsRepaired == 0)
        {
            return [];
        }

        var mended = Known.GetValue(batch.Received, received => [.. book.InBatch(received.Batch).Index()
            .Where(e => e.Item.Report.Parts.Any(p => p.Repairs.Count > 0)).Select(e => e.Index)]);
        var entries = book.InBatch(batch.Received.Batch).ToList();
        return mended.Select(i => new RepairedRow(batch, entries[i]));
    }
}
