using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Reports.Orders;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>A report in a list: unpacked once.</summary>
public sealed record ReportRow(ReportEntry Entry, Report Report);

/// <summary>Reports and where they stand in their review.</summary>
public static class ReportLists
{
    public const string Waiting = "waiting";

    /// <summary>In the filter by how well the place is known: all that have a part without polygon.</summary>
    public const string Unlocated = "no";

    /// <summary>Columns by which any number of reports is sorted.</summary>
    private static readonly Dictionary<string, ReportOrder> Orders = new()
    {
        ["code"] = ReportOrder.Code, ["kind"] = ReportOrder.Kind, ["end"] = ReportOrder.Day, ["organisation"] = ReportOrder.Organisation,
        ["review"] = ReportOrder.Status, ["acceptance"] = ReportOrder.Acceptance,
    };

    public static readonly Listing<ReportRow> Reports =
        new("reports", "reports.title", ask => Found(ask, new ReportFilter(), ReportOrder.Arrival, true).From(0))
    {
        Address = "/reports",
        Nothing = "reports.none",
        Indexed = Answer,
        Columns =
        [
            new("code", "col.report", CellType.Code, (r, _) => r.Report.Code)
            {
                Link = r => $"/reports/{r.Report.Id:D}", Beside = r => r.Report.Baseline ? new ListWord("report.baseline", "baseline") : null,
            },
            new("kind", "col.report-kind", CellType.Word, (r, _) => ListWord.Of("report-kind", r.Report.Kind)),
            new("end", "col.end", CellType.ReportDay, (r, _) => r.Report.End),
            new("organisation", "by.organisation", CellType.Text, (r, _) => r.Report.Organisation),
            new("area", "col.area", CellType.Code, (r, ask) => AreaOf(r.Report) is { } a ? LandQuestions.AreaLabel(ask.State.Land, a) : null)
            {
                Link = r => AreaOf(r.Report) is { } area ? "/areas/" + Uri.EscapeDataString(area) : null,
            },
            new("review", "col.review", CellType.Word, (r, _) => ListWord.Of("review", r.Entry.Status, ToneOf(r.Entry.Status))),
            new("acceptance", "col.acceptance", CellType.Whole, (r, _) => r.Entry.AcceptedAt),
            new("team", "by.team", CellType.Text, (r, _) => r.Report.Team) { Shown = false },
            new("donor", "by.donor", CellType.Text, (r, _) => r.Report.Donor) { Shown = false },
            new("kinds", "col.kinds", CellType.Text, (r, _) => Kinds.NameOf(r.Report.Kinds)) { Shown = false },
            new("file", "figures.file", CellType.Text, (r, _) => r.Report.Source?.File) { Shown = false },
            new("lacks", "reports.lacks", CellType.Text, (r, _) => string.Join(", ", MinimumFields.Missing(r.Report).Select(f => f.Name)))
            {
                Shown = false,
            },
            new("batch", "report.batch", CellType.Text, (r, _) => r.Entry.Batch?.ToString("D")) { Shown = false },
            new("submitted-by", "reports.submitted-by", CellType.Text, (r, ask) => ask.NameOf(r.Entry.SubmittedBy))
            {
                Tier = Tier.Personal, Shown = false,
            },
            new("checked-by", "reports.checked-by", CellType.Text,
                (r, ask) => r.Entry.Trail is { What: ReviewAct.Checked } step ? ask.NameOf(step.Act.Person) : null) { Tier = Tier.Personal, Shown = false },
            new("located", "col.located", CellType.Word, (r, _) => ListWord.Of("located", ReportWhereabouts.Of(r.Report))) { Shown = false },
        ],
        Filters =
        [
            new("q", "reports.words", FilterType.Search, Keeps),
            new("status", "col.review", FilterType.Choice, Keeps)
            {
                Choices =
                [
                    new(Waiting, "review.waiting"),
                    .. Enum.GetValues<ReportStatus>().Select(s => new FilterChoice(Names.Of(s), "review." + Names.Of(s))),
                ],
            },
            new("report", "col.report-kind", FilterType.Choice, Keeps)
            {
                Choices = [.. ReportKinds.All.Select(k => new FilterChoice(k.Name, "report-kind." + k.Name))],
            },
            new("organisation", "by.organisation", FilterType.Name, Keeps)
            {
                Names = ask => OrganisationsIn(ask), Reads = _ => true,
            },
            new("effect", "col.effect", FilterType.Link, Keeps) { Reads = text => EffectOf(text) is not null },
            new("year", "by.year", FilterType.Link, Keeps) { Reads = text => YearOf(text) is > 0 and < 10_000 },
            new("located", "col.located", FilterType.Choice, Keeps)
            {
                Choices =
                [
                    new(Unlocated, "located.no"),
                    .. KnownWhereabouts.All.Select(KnownWhereabouts.NameOf).Select(w => new FilterChoice(w, "located." + w)),
                ],
            },
            new("batch", "report.batch", FilterType.Link, Keeps) { Reads = text => Guid.TryParse(text, out _) },
            new("team", "by.team", FilterType.Link, Keeps),
            new("method", "by.method", FilterType.Link, Keeps),
            new("donor", "by.donor", FilterType.Link, Keeps),
        ],
        Place = (r, _) => PlaceOf(r.Report),
    };

