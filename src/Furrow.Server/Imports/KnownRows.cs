using Furrow.Core.Checks;
using Furrow.Core.Land;
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
        var book = work.State.Book;
        if (work.Options.Corrects is not null || book.Count == 0)
        {
            // A correction may say the same of its row and another thing of what stands beside it.
            return;
        }

        foreach (var row in work.Rows.Where(r => r.IsTaken))
        {
            row.IsAlreadyHere = book.RowsTaken(row.RowSha256, row.Staged!.Kind) > 0;
        }

        var rows = work.Rows.Where(r => r is { Staged: not null, Problem: null, Corrects: null });
        foreach (var (row, entry) in Found(work, rows, book, r => r.IsAlreadyHere, work.Stop))
        {
            var source = entry.Batch is { } id ? book.FindBatch(id)?.Received.File : null;
            var on = ProgrammeTime.Of(work.State).DayOf(entry.SubmittedIn.At);
            row.Known = new KnownRow(entry.Packed.Code, source, on, row.IsAlreadyHere);
            row.IsAlreadyHere |= work.Options.Again != AgainRows.Take;
            row.Note(source is null ? Notes.KnownByHand(row.Known.Code, on) : Notes.Known(row.Known.Code, source, on));
        }
    }

    /// <summary>Of the rows of a plan those that the programme, as it is now, has not got: others may have come in since.</summary>
    public static IEnumerable<RowDraft> New(ImportWork work, ReportBook book)
    {
        var taken = work.Taken;
        if (work.Options.Corrects is not null)
        {
            return taken;
        }

        var here = taken.Where(r => book.RowsTaken(r.RowSha256, r.Staged!.Kind) > 0).ToHashSet();
        var asked = work.Options.Again == AgainRows.Take ? [] : taken.Where(r => r.Corrects is null);
        here.UnionWith(Found(work, asked, book, here.Contains).Select(f => f.Row).ToList());
        return taken.Where(r => !here.Contains(r));
    }

    /// <summary>The very rows first: the reports made of them stand for no others.</summary>
    private static IEnumerable<(RowDraft Row, ReportEntry Entry)> Found(ImportWork work, IEnumerable<RowDraft> rows, ReportBook book,
        Func<RowDraft, bool> isSame, CancellationToken stop = default)
    {
        var placed = rows.Select(r => (Row: r, Place: PlaceOf(work, r))).OrderByDescending(r => isSame(r.Row)).ToList();
        var known = new KnownContent(book, placed.Select(r => r.Place));
        foreach (var (row, place) in placed)
        {
            stop.ThrowIfCancellationRequested();
            if (known.MayHave(place) && known.Take(ContentOf(work, row)) is { } entry)
            {
                yield return (row, entry);
            }
        }
    }

    private static RowContent ContentOf(ImportWork work, RowDraft row) =>
        new(work.Stage.AsItCame(row, withLand: false).Report, row.GivesDate, row.GivesKinds);

    private static ContentPlace PlaceOf(ImportWork work, RowDraft row) => row.Staged! is { Bounds.IsEmpty: false } drawn ? ContentPlace.Of(drawn.Bounds)
        : row.Staged!.Point is { } point ? ContentPlace.Of(point) : ContentPlace.Of(work.Stage.AsItCame(row, withLand: false).Report);
}
