using System.Runtime.InteropServices;

namespace Furrow.Store.Tests.Faults.Disk;

/// <summary>A file of the simulated disk as the running program sees it, with SQLite's locks and shared memory on it.</summary>
internal sealed unsafe class SimulatedFile(string name)
{
    private readonly List<nint> _regions = [];

    internal string Name { get; } = name;

    internal FileContent Content { get; } = new();

    internal List<OpenFile> Handles { get; } = [];

    /// <summary>The wal-index: ordinary memory, gone when the power is.</summary>
    internal void* Region(int index, int size)
    {
        while (_regions.Count <= index)
        {
            _regions.Add((nint)NativeMemory.AllocZeroed((nuint)size));
        }

        return (void*)_regions[index];
    }

    internal void FreeRegions()
    {
        _regions.ForEach(r => NativeMemory.Free((void*)r));
        _regions.Clear();
    }
}

/// <summary>Bytes that can be written at any place.</summary>
internal sealed class FileContent
{
    private byte[] _bytes = [];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    internal void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        SetLength(Math.Max(Length, (int)offset + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan((int)offset));
    }

    internal void SetLength(long length)
    {
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max((int)length, 2 * _bytes.Length));
        }

        if (length < Length)
        {
            _bytes.AsSpan((int)length, Length - (int)length).Clear();
        }

        Length = (int)length;
    }

    internal FileContent Copy()
    {
        var copy = new FileContent();
        copy.Write(0, Bytes);
        return copy;
    }
}

/// <summary>One opening of a file by SQLite: what it has locked.</summary>
internal sealed class OpenFile(SimulatedDisk disk, SimulatedFile file)
{
    internal SimulatedDisk Disk { get; } = disk;

    internal SimulatedFile File { get; } = file;

    /// <summary>0 none, 1 shared, 2 reserved, 3 pending, 4 exclusive.</summary>
    internal int Level { get; set; }

    internal int SharedSlots { get; set; }

    internal int ExclusiveSlots { get; set; }

    internal bool TryLock(int level)
    {
        var others = File.Handles.Where(h => h != this).Select(h => h.Level).DefaultIfEmpty(0).Max();
        var free = level switch { 1 => others < 3, 2 => others < 2, _ => others < 1 };
        Level = free ? Math.Max(Level, level) : Level;
        return free;
    }

    internal bool TryLockSlots(int slots, bool exclusive)
    {
        var others = File.Handles.Where(h => h != this);
        if (others.Any(h => ((h.ExclusiveSlots | (exclusive ? h.SharedSlots : 0)) & slots) != 0))
        {
            return false;
        }

        (SharedSlots, ExclusiveSlots) = exclusive ? (SharedSlots, ExclusiveSlots | slots) : (SharedSlots | slots, ExclusiveSlots);
        return true;
    }
}
