using System.CommandLine;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Server.Imports;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Findings of the data checks in groups, over everything that counts or waits.</summary>
internal sealed class FindingsVerb : Verb
{
    private readonly Option<Guid?> _batch = new("--batch") { Description = "Only the reports of this batch.", HelpName = "ID" };
    private readonly PlaceOptions _places = new();

    public override string Name => "list";

    public override string Summary => "Findings in groups: one cause, one decision.";

    protected override void Describe(Command command)
    {
        command.Add(_batch);
        _places.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        var places = _places.Read(run);
        return places.IsRefused ? run.Refuse(places.Problem!) : run.Ask(state =>
        {
            var groups = LedgerFindings.Of(state, run.Get(_batch), run.Today, places.Value);
            if (run.IsJson)
            {
                run.SayJson(new { exercise = state.IsExercise, groups = groups.Select(GroupJson) });
                return Done;
            }

            var table = VerbRun.NewTable("severity", "group", "batch", ">findings", ">m²", "decision", "for example");
            foreach (var group in groups)
            {
                table.AddRow(Names.Of(group.Severity), Markup.Escape(group.Key), group.Batch?.ToString()[..8]
                    ?? "–", Names.Count(group.Count), AreaText.Whole(group.AreaMicro),
                    group.Decision is { } decided ? $"{decided.Decision} ({Markup.Escape(decided.By)})" : "waits",
                    Markup.Escape(group.Examples is [var example, ..] ? $"{example.ReportCode}: {example.Sentence}" : ""));
            }

            run.Show(table);
            run.Say($"{groups.Count} groups, {groups.Count(g => g.Waits)} wait for a decision.");
            return Done;
        });
    }

    internal static object GroupJson(FindingGroup group) => new
    {
        key = group.Key,
        batch = group.Batch,
        check = group.Check.Code,
        severity = Names.Of(group.Severity),
        cause = group.Cause,
        findings = group.Count,
        areaSquareMetres = Names.Area(group.AreaMicro),
        decision = group.Decision?.Decision,
        decidedBy = group.Decision?.By,
        reason = group.Decision?.Reason,
        fix = group.Examples is [var one, ..] ? one.Fix.Sentence : null,
        examples = group.Examples.Select(e => new
        {
            report = e.Report,
            code = e.ReportCode,
            sentence = e.Sentence,
            lon = e.At?.LonDegrees,
            lat = e.At?.LatDegrees,
            areaSquareMetres = Names.Area(e.AreaMicro),
        }),
    };
}

/// <summary>One decision for a whole group.</summary>
internal sealed class DecideFindingsVerb : Verb
{
    private readonly Argument<string> _group = new("GROUP") { Description = "Its key, as findings list prints it." };
    private readonly Option<Guid?> _batch = new("--batch") { Description = "The batch of the group.", HelpName = "ID" };
    private readonly Option<string> _decision = new("--decision") { Description = "What is decided.", HelpName = "WORD", Required = true };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public DecideFindingsVerb() => _decision.AcceptOnlyFromAmong([.. FindingDecision.All.Select(d => d.Decision)]);

    public override string Name => "decide";

    public override string Summary => "Decide a group of findings: accept as is, repair, send back, or reconsider.";

    protected override void Describe(Command command)
    {
        command.Add(_group);
        command.Add(_batch);
        command.Add(_decision);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var decided = programme.Decide(state => FigureRules.DecideFindings(state.Book, run.Get(_group)!, run.Get(_batch), run.Get(_decision)!,
            run.Person, run.Now, run.Get(_reason)!));
        return decided.IsRefused ? run.Refuse(decided.Problem!) : run.Committed(decided.Value, $"{run.Get(_group)}: {run.Get(_decision)}");
    });
}
