using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;

namespace Furrow.Server.Verbs;

/// <summary>Notes that somebody looked over named reports, or every report of a batch: the step before acceptance.</summary>
internal sealed class ReviewCheckVerb : Verb
{
    private readonly Argument<string[]> _reports = new("REPORT") { Description = "Its code or id; several may be named.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _batch = new("--batch") { Description = "Instead of reports: everything of this batch that waits.", HelpName = "ID" };
    private readonly Option<string> _remark = SharedOptions.Reason();

    public override string Name => "check";

    public override string Summary => "Note that reports were looked over. Not the ones you submitted yourself; nothing is accepted without.";

    protected override void Describe(Command command)
    {
        command.Add(_reports);
        command.Add(_batch);
        command.Add(_remark);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var decided = programme.Decide(run.Acting(run.Get(_remark)), (state, act) => Judge(run, state, act));
        return decided.IsRefused ? run.Refuse(decided.Problem!) : run.Committed(decided.Value,
            run.Get(_batch) is null ? $"{Names.Count(run.Get(_reports)!.Length)} reports: check" : "The batch: check");
    });

    private Ruling Judge(VerbRun run, ProgrammeState state, Act act)
    {
        if (run.Get(_batch) is { } named)
        {
            var batch = UndoVerb.Find(state, named);
            return batch.IsRefused ? batch.Problem! : BatchRules.Check(state.Book, act, batch.Value);
        }

        return NamedReports.Each(state.Book, run.Get(_reports)!, id => ReportRules.Check(state.Book, act, id));
    }
}
