using System.Globalization;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Places;
using Furrow.Core.Reports;
using Furrow.Server.Pages.Import;

namespace Furrow.Server.Pages.Forms;

/// <summary>Whether what a form asks for was done by that very form before, by what the ledger holds: also after a restart, which forgets what was sent.
/// The act of a form carries the id the form was drawn with, and so does what it makes.</summary>
public static class FormRepeats
{
    /// <summary>Where the form led when it was sent first, or null when it was not.</summary>
    public static string? Find(Visit visit, IFormCollection form, Guid intent)
    {
        var id = visit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Guid.TryParse(part, out var read) ? read : Guid.Empty)
            .FirstOrDefault(read => read != Guid.Empty);
        return form["_handler"].ToString() switch
        {
            var handler when IntentForms.IntentOf(visit, handler) is { } asked => IntentForms.DoneBefore(visit, asked, form, intent),
            "correct" => visit.State.FindReport(intent) is null ? null : Link.Report(intent),
            "publish" => visit.State.FindFigure(intent) is null ? null : $"/figures/{intent:D}",
            "review" => Review(visit, form["act"].ToString(), id, intent),
            "batch" => Batch(visit, form["act"].ToString(), id, intent),
            "group" => Group(visit, intent),
            "register" => visit.State.People.All.Exists(p => p.Id == DerivedId.Of(intent, "registered") || p.Id == DerivedId.Of(intent, "person")) ? "/me" : null,
            "apply" => Guid.TryParse(form["batch"], out var batch) && visit.State.Book.FindBatch(batch) is not null ? $"/import/{batch:D}" : null,
            "load-places" => visit.State.Of<PlaceSets>().All.Exists(s => s.Id == intent) ? "/places" : null,
            "discard" => visit.Http.RequestServices.GetRequiredService<ImportDrafts>().Find(id) is null ? "/import" : null,
            _ => null,
        };
    }

    private static string? Review(Visit visit, string wanted, Guid id, Guid intent) => wanted == "withdraw"
        ? visit.State.FindReport(intent) is null ? null : Link.Report(intent)
        : visit.State.FindReport(id) is { } entry && ReviewHistory.Of(visit.State.Book, entry).Any(line => line.Act.Id == intent) ? Link.Report(id) : null;

    private static string? Batch(Visit visit, string wanted, Guid id, Guid intent)
    {
        var book = visit.State.Book;
        var isDone = wanted == "check"
            ? book.InBatch(id).Take(1).Any(e => e.Trail?.Backwards().Any(s => s.Act.Id == intent) == true)
            : book.Acceptances.Reverse().Any(a => a.Act.Id == intent);
        return isDone ? $"/import/{id:D}" : null;
    }

    private static string? Group(Visit visit, Guid intent) => visit.State.Decisions.FindLast(d => d.Act.Id == intent) is { } decided
        ? Link.To("/findings/group", ("key", decided.Group), ("batch", decided.Batch?.ToString("D"))) : null;
}
