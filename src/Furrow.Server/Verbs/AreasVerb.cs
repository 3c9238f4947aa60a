using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Lists;

namespace Furrow.Server.Verbs;

/// <summary>Hazardous areas as things with a name: the list, or one with its lineage and reports.</summary>
internal sealed class AreasVerb : Verb
{
    private readonly Argument<string?> _code = new("CODE") { Description = "One area; without it, all of them.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<int?> _knownAt = SharedOptions.KnownAt();
    private readonly Option<string?> _state = new("--state") { Description = "Only areas in this state.", HelpName = "WORD" };

    public AreasVerb() => _state.AcceptOnlyFromAmong([.. Enum.GetValues<AreaState>().Select(Names.Of)]);

    public override string Name => "areas";

    public override string Summary => "Hazardous areas: state, registered and remaining m², predecessors and successors.";

    protected override void Describe(Command command)
    {
        command.Add(_code);
        command.Add(_asOf);
        command.Add(_knownAt);
        command.Add(_state);
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        if (BalanceVerb.Ahead(state, run.Get(_knownAt)) is { } ahead)
        {
            return run.Refuse(ahead);
        }

        var asOf = run.Get(_asOf) ?? run.Today;
        var areas = (run.Get(_code) is { } named ? LandQuestions.HazardousArea(state.Land, named, asOf, run.Get(_knownAt)) is { } one ? [one] : []
            : LandQuestions.HazardousAreas(state.Land, asOf, run.Get(_knownAt)))
            .Where(a => run.Get(_state) is not { } wanted || Names.Of(a.State) == wanted)
            .ToList();
        if (areas.Count == 0 && run.Get(_code) is { } missing)
        {
            return run.Refuse(Problems.AreaUnknown(missing));
        }

        if (run.IsJson)
        {
            run.SayJson(new { exercise = state.IsExercise, areas = areas.Select(Json) });
        }
        else if (run.Get(_code) is not null)
        {
            Tell(run, state, areas[0]);
        }
        else
        {
            Table(run, state, areas);
        }

        return Done;
    });

    private static void Table(VerbRun run, ProgrammeState state, List<HazardousAreaAnswer> areas)
    {
        ListTables.Show(run, state, AreaLists.Areas with { All = _ => areas, Indexed = null },
            "code,name,state,status,registered,remaining,balance,released,first,last");
        var states = areas.GroupBy(a => a.State).OrderBy(g => g.Key).Select(g => $"{Names.Count(g.Count())} {Names.Of(g.Key)}");
        run.Say($"{Names.Count(areas.Count)} hazardous areas: {string.Join(", ", states)}.");
    }

    private static void Tell(VerbRun run, ProgrammeState state, HazardousAreaAnswer area)
    {
        run.Say($"{Named(area)}{(area.Name is { } name ? $", {name}" : "")}: {Names.Of(area.State)}, {Kinds.NameOf(area.Kinds)}");
        run.Say($"  registered {AreaText.Whole(area.RegisteredMicro)} m², left {AreaText.Whole(area.RemainingMicro)} m² "
            + $"({Statuses.NameOf(area.Status)}), released {AreaText.Whole(area.ReleasedMicro)} m²"
            + (area.StatedSquareMetres is { } stated and > 0 ? $"; stated {Names.Count((long)stated)} m²" : ""));
        Shares(run, area);
        Line(run, "grew out of", area.Predecessors);
        Line(run, "became", area.Successors);
        Line(run, "also known as", area.Aliases);
        foreach (var report in area.Reports.Select(state.FindReport).OfType<ReportEntry>())
        {
            run.Say($"  {Names.Iso(report.Report.End.Day)} {ReportKinds.NameOf(report.Report.Kind)} {report.Report.Code}, "
                + $"{report.Report.Organisation}, acceptance {report.AcceptedAt}");
            run.Say($"    {ReviewText.InOneLine(run.Reader, state, report.Id)}");
        }

        foreach (var release in area.ReleasedBy.Where(r => !r.IsOwn))
        {
            run.Say($"  {Names.Iso(release.On)} released {AreaText.Whole(release.AreaMicro)} m² of it: {release.ReportCode}, recorded under "
                + (release.AreaCode.Length > 0 ? release.AreaLabel : "no area") + Of(state.Book.Find(release.Report)));
        }
    }

