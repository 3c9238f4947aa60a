using System.Collections.Concurrent;
using Furrow.Core;

namespace Furrow.Server.Pages.Import;

/// <summary>Files on their way in that are no reports: boundaries, rows of small subjects. They lie beside the uploads of reports and go as those do: nothing
/// of them is in the programme before somebody loads them.</summary>
public abstract class FileDrafts<TDraft>(ImportDrafts uploads)
    where TDraft : IFileDraft
{
    private const long MostBytes = DraftKeeping.MostBytes / 4;

    private readonly ConcurrentDictionary<Guid, TDraft> _drafts = new();

    public IReadOnlyList<TDraft> Drafts => [.. _drafts.Values.OrderByDescending(d => d.StartedAt)];

    public TDraft? Find(Guid id) => _drafts.GetValueOrDefault(id);

    /// <summary>Why one is no longer here.</summary>
    public Problem ProblemOf(Guid id) => uploads.Keeping.ProblemOf(id);

    public void Discard(Guid id, UploadEnd end)
    {
        if (_drafts.TryRemove(id, out _))
        {
            uploads.Keeping.Remember(id, end);
            uploads.LetGo(id);
        }
    }

    public void Sweep(DateTimeOffset? now)
    {
        foreach (var (id, end) in DraftKeeping.Over(_drafts.Values.OfType<IFileDraft>(), now, MostBytes, uploads.BytesOf).ToList())
        {
            Discard(id, end);
        }
    }

    /// <param name="made">The draft of the file that was kept.</param>
    protected async Task<TDraft> Keep(IFormFile upload, Guid id, Func<string, TDraft> made, CancellationToken stop)
    {
        var draft = _drafts[id] = made(await uploads.Keep(upload, id, stop));
        Sweep(null);
        foreach (var older in _drafts.Values.OrderByDescending(d => d.TouchedAt).Skip(DraftKeeping.MostAwake))
        {
            older.Rest();
        }

        return draft;
    }
}
