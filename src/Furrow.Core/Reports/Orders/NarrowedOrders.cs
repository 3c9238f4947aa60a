using Furrow.Core.Keeping;

namespace Furrow.Core.Reports.Orders;

/// <summary>The reports that fit several things at once, or words that few of them have, in the orders somebody has asked for, counted by their facets.
/// Finding them passes over the reports of what fewest have, once; a page of them, the next page, another facet or another state then cost what is shown, or
/// what has changed.</summary>
internal sealed class NarrowedOrders
{
    /// <summary>More than these are not sorted: it is quicker to pass through an order.</summary>
    private const int MostSorted = 10_000;

    /// <summary>In the order they came.</summary>
    private readonly int[] _rows;
    private readonly CountedOrder?[] _orders = new CountedOrder?[Enum.GetValues<ReportOrder>().Length];

    private NarrowedOrders(int[] rows) => _rows = rows;

    public static NarrowedOrders Of(ReportOrders all, IReadOnlyList<Asked> asked, Steps steps) =>
        new([.. Asked.All(asked, all.In(ReportOrder.Arrival), steps)]);

    /// <summary>What two filters have in common that look for the same. Words nobody can read stay: they are found nowhere.</summary>
    public static ReportFilter Looking(ReportFilter filter) => filter with
    {
        Status = null, Kind = null, Organisations = null, Where = null,
        Words = filter.Words is { Length: > 0 } words ? Codes.Key(words) is { Length: > 0 } key ? key : words : null,
    };

    public CountedOrder In(ReportOrders all, IReadOnlyList<Asked> asked, ReportOrder order, Steps steps) =>
        _orders[(int)order] ??= CountedOrder.Of([.. Sorted(all, asked, order, steps)], all.OrderOf(order) with { MarksOf = _ => [] });

    /// <summary>The same in the next state.</summary>
    /// <param name="before">All as they were.</param>
    /// <param name="after">All as they are.</param>
    /// <param name="changed">Rows that may have changed, or are new.</param>
    public NarrowedOrders At(ReportOrders before, ReportOrders after, ReportFilter filter, List<int> changed)
    {
        var among = changed.ToHashSet();
        var fitting = changed.Where(r => after.Marks.Fits(r, filter)).ToList();
        var gone = among.Where(r => Array.BinarySearch(_rows, r) >= 0).ToList();
        var next = new NarrowedOrders(among.Count == 0 || gone.ToHashSet().SetEquals(fitting) ? _rows
            : [.. _rows.Where(r => !among.Contains(r)).Concat(fitting).Order()]);
        foreach (var order in Enum.GetValues<ReportOrder>())
        {
            next._orders[(int)order] = _orders[(int)order]?.Moved(gone, fitting, before.OrderOf(order) with { MarksOf = _ => [] },
                after.OrderOf(order) with { MarksOf = _ => [] });
        }

        return next;
    }

    private IEnumerable<int> Sorted(ReportOrders all, IReadOnlyList<Asked> asked, ReportOrder order, Steps steps)
    {
        if (_rows.Length > MostSorted)
        {
            return Asked.All(asked, all.In(order), steps);
        }

        int[] sorted = [.. _rows];
        sorted.AsSpan().Sort(all.OrderOf(order).Compare);
        steps.Add(sorted.Length);
        return sorted;
    }
}
