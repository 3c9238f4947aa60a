using Furrow.Exchange;
using Furrow.Server.Pages.Import;

namespace Furrow.Server.Pages.Places;

/// <summary>Files of boundaries on their way in.</summary>
public sealed class PlaceDrafts(ImportDrafts uploads) : FileDrafts<PlaceDraft>(uploads)
{
    public Task<PlaceDraft> Receive(IFormFile upload, Guid id, DateTimeOffset at, CancellationToken stop) => Keep(upload, id, path =>
    {
        var draft = new PlaceDraft(id, path, at);
        draft.LookBy(null, ReadOptions.Default, []);
        return draft;
    }, stop);
}
