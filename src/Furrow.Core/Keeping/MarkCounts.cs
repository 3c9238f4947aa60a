using System.Runtime.InteropServices;

namespace Furrow.Core.Keeping;

/// <summary>How many rows under a node carry each mark: a value a row has, of which it may have many. Those that occur, in the order of their numbers.
/// </summary>
internal readonly struct MarkCounts(int[] marks, int[] counts)
{
    public static readonly MarkCounts None = new([], []);

    private readonly int[] _marks = marks;
    private readonly int[] _counts = counts;

    public int CountOf(int mark) => Array.BinarySearch(_marks, mark) is var at and >= 0 ? _counts[at] : 0;

    public static MarkCounts Of(int[] rows, Func<int, int[]> marksOf)
    {
        var all = new List<int>();
        foreach (var row in rows)
        {
            all.AddRange(marksOf(row));
        }

        all.Sort();
        var (marks, counts) = (new List<int>(), new List<int>());
        for (int from = 0, to = 0; from < all.Count; from = to)
        {
            while (to < all.Count && all[to] == all[from])
            {
                to++;
            }

            marks.Add(all[from]);
            counts.Add(to - from);
        }

        return marks.Count == 0 ? None : new MarkCounts([.. marks], [.. counts]);
    }

    public static MarkCounts Sum(IEnumerable<MarkCounts> parts)
    {
        var counts = new Dictionary<int, int>();
        foreach (var part in parts)
        {
            for (var i = 0; i < part._marks.Length; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, part._marks[i], out _) += part._counts[i];
            }
        }

        return Of(counts);
    }

    /// <summary>With one row more, or less, that has some marks.</summary>
    /// <param name="row">In the order of their numbers.</param>
    public MarkCounts With(int[] row, int by)
    {
        if (row.Length == 0)
        {
            return this;
        }

        var (marks, counts, at) = (new List<int>(_marks.Length + row.Length), new List<int>(_marks.Length + row.Length), 0);
        foreach (var mark in row)
        {
            for (; at < _marks.Length && _marks[at] < mark; at++)
            {
                Add(_marks[at], _counts[at]);
            }

            Add(mark, at < _marks.Length && _marks[at] == mark ? _counts[at++] + by : by);
        }

        for (; at < _marks.Length; at++)
        {
            Add(_marks[at], _counts[at]);
        }

        return new MarkCounts([.. marks], [.. counts]);

        void Add(int mark, int count)
        {
            if (count != 0)
            {
                marks.Add(mark);
                counts.Add(count);
            }
        }
    }

    private static MarkCounts Of(Dictionary<int, int> counts)
    {
        int[] marks = [.. counts.Keys];
        int[] sums = [.. counts.Values];
        Array.Sort(marks, sums);
        return marks.Length == 0 ? None : new MarkCounts(marks, sums);
    }
}
