using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Drills.Exercises;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>Makes an invented programme, marked EXERCISE for ever.</summary>
internal sealed class ExerciseVerb : Verb
{
    private const ulong UsualSeed = 7;

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = $"Number the island and its history are invented from (default: {UsualSeed}).",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => UsualSeed,
    };

    private readonly TimeZoneOption _zone = new();

    public override string Name => "exercise";

    public override string Summary => "Make an invented island with years of invented reports, marked EXERCISE for ever, as a new programme.";

    protected override void Describe(Command command)
    {
        command.Add(_seed);
        _zone.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        if (File.Exists(run.ProgrammePath))
        {
            return run.Refuse(Problems.ProgrammeExists(run.ProgrammePath));
        }

        var zone = _zone.ForNew(run);
        if (zone.IsRefused)
        {
            return run.Refuse(zone.Problem!);
        }

        var plan = ExercisePlan.Make(run.Get(_seed));
        return run.Decide(programme =>
        {
            Outcome<long> played;
            using (var progress = new ProgressLine(run.Host, "playing the exercise"))
            {
                played = ExerciseRunner.Play(programme, plan, progress);
            }

            return played.IsRefused ? run.Refuse(played.Problem!)
                : run.Committed(played.Value, $"{plan.Name}: {Names.Count(programme.State.Book.Count)} reports, "
                    + $"{Names.Count(programme.State.Book.LastAcceptance)} acceptances");
        }, () => ExerciseRunner.Genesis(plan, zone.Value!));
    }
}
