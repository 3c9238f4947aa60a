using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Import;

/// <summary>Files on their way in: uploaded, looked through, and then applied or thrown away. They lie in a folder of this process; nothing of them is in
/// the programme before they are applied.</summary>
public sealed class ImportDesk(Programme programme) : IDisposable
{
    /// <summary>Older ones are thrown away: an upload left behind is not a record.</summary>
    private const int MostDrafts = 20;

    private readonly ConcurrentDictionary<Guid, ImportDraft> _drafts = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "furrow-uploads-" + Guid.NewGuid().ToString("N")[..12]);

    public IReadOnlyList<ImportDraft> Drafts => [.. _drafts.Values.OrderByDescending(d => d.StartedAt)];

    public ImportDraft? Find(Guid id) => _drafts.GetValueOrDefault(id);

    /// <summary>Keeps the uploaded file and begins to look through it.</summary>
    /// <param name="intent">The id it will have: sent again, the same upload is the same draft.</param>
    public async Task<ImportDraft> Receive(IFormFile upload, ImportOptions options, CancellationToken stop, Guid? intent = null)
    {
        var id = intent ?? Guid.NewGuid();
        var folder = Directory.CreateDirectory(Path.Combine(_folder, id.ToString("N"))).FullName;
        var path = Path.Combine(folder, SafeName(upload.FileName));
        try
        {
            await using var file = File.Create(path);
            await upload.CopyToAsync(file, stop);
        }
        catch
        {
            // Half a file is none: a full disk gets its space back.
            Delete(folder);
            throw;
        }

        var draft = new ImportDraft(id, SourceFile.At(path), options);
        _drafts[id] = draft;
        draft.Prepare(programme.State);
        foreach (var old in Drafts.Skip(MostDrafts))
        {
            Discard(old.Id);
        }

        return draft;
    }

    public void Discard(Guid id)
    {
        if (_drafts.TryRemove(id, out var draft))
        {
            draft.WhenIdle(() => Delete(Path.GetDirectoryName(draft.File.Path)!));
        }
    }

    public void Dispose() => Delete(_folder);

    /// <summary>The sender's name for the file is kept, since it is part of the record; whatever could lead out of the folder is not.</summary>
    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var safe = string.Concat(last.Where(c => !char.IsControl(c) && !Path.GetInvalidFileNameChars().Contains(c))).Trim().TrimStart('.');
        return safe.Length == 0 ? "upload" : safe.Length > 120 ? safe[^120..] : safe;
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Left for the system to clean: it is a temporary folder.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}
