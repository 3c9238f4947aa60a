using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>A decision on a group of findings, and the act that took it.</summary>
/// <param name="Group">Key of the group.</param>
/// <param name="Batch">The file whose findings were decided; null for the group of everything.</param>
/// <param name="Decision">One of <see cref="FindingDecision"/>.</param>
public sealed record DecidedGroup(string Group, Guid? Batch, string Decision, Act Act)
{
    public static DecidedGroup Of(FindingsDecided fact, Act act) => new(fact.Group, fact.Batch, fact.Decision, act);
}
