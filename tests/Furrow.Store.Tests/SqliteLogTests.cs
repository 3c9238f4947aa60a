using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>The contract, kept by the SQLite adapter.</summary>
public sealed class SqliteLogTests : LogContract
{
    private readonly TemporaryLedger _ledger = new();

    protected override Outcome<ILog> OpenToWrite() => Port(SqliteLog.Open(_ledger.Path, LogAccess.CreateOrWrite));

    protected override Outcome<ILog> OpenToRead() => Port(SqliteLog.Open(_ledger.Path, LogAccess.Read));

    private static Outcome<ILog> Port(Outcome<SqliteLog> opened) => new(opened.Value, opened.Problem);

    [Theory]
    [InlineData("UPDATE entry SET fact = 99 WHERE position = 3", "it stands in the index under another name")]
    [InlineData("UPDATE fact SET name = 'tea-served'", "it stands in the index under another name")]
    [InlineData("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'fact > 0', 'fact > 0 AND position <> 3')"
        + " WHERE name = 'entry_fact'; PRAGMA writable_schema = RESET; REINDEX; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
        + " 'CREATE INDEX entry_fact ON entry (fact) WHERE fact > 0' WHERE name = 'entry_fact'; PRAGMA writable_schema = RESET", "the index of fact names does not lead to it")]
    public void Verification_compares_the_index_of_names_with_the_headers(string meddling, string why)
    {
        using (var log = OpenToWrite().Get())
        {
            log.Append([Check(1), Check(2), new FindingsDecided("overlap", null, "no")]).Get();
            Assert.True(LogVerification.Of(log).IsWhole);
        }

        using (var file = new SqliteConnection($"Data Source={_ledger.Path};Pooling=False"))
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = meddling;
            command.ExecuteNonQuery();
        }

        using var again = OpenToRead().Get();
        Assert.Equal(why, LogVerification.Of(again).Why);
    }

    public override void Dispose() => _ledger.Dispose();
}
