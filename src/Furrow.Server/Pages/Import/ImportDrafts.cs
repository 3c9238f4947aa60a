using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Server.Pages.Import;

/// <summary>Files on their way in: uploaded, looked through, and then applied or thrown away. They lie in a folder beside the ledger; nothing of them is in
/// the programme before they are applied.</summary>
public sealed class ImportDrafts(Programme programme) : IDisposable
{
    /// <summary>A form that is sent waits so long for a file to be looked through again.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, ImportDraft> _drafts = new();
    private readonly UploadFolder _folder = new(programme);

    public IReadOnlyList<ImportDraft> Drafts => [.. _drafts.Values.OrderByDescending(d => d.StartedAt)];

    public DraftKeeping Keeping { get; } = new();

    public ImportDraft? Find(Guid id) => _drafts.GetValueOrDefault(id);

    /// <summary>One that somebody looks at: where it rested, its file is looked through again, with all that was said of it.</summary>
    /// <param name="waits">Until that is done, where it is soon.</param>
    public ImportDraft? Open(Guid id, bool waits)
    {
        if (Find(id) is not { } draft)
        {
            return null;
        }

        if (draft.IsResting)
        {
            draft.Prepare(programme.State);
            _ = waits && draft.Wait(MostWait);
        }

        return draft;
    }

    /// <summary>Keeps the uploaded file and begins to look through it.</summary>
    /// <param name="intent">The id it will have: sent again, the same upload is the same draft.</param>
    public async Task<ImportDraft> Receive(IFormFile upload, ImportOptions options, CancellationToken stop, Guid? intent = null)
    {
        var id = intent ?? Guid.NewGuid();
        return Begin(id, await Keep(upload, id, stop), options);
    }

    /// <summary>Another sheet of a file that is here: a draft of its own, with what was said for all rows. Null where the file was let go.</summary>
    public ImportDraft? Again(ImportDraft of, string layer, Guid id, DateTimeOffset now)
    {
        var path = Path.Combine(_folder.For(id), of.File.Name);
        try
        {
            using var from = of.File.Open();
            using var to = OwnerFiles.Create(path);
            from.CopyTo(to);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _folder.Delete(id);
            return null;
        }

        return Begin(id, path, (of.Plan?.Options ?? of.Options) with
        {
            At = now,
            Mapping = null,
            Recalled = null,
            Confirmed = new HashSet<string>(),
            InDoubt = [],
            AllInDoubt = false,
            Reading = new ReadOptions { Layer = layer, Crs = of.Options.Reading.Crs, Encoding = of.Options.Reading.Encoding },
        });
    }

    private ImportDraft Begin(Guid id, string path, ImportOptions options)
    {
        var draft = new ImportDraft(id, SourceFile.At(path), options) { StageFolder = _folder.For(id) };
        foreach (var older in Drafts)
        {
            older.LetGo();
        }

        _drafts[id] = draft;
        draft.Prepare(programme.State);
        SweepOver(null);
        foreach (var older in _drafts.Values.OrderByDescending(d => d.TouchedAt).Skip(DraftKeeping.MostAwake))
        {
            older.Rest();
        }

        return draft;
    }

    /// <summary>Writes an upload into the folder, under the sender's name.</summary>
    internal async Task<string> Keep(IFormFile upload, Guid id, CancellationToken stop)
    {
        var path = Path.Combine(_folder.For(id), SafeName(upload.FileName));
        try
        {
            await using var file = OwnerFiles.Create(path);
            await upload.CopyToAsync(file, stop);
            return path;
        }
        catch
        {
            // Half a file is none: a full disk gets its space back.
            _folder.Delete(id);
            throw;
        }
    }

    internal void LetGo(Guid id) => _folder.Delete(id);

    internal long BytesOf(Guid id) => _folder.BytesOf(id);

    public void Discard(Guid id, UploadEnd end)
    {
        if (_drafts.TryRemove(id, out var draft))
        {
            Keeping.Remember(id, draft.IsApplied ? UploadEnd.Applied : end);
            // Nobody waits for what it is at; a batch handed to the disk is written whole.
            draft.Stop();
            draft.WhenIdle(() =>
            {
                draft.Close();
                _folder.Delete(id);
            });
        }
    }

    /// <summary>Ends drafts that are too old, and lets go of files whose reports are in the programme.</summary>
    public void Sweep(DateTimeOffset now)
    {
        SweepOver(now);
        foreach (var draft in Drafts.Where(d => d.IsApplied))
        {
            _folder.Delete(draft.Id);
        }
    }

    private void SweepOver(DateTimeOffset? now)
    {
        foreach (var (id, end) in DraftKeeping.Over(_drafts.Values, now, DraftKeeping.MostBytes, BytesOf).ToList())
        {
            Discard(id, end);
        }
    }

    public void Dispose()
    {
        foreach (var draft in Drafts)
        {
            draft.Close();
        }

        _folder.Dispose();
    }

    /// <summary>The sender's name for the file is kept, since it is part of the record; whatever could lead out of the folder is not.</summary>
    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var safe = string.Concat(last.Where(c => !char.IsControl(c) && !Path.GetInvalidFileNameChars().Contains(c))).Trim().TrimStart('.');
        return safe.Length == 0 ? "upload" : safe.Length > 120 ? safe[^120..] : safe;
    }
}
