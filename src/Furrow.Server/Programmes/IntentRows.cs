using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Intents;

namespace Furrow.Server.Programmes;

/// <summary>What became of a row: refused, or what was done by it.</summary>
/// <param name="Done">In English, for verbs and files.</param>
/// <param name="Said">The same as a sentence; null where the title of the intent says it.</param>
public sealed record RowRuling(IntentRow Row, Problem? Problem, string? Done, Phrase? Said = null);

/// <summary>The rows of a table judged one after another, each as an act of its own on the state the ones before it make; admitted together or not at
/// all.</summary>
public sealed class IntentRows(Intent intent, IntentObjects objects, IntentTable table, Func<IntentDraft, Guid, Acting> acting)
{
    /// <summary>One id for each row, also when the rows are judged again.</summary>
    private readonly Guid[] _acts = [.. table.Rows.Select(_ => Guid.NewGuid())];

    /// <summary>Of what is recorded once for the table.</summary>
    private readonly Guid _closing = Guid.NewGuid();

    /// <summary>Judges every row; those that are refused are left out of the batch.</summary>
    public (JudgedBatch Batch, IReadOnlyList<RowRuling> Rows) Judge(ProgrammeState state)
    {
        var (next, entries, erased, rulings) = (state, new List<Placed>(), new List<long>(), new List<RowRuling>());
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var (row, act) = (table.Rows[i], _acts[i]);
            var judged = row.Problem is { } unread ? unread
                : JudgedBatch.Of(next, acting(row.Draft, act), (seen, by) => intent.Judge(seen, by, row.Draft, objects));
            if (judged.IsRefused)
            {
                rulings.Add(new RowRuling(row, row.Problem ?? table.Placed(judged.Problem!, row), null));
                continue;
            }

            entries.AddRange(judged.Value!.Entries);
            erased.AddRange(judged.Value.Erased);
            next = judged.Value.Next;
            rulings.Add(new RowRuling(row, null, intent.Done(next, act, row.Draft), intent.Said(next, act, row.Draft)));
        }

        var done = rulings.Select((r, i) => (r, Act: _acts[i])).Where(r => r.r.Problem is null).Select(r => r.Act).ToList();
        if (intent.Closes is { } closes && done.Count > 0)
        {
            // The rows were judged: what says that they were one table is refused for nothing they are not.
            var closed = JudgedBatch.Of(next, acting(table.Rows[0].Draft, _closing), (seen, by) => closes(seen, by, table.File, done)).Get();
            entries.AddRange(closed.Entries);
            next = closed.Next;
        }

        return (new JudgedBatch(state, entries, next) { Erased = erased }, rulings);
    }

    /// <summary>What would become of every row; nothing is written.</summary>
    public IReadOnlyList<RowRuling> Try(ProgrammeState state) =>
        [.. Judge(state).Rows.Select(r => r.Done is null ? r : r with { Done = TrialSentence.Of(r.Done, intent, objects, state, r.Row.Draft) })];

    /// <summary>Judges and commits all rows in one write; with any refused none, unless these are to be left.</summary>
    public (Outcome<long> Committed, IReadOnlyList<RowRuling> Rows) Commit(Programme programme, bool leavesRefused)
    {
        IReadOnlyList<RowRuling> rows = [];
        var committed = programme.DecideLarge(state =>
        {
            (var batch, rows) = Judge(state);
            var refused = rows.Count(r => r.Problem is not null);
            return refused > 0 && !leavesRefused ? Problems.IntentRowsRefused(table.File, refused) : batch;
        });
        return (committed ?? Problems.LogMovedOn(0, programme.State.Position), rows);
    }
}