    private static string Of(ReportEntry? entry) =>
        entry is null ? "" : $" ({ReportKinds.NameOf(entry.Report.Kind)}, {entry.Report.Organisation}, acceptance {entry.AcceptedAt})";

    /// <summary>An area without a code has an id, by which it is asked for, and what people read.</summary>
    private static string Named(HazardousAreaAnswer area) => area.HasCode ? area.Code : $"{area.Label} (no code, {area.Code})";

    /// <summary>Why what is left of it and its share in the balance differ.</summary>
    private static void Shares(VerbRun run, HazardousAreaAnswer area)
    {
        if (area.PassedOnMicro > 0)
        {
            run.Say($"  passed on, still a hazard: {AreaText.Whole(area.PassedOnMicro)} m²");
        }

        if (area.ReleasedOutsideMicro > 0)
        {
            run.Say($"  released under its name outside its outline: {AreaText.Whole(area.ReleasedOutsideMicro)} m²");
        }

        if (area.DiffersFromBalance)
        {
            run.Say($"  the balance counts each m² once: {AreaText.Whole(area.InBalanceMicro)} m² of what is left under this area");
        }

        foreach (var share in area.CountedUnder)
        {
            run.Say($"    {AreaText.Whole(share.AreaMicro)} m² under {(share.Code.Length > 0 ? share.Label : "no area")}, which lies over it");
        }

        foreach (var share in area.CountedHere)
        {
            run.Say($"    {AreaText.Whole(share.AreaMicro)} m² counted here are also inside {share.Label}");
        }
    }

    private static void Line(VerbRun run, string what, IReadOnlyList<string> codes)
    {
        if (codes.Count > 0)
        {
            run.Say($"  {what}: {string.Join(", ", codes)}");
        }
    }

    private static object Json(HazardousAreaAnswer a) => new
    {
        code = a.Code,
        label = a.Label,
        hasCode = a.HasCode,
        name = a.Name,
        state = Names.Of(a.State),
        status = Statuses.NameOf(a.Status),
        registeredSquareMetres = Names.Area(a.RegisteredMicro),
        remainingSquareMetres = Names.Area(a.RemainingMicro),
        releasedSquareMetres = Names.Area(a.ReleasedMicro),
        passedOnSquareMetres = Names.Area(a.PassedOnMicro),
        inBalanceSquareMetres = Names.Area(a.InBalanceMicro),
        countedUnder = a.CountedUnder.Select(Share),
        countedHere = a.CountedHere.Select(Share),
        releasedBy = a.ReleasedBy.Select(r => new
        {
            report = r.Report,
            code = r.ReportCode,
            date = Names.Iso(r.On),
            area = r.AreaCode.Length > 0 ? r.AreaCode : null,
            label = r.AreaLabel,
            own = r.IsOwn,
            squareMetres = Names.Area(r.AreaMicro),
        }),
        releasedOutsideSquareMetres = Names.Area(a.ReleasedOutsideMicro),
        statedSquareMetres = a.StatedSquareMetres,
        firstReported = Names.Iso(a.FirstReported),
        lastReported = Names.Iso(a.LastReported),
        kinds = Kinds.NameOf(a.Kinds),
        reports = a.Reports,
        predecessors = a.Predecessors,
        successors = a.Successors,
        aliases = a.Aliases,
    };

    private static object Share(AreaShare share) =>
        new { code = share.Code.Length > 0 ? share.Code : null, label = share.Label, squareMetres = Names.Area(share.AreaMicro) };
}
