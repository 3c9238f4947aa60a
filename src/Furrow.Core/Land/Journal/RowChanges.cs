using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>What an acceptance changes, row by row of the cell grid.</summary>
internal static class RowChanges
{
    /// <summary>A claim begins or ceases to count in the cells from one column to another.</summary>
    public readonly record struct Change(int From, int To, CellClaim Claim, bool IsAdded);

    /// <summary>Cells of a row that have the same content and the same changes.</summary>
    /// <param name="Changes">Valid until the next interval.</param>
    public readonly record struct Interval(int From, int To, CellContent? Old, List<Change> Changes);

    public sealed record Row(int Number, List<Change> Changes)
    {
        /// <summary>Divides the row at every border of old content and of changes, from west to east.</summary>
        public IEnumerable<Interval> Against(CellSpan[] old)
        {
            Sort();
            int next = 0, span = 0, at = 0, last = -1;
            var active = new List<Change>();
            foreach (var bound in Bounds())
            {
                if (bound == last)
                {
                    continue;
                }

                last = bound;
                // Between two bounds the set of changes is the same; old content may differ.
                while (at < bound)
                {
                    while (span < old.Length && old[span].To < at)
                    {
                        span++;
                    }

                    var inside = span < old.Length && old[span].From <= at;
                    var end = inside ? Math.Min(bound - 1, old[span].To) : span < old.Length ? Math.Min(bound - 1, old[span].From - 1) : bound - 1;
                    if (inside || active.Count > 0)
                    {
                        yield return new Interval(at, end, inside ? old[span].Content : null, active);
                    }

                    at = end + 1;
                }

                KeepAfter(bound, active);
                for (; next < Changes.Count && Changes[next].From == bound; next++)
                {
                    active.Add(Changes[next]);
                }
            }
        }

        /// <summary>By column, then claim.</summary>
        private void Sort()
        {
            if (Changes.Count > 1)
            {
                var changes = CollectionsMarshal.AsSpan(Changes);
                var keys = new long[changes.Length];
                for (var i = 0; i < keys.Length; i++)
                {
                    keys[i] = (long)changes[i].From << 32 | (uint)changes[i].Claim.Claim;
                }

                keys.AsSpan().Sort(changes);
            }
        }

        /// <summary>Columns where a change begins, or has just ended, ascending; after them the end of the row.</summary>
        private int[] Bounds()
        {
            var bounds = new int[Changes.Count * 2 + 1];
            for (var i = 0; i < Changes.Count; i++)
            {
                (bounds[2 * i], bounds[2 * i + 1]) = (Changes[i].From, Changes[i].To + 1);
            }

            bounds[^1] = CellId.Columns + 1;
            Array.Sort(bounds);
            return bounds;
        }

        private static void KeepAfter(int bound, List<Change> active)
        {
            var kept = 0;
            foreach (ref readonly var change in CollectionsMarshal.AsSpan(active))
            {
                if (change.To >= bound)
                {
                    active[kept++] = change;
                }
            }

            active.RemoveRange(kept, active.Count - kept);
        }
    }

    public static IReadOnlyList<Row> Of(IReadOnlyList<LandClaim> adds, LandClaim[] removes) =>
        Of([.. adds.Select(c => new ClaimChange(c, true)), .. removes.Select(c => new ClaimChange(c, false))], 0, CellId.Rows);

    /// <summary>The same for the rows from one on, up to another that is not among them.</summary>
    public static IReadOnlyList<Row> Of(List<ClaimChange> changes, int from, int until)
    {
        if (changes.Count < 64)
        {
            changes.ForEach(c => _ = c.Cut);
        }
        else
        {
            Parallel.For(0, changes.Count, i => _ = changes[i].Cut);
        }

        var rows = new SortedDictionary<int, Row>();
        foreach (var change in changes)
        {
            Collect(rows, change, from, until);
        }

        return [.. rows.Values];
    }

    private static void Collect(SortedDictionary<int, Row> rows, ClaimChange change, int from, int until)
    {
        foreach (var cell in change.Cut.Cells)
        {
            RowOf(cell.Cell.Row)?.Changes.Add(new Change(cell.Cell.Column, cell.Cell.Column,
                new CellClaim(change.Claim.Id, cell.CornerWinding, cell.Pieces), change.IsAdded));
        }

        foreach (var run in change.Cut.Runs)
        {
            RowOf(run.Row)?.Changes.Add(new Change(run.From, run.To, new CellClaim(change.Claim.Id, 1, []), change.IsAdded));
        }

        Row? RowOf(int number)
        {
            if (number < from || number >= until)
            {
                return null;
            }

            if (!rows.TryGetValue(number, out var row))
            {
                rows.Add(number, row = new Row(number, []));
            }

            return row;
        }
    }
}
