using System.Globalization;
using Furrow.Core;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The right to write. A lock on a file beside the log keeps a second program out and falls with its holder, however it dies; the epoch in
/// the log itself fences a holder whose lock was lost without its knowing (a network disk, a deleted lock file).</summary>
internal sealed class WriterLease : IDisposable
{
    private readonly FileStream _lock;

    private WriterLease(FileStream held) => _lock = held;

    internal long Epoch { get; private set; }

    /// <summary>Null when another program holds it. A lease that cannot be made (no space, no permission) is a fault of the medium and thrown.</summary>
    internal static WriterLease? TryTake(string path)
    {
        try
        {
            return new WriterLease(new FileStream(path + "-lease", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (StorageFaults.Of(taken) == StorageFault.Busy)
        {
            return null;
        }
    }

    /// <summary>Writes the next epoch into the log. From then on whoever held the lease before is refused.</summary>
    internal void Begin(SqliteConnection connection, long epochOfHead)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        Epoch = Math.Max(LogDatabase.ReadWriter(connection).Epoch, epochOfHead) + 1;
        using var command = LogDatabase.Command(connection, "UPDATE writer SET epoch = $epoch, holder = $holder WHERE one = 1");
        command.Parameters.AddWithValue("$epoch", Epoch);
        command.Parameters.AddWithValue("$holder", Describe());
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>Refusal when another writer has begun since. Called inside the transaction that appends.</summary>
    internal Problem? CheckHeld(SqliteConnection connection)
    {
        var epoch = LogDatabase.ReadWriter(connection).Epoch;
        return epoch == Epoch ? null : Problems.LeaseLost(Epoch, epoch);
    }

    private static string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"process {Environment.ProcessId} on {Environment.MachineName} (since {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm:ss} UTC)");

    public void Dispose() => _lock.Dispose();
}
