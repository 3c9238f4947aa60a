using System.Collections.Immutable;

namespace Furrow.Core.Keeping;

/// <summary>Rows of whatever kind in several orders, counted by the values each has. A page of those with a value costs what is shown; of those with several
/// values, the rows of the one that fewest have. Immutable.</summary>
public sealed class RowOrders<T>
{
    private readonly PagedTable<T> _rows;
    private readonly PagedTable<int[]> _marks;
    private readonly ImmutableDictionary<string, int> _values;
    private readonly IReadOnlyDictionary<string, Comparison<T>> _comparisons;
    private readonly Func<T, IEnumerable<string>> _valuesOf;
    private readonly ImmutableDictionary<string, CountedOrder> _orders;

    private RowOrders(PagedTable<T> rows, PagedTable<int[]> marks, ImmutableDictionary<string, int> values,
        IReadOnlyDictionary<string, Comparison<T>> comparisons, Func<T, IEnumerable<string>> valuesOf, ImmutableDictionary<string, CountedOrder> orders) =>
        (_rows, _marks, _values, _comparisons, _valuesOf, _orders) = (rows, marks, values, comparisons, valuesOf, orders);

    /// <param name="orders">By name; rows that are level stand as they were given.</param>
    /// <param name="valuesOf">What a row is found by.</param>
    public static RowOrders<T> Of(IEnumerable<T> rows, IReadOnlyDictionary<string, Comparison<T>> orders, Func<T, IEnumerable<string>> valuesOf) =>
        new RowOrders<T>(PagedTable<T>.Empty, PagedTable<int[]>.Empty, ImmutableDictionary<string, int>.Empty, orders, valuesOf,
            orders.Keys.ToImmutableDictionary(o => o, _ => CountedOrder.Empty)).With(rows.Select((row, at) => (row, at)).ToDictionary(r => r.at, r => r.row));

    public IReadOnlyList<T> All => _rows;

    /// <summary>With some rows as they are now, or new ones behind the last.</summary>
    public RowOrders<T> With(IReadOnlyDictionary<int, T> changed)
    {
        var (rows, marks, values) = (_rows.ToBuilder(), _marks.ToBuilder(), _values);
        foreach (var (at, row) in changed.OrderBy(c => c.Key))
        {
            var numbers = new SortedSet<int>();
            foreach (var value in _valuesOf(row))
            {
                values = values.ContainsKey(value) ? values : values.Add(value, values.Count);
                numbers.Add(values[value]);
            }

            if (at < rows.Count)
            {
                (rows[at], marks[at]) = (row, [.. numbers]);
            }
            else
            {
                rows.Add(row);
                marks.Add([.. numbers]);
            }
        }

        var next = new RowOrders<T>(rows.ToPagedTable(), marks.ToPagedTable(), values, _comparisons, _valuesOf, _orders);
        var without = changed.Keys.Where(at => at < _rows.Count).ToList();
        return new RowOrders<T>(next._rows, next._marks, values, _comparisons, _valuesOf, _orders.ToImmutableDictionary(o => o.Key,
            o => o.Value.Moved(without, [.. changed.Keys], OrderOf(o.Key), next.OrderOf(o.Key))));
    }

    /// <summary>The rows that have all values asked for, in an order: how many, and those behind the first so many.</summary>
    public (int Count, Func<int, IEnumerable<T>> From) Find(IReadOnlyList<string> values, string order, Steps steps)
    {
        var rows = _orders[order];
        if (!values.All(_values.ContainsKey))
        {
            return (0, _ => []);
        }

        if (values.Count > 1)
        {
            int[] found = [.. Asked.All([.. values.Select(v => new Asked(Carries(v), null))], rows, steps)];
            return (found.Length, skip => found.Skip(skip).Select(r => _rows[r]));
        }

        var match = values.Count == 0 ? RowMatch.All : Carries(values[0]);
        return (rows.CountOf(match, steps), skip => rows.From(skip, match, false, steps).Select(r => _rows[r]));
    }

    private RowMatch Carries(string value) => new(_values[value], row => _marks[row]);

    private RowOrder OrderOf(string name) => new((a, b) => _comparisons[name](_rows[a], _rows[b]) is var order and not 0 ? order : a.CompareTo(b), _ => 0)
    {
        MarksOf = row => _marks[row],
    };
}
