using Furrow.Core.Land;

namespace Furrow.Server.Pages.Parts;

/// <summary>The hatch of each status, drawn on a 16 × 16 square; its colours stand in the style sheet under the status's name.</summary>
public static class StatusStyle
{
    public static string? Mark(LandStatus status) => status switch
    {
        LandStatus.Unrecorded => "M5.8 6.2a2.3 2.3 0 1 1 3 2.2q-.8.4-.8 1.4M8 12v.4",
        LandStatus.Suspected => "M2 9 9 2M3 14 14 3M8 14 14 8",
        LandStatus.Confirmed => "M4 4 12 12M12 4 4 12",
        LandStatus.SurveyedNoEvidence => "M5 5v.1M11 5v.1M8 8v.1M5 11v.1M11 11v.1",
        LandStatus.Cancelled => "M2 5H14M2 8H14M2 11H14",
        LandStatus.Reduced => "M5 2V14M8 2V14M11 2V14",
        LandStatus.Cleared => "M4 8.5 7 11.5 12.5 5",
        LandStatus.ReleasedUnderInvestigation => "M8 3.5V9M8 12v.4",
        LandStatus.HandedOver => "M4.5 8.5 7 11 11.5 5.5",
        LandStatus.TakenBack => "M11 8H5M7.5 5 4.5 8 7.5 11",
        _ => null,
    };

    /// <summary>The same hatch as a tile of 8 × 8 for areas.</summary>
    public static string? Hatch(LandStatus status) => status switch
    {
        LandStatus.Suspected => "M-1 9 9-1M-3 3 3-3M5 11 11 5",
        LandStatus.Confirmed => "M0 0 8 8M8 0 0 8",
        LandStatus.SurveyedNoEvidence => "M2 2v.8M6 6v.8",
        LandStatus.Cancelled => "M0 4H8",
        LandStatus.Reduced => "M4 0V8",
        LandStatus.ReleasedUnderInvestigation => "M4 1V5M4 7v.5",
        _ => null,
    };
}
