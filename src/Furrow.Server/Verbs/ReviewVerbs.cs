using System.CommandLine;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Lists;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>Reports that wait for somebody.</summary>
internal sealed class ReviewListVerb : Verb
{
    private readonly Option<string?> _status = new("--status") { Description = "Only reports of this status (default: those that wait).", HelpName = "WORD" };

    public ReviewListVerb() => _status.AcceptOnlyFromAmong([.. Enum.GetValues<ReportStatus>().Select(Names.Of)]);

    public override string Name => "list";

    public override string Summary => "Reports that wait for review, or those of one status.";

    protected override void Describe(Command command) => command.Add(_status);

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var reports = state.Reports.Where(e => run.Get(_status) is { } wanted ? Names.Of(e.Status) == wanted : e.IsWaiting).ToList();
        if (run.IsJson)
        {
            run.SayJson(new { exercise = state.IsExercise, reports = reports.Select(e => Json(run.Reader, state, e)) });
            return Done;
        }

        ListTables.Show(run, state, ReportLists.Reports, "code,kind,end,organisation,review,submitted-by,checked-by,batch,lacks",
            ("status", run.Get(_status) ?? ReportLists.Waiting));
        run.Say($"{Names.Count(reports.Count)} reports.");
        return Done;
    });

    internal static string Date(ReportDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Day.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
        DatePrecision.Assumed => Names.Iso(date.Day) + " (assumed)",
        _ => Names.Iso(date.Day),
    };

    private static IEnumerable<string> Lacks(ReportEntry e) => MinimumFields.Missing(e.Report).Select(f => f.Name);

    private static object Json(Reader reader, ProgrammeState state, ReportEntry e)
    {
        var review = ReviewHistory.Of(state.Book, e);
        var decided = review.LastOrDefault(l => l.What is ReviewAct.Checked or ReviewAct.Returned or ReviewAct.Rejected or ReviewAct.Accepted);
        return Json(reader, e, review, decided);
    }

    private static object Json(Reader reader, ReportEntry e, IReadOnlyList<ReviewLine> review, ReviewLine? decided) => new
    {
        id = e.Report.Id,
        code = e.Report.Code,
        kind = ReportKinds.NameOf(e.Report.Kind),
        end = Names.Iso(e.Report.End.Day),
        datePrecision = Names.Of(e.Report.End.Precision),
        organisation = e.Report.Organisation,
        kinds = Kinds.NameOf(e.Report.Kinds),
        status = Names.Of(e.Status),
        submittedBy = reader.NameOf(e.SubmittedBy),
        batch = e.Batch,
        acceptance = e.AcceptedAt,
        decidedBy = decided is null ? null : reader.NameOf(decided.Act.Person),
        reason = decided is null ? null : reader.ReasonOf(decided.Act),
        review = review.Select(line => ReviewText.Json(reader, line)),
        corrects = e.Report.Corrects,
        withdraws = e.Report.Withdraws,
        supersededBy = e.SupersededBy,
        lacks = Lacks(e),
    };
}
