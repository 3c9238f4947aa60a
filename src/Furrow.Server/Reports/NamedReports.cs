using Furrow.Core;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Reports;

/// <summary>Reports and batches as people name them: by id, by code, "last".</summary>
internal static class NamedReports
{
    public static Outcome<Guid> Find(ReportBook book, string text) =>
        Guid.TryParse(text, out var id) && book.Find(id) is not null ? id
        : book.FindByCode(text) is { } entry ? entry.Report.Id
        : Problems.ReportCodeUnknown(text);

    /// <summary>A code means the head of its chain; an id means that very report, so that a stale one is refused with the head's id.</summary>
    public static Outcome<Guid> HeadNamed(ReportBook book, string text)
    {
        var named = Find(book, text);
        return named.IsRefused || Guid.TryParse(text, out _) ? named
            : book.HeadOf(named.Value) is { } head ? head.Report.Id
            : Problems.ReportHasNoHead(text);
    }

    /// <summary>A batch by its id, the beginning of it, or "last" for the newest that stands.</summary>
    public static Outcome<Guid> Batch(ProgrammeState state, string text)
    {
        var standing = state.Batches.Select(b => (b.Received.Batch, b.UndoneAt)).ToList();
        var found = text == "last"
            ? standing.Where(b => b.UndoneAt is null).TakeLast(1).ToList()
            : standing.Where(b => b.Batch.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0].Batch : Problems.BatchUnknown(text);
    }
}
