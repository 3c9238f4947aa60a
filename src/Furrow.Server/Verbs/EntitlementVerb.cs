using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Accreditation;
using Furrow.Server.Answers;
using Furrow.Server.Cooperation;

namespace Furrow.Server.Verbs;

/// <summary>May a team, person or dog-handler pair do some work on a day: yes, or every reason why not. Without a name: of every team.</summary>
internal sealed class EntitlementVerb : Verb
{
    private readonly Argument<string?> _who = new("who")
    {
        Description = "A team, person or dog-handler pair, by name, code or id; every team when left out.", Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _activity = new("--activity") { Description = "The work.", HelpName = "WORD", Required = true };
    private readonly Option<DateOnly?> _on = new("--on") { Description = "The day; today when left out.", HelpName = "DATE" };
    private readonly Option<string?> _place = new("--place") { Description = "Name of the place, where a clause is for some places alone.", HelpName = "NAME" };

    private readonly Option<DateOnly?> _then = new("--then")
    {
        Description = "As it was known at the end of this day; now when left out.", HelpName = "DATE",
    };

    public override string Name => "entitlement";

    public override string Summary => "May a team, person or dog-handler pair do some work on a day: yes, or every reason why not.";

    protected override void Describe(Command command)
    {
        _activity.AcceptOnlyFromAmong([.. EntitlementQuestions.Activities]);
        command.Add(_who);
        command.Add(_activity);
        command.Add(_on);
        command.Add(_place);
        command.Add(_then);
    }

    protected override int Run(VerbRun run) => run.AskOf(programme =>
    {
        var (activity, day) = (EntitlementQuestions.ActivityOf(run.Get(_activity))!.Value, run.Get(_on) ?? run.Today);
        var state = KnownThen.Of(programme, programme.State, run.Get(_then));
        if (run.Get(_who) is not { } who)
        {
            return Say(run, state, EntitlementQuestions.OfTeams(state, activity, day, run.Get(_place)));
        }

        var found = EntitlementQuestions.Find(programme.State, who);
        return found.IsRefused ? run.Refuse(found.Problem!)
            : !EntitlementQuestions.IsKnown(state, found.Value.Kind, found.Value.Subject)
                ? run.Refuse(Problems.EntitlementNotKnownThen(run.Get(_then)!.Value))
            : Say(run, state, [EntitlementQuestions.Ask(state, found.Value.Kind, found.Value.Subject, activity, day, run.Get(_place))]);
    });

    private int Say(VerbRun run, ProgrammeState state, IReadOnlyList<EntitlementAnswer> answers)
    {
        if (run.IsJson)
        {
            run.SayJson(new
            {
                knownOn = run.Get(_then) is { } then ? Names.Iso(then) : null,
                answers = answers.Select(a => Json(state, a)),
                exercise = state.IsExercise,
            });
            return Done;
        }

        foreach (var answer in answers)
        {
            var name = EntitlementQuestions.NameOf(state, run.Reader, answer.Asked.Kind, answer.Asked.Subject);
            run.Say($"{name}, {Names.Of(answer.Asked.Activity)}, {Names.Iso(answer.Asked.Day)}: "
                + (answer.IsGiven ? $"yes, by {AgreementIntents.LabelOf(state.Of<AgreementRegister>(), answer.By!)}." : "no:"));
            foreach (var reason in answer.WhyNot)
            {
                run.Say($"- {(reason.Kind == AccreditedKind.Person ? run.Reader.NameOf(reason.Subject) + ": " : "")}{reason.Problem.Sentence}");
            }
            foreach (var order in answer.Orders)
            {
                run.Say($"- Ordered in an emergency for this day, for response alone ({(order.Waits ? "waits to be regularised" : "regularised")}). "
                    + "That entitles nobody.");
            }
        }

        run.Say($"{answers.Count(a => a.IsGiven)} of {answers.Count} entitled.");
        return Done;
    }

    /// <summary>People by their ids: names are in no file.</summary>
    private static object Json(ProgrammeState state, EntitlementAnswer answer) => new
    {
        kind = Names.Of(answer.Asked.Kind),
        subject = answer.Asked.Subject,
        name = EntitlementQuestions.NameOf(state, null, answer.Asked.Kind, answer.Asked.Subject),
        activity = Names.Of(answer.Asked.Activity),
        on = Names.Iso(answer.Asked.Day),
        place = answer.Asked.Place,
        entitled = answer.IsGiven,
        clause = answer.By?.Id,
        agreement = answer.By?.Agreement,
        emergencyOrders = answer.Orders.Select(o => new { order = o.Id, waits = o.Waits }),
        whyNot = answer.WhyNot.Select(r => new
        {
            kind = Names.Of(r.Kind), subject = r.Subject, code = r.Problem.Code, sentence = r.Problem.Sentence,
        }),
    };
}
