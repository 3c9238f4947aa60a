using System.CommandLine;

namespace Furrow.Server.Verbs;

/// <summary>One verb of the program: its options, and what it does. Exit codes: 0 done, 1 refused or problems found, 2 not understood, 3 the medium cannot
/// be written or read now (the same command works when the cause is gone), 4 the disk or the ledger on it is broken.</summary>
internal abstract class Verb
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int NotUnderstood = 2;
    public const int StorageFails = 3;
    public const int StorageBroken = 4;

    public abstract string Name { get; }

    /// <summary>One sentence for the list of verbs.</summary>
    public abstract string Summary { get; }

    public Command ToCommand(VerbHost host, SharedOptions shared)
    {
        var command = new Command(Name, Summary);
        Describe(command);
        foreach (var part in Parts)
        {
            command.Add(part.ToCommand(host, shared));
        }

        if (!Parts.Any())
        {
            command.SetAction(parsed => new VerbRun(parsed, host, shared).Told(Run));
        }

        return command;
    }

    /// <summary>Verbs below this one ("review list"); a verb with parts does nothing by itself.</summary>
    public virtual IEnumerable<Verb> Parts => [];

    protected abstract void Describe(Command command);

    protected abstract int Run(VerbRun run);
}

/// <summary>A verb that only holds others.</summary>
internal sealed class VerbGroup(string name, string summary, params Verb[] parts) : Verb
{
    public override string Name => name;

    public override string Summary => summary;

    public override IEnumerable<Verb> Parts => parts;

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => NotUnderstood;
}
