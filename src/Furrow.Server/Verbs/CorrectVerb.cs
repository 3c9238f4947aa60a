using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Checks.Rules;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
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
            var head = NamedReports.HeadNamed(programme.State.Book, run.Get(_report)!);
            if (head.IsRefused)
            {
                return run.Refuse(head.Problem!);
            }

            var code = programme.State.Book.Find(head.Value)!.Report.Code;
            using var plan = ImportVerb.Prepare(run, path, options.Value! with { Corrects = (code, head.Value) }, programme.State);
            if (plan.IsAsking)
            {
                return ImportVerb.Held(run, plan);
            }

            var refused = plan.Problem ?? plan.Dictionary.Problem ?? plan.Rows.Select(r => r.Problem).FirstOrDefault(p => p is not null)
                ?? (plan.Reports.Count == 1 ? null : Problems.CorrectionNotOne(plan.Reports.Count));
            return refused is null ? Submit(run, programme, plan, head.Value) : run.Refuse(refused);
        });
    }

    private int Submit(VerbRun run, Programme programme, ImportPlan plan, Guid head)
    {
        try
        {
            _about.WriteConfirmed(run, plan);
        }
        catch (Exception wrong) when (OutputFile.WhyNot(wrong) is { } problem)
        {
            return run.Refuse(problem);
        }

        var decided = programme.Decide(run.Acting(), (state, act) =>
            ReportRules.Correct(state.Book, act, head, plan.Reports[0] with { Code = state.Book.Find(head)!.Report.Code }));
        if (decided.IsRefused)
        {
            return run.Refuse(decided.Problem!);
        }

        // Sentences of other checks may hold what the file says, which this verb does not show.
        var changes = plan.Groups.Where(g => g.Check.Code == CorrectionChanges.Check.Code).Select(g => g.Examples[0].Sentence).ToList();
        var others = plan.Groups.Count - changes.Count;
        var done = $"The correction of {run.Get(_report)} waits for review as {plan.Reports[0].Id}";
        if (run.IsJson)
        {
            run.SayJson(new { position = decided.Value, done, changes, otherGroups = others });
            return Done;
        }

        run.Committed(decided.Value, done);
        foreach (var change in changes)
        {
            run.Say($"To judge: {change} [{CorrectionChanges.Check.Code}]");
        }

        if (others > 0)
        {
            run.Say($"To judge: {Names.Count(others)} other groups of findings; see furrow findings list.");
        }

        return Done;
    }
}
