using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports;

/// <summary>Gathers what the checks need to judge drafts: the records that stand over the same ground, codes in use, boundaries.</summary>
internal static class ImportChecks
{
    public static IEnumerable<Finding> Each(ImportWork work, IReadOnlyList<RowDraft> rows)
    {
        var bounds = rows.Aggregate(GridBox.Empty, (box, row) => row.Mended?.Shape is { } shape ? box.With(shape.Bounds) : box);
        return BatchCheck.Each(new BatchToCheck
        {
            Drafts = [.. rows.Select(Drafted)],
            Today = DateOnly.FromDateTime(work.Options.At.Date),
            Settings = work.Options.Checks,
            Standing = [.. Standing(work.State.Book, bounds)],
            StandingCodes = [.. work.State.Reports.Where(e => !e.IsGone && e.Status != ReportStatus.Superseded).Select(e => (e.Id, e.Packed.Code))],
            Headings = work.Headings,
            Stop = work.Stop,
            Places = work.Options.Places is { } places ? new PlaceIndex(places) : null,
        }).Concat(rows.SelectMany(Unread));
    }

    private static CheckedDraft Drafted(RowDraft row) =>
        new(row.Report!.Corrects is { } corrected ? row.AsItCame! with { Corrects = corrected } : row.AsItCame!, row.Land is { } land ? [land] : []);

    /// <summary>Parts of reports that count and touch the box.</summary>
    public static IEnumerable<StandingPart> Standing(ReportBook book, GridBox bounds)
    {
        foreach (var report in book.All.Where(e => e.Status == ReportStatus.Approved && e.Packed.Bounds.Intersects(bounds)).Select(e => e.Report))
        {
            for (var part = 0; part < report.Parts.Count; part++)
            {
                if (report.Parts[part].Shape is { IsEmpty: false } shape && shape.Bounds.Intersects(bounds))
                {
                    var area = ReportClaims.HazardousArea(report, report.Code);
                    yield return new StandingPart(new PartRef(report.Id, report.Code, part, report.Organisation, report.Parts[part].Effect, report.Kinds,
                        area), shape);
                }
            }
        }
    }

    /// <summary>Values that could not be read: one group for each column.</summary>
    private static IEnumerable<Finding> Unread(RowDraft row) => row.Unread.Select(problem => new Finding(problem.Code, Severity.Warning,
        problem.Sentence, new Fix("map-the-column", "Say in the mapping how the column is read, and import the file again."), row.Report!.Id, row.Report.Code,
        problem.Where?.Field ?? "", At: row.Land?.SomePoint));
}
