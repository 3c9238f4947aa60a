using System.CommandLine;
using Furrow.Core.Checks;
using Furrow.Core.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>The settings of the profile, with what they come with.</summary>
internal sealed class ProfileShowVerb : Verb
{
    public override string Name => "show";

    public override string Summary => "The settings by which what comes in is judged, and those that differ from what every programme begins with.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var settings = ProfileSettings.All.Select(s => (s.Name, Text: s.Text(state.Profile), Default: s.Text(CheckSettings.Default))).ToList();
        if (run.IsJson)
        {
            run.SayJson(new
            {
                exercise = state.IsExercise,
                version = state.Profile.Version,
                settings = settings.Select(s => new { name = s.Name, value = s.Text, @default = s.Default }),
            });
            return Done;
        }

        run.Say($"The profile, version {state.Profile.Version}:");
        foreach (var (name, text, comes) in settings)
        {
            run.Say($"  {name}: {text}{(text == comes ? "" : $" (comes with {comes})")}");
        }

        return Done;
    });
}

/// <summary>Lets other settings take effect from the next entry on. What was decided before stays.</summary>
internal sealed class ProfileSetVerb : Verb
{
    private readonly Argument<string[]> _settings = new("SETTING=VALUE")
    {
        Description = "Name of a setting and its new value: DoubtWaitsAbovePercent=30. \"default\" gives back the value it comes with.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _reason = SharedOptions.Reason();

    public ProfileSetVerb() => _settings.Validators.Add(result =>
    {
        foreach (var wrong in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError($"\"{wrong.Value}\" is not SETTING=VALUE.");
        }
    });

    public override string Name => "set";

    public override string Summary => "Judge by other settings from now on, by an entry; what was decided before stays.";

    protected override void Describe(Command command)
    {
        command.Add(_settings);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var changes = run.Get(_settings)!.Select(s => s.Split('=', 2)).Select(s => (s[0].Trim(), s[1].Trim())).ToList();
        var decided = programme.Decide(run.Acting(run.Get(_reason)), (state, act) => ProfileRules.TakeEffect(state, act, changes));
        return decided.IsRefused ? run.Refuse(decided.Problem!)
            : run.Committed(decided.Value, $"The profile is at version {programme.State.Profile.Version}");
    });
}