    /// <summary>Never asked: every filter is answered from the index.</summary>
    private static bool Keeps(ReportRow row, string value, ListAsk ask) => throw new InvalidOperationException("Reports are found by their index.");

    private static RowSet<ReportRow> Answer(ListAsk ask, RowQuestion<ReportRow> question)
    {
        var filter = FilterOf(ask, question);
        if (question.Sort is not { } by)
        {
            return Found(ask, filter, ReportOrder.Arrival, true);
        }

        return Orders.TryGetValue(by.Key, out var order) ? Found(ask, filter, order, question.Backwards)
            : Found(ask, filter, ReportOrder.Arrival, true) is var rows && rows.Count > Listing<ReportRow>.MostSorted ? rows with { NotSortedBy = by.Key }
            : Listing<ReportRow>.Sorted([.. rows.From(0)], question, ask);
    }

    private static RowSet<ReportRow> Found(ListAsk ask, ReportFilter filter, ReportOrder order, bool backwards)
    {
        var found = ask.Memory.Reports(ask.State.Book).Find(filter, order, backwards, ask.Steps);
        return new RowSet<ReportRow>(found.Count, skip => found.From(skip).Select(e => new ReportRow(e, e.Report)));
    }

    private static ReportFilter FilterOf(ListAsk ask, RowQuestion<ReportRow> question) => new()
    {
        Words = question.Value("q"),
        Status = question.Value("status") is not { } status ? null
            : status == Waiting ? IsWaiting : s => Names.Of(s) == status,
        Kind = question.Value("report") is { } kind ? ReportKinds.All.First(k => k.Name == kind).Kind : null,
        Organisations = question.Value("organisation") is { } name ? [.. ask.State.Of<OrganisationRegister>().SpellingsOf(name)] : null,
        Effect = question.Value("effect") is { } effect ? EffectOf(effect) : null,
        Year = question.Value("year") is { } year ? YearOf(year) : null,
        Where = question.Value("located") is not { } located ? null
            : located == Unlocated ? w => w != Whereabouts.Polygon : w => KnownWhereabouts.NameOf(w) == located,
        Batch = question.Value("batch") is { } batch ? Guid.Parse(batch) : null,
        Team = question.Value("team"),
        Method = question.Value("method"),
        Donor = question.Value("donor"),
    };

    /// <summary>Those that reports speak of, each once, however it is spelled.</summary>
    private static IEnumerable<string> OrganisationsIn(ListAsk ask) => ask.Memory.Reports(ask.State.Book).Organisations
        .Select(ask.State.Of<OrganisationRegister>().Called).Distinct(Core.Codes.Comparer).Order(Core.Codes.Order);

    /// <summary>Reports of an import by how well their place is known, those that occur.</summary>
    public static IEnumerable<(Whereabouts Where, int Count)> CountWhere(ListCache memory, ReportBook book, Guid batch) => KnownWhereabouts.All
        .Select(w => (Where: w, memory.Reports(book)
            .Find(new ReportFilter { Batch = batch, Where = f => f == w }, ReportOrder.Arrival, false, new Steps()).Count))
        .Where(c => c.Count > 0);

    /// <summary>Reports that name a hazardous area, whatever became of them, the newest first.</summary>
    public static IReadOnlyList<ReportEntry> Naming(ListCache memory, ProgrammeState state, string area, int most) =>
        AreaCode.ReportOf(area) is { } own ? state.FindReport(own) is { } entry ? [entry] : []
            : [.. memory.Reports(state.Book).Find(new ReportFilter { Words = area }, ReportOrder.Arrival, true, new Steps()).From(0)
                .Where(e => AreaOf(e.Report) is { } named && Codes.Comparer.Equals(named, area)).Take(most)];

    /// <summary>Reports somebody still has to decide on.</summary>
    public static int CountWaiting(ListCache memory, ReportBook book) =>
        memory.Reports(book).Find(new ReportFilter { Status = IsWaiting }, ReportOrder.Arrival, false, new Steps()).Count;

    private static bool IsWaiting(ReportStatus status) => status is ReportStatus.Submitted or ReportStatus.Checked;

    private static string? AreaOf(Report report) => ReportClaims.HazardousArea(report, ReportClaims.OwnArea(report));

    internal static string? ToneOf(ReportStatus status) => status switch
    {
        ReportStatus.Approved => "good",
        ReportStatus.Submitted or ReportStatus.Checked => "warn",
        ReportStatus.Returned or ReportStatus.Rejected => "bad",
        _ => "",
    };

    private static int? YearOf(string text) => PlainNumber.Whole(text);

    private static LandEffect? EffectOf(string text) =>
        Enum.GetValues<LandEffect>().Where(e => e.ToString() == text).Select(e => (LandEffect?)e).FirstOrDefault();

    /// <summary>All its polygons; the first point where it has none.</summary>
    private static (Shape? Shape, GridPoint? Point) PlaceOf(Report report)
    {
        var polygons = report.Parts.Select(p => p.Shape).OfType<Shape>().SelectMany(s => s.Polygons).ToArray();
        return (polygons.Length > 0 ? new Shape(polygons) : null, report.Parts.Select(p => p.Point).FirstOrDefault(p => p is not null));
    }
}
