using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports;

/// <summary>Gives every report of a batch a code nobody else has, and every hazard its area. A code somebody gave names one area in the whole programme: a
/// hazard surveyed again comes with the code of its area, and the report gets "~2". A code nobody gave (of a row without one, or with "~2" added because
/// one file uses a code for ground here and ground there) names none: the hazard is an area without a code (<see cref="AreaCode"/>).</summary>
internal static class RowCodes
{
    public static IReadOnlyList<Report> Distinct(IEnumerable<Report> reports, ReportBook book)
    {
        var taken = new HashSet<string>(Codes.Comparer);
        var firsts = new Dictionary<string, List<Report>>(Codes.Comparer);
        var numbers = new FileNumbers(book);
        var rows = reports.Select(r => InventedCode.IsOf(r) ? r with { Code = numbers.CodeOf(r.Source!) } : r).ToList();
        var coded = new Report[rows.Count];
        // Codes that were given go first: none of them makes way for an invented one.
        foreach (var i in Enumerable.Range(0, rows.Count).OrderBy(i => InventedCode.IsOf(rows[i])))
        {
            var code = Free(rows[i], book, taken);
            taken.Add(code);
            var area = AreaOf(rows[i], code, firsts);
            coded[i] = code == rows[i].Code && area == rows[i].HazardousArea ? rows[i] : rows[i] with { Code = code, HazardousArea = area };
        }

        return coded;
    }

    /// <summary>The report a row corrects, by its code: the head of its chain.</summary>
    public static Outcome<Guid> HeadOf(string code, ReportBook book) =>
        book.FindByCode(code) is { } named && book.HeadOf(named.Report.Id) is { } head ? head.Report.Id : Problems.ReportCodeUnknown(code);

    private static string Free(Report report, ReportBook book, HashSet<string> taken)
    {
        var code = report.Code;
        for (var n = 2; IsTaken(code, report, book, taken); n++)
        {
            code = $"{report.Code}~{n}";
        }

        return code;
    }

    private static bool IsTaken(string code, Report report, ReportBook book, HashSet<string> taken)
    {
        if (taken.Contains(code))
        {
            return true;
        }

        var holder = book.FindByCode(code);
        var isOwnChain = holder is not null && report.Corrects is { } target
            && (holder.Report.Id == target || book.ChainOf(target).Any(e => e.Report.Id == holder.Report.Id));
        return holder is not null && !isOwnChain;
    }

    /// <summary>The area a row speaks of; null where it is the one its report, or the report it corrects, brings into being.</summary>
    private static string? AreaOf(Report report, string code, Dictionary<string, List<Report>> firsts)
    {
        if (!Codes.IsBlank(report.HazardousArea) || !ReportKinds.IsHazard(report))
        {
            return report.HazardousArea;
        }

        return InventedCode.IsOf(report) || report.Corrects is not null ? null
            : !IsOneGround(report, firsts) ? AreaCode.OfNameless(report.Id)
            : code == report.Code ? null
            : report.Code;
    }

    /// <summary>A code used again in one file names the same area only on the same ground. Other ground under one code is somebody's slip: kept apart, and
    /// found (duplicate-code).</summary>
    private static bool IsOneGround(Report report, Dictionary<string, List<Report>> firsts)
    {
        if (!firsts.TryGetValue(report.Code, out var same))
        {
            firsts[report.Code] = [report];
            return true;
        }

        if (!same.Exists(other => SharesLand(other, report)))
        {
            return false;
        }

        same.Add(report);
        return true;
    }

    private static bool SharesLand(Report one, Report other) => one.Parts.Any(p => other.Parts.Any(q =>
        p.Shape is { IsEmpty: false } a && q.Shape is { IsEmpty: false } b && SharedArea.Micro(a, b) is not 0));
}
