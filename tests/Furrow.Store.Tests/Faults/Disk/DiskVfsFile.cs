using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Furrow.Store.Tests.Faults.Disk;

/// <summary>The functions of an open file (sqlite3_io_methods, version 2: with the shared memory that the write-ahead log needs).</summary>
internal static unsafe class DiskVfsFile
{
    private const int Busy = 5;
    private static readonly IoMethods* Methods = MakeMethods();

    /// <summary>sqlite3_file with our handle behind it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Native
    {
        internal IoMethods* Methods;
        internal nint Handle;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct IoMethods
    {
        internal int Version;
        internal delegate* unmanaged[Cdecl]<Native*, int> Close;
        internal delegate* unmanaged[Cdecl]<Native*, byte*, int, long, int> Read, Write;
        internal delegate* unmanaged[Cdecl]<Native*, long, int> Truncate;
        internal delegate* unmanaged[Cdecl]<Native*, int, int> Sync;
        internal delegate* unmanaged[Cdecl]<Native*, long*, int> FileSize;
        internal delegate* unmanaged[Cdecl]<Native*, int, int> Lock, Unlock;
        internal delegate* unmanaged[Cdecl]<Native*, int*, int> CheckReserved;
        internal delegate* unmanaged[Cdecl]<Native*, int, void*, int> FileControl;
        internal delegate* unmanaged[Cdecl]<Native*, int> SectorSize, DeviceCharacteristics;
        internal delegate* unmanaged[Cdecl]<Native*, int, int, int, void**, int> ShmMap;
        internal delegate* unmanaged[Cdecl]<Native*, int, int, int, int> ShmLock;
        internal delegate* unmanaged[Cdecl]<Native*, void> ShmBarrier;
        internal delegate* unmanaged[Cdecl]<Native*, int, int> ShmUnmap;
    }

    internal static void Begin(Native* file, OpenFile opened)
    {
        file->Handle = GCHandle.ToIntPtr(GCHandle.Alloc(opened));
        file->Methods = Methods;
    }

    private static IoMethods* MakeMethods()
    {
        var methods = (IoMethods*)NativeMemory.AllocZeroed((nuint)sizeof(IoMethods));
        *methods = new IoMethods
        {
            Version = 2, Close = &Close, Read = &Read, Write = &Write, Truncate = &Truncate, Sync = &Sync, FileSize = &FileSize,
            Lock = &Lock, Unlock = &Unlock, CheckReserved = &CheckReserved, FileControl = &FileControl,
            SectorSize = &SectorSize, DeviceCharacteristics = &Characteristics,
            ShmMap = &ShmMap, ShmLock = &ShmLock, ShmBarrier = &ShmBarrier, ShmUnmap = &ShmUnmap,
        };
        return methods;
    }

    private static OpenFile Of(Native* file) => (OpenFile)GCHandle.FromIntPtr(file->Handle).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(Native* file)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            open.File.Handles.Remove(open);
        }

        GCHandle.FromIntPtr(file->Handle).Free();
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(Native* file, byte* to, int count, long offset)
    {
        const int shortRead = 10 | (2 << 8);
        var open = Of(file);
        var buffer = new Span<byte>(to, count);
        lock (open.Disk.Gate)
        {
            if (open.Disk.Fails(DiskCall.Read, open.File.Name) is var failed and not 0)
            {
                return failed;
            }

            var bytes = open.File.Content.Bytes;
            var there = (int)Math.Clamp(bytes.Length - offset, 0, count);
            bytes.Slice((int)Math.Min(offset, bytes.Length), there).CopyTo(buffer);
            buffer[there..].Clear();
            return there == count ? 0 : shortRead;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(Native* file, byte* from, int count, long offset)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            if (open.Disk.Fails(DiskCall.Write, open.File.Name) is var failed and not 0)
            {
                return failed;
            }

            open.Disk.Write(open.File, offset, new ReadOnlySpan<byte>(from, count));
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(Native* file, long length)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            if (open.Disk.Fails(DiskCall.Write, open.File.Name) is var failed and not 0)
            {
                return failed;
            }

            open.Disk.Truncate(open.File, length);
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(Native* file, int flags)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            if (open.Disk.Fails(DiskCall.Sync, open.File.Name) is var failed and not 0)
            {
                return failed;
            }

            open.Disk.Operations.Add(new DiskOperation.Sync(open.File));
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(Native* file, long* size)
    {
        *size = Of(file).File.Content.Length;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(Native* file, int level)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            return open.TryLock(level) ? 0 : Busy;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(Native* file, int level)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            open.Level = Math.Min(open.Level, level);
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReserved(Native* file, int* result)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            *result = open.File.Handles.Any(h => h.Level >= 2) ? 1 : 0;
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileControl(Native* file, int operation, void* argument) => 12; // SQLITE_NOTFOUND: nothing special here.

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(Native* file) => 4096;

    /// <summary>SQLITE_IOCAP_POWERSAFE_OVERWRITE, as SQLite assumes of real disks: a torn write harms only the bytes it was to write.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Characteristics(Native* file) => 0x1000;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmMap(Native* file, int region, int size, int extend, void** address)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            if (open.Disk.Fails(DiskCall.Map, open.File.Name) is var failed and not 0)
            {
                return failed;
            }

            *address = open.File.Region(region, size);
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmLock(Native* file, int offset, int count, int flags)
    {
        const int unlock = 1, exclusive = 8;
        var (open, slots) = (Of(file), ((1 << count) - 1) << offset);
        lock (open.Disk.Gate)
        {
            if ((flags & unlock) != 0)
            {
                (open.SharedSlots, open.ExclusiveSlots) = (open.SharedSlots & ~slots, open.ExclusiveSlots & ~slots);
                return 0;
            }

            return offset == 0 && open.Disk.Fails(DiskCall.Lock, open.File.Name) is var failed and not 0 ? failed
                : open.TryLockSlots(slots, (flags & exclusive) != 0) ? 0 : Busy;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ShmBarrier(Native* file) => Interlocked.MemoryBarrier();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmUnmap(Native* file, int delete)
    {
        var open = Of(file);
        lock (open.Disk.Gate)
        {
            if (delete != 0)
            {
                open.File.FreeRegions();
            }
        }

        return 0;
    }
}
