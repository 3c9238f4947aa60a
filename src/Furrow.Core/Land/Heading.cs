namespace Furrow.Core.Land;

/// <summary>Under which heading a claim over a piece of land is journalled. Everything a report says is kept under one of these, whether or not the
/// status moved. Numbers are part of the journal format.</summary>
public enum Heading : byte
{
    /// <summary>A regular move of the table.</summary>
    Move = 0,

    /// <summary>Nothing changes and nothing is wrong: the same hazard surveyed again, the same survey repeated.</summary>
    Repeated = 1,

    /// <summary>A survey drawn over released land: kept, the release stands. A finding.</summary>
    SurveyOverReleased = 2,

    /// <summary>Land released already was released again. A finding.</summary>
    SecondRelease = 3,

    /// <summary>Clearance of land that was never recorded as a hazard. A finding.</summary>
    ClearedOutsideHazard = 4,

    /// <summary>Cancellation or reduction of land that was never recorded as a hazard: it stays what it was. A finding.</summary>
    ReleaseOfUnrecorded = 5,

    /// <summary>A suspicion reported over a confirmed hazard: it stays confirmed.</summary>
    SuspicionOverConfirmed = 6,

    /// <summary>A survey without evidence over a hazard: only a cancellation releases. A finding.</summary>
    NoEvidenceOverHazard = 7,

    /// <summary>Cancellation of a confirmed hazard without discrediting its record: it stays. A finding.</summary>
    CancellationOfConfirmed = 8,

    /// <summary>A confirmed hazard cancelled because its record is discredited. A finding.</summary>
    Discredited = 9,

    /// <summary>Searched on the surface only: effort, not a release.</summary>
    SurfaceOnly = 10,

    /// <summary>Searched less deep than required: effort, not a release. A finding.</summary>
    TooShallow = 11,

    /// <summary>Part of a task left uncompleted.</summary>
    NotCompleted = 12,

    /// <summary>A find on land that is not released: evidence, no change of status.</summary>
    FindOutsideReleased = 13,

    /// <summary>An investigation or a re-opening where there was nothing released.</summary>
    NothingToReopen = 14,

    /// <summary>Released land re-opened as a hazard on its own evidence.</summary>
    Reopened = 15,

    /// <summary>Handover of land that is not released. A finding.</summary>
    HandoverOfUnreleased = 16,

    /// <summary>Quality control: searched again, effort only.</summary>
    Inspection = 17,

    /// <summary>Area that noding moved between faces no report of the acceptance covers: at most perimeter times the grid step.</summary>
    Rounding = 18,

    /// <summary>Clearance of land surveyed before without evidence. A finding.</summary>
    ClearedWithoutHazard = 19,
}
