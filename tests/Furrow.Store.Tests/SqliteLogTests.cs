using Furrow.Core;
using Furrow.Store.Sqlite;

namespace Furrow.Store.Tests;

/// <summary>The contract, kept by the SQLite adapter.</summary>
public sealed class SqliteLogTests : LogContract
{
    private readonly TemporaryLedger _ledger = new();

    protected override Outcome<ILog> OpenToWrite() => Port(SqliteLog.Open(_ledger.Path, LogAccess.CreateOrWrite));

    protected override Outcome<ILog> OpenToRead() => Port(SqliteLog.Open(_ledger.Path, LogAccess.Read));

    private static Outcome<ILog> Port(Outcome<SqliteLog> opened) => new(opened.Value, opened.Problem);

    public override void Dispose() => _ledger.Dispose();
}
