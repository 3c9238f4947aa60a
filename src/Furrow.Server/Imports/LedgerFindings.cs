using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports;

/// <summary>The findings of a programme as it stands: every report that counts or waits, judged against the others, grouped by batch and cause.</summary>
public static class LedgerFindings
{
    /// <param name="batch">Only this batch; null judges everything.</param>
    public static IReadOnlyList<FindingGroup> Of(ProgrammeState state, Guid? batch, DateOnly today, PlaceSet? places)
    {
        var decisions = state.Decisions.Aggregate(FindingDecisions.None, (all, decided) => all.Apply(decided));
        var judged = state.Reports.Where(e => (e.IsWaiting || e.Status == ReportStatus.Approved) && !e.Packed.IsWithdrawal
            && (batch is null || e.Batch == batch)).ToList();
        var headings = HeadingHits.Of(state.Land);
        var findings = BatchCheck.Judge(new BatchToCheck
        {
            Drafts = [.. judged.Select(e => Drafted(state.Book, e, e.Report))],
            Today = today,
            Settings = state.Profile,
            Standing = batch is null ? [] : [.. Others(state.Book, batch.Value)],
            StandingPoints = batch is null ? [] : [.. OtherPoints(state, judged)],
            StandingCodes = state.Reports.Where(e => batch is not null && e.Batch != batch && !e.IsGone && e.Status != ReportStatus.Superseded)
                .Select(e => (e.Id, e.Packed.Code)),
            Headings = headings,
            Places = places is null ? null : new PlaceIndex(places),
            Territory = ImportChecks.TerritoryOf(state, places),
        });
        var batches = judged.ToDictionary(e => e.Id, e => e.Batch);
        return [.. findings.GroupBy(f => batches[f.Report]).OrderBy(g => g.Key is { } of ? state.Book.BatchOrder.IndexOf(of) : -1)
            .SelectMany(g => FindingGroups.Of(g, g.Key, decisions))];
    }

    /// <summary>The group of that name, also when it was decided and holds no finding any more; null when there never was one.</summary>
    public static FindingGroup? Find(IEnumerable<FindingGroup> groups, ProgrammeState state, string key, Guid? batch) =>
        groups.FirstOrDefault(g => g.Key == key && g.Batch == batch)
        ?? (state.Decisions.FindLast(d => d.Group == key && d.Batch == batch) is { } decided ? FindingGroups.Settled(decided) : null);

    private static CheckedDraft Drafted(ReportBook book, ReportEntry entry, Report report) =>
        new(report, [.. Parts(report)])
        {
            Origin = ImportChecks.OriginOf(book, ImportChecks.SourceOf(entry), report.Corrects, entry.AcceptedAt),
            Corrected = ImportChecks.CorrectedBy(book, report.Corrects),
        };

    private static IEnumerable<CheckedPart> Parts(Report report) => report.Parts
        .Select((part, i) => new CheckedPart(i, null, part.Shape, part.Shape is { IsEmpty: false } shape ? LandQuestions.AreaMicro(shape) : 0))
        .Where(part => part.Shape is not null);

    private static IEnumerable<(GridPoint At, PartRef Part)> OtherPoints(ProgrammeState state, IReadOnlyList<ReportEntry> judged)
    {
        var members = judged.Select(e => e.Id).ToHashSet();
        return ImportChecks.StandingPoints(state, ImportChecks.PointsOf(judged.Select(e => e.Report))).Where(p => !members.Contains(p.Part.Report));
    }

    private static IEnumerable<StandingPart> Others(ReportBook book, Guid batch)
    {
        var bounds = book.InBatch(batch).Aggregate(GridBox.Empty, (box, e) => box.With(e.Packed.Bounds));
        var members = book.InBatch(batch).Select(e => e.Id).ToHashSet();
        return ImportChecks.Standing(book, bounds).Where(s => !members.Contains(s.Part.Report));
    }
}
