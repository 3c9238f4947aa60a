using System.CommandLine;
using Furrow.Core.Accreditation;
using Furrow.Core.Checks;
using Furrow.Core.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>The settings of the profile, with what they come with.</summary>
internal sealed class ProfileShowVerb : Verb
{
    public override string Name => "show";

    public override string Summary => "The settings by which imports and reports are checked and by which it is judged who may work, and those that differ from the defaults.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var cooperation = state.Of<ProgrammeRecord>().Cooperation;
        var settings = ProfileSettings.All.Select(s => (s.Name, Text: s.Text(state.Profile), Default: s.Text(CheckSettings.Default)))
            .Concat(CooperationProfile.All.Select(s => (s.Name, Text: s.Text(cooperation), Default: s.Text(CooperationSettings.Default)))).ToList();
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
