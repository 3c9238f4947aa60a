using System.CommandLine;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Answers;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Why a figure moved between two acceptances, report by report.</summary>
internal sealed class RestateVerb : Verb
{
    private readonly Option<int> _after = new("--after") { Description = "The acceptance the old figure was known at.", HelpName = "NUMBER", Required = true };
    private readonly Option<int?> _until = new("--until") { Description = "The acceptance the new figure is known at (default: now).", HelpName = "NUMBER" };
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<KindSet> _kind = SharedOptions.Kind();

    public override string Name => "restate";

    public override string Summary => "Why the figure for a date changed between two acceptances, with the reports that caused the change.";

    protected override void Describe(Command command)
    {
        command.Add(_after);
        command.Add(_until);
        command.Add(_asOf);
        command.Add(_kind);
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var until = run.Get(_until) ?? state.Book.LastAcceptance;
        if (BalanceVerb.Ahead(state, run.Get(_after)) is { } ahead || (ahead = BalanceVerb.Ahead(state, until)) is not null)
        {
            return run.Refuse(ahead);
        }

        var restated = LandQuestions.Restate(state.Land, run.Get(_after), until, run.Get(_asOf) ?? run.Today, run.Get(_kind));
        if (run.IsJson)
        {
            run.SayJson(new
            {
                exercise = state.IsExercise,
                after = restated.After,
                until = restated.Until,
                asOf = Names.Iso(restated.AsOf),
                kind = Kinds.NameOf(restated.Kind),
                lines = restated.Lines.Select(l => new
                {
                    acceptance = l.Cause,
                    report = l.Report,
                    code = l.ReportCode,
                    status = Statuses.NameOf(l.Status),
                    changeSquareMetres = Names.Area(l.ChangeMicro),
                }),
            });
            return Done;
        }

        Tell(run, restated);
        return Done;
    });

    private static void Tell(VerbRun run, Restatement restated)
    {
        run.Say($"Land ledger, {Kinds.NameOf(restated.Kind)}, as of {Names.Iso(restated.AsOf)}: what acceptances {restated.After + 1} to "
            + $"{restated.Until} changed. m².");
        var table = VerbRun.NewTable(">acceptance", "report", "status", ">change");
        foreach (var line in restated.Lines)
        {
            table.AddRow(Names.Count(line.Cause), Markup.Escape(line.ReportCode), Statuses.NameOf(line.Status), Names.Change(line.ChangeMicro));
        }

        run.Show(table);
        foreach (var status in restated.Lines.GroupBy(l => l.Status).OrderBy(g => g.Key))
        {
            run.Say($"{Statuses.NameOf(status.Key)}: {Names.Change(status.Sum(l => l.ChangeMicro))} m²");
        }
    }
}
