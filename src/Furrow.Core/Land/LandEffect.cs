namespace Furrow.Core.Land;

/// <summary>What one part of a report says about its piece of land. The table of moves (<see cref="Moves"/>) says what follows from it.
/// Numbers are part of the fact format.</summary>
public enum LandEffect : byte
{
    Suspect = 1,
    Confirm = 2,
    FindNoEvidence = 3,
    Cancel = 4,

    /// <summary>Cancel because the record itself is discredited: the only way a CHA is cancelled.</summary>
    Discredit = 5,
    Reduce = 6,
    Clear = 7,

    /// <summary>Surface search: effort, and a release only where <see cref="ReportPart"/> says the order and profile allow it.</summary>
    SearchSurface = 8,

    /// <summary>Part of a task that was not completed: stays what it was, and is shown.</summary>
    LeaveIncomplete = 9,

    /// <summary>Something was found on released land: it is released, under investigation.</summary>
    Investigate = 10,

    /// <summary>The investigation found nothing more: the release stands again.</summary>
    EndInvestigation = 11,
    ReopenSuspected = 12,
    ReopenConfirmed = 13,
    HandOver = 14,
    TakeBack = 15,

    /// <summary>Land that was searched again for quality control: effort only.</summary>
    Inspect = 16,
}
