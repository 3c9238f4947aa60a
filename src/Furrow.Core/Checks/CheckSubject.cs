using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>A draft report with everything a check may look at: its land as drawn and as repaired, and what it meets there.</summary>
public sealed record CheckSubject
{
    public required Report Report { get; init; }

    /// <summary>One entry for each part of the report, in order. May be shorter: parts without entry have no land.</summary>
    public IReadOnlyList<CheckedPart> Parts { get; init; } = [];

    /// <summary>Land this report shares with records before it (in the ledger or earlier in the batch).</summary>
    public IReadOnlyList<OverlapPair> Overlaps { get; init; } = [];

    /// <summary>Under which headings the land ledger would journal (or has journalled) the parts of this report.</summary>
    public IReadOnlyList<HeadingHit> Headings { get; init; } = [];

    /// <summary>Municipalities (or whatever the place set holds) the parts touch; empty when no place set is loaded.</summary>
    public IReadOnlyList<PlaceHit> Places { get; init; } = [];

    /// <summary>What the report corrects, as it stood; null for one that corrects nothing.</summary>
    public Report? Corrected { get; init; }

    public DraftOrigin Origin { get; init; } = DraftOrigin.New;

    public required CheckContext Context { get; init; }

    /// <summary>A finding of a check about this report.</summary>
    internal Finding Found(Check check, string cause, Phrase sentence, Fix fix, int? part = null, long areaMicro = 0, GridPoint? at = null) =>
        new(check.Code, Context.Settings.SeverityOf(check), sentence, fix, Report.Id, Report.Code, cause, part, areaMicro, at ?? PointOf(part));

    internal bool AnyPart(Func<CheckedPart, bool> test)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (test(Parts[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Area of a part's land; 0 when it has none.</summary>
    internal long AreaMicroOf(int part) => part < Parts.Count ? Parts[part].AreaMicro : 0;

    /// <summary>Some point of the part (or of the first part that has one), so that every finding about land can be shown.</summary>
    private GridPoint? PointOf(int? part)
    {
        foreach (var p in Parts)
        {
            if ((part is null || p.Index == part) && p.SomePoint is { } point)
            {
                return point;
            }
        }

        return Report.ReferencePoint?.At;
    }
}

/// <summary>The land of one part: the rings as drawn, rounded to the grid, and what the repair made of them.</summary>
/// <param name="Index">Number of the part in the report, from 0.</param>
/// <param name="Drawn">polygon → ring → point as the source has them, closed or open; null for a part without polygon. Points may lie off the earth.</param>
/// <param name="Shape">The repaired shape; null when there is none.</param>
/// <param name="AreaMicro">Area of the shape by the ledger's measure, in 1e-6 m²; 0 without shape.</param>
public sealed record CheckedPart(int Index, IReadOnlyList<GridPoint[][]>? Drawn, Shape? Shape, long AreaMicro)
{
    private object? _key;
    private object? _box;

    /// <summary>The repair has seen that no drawn line crosses or touches itself.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Found out once, by whoever asks first; two that ask together find the same.</summary>
    internal PolygonKey Key => (PolygonKey)(_key ??= PolygonKey.Of(Rings));

    /// <summary>The key is known already.</summary>
    internal void Take(PolygonKey key) => _key ??= key;

    /// <summary>The box around every point of <see cref="Rings"/>.</summary>
    internal GridBox Box => (GridBox)(_box ??= BoxOf(Rings));

    internal bool IsOnEarth => Box is var box && (box.IsEmpty || (new GridPoint(box.MinLon, box.MinLat).IsOnEarth
        && new GridPoint(box.MaxLon, box.MaxLat).IsOnEarth));

    /// <summary>The rings to look at: as drawn, else those of the shape.</summary>
    public IReadOnlyList<GridPoint[][]> Rings => Drawn ?? Shape?.Polygons ?? [];

    private static GridBox BoxOf(IReadOnlyList<GridPoint[][]> rings)
    {
        var box = GridBox.Empty;
        foreach (var polygon in rings)
        {
            foreach (var ring in polygon)
            {
                box = box.With(Land.Rings.BoxOf(ring));
            }
        }

        return box;
    }

    public GridPoint? SomePoint
    {
        get
        {
            foreach (var polygon in Rings)
            {
                foreach (var ring in polygon)
                {
                    if (ring.Length > 0)
                    {
                        return ring[0];
                    }
                }
            }

            return null;
        }
    }
}

/// <summary>One side of an overlap: a part of a report.</summary>
public sealed record PartRef(Guid Report, string ReportCode, int Part, string Organisation, LandEffect Effect, KindSet Kinds, string? HazardousArea = null);

/// <summary>Two parts that share land.</summary>
/// <param name="First">A part of the report under judgement.</param>
/// <param name="Second">The part that was there before.</param>
/// <param name="AreaMicro">Shared area, in 1e-6 m²; null when the drawings are too intricate to measure in a check.</param>
/// <param name="At">A point near the shared land, when known.</param>
public sealed record OverlapPair(PartRef First, PartRef Second, long? AreaMicro, GridPoint? At = null);

/// <summary>How much land of a part is journalled under a heading.</summary>
public sealed record HeadingHit(int Part, Heading Heading, long AreaMicro, GridPoint? At = null);

/// <summary>How much land of a part lies in a place.</summary>
public sealed record PlaceHit(int Part, string Place, long AreaMicro);

/// <summary>What is the same for every report of a run.</summary>
public sealed record CheckContext
{
    public required DateOnly Today { get; init; }

    public required CheckSettings Settings { get; init; }

    /// <summary>Codes in use: those of the programme and those of the batch.</summary>
    public CodeIndex Codes { get; init; } = CodeIndex.Empty;

    /// <summary>Polygons in use: those of the programme and those of the batch.</summary>
    public PolygonIndex Polygons { get; init; } = PolygonIndex.Empty;

    /// <summary>Points of records without polygon: those of the programme and those of the batch.</summary>
    public PointIndex Points { get; init; } = PointIndex.Empty;

    /// <summary>Where the programme works; null when unknown. Used to recognise swapped coordinates.</summary>
    public Territory? Territory { get; init; }
}
