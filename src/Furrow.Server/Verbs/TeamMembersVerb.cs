using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Cooperation;
using Furrow.Server.Programmes;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Who was in a team on a day.</summary>
internal sealed class TeamMembersVerb : Verb
{
    private readonly Argument<string> _team = new("TEAM") { Description = "By its code, name or id; with its organisation in brackets where two have one name." };
    private readonly Option<DateOnly?> _on = new("--on") { Description = "The day; today when left out.", HelpName = "DATE" };

    private readonly Option<DateOnly?> _then = new("--then")
    {
        Description = "As it was known at the end of this day; now when left out.", HelpName = "DATE",
    };

    public override string Name => "members";

    public override string Summary => "Who was in a team on a day, in which function, since when; also as it was known then.";

    protected override void Describe(Command command)
    {
        command.Add(_team);
        command.Add(_on);
        command.Add(_then);
    }

    protected override int Run(VerbRun run) => run.AskOf(programme =>
    {
        var (named, day, now) = (run.Get(_team)!, run.Get(_on) ?? run.Today, programme.State);
        if (TeamIntents.Find(now, named) is not { IsRefused: false } found)
        {
            return run.Refuse(TeamIntents.Find(now, named)?.Problem ?? Problems.FieldNamesNothing("team", "team", named));
        }

        var state = KnownThen.Of(programme, now, run.Get(_then));
        var register = state.Of<TeamRegister>();
        if (register.Find(found.Value) is not { } team)
        {
            return run.Refuse(Problems.TeamNotKnownThen(now.Of<TeamRegister>().Find(found.Value)!.Code, run.Get(_then)!.Value));
        }

        var members = register.Members(team.Id, day);
        if (run.IsJson)
        {
            run.SayJson(Json(state, team, day, run.Get(_then), members));
            return Done;
        }

        run.Say($"{TeamNames.LabelOf(state, team)}, {Names.Iso(day)}: "
            + (team.IsThere(day) ? $"{Names.Count(members.Select(m => m.Person).Distinct().Count())} people" : "not there on that day"));
        var table = VerbRun.NewTable("person", "function", "since", "until");
        foreach (var member in members)
        {
            table.AddRow(Markup.Escape(run.Reader.NameOf(member.Person)), Names.Of(member.Function), Names.Iso(member.JoinedOn),
                register.DaysOf(member).Until is { } until ? Names.Iso(until) : "");
        }

        run.Show(table);
        return Done;
    });

    /// <summary>People by their ids: names are in no file.</summary>
    private static object Json(ProgrammeState state, Team team, DateOnly day, DateOnly? then, IReadOnlyList<Membership> members) => new
    {
        team = team.Id,
        code = team.Code,
        name = team.Name,
        organisation = team.Organisation,
        on = Names.Iso(day),
        knownOn = then is { } known ? Names.Iso(known) : null,
        there = team.IsThere(day),
        members = members.Select(m => new
        {
            person = m.Person,
            function = Names.Of(m.Function),
            since = Names.Iso(m.JoinedOn),
            until = state.Of<TeamRegister>().DaysOf(m).Until is { } until ? Names.Iso(until) : null,
        }),
        exercise = state.IsExercise,
    };
}
