using Furrow.Core.Keeping;

namespace Furrow.Core.Reports.Orders;

/// <summary>The reports that fit what is looked for (words, names, a year, a batch), in the orders somebody has asked for, counted by what they are filtered
/// by. Finding them passes over all reports once; a page of them, the next page, another facet or another state then cost what is shown, or what has
/// changed.</summary>
internal sealed class NarrowedOrders
{
    /// <summary>More than these are not sorted: it is quicker to pass through the order of all.</summary>
    private const int MostSorted = 10_000;

    /// <summary>In the order they came.</summary>
    private readonly int[] _rows;
    private readonly CountedOrder?[] _orders = new CountedOrder?[Enum.GetValues<ReportOrder>().Length];

    private NarrowedOrders(int[] rows) => _rows = rows;

    /// <summary>Looks for them; null when the filter looks for nothing.</summary>
    public static NarrowedOrders? Of(ReportOrders all, ReportFilter filter, Steps steps) =>
        ReportSearch.Candidates(all, filter, steps) is { } found ? new NarrowedOrders([.. found]) : null;

    /// <summary>What two filters have in common that look for the same. Words nobody can read stay: they are found nowhere.</summary>
    public static ReportFilter Looking(ReportFilter filter) => filter with
    {
        Status = null, Kind = null, Organisation = null, Where = null,
        Words = filter.Words is { Length: > 0 } words ? Codes.Key(words) is { Length: > 0 } key ? key : words : null,
    };

    public CountedOrder In(ReportOrders all, ReportOrder order, Steps steps) => _orders[(int)order] ??= Make(all, order, steps);

    /// <summary>The same in the next state.</summary>
    /// <param name="before">All as they were.</param>
    /// <param name="after">All as they are.</param>
    /// <param name="changed">Rows that may have changed, or are new.</param>
    public NarrowedOrders At(ReportOrders before, ReportOrders after, ReportFilter filter, List<int> changed)
    {
        var among = changed.ToHashSet();
        var fitting = ReportSearch.Candidates(after, filter, new Steps(), changed)!.Where(among.Contains).ToList();
        var gone = among.Where(r => Array.BinarySearch(_rows, r) >= 0).ToList();
        var next = new NarrowedOrders(among.Count == 0 || gone.ToHashSet().SetEquals(fitting) ? _rows
            : [.. _rows.Where(r => !among.Contains(r)).Concat(fitting).Order()]);
        foreach (var order in Enum.GetValues<ReportOrder>())
        {
            next._orders[(int)order] = _orders[(int)order]?.Moved(gone, fitting, before.OrderOf(order), after.OrderOf(order));
        }

        return next;
    }

    private CountedOrder Make(ReportOrders all, ReportOrder order, Steps steps)
    {
        if (_rows.Length <= MostSorted)
        {
            int[] sorted = [.. _rows];
            sorted.AsSpan().Sort(all.OrderOf(order).Compare);
            steps.Add(sorted.Length);
            return CountedOrder.Of(sorted, all.OrderOf(order));
        }

        var fits = new bool[all.Book.Count];
        Array.ForEach(_rows, row => fits[row] = true);
        return CountedOrder.Of([.. all.In(order).From(0, GroupMatch.All, false, steps).Where(row => fits[row])], all.OrderOf(order));
    }
}
