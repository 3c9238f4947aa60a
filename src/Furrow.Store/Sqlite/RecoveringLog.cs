using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Store.Sqlite;

/// <summary>A ledger whose medium could not be written when it was opened (full, read-only, no permission). It is read; whenever something is to be written,
/// opening it as its one writer is tried anew, so that it works again as soon as the cause is gone.</summary>
public sealed class RecoveringLog : ILog
{
    private readonly string _path;
    private readonly int _waitSeconds;
    private readonly Lock _opening = new();
    private readonly SqliteLog _reader;
    private volatile SqliteLog? _writer;
    private volatile Problem? _fault;

    private RecoveringLog(string path, int waitSeconds, SqliteLog reader, Problem fault) =>
        (_path, _waitSeconds, _reader, _fault) = (path, waitSeconds, reader, fault);

    public Guid Origin => Now.Origin;

    public LogHead Head => Now.Head;

    public LogLoss? Loss => Now.Loss;

    public bool MayWrite => _writer is not null;

    public Problem? Fault => _writer is { } writer ? writer.Fault : _fault;

    private SqliteLog Now => _writer ?? _reader;

    /// <summary>As <see cref="SqliteLog.Open"/> opens it to write; where only the medium hinders that, for reading until it no longer does.</summary>
    public static Outcome<ILog> Open(string path, LogAccess access, int waitSeconds = LogDatabase.WaitSeconds)
    {
        var writer = SqliteLog.Open(path, access, waitSeconds: waitSeconds);
        if (writer.Problem is not { } fault || fault.Code is not ("storage-full" or "storage-read-only" or "storage-no-permission"))
        {
            return writer.IsRefused ? writer.Problem! : writer.Value!;
        }

        // A ledger that is not there yet cannot be read either.
        var reader = SqliteLog.Open(path, LogAccess.Read, waitSeconds: waitSeconds);
        return reader.Value is { } read ? new RecoveringLog(path, waitSeconds, read, fault)
            : reader.Problem!.Code == "ledger-not-found" ? fault : reader.Problem;
    }

    public async Task<Outcome<LogHead>> Append(IReadOnlyList<EntryDraft> batch, long? expectedPosition = null) =>
        Recover() is { } problem ? problem : await _writer!.Append(batch, expectedPosition).ConfigureAwait(false);

    public async Task<Problem?> TryWriting() => Recover() is { } problem ? problem : await _writer!.TryWriting().ConfigureAwait(false);

    public IEnumerable<Entry> Read(long after = 0, long upTo = long.MaxValue) => Now.Read(after, upTo);

    public IEnumerable<Entry> ReadAt(IReadOnlyList<long> positions) => Now.ReadAt(positions);

    public IEnumerable<Digest> HashesAt(IReadOnlyList<long> positions) => Now.HashesAt(positions);

    public IReadOnlyList<long> Find(IReadOnlyCollection<string> factNames, long after = 0, long upTo = long.MaxValue) => Now.Find(factNames, after, upTo);

    public Entry? Find(long position) => Now.Find(position);

    public void ForgetRead()
    {
        _reader.ForgetRead();
        _writer?.ForgetRead();
    }

    /// <summary>Null when it can be written now.</summary>
    private Problem? Recover()
    {
        lock (_opening)
        {
            if (_writer is not null)
            {
                return null;
            }

            var opened = SqliteLog.Open(_path, LogAccess.Write, waitSeconds: _waitSeconds);
            var problem = opened.Problem ?? WhyNot(opened.Value!);
            if (problem is null)
            {
                // The reader is kept open: somebody may be reading from it.
                (_writer, _fault) = (opened.Value, null);
                return null;
            }

            opened.Value?.Dispose();
            _fault = problem;
            return problem;
        }
    }

    /// <summary>It must be the same ledger, still hold what was read from it, and lack nothing.</summary>
    private Problem? WhyNot(SqliteLog opened)
    {
        var head = _reader.Head;
        return opened.Loss is { } loss ? Problems.LedgerIncomplete(loss.Phrase)
            : opened.Origin != _reader.Origin || head.Position > 0 && opened.Find(head.Position)?.Hash != head.Hash
                ? Problems.LedgerBroken(_path, $"another file has taken the place of the ledger")
            : null;
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _reader.Dispose();
    }
}
