using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>A correction whose report says another thing than the report it replaces: another status, another contamination, other land. That may be what is
/// to be corrected, or the wrong row; whoever accepts it is told.</summary>
public static class CorrectionChanges
{
    public static readonly Check Check = new("correction-changes", Severity.Warning, "A correction changes the status, the contamination or the land of its report.",
        Judge)
    {
        Concerns = s => s.Corrected is not null,
    };

    private static readonly Fix Proposal = new("compare", $"Compare the correction with the report it replaces; reject it if it is of another report.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        var (before, now) = (s.Corrected!, s.Report);
        if (before.Kind != now.Kind)
        {
            yield return s.Found(Check, "kind",
                $"The report is of kind {ReportKinds.NameOf(before.Kind)}, its correction of kind {ReportKinds.NameOf(now.Kind)}.", Proposal);
        }

        if (!Effects(before).SetEquals(Effects(now)))
        {
            yield return s.Found(Check, "status", Effects(before).Any(ReportKinds.IsRelease) != Effects(now).Any(ReportKinds.IsRelease)
                ? Effects(now).Any(ReportKinds.IsRelease)
                    ? (Phrase)$"The report releases nothing, its correction releases land."
                    : (Phrase)$"The report releases land, its correction releases nothing."
                : (Phrase)$"The correction gives the land another status.", Proposal);
        }

        if (before.Kinds != now.Kinds)
        {
            yield return s.Found(Check, "contamination", $"The report speaks of {Kinds.NameOf(before.Kinds)}, its correction of {Kinds.NameOf(now.Kinds)}.", Proposal);
        }

        if (OfLand(s, before, now) is { } land)
        {
            yield return land;
        }
    }

    private static Finding? OfLand(CheckSubject s, Report before, Report now)
    {
        List<Shape> old = Shapes(before), drawn = Shapes(now);
        if (old.Count == 0 || drawn.Count == 0)
        {
            return old.Count == drawn.Count ? null : s.Found(Check, "land", old.Count == 0
                ? (Phrase)$"The report has no polygon, its correction has one." : (Phrase)$"The report has a polygon, its correction has none.", Proposal);
        }

        if (old.SequenceEqual(drawn))
        {
            return null;
        }

        var shares = old.SelectMany(a => drawn.Select(b => SharedArea.Micro(a, b))).ToList();
        return shares.TrueForAll(m => m is 0)
            ? s.Found(Check, "elsewhere", $"The correction lies elsewhere: it has no land in common with the report.", Proposal, areaMicro: s.Parts.Sum(p => p.AreaMicro))
            : s.Found(Check, "land", $"The correction changes the land of the report.", Proposal, areaMicro: s.Parts.Sum(p => p.AreaMicro));
    }

    private static HashSet<LandEffect> Effects(Report report) => [.. report.Parts.Select(p => p.Effect)];

    private static List<Shape> Shapes(Report report) => [.. report.Parts.Select(p => p.Shape).OfType<Shape>().Where(shape => !shape.IsEmpty)];
}
