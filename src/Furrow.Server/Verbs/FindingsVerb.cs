using System.CommandLine;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Lists;
using Furrow.Server.Imports;

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
        var named = _places.Read(run);
        return named.IsRefused ? run.Refuse(named.Problem!) : run.Ask(state =>
        {
            var places = named.Value!.In(state);
            if (places.IsRefused)
            {
                return run.Refuse(places.Problem!);
            }

            var groups = LedgerFindings.Of(state, run.Get(_batch), run.Today, places.Value);
            if (run.IsJson)
            {
                run.SayJson(new { exercise = state.IsExercise, groups = groups.Select(group => GroupJson(run.Reader, group)) });
                return Done;
            }

            ListTables.Show(run, state, FindingLists.Groups with { All = _ => groups, Indexed = null }, "severity,key,batch,findings,land,decision,example");
            run.Say($"{groups.Count} groups, {groups.Count(g => g.Waits)} wait for a decision.");
            return Done;
        });
    }

    internal static object GroupJson(Reader? reader, FindingGroup group) => new
    {
        key = group.Key,
        batch = group.Batch,
        check = group.Check.Code,
        severity = Names.Of(group.Severity),
        cause = group.Cause,
        findings = group.Count,
        areaSquareMetres = Names.Area(group.AreaMicro),
        decision = group.Decision?.Decision,
        decidedBy = group.Decision is { } by ? reader?.NameOf(by.Act) : null,
        reason = reader?.Open(group.Decision?.Act.Reason),
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
