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
