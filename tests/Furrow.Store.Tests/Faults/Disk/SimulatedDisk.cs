namespace Furrow.Store.Tests.Faults.Disk;

/// <summary>Something the program did to the disk, in the order it did it.</summary>
internal abstract record DiskOperation
{
    internal sealed record Write(SimulatedFile File, long Offset, byte[] Bytes) : DiskOperation;

    internal sealed record Truncate(SimulatedFile File, long Length) : DiskOperation;

    internal sealed record Sync(SimulatedFile File) : DiskOperation;

    internal sealed record Link(SimulatedFile File) : DiskOperation;

    internal sealed record Unlink(SimulatedFile File, bool Synced) : DiskOperation;

    /// <summary>Not of the disk: here an append was answered, the log then ended at this position.</summary>
    internal sealed record Answered(long Position) : DiskOperation;
}

/// <summary>What SQLite asks of a disk and the disk may refuse.</summary>
internal enum DiskCall
{
    Read,
    Write,
    Sync,

    /// <summary>The lock that whoever writes holds.</summary>
    Lock,
    Map,
}

/// <summary>How a disk fails, from now on: the call that fails after so many of its kind have still worked, SQLite's code and the system's error.</summary>
internal sealed record DiskFault(DiskCall Call, int Code, int Errno = 0, int After = 0);

/// <summary>A disk in memory that remembers every write and every sync. SQLite reaches it through <see cref="DiskVfs"/>.</summary>
internal sealed class SimulatedDisk : IDisposable
{
    private readonly Dictionary<string, SimulatedFile> _files = [];
    private int _calls;

    internal SimulatedDisk(string folder, IReadOnlyDictionary<string, FileContent>? files = null)
    {
        Folder = folder;
        foreach (var (name, content) in files ?? new Dictionary<string, FileContent>())
        {
            var file = new SimulatedFile(name);
            file.Content.Write(0, content.Bytes);
            _files.Add(name, file);
        }

        DiskVfs.Mount(this);
    }

    /// <summary>A folder that exists: the lease and the checkpoint are real files in it.</summary>
    internal string Folder { get; }

    internal string Ledger => $"file:{Folder}/exercise.furrow?vfs={DiskVfs.Name}";

    internal List<DiskOperation> Operations { get; } = [];

    internal Lock Gate { get; } = new();

    /// <summary>The error number SQLite is told when it asks after a call that failed.</summary>
    [field: ThreadStatic]
    internal static int LastErrno { get; private set; }

    /// <summary>Null: it works.</summary>
    internal DiskFault? Fault
    {
        get;
        set
        {
            lock (Gate)
            {
                (field, _calls) = (value, 0);
            }
        }
    }

    /// <summary>0, or SQLite's code of the failure. Call it with the gate held.</summary>
    internal int Fails(DiskCall call, string path)
    {
        if (Fault is not { } fault || fault.Call != call || _calls++ < fault.After)
        {
            return 0;
        }

        LastErrno = fault.Errno;
        return fault.Code;
    }

    internal IEnumerable<SimulatedFile> Files => _files.Values;

    internal void Answered(long position)
    {
        lock (Gate)
        {
            Operations.Add(new DiskOperation.Answered(position));
        }
    }

    internal bool Exists(string path) => _files.ContainsKey(path);

    /// <summary>Null when the file is not there and may not be made.</summary>
    internal OpenFile? Open(string path, bool create)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            if (!create)
            {
                return null;
            }

            file = new SimulatedFile(path);
            _files.Add(path, file);
            Operations.Add(new DiskOperation.Link(file));
        }

        var handle = new OpenFile(this, file);
        file.Handles.Add(handle);
        return handle;
    }

    internal bool Delete(string path, bool synced)
    {
        if (!_files.Remove(path, out var file))
        {
            return false;
        }

        Operations.Add(new DiskOperation.Unlink(file, synced));
        return true;
    }

    internal void Write(SimulatedFile file, long offset, ReadOnlySpan<byte> bytes)
    {
        file.Content.Write(offset, bytes);
        Operations.Add(new DiskOperation.Write(file, offset, bytes.ToArray()));
    }

    internal void Truncate(SimulatedFile file, long length)
    {
        file.Content.SetLength(length);
        Operations.Add(new DiskOperation.Truncate(file, length));
    }

    public void Dispose()
    {
        DiskVfs.Unmount(this);
        foreach (var file in _files.Values)
        {
            file.FreeRegions();
        }
    }
}
