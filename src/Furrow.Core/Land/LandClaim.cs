using Furrow.Core.Log;

namespace Furrow.Core.Land;

/// <summary>One accepted statement about one piece of land: a part of a report, flattened for the fold. Claims with a shape make up the arrangement;
/// the order of claims is (day spoken of, acceptance that gave the report its place, row).</summary>
public sealed record LandClaim
{
    /// <summary>Dense number, given in the order of acceptance. Cells and postings name claims by it.</summary>
    public required int Id { get; init; }

    public required Guid Report { get; init; }

    public required string ReportCode { get; init; }

    public required ReportKind ReportKind { get; init; }

    /// <summary>Which part of the report, from 0.</summary>
    public required int Part { get; init; }

    public required LandEffect Effect { get; init; }

    public required KindSet Kinds { get; init; }

    /// <summary>The effective date, as a day number.</summary>
    public required int Day { get; init; }

    /// <summary>The acceptance that gave the report its place in the order; a correction keeps that of the original.</summary>
    public required int PlacedAt { get; init; }

    public required int Row { get; init; }

    /// <summary>The acceptance from which this claim counts.</summary>
    public required int AcceptedAt { get; init; }

    public required Shape Shape { get; init; }

    public string? HazardousArea { get; init; }

    public string? HazardousAreaName { get; init; }

    /// <summary>Areas this one grew out of: land they hold passes to it when it is surveyed under its code.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required string Organisation { get; init; }

    public string? Team { get; init; }

    public string? Donor { get; init; }

    public string? Method { get; init; }

    public int? DepthSearchedCm { get; init; }

    public int? DepthRequiredCm { get; init; }

    public bool SurfaceReleases { get; init; }

    public bool Baseline { get; init; }

    /// <summary>A record without polygon: it stands in the unlocated account with its stated m².</summary>
    public bool IsUnlocated => Shape.IsEmpty;

    /// <summary>What is known of where it lies instead; null where it has a polygon, or nothing is known.</summary>
    public UndrawnPlace? Undrawn { get; init; }

    public double? StatedSquareMetres { get; init; }

    public string? HandedOverTo { get; init; }

    public DateOnly On => DateOnly.FromDayNumber(Day);

    /// <summary>Equal in all it says; records compare lists by where they stand, not by what they hold.</summary>
    internal bool SaysTheSameAs(LandClaim other) => ReferenceEquals(this, other)
        || (Predecessors.SequenceEqual(other.Predecessors) && Aliases.SequenceEqual(other.Aliases)
            && Equals(other with { Predecessors = Predecessors, Aliases = Aliases }));
}

/// <summary>One acceptance as the land ledger sees it: which claims begin to count and which cease to (corrected, withdrawn, undone).</summary>
public sealed record LandAcceptance(int Number, IReadOnlyList<LandClaim> Adds, IReadOnlyList<int> Removes) : IConsequence;
