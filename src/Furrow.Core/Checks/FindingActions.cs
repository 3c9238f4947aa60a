using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>What the decisions on a group of findings can do now, told before anybody decides.</summary>
/// <param name="Waiting">Reports of the group that wait for review: they can be sent back.</param>
/// <param name="Counting">Reports that count on the land already: nobody sends them back, they are corrected or withdrawn.</param>
/// <param name="Mended">For each report software can mend: the report with the fixes of its findings applied.</param>
/// <param name="WithoutFix">Findings software cannot mend: they need somebody who knows what is right.</param>
public sealed record FindingActions(IReadOnlyList<ReportEntry> Waiting, IReadOnlyList<ReportEntry> Counting,
    IReadOnlyList<(ReportEntry Entry, Report Mended)> Mended, IReadOnlyList<Finding> WithoutFix)
{
    public static FindingActions Of(ReportBook book, FindingGroup group)
    {
        var entries = group.Findings.Select(f => f.Report).Distinct().Select(book.Find).OfType<ReportEntry>().ToList();
        var corrected = book.All.Where(e => e.IsWaiting && e.Packed.Corrects is not null).Select(e => e.Packed.Corrects!.Value).ToHashSet();
        var mended = new List<(ReportEntry, Report)>();
        var without = new List<Finding>();
        foreach (var findings in group.Findings.GroupBy(f => f.Report))
        {
            // A correction that waits already may well be the mending: a second one would only race it.
            if (book.Find(findings.Key) is { } entry && !corrected.Contains(findings.Key) && CanBeMended(entry))
            {
                var (report, left) = FixedReport.Of(entry.Report, findings);
                without.AddRange(left);
                if (report is not null)
                {
                    mended.Add((entry, report));
                }
            }
            else
            {
                without.AddRange(findings.Where(f => !f.Fix.IsMechanical));
            }
        }

        return new FindingActions([.. entries.Where(e => e.IsWaiting)], [.. entries.Where(e => e.Status == ReportStatus.Approved)], mended, without);
    }

    private static bool CanBeMended(ReportEntry entry) => entry.IsWaiting || entry.Status == ReportStatus.Approved;
}
