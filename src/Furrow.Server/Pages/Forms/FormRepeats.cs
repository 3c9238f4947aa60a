using System.Globalization;
using Furrow.Core.Checks;
using Furrow.Core.Reports;
using Furrow.Server.Pages.Import;

namespace Furrow.Server.Pages.Forms;

/// <summary>Whether what a form asks for was done by that very form before, by what the ledger holds: also after a restart, which forgets what was sent.
/// What a form makes has an id that follows from the form; what it decides is known again by who, what and why, since the form was drawn.</summary>
public static class FormRepeats
{
    /// <summary>Where the form led when it was sent first, or null when it was not.</summary>
    public static string? Find(Visit visit, IFormCollection form, Guid intent)
    {
        var id = visit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Guid.TryParse(part, out var read) ? read : Guid.Empty)
            .FirstOrDefault(read => read != Guid.Empty);
        var asked = new Asked(form);
        return form["_handler"].ToString() switch
        {
            "correct" => visit.State.FindReport(intent) is null ? null : Link.Report(intent),
            "publish" => visit.State.FindFigure(intent) is null ? null : $"/figures/{intent:D}",
            "review" => Review(visit, asked, id, intent),
            "batch" => Batch(visit, asked, id),
            "group" => Group(visit, asked),
            "apply" => Guid.TryParse(form["batch"], out var batch) && visit.State.Book.FindBatch(batch) is not null ? $"/import/{batch:D}" : null,
            "discard" => visit.Http.RequestServices.GetRequiredService<ImportDesk>().Find(id) is null ? "/import" : null,
            _ => null,
        };
    }

    private static string? Review(Visit visit, Asked asked, Guid id, Guid intent)
    {
        if (asked.Act == "withdraw")
        {
            return visit.State.FindReport(intent) is null ? null : Link.Report(intent);
        }

        var act = asked.Act switch
        {
            "check" => ReviewAct.Checked,
            "accept" => ReviewAct.Accepted,
            "return" => ReviewAct.Returned,
            "reject" => ReviewAct.Rejected,
            _ => ReviewAct.Submitted,
        };
        return act != ReviewAct.Submitted && visit.State.FindReport(id) is { } entry
            && ReviewHistory.Of(visit.State.Book, entry).Any(line => line.Act == act && asked.Is(line.By, line.At, line.Reason)) ? Link.Report(id) : null;
    }

    private static string? Batch(Visit visit, Asked asked, Guid id)
    {
        var (book, onward) = (visit.State.Book, $"/import/{id:D}");
        if (book.FindBatch(id) is null)
        {
            return null;
        }

        var isDone = asked.Act == "check"
            ? book.InBatch(id).Take(1).Any(e => e.Trail?.Backwards().Any(s => s.Act == ReviewAct.Checked && asked.Is(s.By, s.At, s.Reason)) == true)
            : asked.Act is "accept" or "undo"
                && book.Acceptances.Reverse().Any(a => a.Batch == id && a.Undoes == (asked.Act == "undo") && asked.Is(a.By, a.At, a.Reason));
        return isDone ? onward : null;
    }

    private static string? Group(Visit visit, Asked asked)
    {
        var (query, key) = (visit.Http.Request.Query, visit.Http.Request.Query["key"].ToString());
        Guid? batch = Guid.TryParse(query["batch"], out var read) ? read : null;
        return FindingDecision.IsKnown(asked.Act) && visit.State.Decisions.Reverse().Any(d => d.Group == key && d.Batch == batch && d.Decision == asked.Act
            && asked.Is(d.By, d.At, d.Reason)) ? Link.To("/findings/group", ("key", key), ("batch", batch?.ToString("D"))) : null;
    }

    /// <summary>What a form asks for: the act, in whose name, why, and when it was drawn.</summary>
    private sealed class Asked(IFormCollection form)
    {
        private readonly string _by = form["by"].ToString().Trim();
        private readonly string _reason = form["reason"].ToString().Trim();
        private readonly long _shown = long.TryParse(form[FormIntent.ShownField], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? ticks : long.MaxValue;

        public string Act { get; } = form["act"].ToString();

        public bool Is(string by, DateTimeOffset at, string? reason) => at.UtcTicks >= _shown && by == _by && (reason ?? "").Trim() == _reason;
    }
}
