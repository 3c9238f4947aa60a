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

    public static IReadOnlyList<Row> Of(IReadOnlyList<LandClaim> adds, LandClaim[] removes)
    {
        var cuts = new CellCut[adds.Count + removes.Length];
        if (cuts.Length < 64)
        {
            for (var i = 0; i < cuts.Length; i++)
            {
                Cut(i);
            }
        }
        else
        {
            Parallel.For(0, cuts.Length, Cut);
        }

        var rows = new SortedDictionary<int, Row>();
        for (var i = 0; i < cuts.Length; i++)
        {
            Collect(rows, cuts[i], (i < adds.Count ? adds[i] : removes[i - adds.Count]).Id, i < adds.Count);
        }

        return [.. rows.Values];

        void Cut(int i) => cuts[i] = CellCutter.Cut((i < adds.Count ? adds[i] : removes[i - adds.Count]).Shape);
    }

    private static void Collect(SortedDictionary<int, Row> rows, CellCut cut, int claim, bool isAdded)
    {
        foreach (var cell in cut.Cells)
        {
            RowOf(cell.Cell.Row).Changes.Add(new Change(cell.Cell.Column, cell.Cell.Column,
                new CellClaim(claim, cell.CornerWinding, cell.Pieces), isAdded));
        }

        foreach (var run in cut.Runs)
        {
            RowOf(run.Row).Changes.Add(new Change(run.From, run.To, new CellClaim(claim, 1, []), isAdded));
        }

        Row RowOf(int number)
        {
            if (!rows.TryGetValue(number, out var row))
            {
                rows.Add(number, row = new Row(number, []));
            }

            return row;
        }
    }
}
