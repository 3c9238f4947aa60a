using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

public enum LogAccess
{
    /// <summary>Beside whoever writes; nothing on the disk is changed.</summary>
    Read,

    /// <summary>As the one writer. The file must be there.</summary>
    Write,

    /// <summary>As the one writer; a new file is made where there is none.</summary>
    CreateOrWrite,
}

/// <summary>The log in one SQLite file, with its write-ahead file, checkpoint and lease beside it.</summary>
public sealed class SqliteLog : ILog
{
    private readonly LogReaders _readers;
    private readonly LogWriter? _writer;

    private SqliteLog(string path, Guid origin, LogReaders readers, LogWriter? writer, LogLoss? loss) =>
        (Path, Origin, _readers, _writer, Loss) = (path, origin, readers, writer, loss);

    public bool MayWrite => _writer is not null;

    /// <summary>Opened for reading: why nobody could write here, on this medium or with this account; null where nothing hinders it.</summary>
    public StorageFault? Medium { get; private init; }

    public string Path { get; }

    public Guid Origin { get; }

    public LogLoss? Loss { get; }

    public LogHead Head => _writer?.Head ?? _readers.Use(c => LogDatabase.ReadLast(c) is { } last ? new LogHead(last.Position, last.Hash) : LogHead.Empty);

    /// <summary>Opens a ledger, or says why not: not there, not a ledger, in use by another writer, broken. When the log is behind what
    /// its checkpoint, its snapshot or a given witness knows, it opens for reading only and <see cref="Loss"/> says what is missing.</summary>
    /// <param name="waitSeconds">How long another program's lock is waited for before the ledger is called busy.</param>
    public static Outcome<SqliteLog> Open(string path, LogAccess access, IEnumerable<Witness>? witnesses = null, int waitSeconds = LogDatabase.WaitSeconds) =>
        SqliteLogOpening.Open(path, access, witnesses ?? [], waitSeconds);

    /// <summary>The name that the files beside the log are named after: its path, also when it is given as a "file:" address.</summary>
    public static string PlaceOf(string path) => SqliteLogOpening.SideOf(path);

    /// <param name="source">Where its connections find the file: the path, or an address that says more.</param>
    internal static SqliteLog Make(string path, string source, Guid origin, LogWriter? writer, LogLoss? loss, StorageFault? medium = null) =>
        new(path, origin, new LogReaders(source), writer, loss) { Medium = medium };

    public Task<Outcome<LogHead>> Append(IReadOnlyList<EntryDraft> batch, long? expectedPosition = null) =>
        _writer is null ? Task.FromResult<Outcome<LogHead>>(WhyReadingOnly) : _writer.Append(batch, expectedPosition);

    public void ForgetRead() => _readers.Forget();

    public Problem? Fault => _writer?.Fault;

    public Task<Problem?> TryWriting() => _writer?.TryWriting() ?? Task.FromResult<Problem?>(WhyReadingOnly);

    private Problem WhyReadingOnly => Loss is null ? Problems.LedgerOpenForReadingOnly() : Problems.LedgerIncomplete(Loss.Phrase);

    public IEnumerable<Entry> Read(long after = 0, long upTo = long.MaxValue) => _readers.Read(after, upTo);

    public IEnumerable<Entry> ReadAt(IReadOnlyList<long> positions) => _readers.ReadAt(positions);

    public IEnumerable<Digest> HashesAt(IReadOnlyList<long> positions) => _readers.HashesAt(positions);

    public IReadOnlyList<long> Find(IReadOnlyCollection<string> factNames, long after = 0, long upTo = long.MaxValue) =>
        _readers.Use(c => FactIndex.Positions(c, factNames, after, upTo));

    public Entry? Find(long position) => _readers.Use(c => LogDatabase.ReadAt(c, position), position);

    public void Dispose()
    {
        _readers.Dispose();
        _writer?.Dispose();
    }
}
