using System.CommandLine;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>Whose days the programme counts by, and which day it is there.</summary>
internal sealed class TimeZoneShowVerb : Verb
{
    public override string Name => "show";

    public override string Summary => "The time zone whose days the programme counts by, and the day and hour it is there.";

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

/// <summary>Lets another zone take effect from the next entry on. Days recorded before stay as they are.</summary>
internal sealed class TimeZoneSetVerb : Verb
{
    private readonly Argument<string> _zone = new("ZONE") { Description = "IANA id of the zone: Europe/Sarajevo, Asia/Baku, UTC." };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "set";

    public override string Summary => "Count days by another time zone from now on, by an entry; days recorded before stay as they are.";

    protected override void Describe(Command command)
    {
        command.Add(_zone);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var zone = run.Get(_zone)!;
        var decided = programme.Decide(run.Acting(run.Get(_reason)), (state, act) => TimeZoneRules.TakeEffect(state, act, zone, ProgrammeTime.IsKnown));
        return decided.IsRefused ? run.Refuse(decided.Problem!) : run.Committed(decided.Value, $"Days are counted by {zone}");
    });
}
