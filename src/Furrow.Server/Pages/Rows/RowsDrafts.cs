using System.Collections.Concurrent;
using Furrow.Server.Intents;
using Furrow.Server.Pages.Import;

namespace Furrow.Server.Pages.Rows;

/// <summary>Tables on their way in. They lie beside the uploads of reports and go as those do: nothing of them is in the programme before somebody writes
/// them.</summary>
public sealed class RowsDrafts(ImportDrafts uploads)
{
    private const int MostDrafts = 10;

    private static readonly TimeSpan MostAge = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<Guid, RowsDraft> _drafts = new();

    public IReadOnlyList<RowsDraft> Drafts => [.. _drafts.Values.OrderByDescending(d => d.StartedAt)];

    public RowsDraft? Find(Guid id) => _drafts.GetValueOrDefault(id);

    public async Task<RowsDraft> Receive(IFormFile upload, Guid id, Intent intent, IntentObjects objects, DateTimeOffset at, CancellationToken stop)
    {
        var draft = _drafts[id] = new RowsDraft(id, intent, objects, await uploads.Keep(upload, id, stop), at);
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
