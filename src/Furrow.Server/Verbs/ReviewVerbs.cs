using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Reports named on a command line: by id or by code.</summary>
internal static class NamedReports
{
    public static Outcome<Guid> Find(ReportBook book, string text) =>
        Guid.TryParse(text, out var id) && book.Find(id) is not null ? id
        : book.FindByCode(text) is { } entry ? entry.Report.Id
        : Problems.ReportCodeUnknown(text);

    public static Outcome<IReadOnlyList<Guid>> FindAll(ReportBook book, IEnumerable<string> texts)
    {
        var ids = new List<Guid>();
        foreach (var text in texts)
        {
            var found = Find(book, text);
            if (found.IsRefused)
            {
                return found.Problem!;
            }

            ids.Add(found.Value);
        }

        return ids;
    }

    /// <summary>One decision on each of them: all or none.</summary>
    public static Ruling Each(ReportBook book, IReadOnlyList<string> texts, Func<Guid, Ruling> rule)
    {
        var ids = FindAll(book, texts);
        var facts = new List<IFact>();
        foreach (var id in ids.Value ?? [])
        {
            var outcome = rule(id);
            if (outcome.IsRefused)
            {
                return outcome;
            }

            facts.AddRange(outcome.Facts);
        }

        return ids.IsRefused ? ids.Problem!
            : texts.Count == 0 ? Problems.ReportFieldMissing("report", $"Name at least one report.")
            : Ruling.Of(facts);
    }
}

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

        var table = VerbRun.NewTable("code", "kind", "date", "organisation", "status", "submitted by", "checked by", "batch", "lacks");
        foreach (var e in reports)
        {
            table.AddRow(Markup.Escape(e.Report.Code), ReportKinds.NameOf(e.Report.Kind), Date(e.Report.End), Markup.Escape(e.Report.Organisation),
                Names.Of(e.Status), Markup.Escape(run.Reader.NameOf(e.SubmittedBy)),
                Markup.Escape(CheckedBy(e) is { } checker ? run.Reader.NameOf(checker) : ""), e.Batch?.ToString()[..8] ?? "", string.Join(", ", Lacks(e)));
        }

        run.Show(table);
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

    /// <summary>Whoever looked over the content it has now.</summary>
    private static Guid? CheckedBy(ReportEntry e) => e.Trail is { What: ReviewAct.Checked } step ? step.Act.Person : null;

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

/// <summary>One decision on named reports: return or reject.</summary>
internal sealed class ReviewDecisionVerb(string name, string summary,
    Func<ReportBook, Act, Guid, Ruling> rule) : Verb
{
    private readonly Argument<string[]> _reports = new("REPORT") { Description = "Its code or id; several may be named.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => name;

    public override string Summary => summary;

    protected override void Describe(Command command)
    {
        command.Add(_reports);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var decided = programme.Decide(run.Acting(run.Get(_reason)),
            (state, act) => NamedReports.Each(state.Book, run.Get(_reports)!, id => rule(state.Book, act, id)));
        return decided.IsRefused ? run.Refuse(decided.Problem!) : run.Committed(decided.Value, $"{Names.Count(run.Get(_reports)!.Length)} reports: {name}");
    });
}

/// <summary>Accepts named reports, or every report of a batch that waits, as one acceptance.</summary>
internal sealed class ReviewAcceptVerb : Verb
{
    private readonly Argument<string[]> _reports = new("REPORT") { Description = "Its code or id; several may be named.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _batch = new("--batch") { Description = "Instead of reports: everything of this batch that waits.", HelpName = "ID" };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "accept";

    public override string Summary => "Accept reports: from this acceptance on they count. Not the ones you submitted yourself.";

    protected override void Describe(Command command)
    {
        command.Add(_reports);
        command.Add(_batch);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var decided = programme.DecideLarge(run.Acting(run.Get(_reason)), (state, act) => Judge(run, state, act));
        return decided.IsRefused ? run.Refuse(decided.Problem!) : run.Committed(decided.Value, $"Accepted as acceptance {programme.State.Book.LastAcceptance}");
    });

    private Ruling Judge(VerbRun run, ProgrammeState state, Act act)
    {
        if (run.Get(_batch) is { } text)
        {
            var batch = UndoVerb.Find(state, text);
            return batch.IsRefused ? batch.Problem! : BatchRules.Accept(state.Book, act, batch.Value);
        }

        var ids = NamedReports.FindAll(state.Book, run.Get(_reports)!);
        return ids.IsRefused ? ids.Problem! : ReportRules.Accept(state.Book, act, ids.Value!);
    }
}

/// <summary>Takes a report away by a new one that names it.</summary>
internal sealed class WithdrawVerb : Verb
{
    private readonly Argument<string> _report = new("REPORT") { Description = "The code or id of the report that counts now." };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "withdraw";

    public override string Summary => "Submit the withdrawal of a report; once somebody else accepts it, what the report replaced counts again. A withdrawal is withdrawn by its id.";

    protected override void Describe(Command command)
    {
        command.Add(_report);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var id = Guid.NewGuid();
        var decided = programme.Decide(run.Acting(run.Get(_reason)), (state, act) => HeadNamed(state.Book, run.Get(_report)!) is var head && head.IsRefused
            ? head.Problem!
            : ReportRules.Withdraw(state.Book, act, head.Value, id));
        return decided.IsRefused ? run.Refuse(decided.Problem!)
            : run.Committed(decided.Value, $"The withdrawal of {run.Get(_report)} waits for review as {id}");
    });

    /// <summary>A code means the head of its chain; an id means that very report, so that a stale one is refused with the head's id.</summary>
    internal static Outcome<Guid> HeadNamed(ReportBook book, string text)
    {
        var named = NamedReports.Find(book, text);
        return named.IsRefused || Guid.TryParse(text, out _) ? named
            : book.HeadOf(named.Value) is { } head ? head.Report.Id
            : Problems.ReportHasNoHead(text);
    }
}
