using Furrow.Core.Land;

namespace Furrow.Core.Reports.Orders;

/// <summary>By what reports are filtered without looking at them: reports alike in all of it are counted together.</summary>
/// <param name="Organisation">Number of the organisation in the order its name was first met.</param>
/// <param name="Where">Of its part of which least is known.</param>
internal readonly record struct ReportFacet(ReportStatus Status, ReportKind Kind, int Organisation, Whereabouts Where);

/// <summary>What a report stands by in each order, as plain numbers.</summary>
/// <param name="Code">The first letters of its code as one number.</param>
/// <param name="Acceptance">The greatest number while it waits: what came last stands last.</param>
/// <param name="Group">Number of its facet.</param>
internal readonly record struct ReportKey(UInt128 Code, int Day, int Acceptance, int Group)
{
    public static ReportKey Of(ReportEntry entry, Report report, int group) => new(CodeSorting.Prefix(Codes.Key(report.Code)), report.End.Day.DayNumber,
        entry.AcceptedAt ?? int.MaxValue, group);
}

/// <summary>The orders reports can stand in at any number.</summary>
public enum ReportOrder : byte
{
    /// <summary>In which they came.</summary>
    Arrival,
    Code,

    /// <summary>The effective date.</summary>
    Day,
    Kind,
    Organisation,
    Status,
    Acceptance,
}

/// <summary>Which reports are asked for.</summary>
public sealed record ReportFilter
{
    public Func<ReportStatus, bool>? Status { get; init; }

    public ReportKind? Kind { get; init; }

    /// <summary>Of any of these names, however they are written; null: of all.</summary>
    public IReadOnlyList<string>? Organisations { get; init; }

    /// <summary>By the part of which least is known.</summary>
    public Func<Whereabouts, bool>? Where { get; init; }

    public Guid? Batch { get; init; }

    public int? Year { get; init; }

    /// <summary>In a code, a name or the name of a file.</summary>
    public string? Words { get; init; }

    public string? Team { get; init; }

    public string? Donor { get; init; }

    public string? Method { get; init; }

    public LandEffect? Effect { get; init; }
}
