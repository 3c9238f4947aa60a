using System.Collections.Concurrent;

namespace Furrow.Server.Pages.Import;

/// <summary>A file on its way in that somebody still looks at.</summary>
public interface IFileDraft
{
    Guid Id { get; }

    DateTimeOffset StartedAt { get; }
}

/// <summary>Files on their way in that are no reports: boundaries, rows of small subjects. They lie beside the uploads of reports and go as those do: nothing
/// of them is in the programme before somebody loads them.</summary>
/// <param name="most">The oldest beyond so many go.</param>
public abstract class FileDrafts<TDraft>(ImportDrafts uploads, int most)
    where TDraft : IFileDraft
{
    private static readonly TimeSpan MostAge = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<Guid, TDraft> _drafts = new();

    public IReadOnlyList<TDraft> Drafts => [.. _drafts.Values.OrderByDescending(d => d.StartedAt)];

    public TDraft? Find(Guid id) => _drafts.GetValueOrDefault(id);

    public void Discard(Guid id)
    {
        if (_drafts.TryRemove(id, out _))
        {
            uploads.LetGo(id);
        }
    }

    public void Sweep(DateTimeOffset now)
    {
        foreach (var draft in _drafts.Values.Where(d => now - d.StartedAt > MostAge))
        {
            Discard(draft.Id);
        }
    }

    /// <param name="made">The draft of the file that was kept.</param>
    protected async Task<TDraft> Keep(IFormFile upload, Guid id, Func<string, TDraft> made, CancellationToken stop)
    {
        var draft = _drafts[id] = made(await uploads.Keep(upload, id, stop));
        foreach (var old in Drafts.Skip(most))
        {
            Discard(old.Id);
        }

        return draft;
    }
}
