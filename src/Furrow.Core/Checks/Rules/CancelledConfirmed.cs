using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Non-technical survey cannot release what direct evidence confirmed, unless that evidence itself is discredited; both deserve a second
/// look.</summary>
public static class CancelledConfirmed
{
    public static readonly Check Check = new("cancelled-confirmed", Severity.Warning, "A confirmed hazard is cancelled.", Judge)
    {
        Concerns = HeadingRule.Concerns,
    };

    private static readonly Fix Proposal = new("discredit-or-clear",
        $"A confirmed area is released by clearance or technical survey; cancel it only by discrediting its record, with the reasons.");

    private static IEnumerable<Finding> Judge(CheckSubject s) =>
        HeadingRule.Judge(s, Check, Proposal, area => $"{area} m² of a confirmed hazard are cancelled.", Heading.CancellationOfConfirmed, Heading.Discredited);
}
