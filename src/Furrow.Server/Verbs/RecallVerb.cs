using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Server.Accreditation;
using Furrow.Server.Answers;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>The land under a recall: what was released on it, who holds it, who worked by it, and what was decided.</summary>
internal sealed class RecallVerb : Verb
{
    private readonly Argument<string> _recall = new("recall") { Description = "What is recalled, by its name, or the id of the recall." };

    public override string Name => "show";

    public override string Summary => "The land under a recall: released, handed over and to whom, and what was decided on each report.";

    protected override void Describe(Command command) => command.Add(_recall);

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        if (RecallIntents.Find(state, run.Get(_recall)!) is not { IsRefused: false } found)
        {
            return run.Refuse(RecallIntents.Find(state, run.Get(_recall)!)?.Problem ?? Problems.FieldNamesNothing("recall", "recall", run.Get(_recall)!));
        }

        var recall = RecallQuestion.Of(state, state.Land, state.Book, state.Of<RecallRegister>().Find(found.Value)!);
        if (run.IsJson)
        {
            run.SayJson(Json(state, recall));
            return Done;
        }

        run.Say($"{RecallIntents.LabelOf(state, recall.Recall)}: {AreaText.Whole(recall.ReleasedMicro)} m² released on it, "
            + $"{AreaText.Whole(recall.HandedOverMicro)} of them handed over; {recall.Undecided} of {recall.Reports.Count} reports undecided.");
        var table = VerbRun.NewTable("report", "day", "organisation", "team", ">released m²", ">handed over m²", "holders", "decision");
        foreach (var report in recall.Reports)
        {
            table.AddRow([.. new[]
            {
                report.Code, Names.Iso(report.On), report.Organisation, report.Team ?? "", AreaText.Whole(report.ReleasedMicro),
                AreaText.Whole(report.HandedOverMicro), string.Join(", ", report.HandedOver.Select(h => h.Holder)), DecisionOf(report),
            }.Select(Markup.Escape)]);
        }

        run.Show(table);
        run.Say("The status of no land changed.");
        return Done;
    });

    private static string DecisionOf(RecalledReport report) => report.Decision is { } decision ? Names.Of(decision) : "open";

    private static object Json(ProgrammeState state, RecallAnswer recall) => new
    {
        recall = recall.Recall.Id,
        kind = Names.Of(recall.Recall.Kind),
        subject = recall.Recall.Subject,
        name = RecallIntents.NameOf(state, recall.Recall),
        since = recall.Recall.Since is { } since ? Names.Iso(since) : null,
        closed = recall.Recall.IsClosed,
        undecided = recall.Undecided,
        releasedSquareMetres = Names.Area(recall.ReleasedMicro),
        handedOverSquareMetres = Names.Area(recall.HandedOverMicro),
        holders = recall.Holders.Select(h => new { name = h.Holder, squareMetres = Names.Area(h.AreaMicro) }),
        users = recall.Users.Select(u => new { organisation = u.Organisation, team = u.Team }),
        reports = recall.Reports.Select(r => new
        {
            report = r.Report,
            code = r.Code,
            on = Names.Iso(r.On),
            organisation = r.Organisation,
            team = r.Team,
            area = r.HazardousArea,
            releasedSquareMetres = Names.Area(r.ReleasedMicro),
            handedOverSquareMetres = Names.Area(r.HandedOverMicro),
            decision = DecisionOf(r),
        }),
        exercise = state.IsExercise,
    };
}
