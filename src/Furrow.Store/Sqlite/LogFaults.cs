using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>What SQLite's READONLY, CANTOPEN and IOERR stand for: it opens a file without permission as read-only, and a used-up quota is an IOERR to it.
/// First the error number of the operating system is asked for, then the file and its folder are tried.</summary>
internal static class LogFaults
{
    private const int ReadOnly = 8, IoError = 10, CannotOpen = 14;

    internal static StorageFault? Of(Exception wrong, SqliteConnection? connection, string path) =>
        wrong is SqliteException { SqliteErrorCode: ReadOnly or IoError or CannotOpen } unclear
            ? BySystem(unclear, connection) ?? ByTrying(SqliteLogOpening.SideOf(path)) ?? StorageFaults.OfSqlite(unclear.SqliteErrorCode)
            : StorageFaults.Of(wrong);

    /// <summary>A fault that is not the ledger's own and passes; else null.</summary>
    internal static StorageFault? Passing(Exception wrong, SqliteConnection? connection, string path) =>
        Of(wrong, connection, path) is { } fault and not StorageFault.Broken ? fault : null;

    /// <summary>What reading throws: a fault that passes is told as that, everything else as a broken log.</summary>
    internal static IOException WhileReading(Exception wrong, SqliteConnection? connection, string path, long position) =>
        Passing(wrong, connection, path) is { } fault
            ? new StorageException(fault, fault.ToProblem($"the ledger", wrong.Message), wrong)
            : new LogBrokenException(position, wrong.Message.TrimEnd('.'), wrong);

    /// <summary>SQLite keeps the number for CANTOPEN and IOERR alone.</summary>
    private static StorageFault? BySystem(SqliteException wrong, SqliteConnection? connection) =>
        wrong.SqliteErrorCode != ReadOnly && connection?.Handle is { IsInvalid: false, IsClosed: false } handle
            ? StorageFaults.OfSystem(SystemError(handle.DangerousGetHandle())) : null;

    /// <summary>The ledger itself is not opened: closing it would let go of the locks that SQLite holds on it for this process.</summary>
    private static StorageFault? ByTrying(string path)
    {
        try
        {
            if (File.Exists(path) && MayNotWrite(path) is { } fault)
            {
                return fault;
            }

            // The write-ahead file and its index are made in the folder.
            using (var beside = OwnerFiles.Create(path + "-trial"))
            {
                beside.Write(new byte[IndexBytes]);
                beside.Flush(flushToDisk: true);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return StorageFaults.Of(e);
        }
        finally
        {
            OwnerFiles.Forget(path + "-trial");
        }
    }

    /// <summary>Why the ledger, or files in its folder, may not be written, by their rights alone: nothing is tried.</summary>
    internal static StorageFault? MayNotWriteBeside(string path) =>
        MayNotWrite(path) ?? (OperatingSystem.IsWindows() ? null : MayNotWrite(Path.GetDirectoryName(Path.GetFullPath(path))!));

    private static StorageFault? MayNotWrite(string path)
    {
        const int write = 2, here = -100, hereOnMac = -2, effective = 0x200, effectiveOnMac = 0x10;
        var isMac = OperatingSystem.IsMacOS();
        return OperatingSystem.IsWindows()
            ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) ? StorageFault.NoPermission : null
            : Access(isMac ? hereOnMac : here, Encoding.UTF8.GetBytes(path + '\0'), write, isMac ? effectiveOnMac : effective) == 0
                ? null : StorageFaults.OfSystem(Marshal.GetLastPInvokeError());
    }

    /// <summary>The size by which SQLite extends the index of the write-ahead file.</summary>
    internal const int IndexBytes = 32768;

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_system_errno", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int SystemError(nint connection);

    /// <summary>By the account whose rights count, which need not be the one that started the program.</summary>
    [DllImport("libc", EntryPoint = "faccessat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access(int folder, byte[] path, int mode, int flags);
}
