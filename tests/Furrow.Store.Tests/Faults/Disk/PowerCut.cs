namespace Furrow.Store.Tests.Faults.Disk;

/// <summary>What happens to writes that were not synced when the power goes.</summary>
internal enum Unsynced
{
    Dropped,
    Kept,

    /// <summary>Some of them reach the disk, in any order.</summary>
    Reordered,

    /// <summary>The same, and some of them only in part.</summary>
    Torn,
}

/// <summary>Replays recorded operations up to each of them and gives the disks that a power cut there may leave behind. What was synced is there;
/// for what was not, anything goes.</summary>
internal sealed class PowerCut
{
    private readonly Dictionary<SimulatedFile, FileContent> _synced = [];
    private readonly Dictionary<SimulatedFile, List<DiskOperation>> _pending = [];
    private readonly Dictionary<string, SimulatedFile> _namesNow = [];
    private readonly Dictionary<string, SimulatedFile> _namesSynced = [];
    private readonly HashSet<SimulatedFile> _newJournals = [];

    /// <summary>The last position that had been answered.</summary>
    internal long Answered { get; private set; }

    internal void Replay(DiskOperation operation)
    {
        switch (operation)
        {
            case DiskOperation.Answered answered:
                Answered = answered.Position;
                break;
            case DiskOperation.Link link:
                (_synced[link.File], _pending[link.File], _namesNow[link.File.Name]) = (new FileContent(), [], link.File);
                _newJournals.Add(link.File);
                break;
            case DiskOperation.Unlink unlink:
                _namesNow.Remove(unlink.File.Name);
                if (unlink.Synced)
                {
                    _namesSynced.Remove(unlink.File.Name);
                }

                break;
            case DiskOperation.Sync sync:
                _pending[sync.File].ForEach(p => Apply(_synced[sync.File], p));
                _pending[sync.File].Clear();
                SyncFolderFor(sync.File);
                break;
            case DiskOperation.Write write:
                _pending[write.File].Add(write);
                break;
            case DiskOperation.Truncate truncate:
                _pending[truncate.File].Add(truncate);
                break;
        }
    }

    /// <summary>SQLite syncs the folder together with the first sync of a new journal or write-ahead file, and with nothing else. That makes
    /// every change of names before it last.</summary>
    private void SyncFolderFor(SimulatedFile file)
    {
        if (file.Name.EndsWith(".furrow", StringComparison.Ordinal) || !_newJournals.Remove(file))
        {
            return;
        }

        _namesSynced.Clear();
        foreach (var (name, now) in _namesNow)
        {
            _namesSynced[name] = now;
        }
    }

    /// <summary>The files a power cut here leaves.</summary>
    internal Dictionary<string, FileContent> Leave(Unsynced fate, Random random)
    {
        var files = new Dictionary<string, FileContent>();
        foreach (var name in _namesNow.Keys.Union(_namesSynced.Keys))
        {
            var names = fate == Unsynced.Dropped || (fate != Unsynced.Kept && random.Next(2) == 0) ? _namesSynced : _namesNow;
            if (names.TryGetValue(name, out var file))
            {
                files[name] = ContentOf(file, fate, random);
            }
        }

        return files;
    }

    private FileContent ContentOf(SimulatedFile file, Unsynced fate, Random random)
    {
        var content = _synced[file].Copy();
        var pending = fate == Unsynced.Dropped ? [] : _pending[file].ToArray();
        if (fate is Unsynced.Reordered or Unsynced.Torn)
        {
            random.Shuffle(pending);
            pending = pending[..random.Next(pending.Length + 1)];
        }

        foreach (var operation in pending)
        {
            Apply(content, fate == Unsynced.Torn && operation is DiskOperation.Write write ? Tear(write, random) : operation);
        }

        return content;
    }

    private static DiskOperation Tear(DiskOperation.Write write, Random random)
    {
        var cut = random.Next(write.Bytes.Length + 1);
        return random.Next(3) switch
        {
            0 => write with { Bytes = write.Bytes[..cut] },
            1 => write with { Bytes = write.Bytes[cut..], Offset = write.Offset + cut },
            _ => write,
        };
    }

    private static void Apply(FileContent content, DiskOperation operation)
    {
        if (operation is DiskOperation.Write write)
        {
            content.Write(write.Offset, write.Bytes);
        }
        else if (operation is DiskOperation.Truncate truncate)
        {
            content.SetLength(truncate.Length);
        }
    }
}
