using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Land released already is released again: counted once as land, twice as effort.</summary>
public static class SecondRelease
{
    public static readonly Check Check = new("second-release", Severity.Warning, "Land is released a second time.", Judge)
    {
        Concerns = HeadingRule.Concerns,
    };

    private static readonly Fix Proposal = new("settle-release",
        $"Accept when the land was searched again on purpose (it counts as effort, not as release); otherwise send back the report that is misplaced.");

    private static IEnumerable<Finding> Judge(CheckSubject s) =>
        HeadingRule.Judge(s, Check, Proposal, area => $"{area} m² were released before.", Heading.SecondRelease);
}
