using System.CommandLine;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Answers;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>The effort ledger: m² worked, counted as often as it was done, and the bridge to the land ledger.</summary>
internal sealed class EffortVerb : Verb
{
    private readonly Option<DateOnly?> _from = SharedOptions.From();
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<int?> _knownAt = SharedOptions.KnownAt();

    public override string Name => "effort";

    public override string Summary => "m² worked by organisation, team, method, donor and year, and how much of it changed the status of land (the bridge).";

    protected override void Describe(Command command)
    {
        command.Add(_from);
        command.Add(_asOf);
        command.Add(_knownAt);
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        if (BalanceVerb.Ahead(state, run.Get(_knownAt)) is { } ahead)
        {
            return run.Refuse(ahead);
        }

        var (from, asOf) = (run.Get(_from) ?? DateOnly.MinValue, run.Get(_asOf) ?? run.Today);
        var rows = LandQuestions.Effort(state.Land, from, asOf, run.Get(_knownAt), state.OrganisationOf(run.Get(_knownAt)));
        var bridge = LandQuestions.Bridge(state.Land, from, asOf, run.Get(_knownAt));
        if (run.IsJson)
        {
            run.SayJson(Json(rows, bridge, state.IsExercise));
        }
        else
        {
            Tell(run, rows, bridge);
        }

        return Done;
    });

    private static void Tell(VerbRun run, IReadOnlyList<EffortRow> rows, EffortBridge bridge)
    {
        run.Say("Effort ledger: m² worked, everything as often as it was done.");
        var table = VerbRun.NewTable("organisation", "team", "method", "donor", ">year", "effect", "baseline", ">reports", ">m² worked");
        foreach (var row in rows)
        {
            table.AddRow(Markup.Escape(row.Organisation), Markup.Escape(row.Team ?? ""), Markup.Escape(row.Method ?? ""), Markup.Escape(row.Donor ?? ""),
                $"{row.Year}", Names.Of(row.Effect), row.Baseline ? "yes" : "", Names.Count(row.Claims), AreaText.Whole(row.WorkedMicro));
        }

        run.Show(table);
        run.Say("Bridge to the land ledger:");
        var lines = VerbRun.NewTable("heading", "from", "to", ">m²");
        foreach (var line in bridge.Lines)
        {
            lines.AddRow(Names.Of(line.Heading), Statuses.NameOf(line.From), Statuses.NameOf(line.To), AreaText.Whole(line.AreaMicro));
        }

        lines.AddRow("worked", "", "", AreaText.Whole(bridge.WorkedMicro));
        run.Show(lines);
    }

    private static object Json(IReadOnlyList<EffortRow> rows, EffortBridge bridge, bool exercise) => new
    {
        exercise,
        ledger = "effort",
        workedSquareMetres = Names.Area(bridge.WorkedMicro),
        rows = rows.Select(r => new
        {
            organisation = r.Organisation,
            team = r.Team,
            method = r.Method,
            donor = r.Donor,
            year = r.Year,
            effect = Names.Of(r.Effect),
            baseline = r.Baseline,
            reports = r.Claims,
            workedSquareMetres = Names.Area(r.WorkedMicro),
        }),
        bridge = bridge.Lines.Select(l => new
        {
            heading = Names.Of(l.Heading),
            from = Statuses.NameOf(l.From),
            to = Statuses.NameOf(l.To),
            areaSquareMetres = Names.Area(l.AreaMicro),
        }),
    };
}
