using Furrow.Server.Intents;
using Furrow.Server.Pages.Import;

namespace Furrow.Server.Pages.Rows;

/// <summary>Tables of rows on their way in.</summary>
public sealed class RowsDrafts(ImportDrafts uploads) : FileDrafts<RowsDraft>(uploads)
{
    public Task<RowsDraft> Receive(IFormFile upload, Guid id, Intent intent, IntentObjects objects, DateTimeOffset at, CancellationToken stop) =>
        Keep(upload, id, path => new RowsDraft(id, intent, objects, path, at), stop);
}
