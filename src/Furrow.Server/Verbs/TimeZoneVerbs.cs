using System.CommandLine;
using Furrow.Server.Answers;

namespace Furrow.Server.Verbs;

/// <summary>Whose days the programme counts by, and which day it is there.</summary>
internal sealed class TimeZoneShowVerb : Verb
{
    public override string Name => "show";

    public override string Summary => "The time zone the programme counts its days in, and the current day and time there.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        if (run.IsJson)
        {
            run.SayJson(new { exercise = state.IsExercise, timeZone = run.Time.Id, today = Names.Iso(run.Today), now = run.Time.Second(run.Now),
                lack = run.Time.Lack });
            return Done;
        }

        run.Say($"{run.Time.Id}: it is {run.Time.Minute(run.Now)}.");
        return Done;
    });
}
