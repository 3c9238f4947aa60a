using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Cooperation;

namespace Furrow.Server.Verbs;

/// <summary>May an organisation do something, somewhere, on a day: the clause to cite, or every reason why not.</summary>
internal sealed class RightVerb : Verb
{
    private readonly Option<string> _organisation = new("--organisation")
    {
        Description = "By any of its names, or its id.", HelpName = "NAME", Required = true,
    };

    private readonly Option<string> _activity = new("--activity") { Description = "What it wants to do.", HelpName = "WORD", Required = true };
    private readonly Option<DateOnly?> _on = new("--on") { Description = "The day; today when left out.", HelpName = "DATE" };
    private readonly Option<string?> _place = new("--place") { Description = "Name of the place, where a clause is for some places alone.", HelpName = "NAME" };

    public override string Name => "right";

    public override string Summary => "Which clause lets an organisation do something on a day, or every reason why none does.";

    protected override void Describe(Command command)
    {
        _activity.AcceptOnlyFromAmong([.. Enum.GetValues<Activity>().Select(Names.Of)]);
        command.Add(_organisation);
        command.Add(_activity);
        command.Add(_on);
        command.Add(_place);
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var named = run.Get(_organisation)!;
        var register = state.Of<OrganisationRegister>();
        if ((register.Bearing(named) ?? (Guid.TryParse(named, out var id) ? register.Find(id) : null)) is not { } organisation)
        {
            return run.Refuse(Problems.FieldNamesNothing("organisation", "organisation", named));
        }

        var activity = Enum.GetValues<Activity>().First(a => Names.Of(a) == run.Get(_activity));
        var answer = OperationalRight.Ask(state, new RightAsked(organisation.Id, activity, run.Get(_on) ?? run.Today, run.Get(_place)));
        if (run.IsJson)
        {
            run.SayJson(Json(state, answer));
        }
        else
        {
            run.Say(answer.By is { } by ? $"Yes, by {AgreementIntents.LabelOf(state.Of<AgreementRegister>(), by)}." : "No:");
            foreach (var problem in answer.WhyNot)
            {
                run.Say("- " + problem.Sentence);
            }
        }

        return Done;
    });

    private static object Json(ProgrammeState state, RightAnswer answer) => new
    {
        organisation = answer.Asked.Organisation,
        activity = Names.Of(answer.Asked.Activity),
        on = Names.Iso(answer.Asked.Day),
        place = answer.Asked.Place,
        given = answer.IsGiven,
        agreement = answer.By?.Agreement,
        clause = answer.By?.Id,
        number = answer.By?.Number,
        whyNot = answer.WhyNot.Select(p => new { code = p.Code, sentence = p.Sentence.ToString() }),
        exercise = state.IsExercise,
    };
}
