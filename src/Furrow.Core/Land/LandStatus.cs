namespace Furrow.Core.Land;

/// <summary>What one square metre is, for one kind of contamination, at one date. Numbers are part of the journal format.</summary>
public enum LandStatus : byte
{
    /// <summary>No accepted report speaks of it. Unknown, never safe.</summary>
    Unrecorded = 0,

    /// <summary>Suspected hazardous area (SHA): reasonable suspicion on indirect evidence.</summary>
    Suspected = 1,

    /// <summary>Confirmed hazardous area (CHA): direct evidence of contamination.</summary>
    Confirmed = 2,

    /// <summary>Surveyed, and no evidence of contamination was found. Holds for as long as the profile says.</summary>
    SurveyedNoEvidence = 3,

    /// <summary>Released by non-technical survey.</summary>
    Cancelled = 4,

    /// <summary>Released by technical survey.</summary>
    Reduced = 5,

    /// <summary>Released by clearance to a stated depth.</summary>
    Cleared = 6,

    /// <summary>Released, but something was found on it since and the investigation is not closed.</summary>
    ReleasedUnderInvestigation = 7,

    /// <summary>Custody: released land that nobody has taken over yet.</summary>
    NotHandedOver = 20,

    /// <summary>Custody: handed over to a user.</summary>
    HandedOver = 21,

    /// <summary>Custody: handed over once, taken back since.</summary>
    TakenBack = 22,
}

public static class Statuses
{
    /// <summary>Every status of land with its name in files, commands and addresses, in the order every table prints them.</summary>
    public static readonly IReadOnlyList<(LandStatus Status, string Name)> Names =
    [
        (LandStatus.Unrecorded, "unrecorded"),
        (LandStatus.Suspected, "suspected"),
        (LandStatus.Confirmed, "confirmed"),
        (LandStatus.SurveyedNoEvidence, "surveyed-no-evidence"),
        (LandStatus.Cancelled, "cancelled"),
        (LandStatus.Reduced, "reduced"),
        (LandStatus.Cleared, "cleared"),
        (LandStatus.ReleasedUnderInvestigation, "released-under-investigation"),
        (LandStatus.NotHandedOver, "not-handed-over"),
        (LandStatus.HandedOver, "handed-over"),
        (LandStatus.TakenBack, "taken-back"),
    ];

    public static string NameOf(LandStatus status) => Names.First(n => n.Status == status).Name;

    public static LandStatus? Parse(string name) => Names.Where(n => n.Name == name).Select(n => (LandStatus?)n.Status).FirstOrDefault();

    public static bool IsHazard(LandStatus status) => status is LandStatus.Suspected or LandStatus.Confirmed;

    public static bool IsReleased(LandStatus status) =>
        status is LandStatus.Cancelled or LandStatus.Reduced or LandStatus.Cleared or LandStatus.ReleasedUnderInvestigation;

    /// <summary>How much a status restricts: where statuses meet (kinds on one spot, faces at a border, land in a block of a small map) the highest is shown.
    /// Land and its custody stand in one order, though no answer mixes them.</summary>
    public static int Restriction(LandStatus status) => status switch
    {
        LandStatus.Confirmed => 10,
        LandStatus.Suspected => 9,
        LandStatus.ReleasedUnderInvestigation => 8,
        LandStatus.TakenBack => 7,
        LandStatus.NotHandedOver => 6,
        LandStatus.HandedOver => 5,
        LandStatus.SurveyedNoEvidence => 4,
        LandStatus.Cancelled => 3,
        LandStatus.Reduced => 2,
        LandStatus.Cleared => 1,
        _ => 0,
    };
}
