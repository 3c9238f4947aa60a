using System.CommandLine;
using Furrow.Server.Intents;

namespace Furrow.Server.Verbs;

/// <summary>The one list of verbs. docs/user/verbs.md describes each of them (a test compares).</summary>
internal static class VerbList
{
    public static IReadOnlyList<Verb> All(IntentList? intents = null) =>
        IntentVerbs.Into(Own(intents ?? IntentList.OfProgram), intents ?? IntentList.OfProgram);

    /// <summary>Those that are more than an intent. Every intent has a verb by itself, in the group its name says.</summary>
    private static IReadOnlyList<Verb> Own(IntentList intents) =>
    [
        new ImportVerb(),
        new BatchesVerb(),
        new BalanceVerb(),
        new EffortVerb(),
        new AreasVerb(),
        new ListVerb(),
        new SpotVerb(),
        new RestateVerb(),
        new VerbGroup("findings", "Findings of the data checks, in groups to decide.", new FindingsVerb(), new DecideFindingsVerb()),
        new VerbGroup("review", "The review chain: see what waits, check, accept, send back, reject.",
            new ReviewListVerb(),
            new ReviewHistoryVerb()),
        new CorrectVerb(),
        new AcceptancesVerb(),
        new VerbGroup("figure", "Published figures, kept as the files that were given out.", new PublishFigureVerb(), new FigureListVerb(),
            new ReprintFigureVerb()),
        new VerbGroup("places", "Boundaries, used to break land down by place and to check reports.", new LoadPlacesVerb(), new PlaceListVerb()),
        new VerbGroup("versions", "Versions of the engine, the table of moves and the profile.", new VersionListVerb()),
        new VerbGroup("agreement", "Agreements: who concluded what, and what they let anybody do.", new RightVerb()),
        new EntitlementVerb(),
        new VerbGroup("recall", "Recalls: land in doubt, until a person decides.", new RecallVerb()),
        new VerbGroup("team", "Teams: who is in them from which day to which.", new TeamMembersVerb()),
        new VerbGroup("person", "People who act in the programme.", new PersonMentionsVerb()),
        new VerbGroup("accounts", "Accounts: who can sign in to the programme's pages.",
            new AccountListVerb(),
            new AccountAddVerb(),
            new AccountRemoveVerb(),
            new AccountChangeVerb("lock", "Let nobody sign in with an account any more, and end what is open.", "locked; its sessions have ended"),
            new AccountChangeVerb("unlock", "Let an account sign in again, after it was locked or had too many wrong passwords.", "open"),
            new AccountChangeVerb("revoke", "End every session of an account.", "its sessions have ended"),
            new AccountChangeVerb("reset", "Take the password and every other way in from an account; prints a link that sets a new password.", "reset")),
        new VerbGroup("time-zone", "The time zone the programme counts its days in.", new TimeZoneShowVerb()),
        new VerbGroup("profile", "The settings of the programme's profile: what a national standard decides.", new ProfileShowVerb()),
        new RowsVerb(intents),
        new ExportVerb(),
        new VerifyVerb(),
        new ExerciseVerb(),
        new ServeVerb(),
    ];

    /// <summary>Runs one command line and gives its exit code.</summary>
    public static int Run(IReadOnlyList<string> args, VerbHost host, IntentList? intents = null)
    {
        var parsed = Root(host, intents).Parse(args);
        return parsed.Errors.Count > 0 ? NotUnderstood(parsed, host) : parsed.Invoke(new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    public static RootCommand Root(VerbHost host, IntentList? intents = null)
    {
        var shared = new SharedOptions();
        var root = new RootCommand("Furrow, the open land ledger for mine action.") { shared.Programme, shared.Json, shared.Person, shared.Register };
        foreach (var verb in All(intents))
        {
            root.Add(verb.ToCommand(host, shared));
        }

        return root;
    }

    private static int NotUnderstood(ParseResult parsed, VerbHost host)
    {
        foreach (var error in parsed.Errors)
        {
            host.Error.WriteLine(error.Message);
        }

        host.Error.WriteLine($"See: furrow {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
        return Verb.NotUnderstood;
    }
}
