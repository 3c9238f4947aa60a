using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Accounts;
using Furrow.Server.Programmes;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Who can sign in.</summary>
internal sealed class AccountListVerb : Verb
{
    public override string Name => "list";

    public override string Summary => "The accounts of the programme, whose they are, and whether they can sign in.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var file = new AccountsFile(run.ProgrammePath);
        var accounts = file.Exists ? new AccountChanges(file, run.Host.Clock, new AccountOptions()).All().GetAwaiter().GetResult() : [];
        var rows = accounts.Select(a => (Account: a, Person: state.Of<AccountRegister>().PersonOf(a.Id))).Where(a => a.Person is not null)
            .Select(a => (Name: a.Account.UserName!, Who: run.Reader.NameOf(a.Person!.Value), State: StateOf(a.Account, run.Now), a.Account.LastSignIn))
            .ToList();
        if (run.IsJson)
        {
            run.SayJson(rows.Select(r => new { name = r.Name, person = r.Who, state = r.State, lastSignIn = LastOf(r.LastSignIn) }));
            return Done;
        }

        var table = VerbRun.NewTable("signs in as", "person", "state", "last signed in");
        rows.ForEach(r => table.AddRow(Markup.Escape(r.Name), Markup.Escape(r.Who), r.State,
            r.LastSignIn == 0 ? "never" : run.Time.Minute(DateTimeOffset.FromUnixTimeMilliseconds(r.LastSignIn))));
        run.Show(table);
        return Done;
    });

    private static DateTimeOffset? LastOf(long at) => at == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(at);

    private static string StateOf(Account account, DateTimeOffset now) => account.LockoutEnd == DateTimeOffset.MaxValue ? "locked"
        : account.LockoutEnd > now ? "shut for a while" : account.PasswordHash is null ? "no password yet" : "open";
}

/// <summary>Gives somebody an account, and prints the link that sets its password.</summary>
internal sealed class AccountAddVerb : Verb
{
    private readonly Argument<string> _person = new("name") { Description = "Whose it is; registered where nobody of that name is.", HelpName = "NAME" };
    private readonly Option<string> _name = new("--sign-in-as") { Description = "Name to sign in with.", HelpName = "NAME", Required = true };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "add";

    public override string Summary => "Give somebody an account; prints a link that sets its password, once and within a day.";

    protected override void Describe(Command command)
    {
        command.Add(_person);
        command.Add(_name);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var changes = new AccountChanges(new AccountsFile(programme.Path), run.Host.Clock, new AccountOptions());
        var made = new AccountMaking(programme, changes).MakeFor(run.Get(_person)!, run.Get(_name)!, run.Acting(run.Get(_reason))).GetAwaiter().GetResult();
        if (made.IsRefused)
        {
            return run.Refuse(made.Problem!);
        }

        run.SayMark(programme.State);
        return AccountLinkText.Say(run, changes, made.Value!);
    });
}

/// <summary>Takes an account from whoever has it: the log says so first, then the file loses it.</summary>
internal sealed class AccountRemoveVerb : Verb
{
    private readonly Argument<string> _name = new("name") { Description = "The name it signs in with.", HelpName = "NAME" };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "remove";

    public override string Summary => "Take an account from whoever has it, with every way in; what they did stays theirs.";

    protected override void Describe(Command command)
    {
        command.Add(_name);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var file = new AccountsFile(programme.Path);
        var changes = new AccountChanges(file, run.Host.Clock, new AccountOptions());
        var asked = run.Get(_name)!;
        if (!file.Exists || changes.Find(asked).GetAwaiter().GetResult() is not { } account)
        {
            return run.Refuse(Problems.AccountUnknown(asked));
        }

        var removed = new AccountMaking(programme, changes).Remove(account.Id, run.Acting(run.Get(_reason))).GetAwaiter().GetResult();
        if (removed.IsRefused)
        {
            return run.Refuse(removed.Problem!);
        }

        run.SayMark(programme.State);
        if (run.IsJson)
        {
            run.SayJson(new { done = Name, account = account.UserName });
        }
        else
        {
            run.Say($"{account.UserName}: removed.");
        }

        return Done;
    });
}

/// <summary>Does something to one account, whether or not a server is running. What it does is looked up when it is done: a list of verbs loads no accounts.
/// </summary>
internal sealed class AccountChangeVerb(string name, string summary, string done) : Verb
{
    private readonly Argument<string> _name = new("name") { Description = "The name it signs in with.", HelpName = "NAME" };

    public override string Name => name;

    public override string Summary => summary;

    protected override void Describe(Command command) => command.Add(_name);

    protected override int Run(VerbRun run) => run.Ask(_ =>
    {
        var file = new AccountsFile(run.ProgrammePath);
        var changes = new AccountChanges(file, run.Host.Clock, new AccountOptions());
        var asked = run.Get(_name)!;
        if (!file.Exists || changes.Find(asked).GetAwaiter().GetResult() is not { } account)
        {
            return run.Refuse(Problems.AccountUnknown(asked));
        }

        Change(changes, account.Id).GetAwaiter().GetResult();
        if (name == "reset")
        {
            return AccountLinkText.Say(run, changes, account);
        }

        if (run.IsJson)
        {
            run.SayJson(new { done = name, account = account.UserName });
        }
        else
        {
            run.Say($"{account.UserName}: {done}.");
        }

        return Done;
    });

    private Task Change(AccountChanges changes, Guid account) => name switch
    {
        "lock" => changes.Lock(account),
        "unlock" => changes.Unlock(account),
        "revoke" => changes.Revoke(account),
        "reset" => changes.Reset(account),
        _ => throw new InvalidOperationException($"Nothing is done by '{name}'."),
    };
}

/// <summary>A link is shown once, where it was made.</summary>
internal static class AccountLinkText
{
    public static int Say(VerbRun run, AccountChanges changes, Account account)
    {
        var path = "/welcome/" + changes.MakeLink(account.Id).GetAwaiter().GetResult();
        if (run.IsJson)
        {
            run.SayJson(new { account = account.UserName, link = path });
        }
        else
        {
            run.Say($"{account.UserName} sets the password at this address of the server, once and within a day: {path}");
        }

        return Verb.Done;
    }
}
