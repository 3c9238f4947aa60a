using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Reports;

/// <summary>What decisions on reports are about: the report, its batch, its organisation and its place.</summary>
internal static class ReportConcerns
{
    /// <summary>A report as it comes in. A correction or a withdrawal is about the report it names too: whoever decides on that one must have seen it.
    /// </summary>
    public static Concern Of(Report report, Guid? batch)
    {
        var place = report.Parts.Aggregate(GridBox.Empty, (box, part) => part.Shape is { } shape ? box.With(shape.Bounds) : box);
        return new Concern
        {
            Objects = (report.Corrects ?? report.Withdraws) is { } target ? [report.Id, target] : [report.Id],
            Within = batch is { } id ? [id] : [],
            Organisation = report.Organisation,
            Place = place.IsEmpty ? null : place,
        };
    }

    /// <summary>A report that arrived before.</summary>
    public static IEnumerable<Concern> Of(IKnown known, Guid report) =>
        known.Of<ReportBook>().Find(report) is { } entry ? [Of(entry)] : [new Concern { Objects = [report] }];

    /// <summary>A whole batch: itself, and each of its reports for its organisation and place.</summary>
    public static IEnumerable<Concern> OfBatch(IKnown known, Guid batch) =>
        known.Of<ReportBook>().InBatch(batch).Select(e => Of(e) with { Objects = [], Within = [e.Id] }).Prepend(new Concern { Objects = [batch] });

    /// <summary>A group of findings has no id of its own: it is known by its key, and the batch it is in.</summary>
    public static Concern OfGroup(string group, Guid? batch) => new() { Objects = [DerivedId.Of(batch ?? Guid.Empty, group)] };

    private static Concern Of(ReportEntry entry) => new()
    {
        Objects = [entry.Id],
        Within = entry.Batch is { } batch ? [batch] : [],
        Organisation = entry.Report.Organisation,
        Place = entry.Packed.Bounds is { IsEmpty: false } place ? place : null,
    };
}
