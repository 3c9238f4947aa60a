using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Programmes;

/// <summary>Facts that were judged on a state, and the state they make of it.</summary>
public sealed record JudgedBatch(ProgrammeState Seen, IReadOnlyList<IFact> Facts, ProgrammeState Next)
{
    /// <summary>Refused when an unread fact of a later release stands in the way of what they change or speak of.</summary>
    /// <param name="stop">Ends the judging early, between two cells of land.</param>
    public static Outcome<JudgedBatch> Of(ProgrammeState state, IReadOnlyList<IFact> facts, CancellationToken stop = default) =>
        state.RefusesCommit(facts) is { } refused
            ? refused
            : new JudgedBatch(state, facts,
                facts.Count == 0 ? state : state.ApplyAll(facts.Select((fact, i) => new Recorded(state.Position + 1 + i, fact)), stop: stop));

    /// <summary>A log gives one state at each position, so the same programme at the same position is the same state.</summary>
    public bool IsOf(ProgrammeState state) => state.Position == Seen.Position && state.Opened?.Programme == Seen.Opened?.Programme;
}
