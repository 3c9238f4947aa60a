using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports;

/// <summary>Gathers what the checks need to judge drafts: the records that stand over the same ground, codes in use, boundaries.</summary>
internal static class ImportChecks
{
    /// <summary>Rows of a file that waits, from which one sees where it lies.</summary>
    private const int MostOfFile = 200;

    public static IEnumerable<Finding> Each(ImportWork work, IReadOnlyList<RowDraft> rows)
    {
        var bounds = rows.Aggregate(GridBox.Empty, (box, row) => box.With(row.Staged!.Bounds));
        var points = rows.Aggregate(GridBox.Empty, (box, row) => row.Staged is { Bounds.IsEmpty: true, Point: { } point } ? box.With(point) : box);
        return BatchCheck.Each(new BatchToCheck
        {
            Drafts = work.Stage.Each(rows, (_, report, land) => Drafted(work, report, land)),
            Today = ProgrammeTime.Of(work.State).DayOf(work.Options.At),
            Settings = work.State.Profile,
            Standing = [.. Standing(work.State.Book, bounds)],
            StandingPoints = [.. StandingPoints(work.State, points)],
            StandingCodes = work.State.Reports.Where(e => !e.IsGone && e.Status != ReportStatus.Superseded).Select(e => (e.Id, e.Packed.Code)),
            Headings = work.Headings,
            Stop = work.Stop,
            Places = work.Places is { } places ? new PlaceIndex(places) : null,
            Territory = work.Territory,
        }).Concat(rows.Where(r => r.Unread.Count > 0).SelectMany(r => Unread(work, r)))
            .Concat(rows.Where(r => r.Overruled is not null).Select(r => Overruled(work, r)));
    }

    private static CheckedDraft Drafted(ImportWork work, Report report, CheckedPart? land) => new(report, land is null ? [] : [land])
    {
        Origin = OriginOf(work.State.Book, work.Batch, report.Corrects, null),
        Corrected = CorrectedBy(work.State.Book, report.Corrects),
    };

    /// <summary>Where the programme works: the boundaries it was given; without any, where land that counts is recorded, and while none does, where reports
    /// that wait lie.</summary>
    public static Territory TerritoryOf(ProgrammeState state, PlaceSet? places)
    {
        if (places is not null)
        {
            return Territory.Of(places.Places.Select(p => new KnownLand(p.Shape.Bounds, Guid.Empty, 0)));
        }

        var book = state.Book;
        var counting = Territory.Of(book.All.Where(e => e.Status == ReportStatus.Approved)
            .Select(e => new KnownLand(e.Packed.Bounds, SourceOf(e), e.AcceptedAt!.Value))
            .Concat(LandQuestions.Undrawn(state.Land).Where(c => c.Undrawn!.Point is not null && book.Find(c.Report) is not null)
                .Select(c => new KnownLand(GridBox.Empty.With(c.Undrawn!.Point!.Value), SourceOf(book.Find(c.Report)!), c.AcceptedAt))));
        return counting.IsEmpty ? Territory.Of(Waiting(book)) : counting;
    }

    /// <summary>Some rows of each file that waits say where all of it lies; they are known to drafts alone.</summary>
    private static IEnumerable<KnownLand> Waiting(ReportBook book)
    {
        var seen = new Dictionary<Guid, int>();
        foreach (var entry in book.All.Where(e => !e.IsGone && e.Status is ReportStatus.Submitted or ReportStatus.Checked))
        {
            var source = SourceOf(entry);
            if (seen.GetValueOrDefault(source) is < MostOfFile and var count)
            {
                seen[source] = count + 1;
                var bounds = entry.Packed.Bounds;
                yield return new KnownLand(bounds.IsEmpty ? PointsOf([entry.Report]) : bounds, source, int.MaxValue - 1);
            }
        }
    }

    /// <param name="source">The file a draft comes from.</param>
    /// <param name="acceptedAt">The acceptance it counts from; null while it waits.</param>
    public static DraftOrigin OriginOf(ReportBook book, Guid source, Guid? corrects, int? acceptedAt) =>
        new(corrects is { } id && book.Find(id) is { } before ? [source, SourceOf(before)] : [source], acceptedAt ?? int.MaxValue);

    public static Report? CorrectedBy(ReportBook book, Guid? corrects) => corrects is { } id ? book.Find(id)?.Report : null;

    /// <summary>A file, whose rows have their coordinates in common; or a report that came by itself.</summary>
    public static Guid SourceOf(ReportEntry entry) => entry.Batch ?? entry.Id;

    /// <summary>Parts of reports that count and touch the box.</summary>
    public static IEnumerable<StandingPart> Standing(ReportBook book, GridBox bounds)
    {
        foreach (var report in book.All.Where(e => e.Status == ReportStatus.Approved && e.Packed.Bounds.Intersects(bounds)).Select(e => e.Report))
        {
            for (var part = 0; part < report.Parts.Count; part++)
            {
                if (report.Parts[part].Shape is { IsEmpty: false } shape && shape.Bounds.Intersects(bounds))
                {
                    var area = ReportClaims.HazardousArea(report, ReportClaims.OwnArea(report));
                    yield return new StandingPart(new PartRef(report.Id, report.Code, part, report.Organisation, report.Parts[part].Effect, report.Kinds,
                        area), shape);
                }
            }
        }
    }

    /// <summary>The box around the points of records without polygon.</summary>
    public static GridBox PointsOf(IEnumerable<Report> reports) => reports.SelectMany(r => r.Parts)
        .Aggregate(GridBox.Empty, (box, part) => part is { Point: { } point, Shape: not { IsEmpty: false } } ? box.With(point) : box);

    /// <summary>Points of records without polygon that count and lie in the box.</summary>
    public static IEnumerable<(GridPoint At, PartRef Part)> StandingPoints(ProgrammeState state, GridBox bounds) => bounds.IsEmpty ? []
        : LandQuestions.Undrawn(state.Land).Where(c => c.Undrawn!.Point is { } point && bounds.Intersects(GridBox.Empty.With(point)))
            .Select(c => (c.Undrawn!.Point!.Value,
                new PartRef(c.Report, c.ReportCode, c.Part, c.Organisation, c.Effect, c.Kinds, c.HazardousArea)));

    /// <summary>Taken by a person though a column speaks against it: one group for each column.</summary>
    private static Finding Overruled(ImportWork work, RowDraft row)
    {
        var (report, land) = work.Stage.AsItCame(row);
        return new(row.Overruled!.Code, Severity.Warning, row.Overruled.Phrase,
            new Fix("look-at-the-source", $"Look at the source of the row: what the column says may mean that the land is not released."), report.Id,
            row.Staged!.Code, row.Overruled.Where?.Field ?? "", At: land?.SomePoint);
    }

    /// <summary>Values that could not be read: one group for each column.</summary>
    private static IEnumerable<Finding> Unread(ImportWork work, RowDraft row)
    {
        var (report, land) = work.Stage.AsItCame(row);
        return row.Unread.Select(problem => new Finding(problem.Code, Severity.Warning, problem.Phrase,
            new Fix("map-the-column", $"Say in the mapping how the column is read, and import the file again."), report.Id, row.Staged!.Code,
            problem.Where?.Field ?? "", At: land?.SomePoint));
    }
}
