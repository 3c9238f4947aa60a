using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>A report with the mechanical fixes of its findings applied. What was done stands with the report as a repair, in words and m².</summary>
public static class FixedReport
{
    /// <summary>The mended report (null when nothing could be mended) and the findings that are left.</summary>
    public static (Report? Mended, IReadOnlyList<Finding> Left) Of(Report report, IEnumerable<Finding> findings)
    {
        var (mended, left, fixes) = (report, new List<Finding>(), 0);
        foreach (var finding in findings)
        {
            var after = finding.Fix.MendDrawn is null ? finding.Fix.Mend?.Invoke(mended) : Redrawn(mended, finding);
            if (after is null || MinimumData.Refusal(after) is not null)
            {
                left.Add(finding);
            }
            else
            {
                mended = Noted(after, finding, AreaChange(mended, after));
                fixes++;
            }
        }

        return (fixes == 0 ? null : mended, left);
    }

    private static Report? Redrawn(Report report, Finding finding)
    {
        var at = finding.Part ?? 0;
        if (at >= report.Parts.Count || report.Parts[at].Shape is not { IsEmpty: false } shape)
        {
            return null;
        }

        var repaired = ShapeRepair.Mend(finding.Fix.MendDrawn!(shape.Polygons), ReportKinds.IsRelease(report.Parts[at].Effect));
        return repaired.Shape is null ? null
            : WithPart(report, at, part => part with { Shape = repaired.Shape, Repairs = [.. part.Repairs, .. repaired.Repairs] });
    }

    private static Report Noted(Report report, Finding finding, double areaChange) => report.Parts.Count == 0 ? report
        : WithPart(report, Math.Min(finding.Part ?? 0, report.Parts.Count - 1),
            part => part with { Repairs = [.. part.Repairs, new Repair(finding.Fix.Code, $"{finding.Phrase} {finding.Fix.Phrase}", areaChange)] });

    private static Report WithPart(Report report, int at, Func<ReportPart, ReportPart> change) =>
        report with { Parts = [.. report.Parts.Select((part, i) => i == at ? change(part) : part)] };

    private static double AreaChange(Report before, Report after) => (Area(after) - Area(before)) / 1e6;

    private static long Area(Report report) => report.Parts.Sum(p => p.Shape is { IsEmpty: false } shape ? ShapeArea.Micro(shape) : 0);
}
