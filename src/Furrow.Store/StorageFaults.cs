using Furrow.Core;
using Microsoft.Data.Sqlite;

namespace Furrow.Store;

/// <summary>What can be wrong with the medium a file lies on. All but the last pass, and what failed works again once they have.</summary>
public enum StorageFault
{
    /// <summary>No space, no free file entry, a quota or a limit of file size.</summary>
    Full,
    ReadOnly,
    NoPermission,

    /// <summary>Held by another program, or too many files open.</summary>
    Busy,

    /// <summary>The device fails, or the bytes are not those that were written.</summary>
    Broken,
}

/// <summary>The one place that tells faults of the medium apart: exceptions of files and of SQLite in, one of five problems out.</summary>
public static class StorageFaults
{
    /// <summary>Null when it is no fault of the medium: a bug, a refusal, a network, a file that is not there.</summary>
    public static StorageFault? Of(Exception? wrong) => wrong switch
    {
        null => null,
        StorageException told => told.Fault,
        LogBrokenException => StorageFault.Broken,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        UnauthorizedAccessException => StorageFault.NoPermission,
        IOException file => OfSystem(file.HResult) ?? Of(file.InnerException),
        _ => Of(wrong.InnerException),
    };

    /// <summary>The problem to answer with, or null when it is no fault of the medium.</summary>
    /// <param name="what">What could not be written or read, as a person calls it.</param>
    public static Problem? ProblemOf(Exception wrong, Phrase what) => wrong is StorageException told ? told.Problem
        : Of(wrong) is { } fault ? fault.ToProblem(what, wrong.Message) : null;

    public static Problem ToProblem(this StorageFault fault, Phrase what, string why) => fault switch
    {
        StorageFault.Full => Problems.StorageFull(what),
        StorageFault.ReadOnly => Problems.StorageReadOnly(what),
        StorageFault.NoPermission => Problems.StorageNoPermission(what),
        StorageFault.Busy => Problems.StorageBusy(what),
        _ => Problems.StorageBroken(what, $"{why.TrimEnd('.')}."),
    };

    /// <summary>By SQLite's primary result code (sqlite.org/rescode.html). READONLY, CANTOPEN and IOERR stand for several faults: whoever has the
    /// connection or the path asks further (<see cref="Sqlite.LogFaults"/>).</summary>
    internal static StorageFault? OfSqlite(int code) => code switch
    {
        13 => StorageFault.Full,
        8 => StorageFault.ReadOnly,
        3 => StorageFault.NoPermission,
        5 or 6 or 15 => StorageFault.Busy, // BUSY, LOCKED, PROTOCOL (a race for locks)
        10 or 11 or 26 => StorageFault.Broken, // IOERR, CORRUPT, NOTADB
        _ => null,
    };

    /// <summary>By the number of the operating system: errno as .NET gives it in HResult, or an HRESULT of Windows.</summary>
    internal static StorageFault? OfSystem(int error)
    {
        const int windows = unchecked((int)0x80070000);
        return (error & unchecked((int)0xFFFF0000)) == windows ? OfWindows(error & 0xFFFF) : OfErrno(error);
    }

    private static StorageFault? OfErrno(int errno) => errno switch
    {
        28 or 27 => StorageFault.Full, // ENOSPC, EFBIG
        122 when OperatingSystem.IsLinux() => StorageFault.Full, // EDQUOT
        69 when OperatingSystem.IsMacOS() => StorageFault.Full, // EDQUOT
        30 => StorageFault.ReadOnly, // EROFS
        1 or 13 => StorageFault.NoPermission, // EPERM, EACCES
        11 or 16 or 23 or 24 or 26 => StorageFault.Busy, // EAGAIN, EBUSY, ENFILE, EMFILE, ETXTBSY
        35 when OperatingSystem.IsMacOS() => StorageFault.Busy, // EAGAIN
        5 or 6 or 19 => StorageFault.Broken, // EIO, ENXIO, ENODEV
        74 or 116 or 117 or 121 or 123 when OperatingSystem.IsLinux() => StorageFault.Broken, // EBADMSG, ESTALE, EUCLEAN, EREMOTEIO, ENOMEDIUM
        _ => null,
    };

    private static StorageFault? OfWindows(int error) => error switch
    {
        112 or 39 or 1295 => StorageFault.Full, // DISK_FULL, HANDLE_DISK_FULL, DISK_QUOTA_EXCEEDED
        19 => StorageFault.ReadOnly, // WRITE_PROTECT
        5 => StorageFault.NoPermission,
        32 or 33 or 4 => StorageFault.Busy, // SHARING_VIOLATION, LOCK_VIOLATION, TOO_MANY_OPEN_FILES
        23 or 1117 or 1392 or 1393 => StorageFault.Broken, // CRC, IO_DEVICE, FILE_CORRUPT, DISK_CORRUPT
        _ => null,
    };
}

/// <summary>A fault of the medium met while reading, where no refusal can be returned as a value.</summary>
public sealed class StorageException(StorageFault fault, Problem problem, Exception inner) : IOException(problem.Sentence, inner)
{
    public StorageFault Fault { get; } = fault;

    public Problem Problem { get; } = problem;
}
