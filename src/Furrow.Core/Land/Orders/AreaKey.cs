using Furrow.Core.Keeping;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Land.Orders;

/// <summary>By what hazardous areas are filtered: areas alike in all of it are counted, and their m² summed, together.</summary>
public readonly record struct AreaFacet(AreaState State, LandStatus Status, bool HasSuspected, bool HasConfirmed);

/// <summary>What an area stands by in each order, beside its m².</summary>
/// <param name="Label">The first letters of what people read, as one number.</param>
/// <param name="Group">Number of its facet; −1 where no report speaks of it, or it is another's other name.</param>
internal readonly record struct AreaKey(UInt128 Label, int First, int Last, int Group)
{
    public static readonly AreaKey None = new(0, 0, 0, -1);

    public bool IsThere => Group >= 0;
}

/// <summary>The orders hazardous areas can stand in at any number.</summary>
public enum AreaOrder : byte
{
    /// <summary>What people read for its code.</summary>
    Label,
    State,
    Registered,
    Remaining,
    InBalance,
    Released,
    FirstReported,
    LastReported,
    Status,
}

/// <summary>m² of several areas, in 1e-6 m².</summary>
public readonly record struct AreaTotals(long Registered, long Remaining, long InBalance, long Released)
{
    internal AreaTotals With(in AreaLand land, int sign) => new(Registered + sign * land.Registered, Remaining + sign * land.Remaining,
        InBalance + sign * land.InBalance, Released + sign * land.Released);

    public static AreaTotals operator +(AreaTotals left, AreaTotals right) => new(left.Registered + right.Registered, left.Remaining + right.Remaining,
        left.InBalance + right.InBalance, left.Released + right.Released);

    public static AreaTotals Add(AreaTotals left, AreaTotals right) => left + right;
}

/// <summary>Areas that fit, in an order.</summary>
/// <param name="Totals">Of all of them.</param>
/// <param name="From">Those without the first so many. What they share with other areas, and who released their land, is not in them: that is asked of one
/// area at a time.</param>
public sealed record FoundAreas(int Count, AreaTotals Totals, Func<int, IEnumerable<HazardousAreaAnswer>> From);
