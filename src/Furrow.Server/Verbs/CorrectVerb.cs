using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Reports;
using Furrow.Server.Reports;

namespace Furrow.Server.Verbs;

/// <summary>Submits a correction: a file with one report whose whole content replaces that of the report named, at its original place.</summary>
internal sealed class CorrectVerb : Verb
{
    private readonly Argument<string> _report = new("REPORT") { Description = "The code or id of the report that counts now." };
    private readonly Argument<string> _file = new("FILE") { Description = "A file with exactly one report: its new content." };
    private readonly ImportOptionSet _about = new();

    public override string Name => "correct";

    public override string Summary => "Submit a correction of a report: the one report of a file replaces its whole content, once somebody else accepts it.";

    protected override void Describe(Command command)
    {
        command.Add(_report);
        command.Add(_file);
        _about.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        var options = _about.Read(run, null);
        if (options.IsRefused)
        {
            return run.Refuse(options.Problem!);
        }

        var path = run.Host.PathOf(run.Get(_file)!);
        return !File.Exists(path) ? run.Refuse(Problems.FileMissing(run.Get(_file)!)) : run.Decide(programme =>
        {
            var plan = ImportVerb.Prepare(run, path, options.Value!, programme.State);
            var refused = plan.Problem ?? plan.Rows.Select(r => r.Problem).FirstOrDefault(p => p is not null)
                ?? (plan.Reports.Count == 1 ? null : Problems.CorrectionNotOne(plan.Reports.Count));
            if (refused is not null)
            {
                return run.Refuse(refused);
            }

            var decided = programme.Decide(run.Acting(), (state, act) =>
            {
                var head = NamedReports.HeadNamed(state.Book, run.Get(_report)!);
                return head.IsRefused ? head.Problem!
                    : ReportRules.Correct(state.Book, act, head.Value, plan.Reports[0] with { Code = state.Book.Find(head.Value)!.Report.Code });
            });
            return decided.IsRefused ? run.Refuse(decided.Problem!)
                : run.Committed(decided.Value, $"The correction of {run.Get(_report)} waits for review as {plan.Reports[0].Id}");
        });
    }
}
