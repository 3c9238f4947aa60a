using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Furrow.Store.Tests.Faults.Disk;

/// <summary>The file system that SQLite sees: a sqlite3_vfs whose functions are C#. Structures and codes follow SQLite's documentation of
/// sqlite3_vfs and sqlite3_io_methods. A path belongs to the disk mounted at its folder.</summary>
internal static unsafe class DiskVfs
{
    internal const string Name = "furrow-simulated-disk";
    private static readonly ConcurrentDictionary<string, SimulatedDisk> Disks = new();
    private static readonly Lazy<int> Registered = new(Register);

    internal static void Mount(SimulatedDisk disk)
    {
        if (Registered.Value != 0)
        {
            throw new InvalidOperationException("SQLite did not take the simulated disk.");
        }

        Disks[disk.Folder] = disk;
    }

    internal static void Unmount(SimulatedDisk disk) => Disks.TryRemove(disk.Folder, out _);

    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        internal int Version, FileSize, MaxPath;
        internal nint Next, Name, AppData;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, DiskVfsFile.Native*, int, int*, int> Open;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int> Delete;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int*, int> Access;
        internal delegate* unmanaged[Cdecl]<Vfs*, byte*, int, byte*, int> FullPath;
        internal nint DlOpen, DlError, DlSym, DlClose;
        internal delegate* unmanaged[Cdecl]<Vfs*, int, byte*, int> Randomness;
        internal delegate* unmanaged[Cdecl]<Vfs*, int, int> Sleep;
        internal delegate* unmanaged[Cdecl]<Vfs*, double*, int> CurrentTime;
        internal delegate* unmanaged[Cdecl]<Vfs*, int, byte*, int> LastError;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register", CallingConvention = CallingConvention.Cdecl)]
    private static extern int VfsRegister(Vfs* vfs, int makeDefault);

    private static int Register()
    {
        // Opening any database loads and initialises the library first.
        using (var any = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:"))
        {
            any.Open();
        }

        var vfs = (Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Vfs));
        *vfs = new Vfs
        {
            Version = 1, FileSize = sizeof(DiskVfsFile.Native), MaxPath = 1024, Name = Marshal.StringToCoTaskMemUTF8(Name),
            Open = &Open, Delete = &Delete, Access = &Access, FullPath = &FullPath,
            Randomness = &Randomness, Sleep = &Sleep, CurrentTime = &CurrentTime, LastError = &LastError,
        };
        return VfsRegister(vfs, 0);
    }

    private static SimulatedDisk DiskOf(string path) => Disks[Path.GetDirectoryName(path)!];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, DiskVfsFile.Native* file, int flags, int* outFlags)
    {
        const int create = 4, cannotOpen = 14;
        file->Methods = null;
        var path = Marshal.PtrToStringUTF8((nint)name);
        if (path is null)
        {
            return cannotOpen; // A temporary file: the log never needs one.
        }

        var disk = DiskOf(path);
        lock (disk.Gate)
        {
            if (disk.Open(path, (flags & create) != 0) is not { } opened)
            {
                return cannotOpen;
            }

            DiskVfsFile.Begin(file, opened);
        }

        if (outFlags != null)
        {
            *outFlags = flags;
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(Vfs* vfs, byte* name, int syncDirectory)
    {
        const int noEntry = 10 | (23 << 8);
        var path = Marshal.PtrToStringUTF8((nint)name)!;
        var disk = DiskOf(path);
        lock (disk.Gate)
        {
            return disk.Delete(path, syncDirectory != 0) ? 0 : noEntry;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Access(Vfs* vfs, byte* name, int flags, int* result)
    {
        var path = Marshal.PtrToStringUTF8((nint)name)!;
        var disk = DiskOf(path);
        lock (disk.Gate)
        {
            *result = disk.Exists(path) ? 1 : 0;
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FullPath(Vfs* vfs, byte* name, int size, byte* full)
    {
        MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name).CopyTo(new Span<byte>(full, size - 1));
        full[MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name).Length] = 0;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Randomness(Vfs* vfs, int count, byte* bytes)
    {
        Random.Shared.NextBytes(new Span<byte>(bytes, count));
        return count;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sleep(Vfs* vfs, int microseconds) => microseconds;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CurrentTime(Vfs* vfs, double* julianDay)
    {
        *julianDay = 2461041.5;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int LastError(Vfs* vfs, int size, byte* text) => SimulatedDisk.LastErrno;
}
