using System.Collections.ObjectModel;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Mappings;

/// <summary>A value that is there and could not be read as its field.</summary>
/// <param name="Field">A name of <see cref="ReportFields"/>.</param>
public readonly record struct UnreadValue(string Field, Problem Problem);

/// <summary>An hour with a time zone, and the day it is where the programme counts its days.</summary>
/// <param name="IsAnother">Another day than the one written.</param>
public readonly record struct DatedMoment(string Column, string Written, DateOnly Day, bool IsAnother);

/// <summary>A row whose columns were read as fields of a report. Null means "the row does not say". Values that could not be read are null and
/// complained about in <see cref="Problems"/>, each with row and column.</summary>
public sealed record MappedRow
{
    public required InputRow Source { get; init; }

    public string? Code { get; init; }

    /// <summary>As mapped, or what follows from the effect.</summary>
    public ReportKind? Kind { get; init; }

    /// <summary>The kind of report as the row itself says it.</summary>
    public ReportKind? StatedKind { get; init; }

    public LandEffect? Effect { get; init; }

    public ReportDate? Start { get; init; }

    public ReportDate? End { get; init; }

    /// <summary>How exactly the dates are known, where a column says so.</summary>
    public DatePrecision? StartPrecision { get; init; }

    public DatePrecision? EndPrecision { get; init; }

    public string? Organisation { get; init; }

    public string? Team { get; init; }

    public string? Donor { get; init; }

    public KindSet? Kinds { get; init; }

    public string? HazardousArea { get; init; }

    public string? HazardousAreaName { get; init; }

    public IReadOnlyList<string> Predecessors { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? Place { get; init; }

    public string? Method { get; init; }

    public int? DepthSearchedCm { get; init; }

    public int? DepthRequiredCm { get; init; }

    public bool? SurfaceReleases { get; init; }

    public double? StatedSquareMetres { get; init; }

    public double? PositionAccuracyMetres { get; init; }

    public NamedPoint? ReferencePoint { get; init; }

    public NamedPoint? Benchmark { get; init; }

    public EvidenceStrength? EvidenceStrength { get; init; }

    public string? Evidence { get; init; }

    public string? HandedOverTo { get; init; }

    /// <summary>Code of the report this one corrects.</summary>
    public string? Corrects { get; init; }

    public string? Remarks { get; init; }

    /// <summary>History before the ledger.</summary>
    public bool? Baseline { get; init; }

    /// <summary>Columns that no field takes, as they came; empty ones left out.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What was assumed in reading its columns.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];

    /// <summary>Dates that were hours with a time zone.</summary>
    public IReadOnlyList<DatedMoment> Moments { get; init; } = [];

    /// <summary>The status by which the row says that nothing is said of its land ("unrecorded"); null when it has none such.</summary>
    public string? StatesNothing { get; init; }

    /// <summary>Values that are there and could not be read.</summary>
    public IReadOnlyList<UnreadValue> Unread { get; init; } = [];

    public IEnumerable<Problem> Problems => Unread.Select(u => u.Problem);
}
