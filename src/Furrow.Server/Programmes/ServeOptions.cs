using Furrow.Server.Intents;

namespace Furrow.Server.Programmes;

/// <summary>How a programme is served.</summary>
/// <param name="Port">0 takes a free one.</param>
/// <param name="Places">Boundaries that tables are split by; null: the set loaded last.</param>
/// <param name="Person">In whose name decisions on the pages are taken, until accounts come.</param>
/// <param name="Clock">Handed down from the rim; null: the machine's.</param>
public sealed record ServeOptions(int Port = 5080, PlaceChoice? Places = null, string Person = "", TimeProvider? Clock = null)
{
    /// <summary>How accounts are guarded.</summary>
    public AccountOptions Accounts { get; init; } = new();

    /// <summary>What can be done on the pages by a description.</summary>
    public IntentList Intents { get; init; } = IntentList.OfProgram;
}
