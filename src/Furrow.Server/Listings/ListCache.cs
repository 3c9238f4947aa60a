using Furrow.Core.Land;
using Furrow.Core.Land.Orders;
using Furrow.Core.Reports;
using Furrow.Core.Reports.Orders;

namespace Furrow.Server.Listings;

/// <summary>The orders of long lists, as of the state that was asked about last. A later state costs what differs from it. Nothing but a memory: everything
/// in it follows from a state.</summary>
public sealed class ListCache
{
    private const int MostDays = 3;

    private readonly Lock _lock = new();

    /// <summary>By the day asked about, the last ones asked last.</summary>
    private readonly List<AreaOrders> _areas = [];

    private ReportOrders _reports = ReportOrders.Empty;

    public FindingCache Findings { get; init; } = new();

    public RecordCache Records { get; } = new();

    /// <summary>Of the land as it is now. A day that was not asked about lately costs the whole ledger, once.</summary>
    public AreaOrders Areas(LandLedger land, DateOnly asOf)
    {
        lock (_lock)
        {
            var at = _areas.FindIndex(a => a.AsOf == asOf);
            var known = at < 0 ? null : _areas[at];
            if (known is not null && ReferenceEquals(known.Land, land))
            {
                return known;
            }

            var orders = known?.At(land, asOf) ?? _areas.Select(a => a.At(land, asOf)).FirstOrDefault(a => a is not null) ?? AreaOrders.Of(land, asOf);
            if (known is null || land.KnownAt >= known.Land.KnownAt)
            {
                _areas.RemoveAll(a => a.AsOf == asOf);
                _areas.RemoveRange(0, Math.Max(0, _areas.Count - MostDays + 1));
                _areas.Add(orders);
            }

            return orders;
        }
    }

    public ReportOrders Reports(ReportBook book)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_reports.Book, book))
            {
                return _reports;
            }

            var orders = _reports.At(book);
            // Somebody may still look at an earlier state, which is no reason to go back.
            _reports = book.Count >= _reports.Book.Count ? orders : _reports;
            return orders;
        }
    }
}
