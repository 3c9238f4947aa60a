using System.CommandLine;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;

namespace Furrow.Server.Verbs;

/// <summary>The versions in effect, and what this release can compute with.</summary>
internal sealed class VersionListVerb : Verb
{
    public override string Name => "list";

    public override string Summary => "The versions in effect, and those this release knows.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        if (run.IsJson)
        {
            run.SayJson(new
            {
                exercise = state.IsExercise,
                inEffect = Json(state.Versions),
                profile = state.Opened?.Profile,
                known = ProgrammeVersions.Known.Select(Json),
                unread = state.Unread.Select(u => new { entry = u.Position, fact = u.Name, version = u.Version, scopes = Names.Of(u.Scopes) }),
                heldBack = state.HeldBack,
            });
            return Done;
        }

        run.Say($"In effect: {state.Versions} ({state.Opened?.Profile}).");
        run.Say($"This release knows: {string.Join("; ", ProgrammeVersions.Known)}.");
        foreach (var unread in state.Unread)
        {
            run.Say($"Entry {unread.Position} ({unread.Name} version {unread.Version}) is of a later release.");
        }

        return Done;
    });

    private static object Json(ProgrammeVersions versions) => new { engine = versions.Engine, moves = versions.Moves, profile = versions.Profile };
}

/// <summary>Lets versions take effect from the next entry on.</summary>
internal sealed class VersionSetVerb : Verb
{
    private readonly Option<int?> _engine = new("--engine") { Description = "Version of the land engine (default: as it is).", HelpName = "NUMBER" };
    private readonly Option<int?> _moves = new("--moves") { Description = "Version of the table of moves (default: as it is).", HelpName = "NUMBER" };
    private readonly Option<int?> _profile = new("--profile") { Description = "Version of the profile (default: as it is).", HelpName = "NUMBER" };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "set";

    public override string Summary => "Let versions take effect by an entry; refused for those this release does not know.";

    protected override void Describe(Command command)
    {
        command.Add(_engine);
        command.Add(_moves);
        command.Add(_profile);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        ProgrammeVersions Wanted(ProgrammeVersions now) =>
            new(run.Get(_engine) ?? now.Engine, run.Get(_moves) ?? now.Moves, run.Get(_profile) ?? now.Profile);
        var decided = programme.Decide(run.Acting(run.Get(_reason)), (state, act) => VersionRules.TakeEffect(state, act, Wanted(state.Versions)));
        return decided.IsRefused ? run.Refuse(decided.Problem!) : run.Committed(decided.Value, programme.State.Versions.ToString());
    });
}
