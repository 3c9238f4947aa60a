using Furrow.Core;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>Gives a batch its places in the chain and writes its rows, inside the writer's transaction. A refused batch leaves no row.</summary>
internal sealed class BatchInsert : IDisposable
{
    internal const long MaxEntryBytes = 512L << 20;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _position;
    private readonly SqliteParameter _fact;
    private readonly SqliteParameter _header;
    private readonly SqliteParameter _parts;
    private readonly Dictionary<string, long> _numbers = [];
    private OriginEnd _end;
    private DateTimeOffset _committedAt;
    private bool _erased;

    /// <param name="end">Where the statements of this office end.</param>
    /// <param name="committedAt">The time of the last commit.</param>
    internal BatchInsert(SqliteConnection connection, OriginEnd end, DateTimeOffset committedAt)
    {
        (_connection, _end, _committedAt) = (connection, end, committedAt);
        _insert = LogDatabase.Command(connection, "INSERT INTO entry (position, fact, header, parts) VALUES ($position, $fact, $header, $parts)");
        _position = _insert.Parameters.Add("$position", SqliteType.Integer);
        _fact = _insert.Parameters.Add("$fact", SqliteType.Integer);
        _header = _insert.Parameters.Add("$header", SqliteType.Blob);
        _parts = _insert.Parameters.Add("$parts", SqliteType.Blob);
    }

    /// <summary>A batch is read once, since a large one is made while it is written.</summary>
    internal Outcome<LogHead> Write(IReadOnlyList<EntryDraft> batch, LogHead head, long epoch)
    {
        var (before, end, committedAt) = (head, _end, _committedAt);
        var erasures = new List<(PartErased Erasure, long By)>();
        LogDatabase.Run(_connection, "SAVEPOINT batch");
        using var drafts = batch.GetEnumerator();
        Problem? unread;
        while (Next(drafts, out unread) is { } draft)
        {
            if (WhyNot(draft, before) is { } refused)
            {
                return TakenBack(refused, end, committedAt);
            }

            head = Insert(draft, head, epoch);
            if (ErasureIn(draft) is { } erasure)
            {
                erasures.Add((erasure, head.Position));
            }
        }

        if (unread is not null)
        {
            return TakenBack(unread, end, committedAt);
        }

        erasures.ForEach(e => Erase(e.Erasure, e.By));
        LogDatabase.Run(_connection, "RELEASE batch");
        return head;
    }

    /// <summary>The next of the batch; null at its end, and when what it is made of cannot be read: that is no fault of the ledger.</summary>
    private static EntryDraft? Next(IEnumerator<EntryDraft> drafts, out Problem? unread)
    {
        unread = null;
        try
        {
            return drafts.MoveNext() ? drafts.Current : null;
        }
        catch (Exception wrong) when (StorageFaults.ProblemOf(wrong, $"the stage of the batch") is { } problem)
        {
            unread = problem;
            return null;
        }
    }

    private Problem TakenBack(Problem why, OriginEnd end, DateTimeOffset committedAt)
    {
        LogDatabase.Run(_connection, "ROLLBACK TO batch");
        LogDatabase.Run(_connection, "RELEASE batch");
        (_end, _committedAt) = (end, committedAt);

        // Numbers of names that were new in it are taken back with it.
        _numbers.Clear();
        return why;
    }

    private LogHead Insert(EntryDraft draft, LogHead head, long epoch)
    {
        var placed = draft.Place(head, epoch, _end);
        (_end, _committedAt) = (placed.Origin, draft.CommittedAt);
        (_position.Value, _fact.Value, _header.Value, _parts.Value) = (placed.Head.Position, NumberOf(draft.Fact.Name), placed.Header, draft.PartsBytes);
        _insert.ExecuteNonQuery();
        return placed.Head;
    }

    /// <summary>Whether something was erased since the last asking.</summary>
    internal bool TakeErased()
    {
        var erased = _erased;
        _erased = false;
        return erased;
    }

    /// <summary>What is taken back takes this whole object with it, so that no number is remembered that was not written.</summary>
    private long NumberOf(string name) => _numbers.TryGetValue(name, out var known) ? known : _numbers[name] = FactIndex.NumberOf(_connection, name);

    /// <param name="before">Where the log ends before the batch: nothing of a batch is erased by itself.</param>
    private Problem? WhyNot(EntryDraft draft, LogHead before) =>
        draft.CommittedAt < _committedAt ? Problems.LogTimeRunsBack(_committedAt, draft.CommittedAt)
        : draft.PartsBytes.LongLength > MaxEntryBytes ? Problems.EntryTooLarge(draft.PartsBytes.LongLength, MaxEntryBytes)
        : ErasureIn(draft) is { } erasure ? WhyNotErase(erasure, before) : null;

    private Problem? WhyNotErase(PartErased erasure, LogHead head)
    {
        if (erasure.Tier == Tier.Ordinary)
        {
            return Problems.PartNotErasable(erasure.Position);
        }

        var target = erasure.Position > 0 && erasure.Position <= head.Position ? LogDatabase.ReadAt(_connection, erasure.Position) : null;
        return target?.Parts.Any(p => p.Tier == erasure.Tier && p.State == PartState.Present) == true
            ? null
            : Problems.PartNotThere(erasure.Position, erasure.Tier.ToString());
    }

    private void Erase(PartErased erasure, long by)
    {
        var parts = LogDatabase.ReadAt(_connection, erasure.Position)!.Parts
            .Select(p => p.Tier == erasure.Tier ? new EntryPart(p.Tier, PartState.Erased, default, by) : p);
        using var update = LogDatabase.Command(_connection, "UPDATE entry SET parts = $parts WHERE position = $position");
        update.Parameters.AddWithValue("$parts", PartsCodec.Encode([.. parts]));
        update.Parameters.AddWithValue("$position", erasure.Position);
        update.ExecuteNonQuery();
        _erased = true;
    }

    private static PartErased? ErasureIn(EntryDraft draft) =>
        draft.Fact.Name == PartErased.Name ? FactFormat.Decode(draft.Fact) as PartErased : null;

    public void Dispose() => _insert.Dispose();
}
