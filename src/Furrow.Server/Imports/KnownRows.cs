using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports;

/// <summary>The report that says what a row says.</summary>
/// <param name="Source">The file it came from; null for one typed by hand.</param>
/// <param name="On">The day it came, where the programme counts its days.</param>
/// <param name="IsSameRow">Not only the same content: the very row, column by column.</param>
public sealed record KnownRow(string Code, string? Source, DateOnly On, bool IsSameRow);

/// <summary>Recognises the rows of a file that the programme has already: the very row again, and the same content in another format, another order of rows and
/// columns, another coordinate system, with or without codes.</summary>
internal static class KnownRows
{
    public static void Recognise(ImportWork work)
    {
        // A correction may say the same of its row and another thing of what stands beside it.
        var rows = work.Options.Corrects is null ? work.Rows.Where(r => r.IsTaken && r.Corrects is null).ToList() : [];
        foreach (var row in work.Options.Corrects is null ? work.Rows.Where(r => r.IsTaken) : [])
        {
            row.IsAlreadyHere = work.State.Book.RowsTaken(row.RowSha256, row.Report!.Kind) > 0;
        }

        // The very rows first: the reports made of them stand for no others.
        var known = new KnownContent(work.State.Book, rows.Select(ContentOf));
        foreach (var row in rows.OrderByDescending(r => r.IsAlreadyHere))
        {
            work.Stop.ThrowIfCancellationRequested();
            if (known.Take(ContentOf(row)) is { } entry)
            {
                Found(work, row, entry);
            }
        }
    }

    /// <summary>Of the rows of a plan those that the programme, as it is now, has not got: others may have come in since.</summary>
    public static IEnumerable<RowDraft> New(ImportWork work, ReportBook book)
    {
        var rows = work.Rows.Where(r => r.IsTaken).ToList();
        var known = new KnownContent(book, rows.Where(IsAsked).Select(ContentOf));
        var here = rows.Where(r => work.Options.Corrects is null && book.RowsTaken(r.RowSha256, r.Report!.Kind) > 0).ToHashSet();
        foreach (var row in rows.Where(IsAsked).OrderByDescending(here.Contains).ToList())
        {
            if (known.Take(ContentOf(row)) is not null)
            {
                here.Add(row);
            }
        }

        return rows.Where(r => !here.Contains(r));

        bool IsAsked(RowDraft row) => work.Options is { Corrects: null, Again: not AgainRows.Take } && row.Corrects is null;
    }

    private static RowContent ContentOf(RowDraft row) => new(row.Report!, row.GivesDate, row.GivesKinds);

    private static void Found(ImportWork work, RowDraft row, ReportEntry entry)
    {
        var source = entry.Batch is { } id ? work.State.Book.FindBatch(id)?.Received.File : null;
        var on = ProgrammeTime.Of(work.State).DayOf(entry.SubmittedIn.At);
        row.Known = new KnownRow(entry.Packed.Code, source, on, row.IsAlreadyHere);
        row.IsAlreadyHere |= work.Options.Again != AgainRows.Take;
        row.Note(source is null ? Notes.KnownByHand(row.Known.Code, on) : Notes.Known(row.Known.Code, source, on));
    }
}
