using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>How exactly a date is known. A year stands for its last day when it ends something, for its first when it begins.</summary>
public enum DatePrecision : byte
{
    Day = 0,
    Month = 1,
    Year = 2,
    Assumed = 3,
}

public readonly record struct ReportDate(DateOnly Day, DatePrecision Precision = DatePrecision.Day);

/// <summary>Where the coordinates of a point or polygon came from, exactly as they were entered.</summary>
/// <param name="Text">The coordinates as entered: WKT, numbered turning points, bearing and distance legs, or null when the source file is the
/// original.</param>
/// <param name="Reference">The coordinate system as named by the source, for example "EPSG:32633".</param>
/// <param name="MisclosureMetres">For a traverse: how far the last leg missed the start.</param>
public sealed record AsDrawn(string? Text, string Reference, double? MisclosureMetres = null);

/// <summary>Reference point, benchmark or turning point: a described place, numbered in the order it was entered.</summary>
/// <param name="Description">How to find the point.</param>
public sealed record NamedPoint(string Name, GridPoint At, [property: Sensitive(Tier.Restricted)] Sealed? Description = null);

public enum EvidenceStrength : byte
{
    Indirect = 0,
    Direct = 1,
}

/// <summary>What speaks for explosive ordnance at a place.</summary>
/// <param name="Description">What was told or seen.</param>
public sealed record Evidence(EvidenceStrength Strength, string Kind, GridPoint? At = null, DateOnly? On = null,
    [property: Sensitive(Tier.Restricted)] Sealed? Description = null);

/// <summary>One piece of land a report speaks about, with one effect. A completion report may hold cleared, reduced, cancelled and not completed
/// parts.</summary>
public sealed record ReportPart
{
    public required LandEffect Effect { get; init; }

    /// <summary>Null when the source had no polygon: the record then stands in the unlocated account.</summary>
    public Shape? Shape { get; init; }

    public AsDrawn? Drawn { get; init; }

    /// <summary>A single known point of a record without polygon. Never turned into a circle.</summary>
    public GridPoint? Point { get; init; }

    public string? Place { get; init; }

    public string? Method { get; init; }

    public int? DepthSearchedCm { get; init; }

    public int? DepthRequiredCm { get; init; }

    /// <summary>The order and the profile let a surface search release this land.</summary>
    public bool SurfaceReleases { get; init; }

    /// <summary>The m² typed by the reporter. Kept beside the computed area, never used for it.</summary>
    public double? StatedSquareMetres { get; init; }

    public double? PositionAccuracyMetres { get; init; }

    public IReadOnlyList<NamedPoint> TurningPoints { get; init; } = [];

    public IReadOnlyList<Repair> Repairs { get; init; } = [];
}

/// <summary>Where a report came from, so that every input row is accounted for.</summary>
public sealed record SourceRow(string File, string FileSha256, int Row, string RowSha256);

/// <summary>What someone found or did on a piece of land, from a start to an end date. Never edited: a correction is a new report that names
/// the head it corrects and replaces its whole content at its place; a withdrawal is a new report that takes the head away.</summary>
public sealed record Report
{
    public required Guid Id { get; init; }

    /// <summary>The readable code; unique in a programme but for case and blanks.</summary>
    public required string Code { get; init; }

    public required ReportKind Kind { get; init; }

    public ReportDate? Start { get; init; }

    /// <summary>The effective date: land has the status from this day on.</summary>
    public required ReportDate End { get; init; }

    public required string Organisation { get; init; }

    public string? Team { get; init; }

    public string? Donor { get; init; }

    public required KindSet Kinds { get; init; }

    /// <summary>Code of the hazardous area the report speaks about. A hazard report without one gets its own code.</summary>
    public string? HazardousArea { get; init; }

    public string? HazardousAreaName { get; init; }

    /// <summary>Areas this one grew out of (split, merge, re-survey): its lineage.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];

    /// <summary>Other codes the same area is or was known by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<ReportPart> Parts { get; init; } = [];

    public NamedPoint? ReferencePoint { get; init; }

    public NamedPoint? Benchmark { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>History before the ledger: an opening balance under its own heading, never the output of a year.</summary>
    public bool Baseline { get; init; }

    public Guid? Corrects { get; init; }

    public Guid? Withdraws { get; init; }

    /// <summary>To whom land was handed over, for a custody report.</summary>
    public string? HandedOverTo { get; init; }

    /// <summary>Remarks: free text.</summary>
    [Sensitive(Tier.Restricted)]
    public Sealed? Remarks { get; init; }

    public SourceRow? Source { get; init; }

    /// <summary>Columns of the source that no field takes: kept as they came.</summary>
    [Sensitive(Tier.Restricted)]
    public SealedTexts Extra { get; init; } = SealedTexts.None;
}
