using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Components;

namespace Furrow.Server.Pages.Parts;

/// <summary>A form in which somebody decides: in whose name and why. A refusal shows above the form with the words still in it; a decision leads to a page
/// of its own, so that reloading never decides twice.</summary>
public abstract class DecisionForm : LandPage
{
    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "act")]
    public string? Act { get; set; }

    /// <summary>What was typed, also when the form comes back because it could not be taken.</summary>
    protected string? TypedReason => Reason ?? Visit.Typed("reason");

    protected Problem? Refusal { get; private set; }

    protected string Why => (Reason ?? "").Trim();

    /// <summary>Judges and commits; on success goes to the page named.</summary>
    protected void Decide(string onward, Func<ProgrammeState, Act, Ruling> intent) =>
        Decide(_ => onward, acting => Visit.Programme.Decide(acting, intent));

    /// <param name="onward">From the position it was committed at.</param>
    protected void Decide(Func<long, string> onward, Func<Acting, Outcome<long>> decide)
    {
        if (WhoIsAnother() is { } another)
        {
            Refuse(another);
            return;
        }

        var outcome = decide(new Acting(Visit.Actor, Visit.Now, Door.Page, Why, Visit.Intent, Visit.Seen));
        if (outcome.Problem is { } problem)
        {
            Refuse(problem);
            return;
        }

        Navigation.NavigateTo(onward(outcome.Value));
    }

    /// <summary>The form was opened in somebody else's name than the one it is sent in now: another window of the browser has changed it.</summary>
    protected Problem? WhoIsAnother()
    {
        // A form drawn before the account of the machine had ever acted names nobody: it was drawn for that account.
        var drawn = Guid.TryParseExact(Visit.Posted?[FormIntent.PersonField], "N", out var named) ? Actor.Known(named) : Visit.MachineActor;
        return (drawn.Id, drawn.Name) == (Visit.Actor.Id, Visit.Actor.Name) ? null : Problems.PersonOfAnotherForm(Visit.NameOf(drawn), Visit.ActorName);
    }

    protected void Refuse(Problem problem)
    {
        Refusal = problem;
        // A page that answers 404 is not drawn: the one for addresses that lead nowhere would stand in its place, and what was typed would be gone.
        Visit.Http.Response.StatusCode = problem.HttpStatus == StatusCodes.Status404NotFound ? StatusCodes.Status400BadRequest : problem.HttpStatus;
        Visit.Refresh();
    }
}
