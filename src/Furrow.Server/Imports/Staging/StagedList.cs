using System.Collections;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports.Staging;

/// <summary>Something made of the draft of each row: a list that holds no item, and reads from the stage at each asking.</summary>
internal sealed class StagedList<T>(DraftStage stage, IReadOnlyList<RowDraft> rows, bool withLand, Func<RowDraft, Report, CheckedPart?, T> make)
    : IPortionedList<T>
{
    /// <summary>Rows read together by whoever goes through all of them.</summary>
    private const int PortionRows = 64;

    public int Count => rows.Count;

    public T this[int index] => stage.Some(rows, index, 1, withLand, make)[0];

    public IReadOnlyList<T> Portion(int from, int count) => stage.Some(rows, from, count, withLand, make);

    /// <summary>The next rows are read while the caller has these.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        if (rows.Count <= PortionRows)
        {
            foreach (var item in Portion(0, rows.Count))
            {
                yield return item;
            }

            yield break;
        }

        var ahead = Task.Run(() => Next(0));
        for (var from = 0; from < rows.Count; from += PortionRows)
        {
            var items = ahead.GetAwaiter().GetResult();
            var next = from + PortionRows;
            ahead = next < rows.Count ? Task.Run(() => Next(next)) : ahead;
            foreach (var item in items)
            {
                yield return item;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IReadOnlyList<T> Next(int from) => Portion(from, Math.Min(PortionRows, rows.Count - from));
}
