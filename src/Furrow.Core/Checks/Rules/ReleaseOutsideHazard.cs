using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Cleared, reduced or cancelled land that no record had called hazardous: the record of the hazard is missing, or one of the two is
/// misplaced.</summary>
public static class ReleaseOutsideHazard
{
    public static readonly Check Check = new("release-outside-hazard", Severity.Warning, "Released land was never recorded as a hazard.", Judge)
    {
        Concerns = HeadingRule.Concerns,
    };

    private static readonly Fix Proposal = new("find-hazard",
        $"Find the hazard record that is missing, or redraw the release inside its hazard; cleared land without a hazard is kept under its own heading.");

    private static IEnumerable<Finding> Judge(CheckSubject s) =>
        HeadingRule.Judge(s, Check, Proposal, area => $"{area} m² of this release were never recorded as a hazard.", Heading.ClearedOutsideHazard, Heading.ReleaseOfUnrecorded,
            Heading.ClearedWithoutHazard);
}
