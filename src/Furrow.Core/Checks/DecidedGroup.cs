using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Checks;

/// <summary>A decision on a group of findings, and the act that took it.</summary>
/// <param name="Group">Key of the group.</param>
/// <param name="Batch">The file whose findings were decided; null for the group of everything.</param>
/// <param name="Decision">One of <see cref="FindingDecision"/>.</param>
public sealed record DecidedGroup(string Group, Guid? Batch, string Decision, Act Act)
{
    public static DecidedGroup Of(FindingsDecided fact, Act act) => new(fact.Group, fact.Batch, fact.Decision, act);
}

/// <summary>Every decision on a group of findings.</summary>
[Folds(typeof(FindingsDecided))]
public sealed class DecidedFindings : ISubject<DecidedFindings>
{
    private ImmutableDictionary<Guid, DecidedGroup> _byAct = ImmutableDictionary<Guid, DecidedGroup>.Empty;

    public static DecidedFindings Empty { get; } = new();

    /// <summary>The oldest first.</summary>
    public ImmutableList<DecidedGroup> All { get; private init; } = [];

    /// <summary>The last decision an act took; null when it took none.</summary>
    public DecidedGroup? FindBy(Guid act) => _byAct.GetValueOrDefault(act);

    public DecidedFindings Apply(Placed placed) => placed.Fact is FindingsDecided fact && DecidedGroup.Of(fact, placed.Act) is var decided
        ? new DecidedFindings { All = All.Add(decided), _byAct = _byAct.SetItem(placed.Act.Id, decided) } : this;
}
