namespace Furrow.Core.Land;

/// <summary>What an acceptance changes, row by row of the cell grid.</summary>
internal static class RowChanges
{
    /// <summary>A claim begins or ceases to count in the cells from one column to another.</summary>
    public readonly record struct Change(int From, int To, CellClaim Claim, bool IsAdded);

    /// <summary>Cells of a row that have the same content and the same changes.</summary>
    public readonly record struct Interval(int From, int To, CellContent? Old, List<Change> Changes);

    public sealed record Row(int Number, List<Change> Changes)
    {
        private static readonly List<Change> None = [];

        /// <summary>Divides the row at every border of old content and of changes.</summary>
        public List<Interval> Against(CellSpan[] old)
        {
            Changes.Sort(static (p, q) => p.From != q.From ? p.From.CompareTo(q.From) : p.Claim.Claim.CompareTo(q.Claim.Claim));
            var bounds = new int[Changes.Count * 2];
            for (var i = 0; i < Changes.Count; i++)
            {
                (bounds[2 * i], bounds[2 * i + 1]) = (Changes[i].From, Changes[i].To + 1);
            }

            Array.Sort(bounds);

            var intervals = new List<Interval>(old.Length + Changes.Count);
            int at = 0, next = 0, span = 0;
            var active = new List<Change>();
            foreach (var bound in bounds)
            {
                if (bound == at && next > 0)
                {
                    continue;
                }

                // Between two bounds the set of changes is the same; old content may differ.
                Fill(old, ref span, at, bound - 1, active.Count == 0 ? None : [.. active], intervals);
                active.RemoveAll(c => c.To < bound);
                for (; next < Changes.Count && Changes[next].From == bound; next++)
                {
                    active.Add(Changes[next]);
                }

                at = bound;
            }

            Fill(old, ref span, at, CellId.Columns, None, intervals);
            return intervals;
        }

        private static void Fill(CellSpan[] old, ref int span, int from, int to, List<Change> changes, List<Interval> intervals)
        {
            while (from <= to)
            {
                while (span < old.Length && old[span].To < from)
                {
                    span++;
                }

                var inside = span < old.Length && old[span].From <= from;
                var end = inside ? Math.Min(to, old[span].To) : span < old.Length ? Math.Min(to, old[span].From - 1) : to;
                if (inside || changes.Count > 0)
                {
                    intervals.Add(new Interval(from, end, inside ? old[span].Content : null, changes));
                }

                from = end + 1;
            }
        }
    }

    public static IReadOnlyList<Row> Of(LandClaim[] adds, LandClaim[] removes)
    {
        var cuts = new CellCut[adds.Length + removes.Length];
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
            Collect(rows, cuts[i], (i < adds.Length ? adds[i] : removes[i - adds.Length]).Id, i < adds.Length);
        }

        return [.. rows.Values];

        void Cut(int i) => cuts[i] = CellCutter.Cut((i < adds.Length ? adds[i] : removes[i - adds.Length]).Shape);
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
