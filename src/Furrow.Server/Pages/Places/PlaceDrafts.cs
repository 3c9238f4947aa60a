using System.Collections.Concurrent;
using Furrow.Server.Pages.Import;

namespace Furrow.Server.Pages.Places;

/// <summary>Files of boundaries on their way in. They lie beside the uploads of reports and go as those do: nothing of them is in the programme before
/// somebody loads them.</summary>
public sealed class PlaceDrafts(ImportDrafts uploads)
{
    private const int MostDrafts = 5;

    private static readonly TimeSpan MostAge = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<Guid, PlaceDraft> _drafts = new();

    public IReadOnlyList<PlaceDraft> Drafts => [.. _drafts.Values.OrderByDescending(d => d.StartedAt)];

    public PlaceDraft? Find(Guid id) => _drafts.GetValueOrDefault(id);

    public async Task<PlaceDraft> Receive(IFormFile upload, Guid id, DateTimeOffset at, CancellationToken stop)
    {
        var path = await uploads.Keep(upload, id, stop);
        var draft = new PlaceDraft(id, path, at);
        draft.LookBy(null, Furrow.Exchange.ReadOptions.Default, []);
        _drafts[id] = draft;
        foreach (var old in Drafts.Skip(MostDrafts))
        {
            Discard(old.Id);
        }

        return draft;
    }

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
}
