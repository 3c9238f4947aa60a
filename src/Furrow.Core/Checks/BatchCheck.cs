using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>A draft report with its land.</summary>
public sealed record CheckedDraft(Report Report, IReadOnlyList<CheckedPart> Parts)
{
    public DraftOrigin Origin { get; init; } = DraftOrigin.New;

    /// <summary>What the report corrects, as it stood; null for one that corrects nothing.</summary>
    public Report? Corrected { get; init; }
}

/// <summary>A part that stands in the ledger already.</summary>
public sealed record StandingPart(PartRef Part, Shape Shape);

/// <summary>Drafts to be judged together: the rows of a file, or one report typed by hand.</summary>
public sealed record BatchToCheck
{
    /// <summary>Drafts that are read and judged together by one processor.</summary>
    internal const int PortionDrafts = 64;

    /// <summary>In the order of their rows: of two that clash, the later one gets the finding. They may be read anew each time they are asked for.</summary>
    public required IReadOnlyList<CheckedDraft> Drafts { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Those of the programme.</summary>
    public required CheckSettings Settings { get; init; }

    /// <summary>Parts in the ledger over the same ground; those elsewhere may be left out.</summary>
    public IReadOnlyList<StandingPart> Standing { get; init; } = [];

    /// <summary>Points of records without polygon in the ledger; those elsewhere may be left out.</summary>
    public IReadOnlyList<(GridPoint At, PartRef Part)> StandingPoints { get; init; } = [];

    /// <summary>Codes of all reports in the programme that are not superseded or withdrawn. Gone through once.</summary>
    public IEnumerable<(Guid Report, string Code)> StandingCodes { get; init; } = [];

    /// <summary>By report: under which headings the ledger would journal it ; from the ledger after a trial acceptance.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<HeadingHit>> Headings { get; init; } = new Dictionary<Guid, IReadOnlyList<HeadingHit>>();

    public PlaceIndex? Places { get; init; }

    /// <summary>Where the programme works; null when nobody knows.</summary>
    public Territory? Territory { get; init; }

    /// <summary>Ends the work with an <see cref="OperationCanceledException"/> when somebody wants no more of it.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Some drafts that lie one behind the other.</summary>
    internal IReadOnlyList<CheckedDraft> Portion(int from, int end) => Drafts is IPortionedList<CheckedDraft> portioned
        ? portioned.Portion(from, end - from) : [.. Enumerable.Range(from, end - from).Select(i => Drafts[i])];
}

/// <summary>Judges a batch: gathers what each draft meets, then asks every check. 100,000 rows take a few seconds.</summary>
public static class BatchCheck
{
    /// <summary>Portions judged before the caller takes the first of them: work for that many processors.</summary>
    private const int PortionsAhead = 8;

    /// <summary>All findings, draft by draft in the order given.</summary>
    public static IReadOnlyList<Finding> Judge(BatchToCheck batch) => [.. Each(batch)];

    /// <summary>The same one after another: drafts are judged on all processors, some portions ahead of the caller, so that a finding nobody keeps takes no
    /// memory.</summary>
    public static IEnumerable<Finding> Each(BatchToCheck batch)
    {
        var ground = DraftGround.Of(batch);
        var context = BatchIndexes.ContextOf(batch, ground);
        var overlaps = new BatchOverlaps(batch, ground);
        var ahead = new Queue<Task<List<Finding>>>();
        for (var from = 0; from < batch.Drafts.Count || ahead.Count > 0;)
        {
            if (from < batch.Drafts.Count && ahead.Count < PortionsAhead)
            {
                var (first, end) = (from, Math.Min(from + BatchToCheck.PortionDrafts, batch.Drafts.Count));
                batch.Stop.ThrowIfCancellationRequested();
                ahead.Enqueue(Task.Run(() => Portions(batch, context, overlaps, ground, first, end)));
                from = end;
                continue;
            }

            foreach (var finding in ahead.Dequeue().GetAwaiter().GetResult())
            {
                yield return finding;
            }
        }
    }

    private static List<Finding> Portions(BatchToCheck batch, CheckContext context, BatchOverlaps overlaps, DraftGround ground, int from, int end)
    {
        var findings = new List<Finding>();
        var drafts = batch.Portion(from, end);
        var shared = overlaps.Of(from, drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            ground.HandKeysTo(from + i, draft);
            findings.AddRange(CheckList.Judge(new CheckSubject
            {
                Report = draft.Report,
                Parts = draft.Parts,
                Origin = draft.Origin,
                Corrected = draft.Corrected,
                Context = context,
                Overlaps = shared[i],
                Headings = batch.Headings.TryGetValue(draft.Report.Id, out var hits) ? hits : [],
                Places = PlacesOf(batch, draft),
            }));
        }

        return findings;
    }

    internal static PartRef RefOf(Report report, int part) => new(report.Id, report.Code, part, report.Organisation,
        report.Parts[part].Effect, report.Kinds, ReportClaims.HazardousArea(report, ReportClaims.OwnArea(report)));

    private static IReadOnlyList<PlaceHit> PlacesOf(BatchToCheck batch, CheckedDraft draft)
    {
        if (batch.Places is null || draft.Report.Kind is not (ReportKind.SuspectedHazardousArea or ReportKind.ConfirmedHazardousArea or ReportKind.Reopening))
        {
            return [];
        }

        return [.. draft.Parts.Where(p => p.Shape is { IsEmpty: false }).SelectMany(p => batch.Places.Find(p.Index, p.Shape!, p.AreaMicro))];
    }
}
