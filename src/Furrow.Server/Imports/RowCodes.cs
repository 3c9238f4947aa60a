using Furrow.Core;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports;

/// <summary>Gives every report of a batch a code nobody else has. Files repeat codes, and a hazard surveyed again comes with the code of its area: the
/// area keeps the code as it came, the report gets "~2".</summary>
internal static class RowCodes
{
    public static IReadOnlyList<Report> Distinct(IEnumerable<Report> reports, ReportBook book)
    {
        var taken = new HashSet<string>();
        var result = new List<Report>();
        foreach (var report in reports)
        {
            var code = report.Code;
            for (var n = 2; IsTaken(code, report, book, taken); n++)
            {
                code = $"{report.Code}~{n}";
            }

            taken.Add(Codes.Key(code));
            result.Add(code == report.Code ? report : report with
            {
                Code = code,
                HazardousArea = report.HazardousArea ?? (ReportKinds.IsHazard(report) ? report.Code : null),
            });
        }

        return result;
    }

    /// <summary>The report a row corrects, by its code: the head of its chain.</summary>
    public static Outcome<Guid> HeadOf(string code, ReportBook book) =>
        book.FindByCode(code) is { } named && book.HeadOf(named.Report.Id) is { } head ? head.Report.Id : Problems.ReportCodeUnknown(code);

    private static bool IsTaken(string code, Report report, ReportBook book, HashSet<string> taken)
    {
        if (taken.Contains(Codes.Key(code)))
        {
            return true;
        }

        var holder = book.FindByCode(code);
        var isOwnChain = holder is not null && report.Corrects is { } target
            && (holder.Report.Id == target || book.ChainOf(target).Any(e => e.Report.Id == holder.Report.Id));
        return holder is not null && !isOwnChain;
    }
}
