using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>A coarse survey drawn over released land. It never takes the release away; only a re-opening with its own evidence does.</summary>
public static class SurveyOverReleased
{
    public static readonly Check Check = new("survey-over-released", Severity.Warning, "A survey is drawn over released land.", Judge)
    {
        Concerns = HeadingRule.Concerns,
    };

    private static readonly Fix Proposal = new("draw-around",
        $"Redraw the survey around the released land; if there is new evidence on it, report a re-opening with that evidence. The release stands meanwhile.");

    private static IEnumerable<Finding> Judge(CheckSubject s) =>
        HeadingRule.Judge(s, Check, Proposal, area => $"{area} m² were released before; the release stands.", Heading.SurveyOverReleased);
}
