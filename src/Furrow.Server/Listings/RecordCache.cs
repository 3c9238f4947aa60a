using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Rights;
using Furrow.Store;

namespace Furrow.Server.Listings;

/// <summary>Which entries of the log speak of which thing. The facts of a subject are read once, and then those that came since; kept are
/// positions alone.</summary>
public sealed class RecordCache
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Known> _subjects = [];

    /// <summary>What happened to a thing, the first first.</summary>
    /// <param name="row">What the thing is kept as: its facts are those of the subjects in the same folder of the core.</param>
    public IReadOnlyList<Placed> Of(ILog log, ProgrammeState state, Type row, Guid id)
    {
        lock (_lock)
        {
            return [.. Read(log, state, row).GetValueOrDefault(id, []).Where(p => p <= state.Position).Select(p => log.FindFact(p)!.Value)];
        }
    }

    /// <summary>Names of the facts a list of such rows tells of.</summary>
    public static IReadOnlyList<string> FactsOf(Type row) =>
        [.. Subjects.All.Where(s => s.State.Namespace == row.Namespace).SelectMany(s => s.FactNames).Distinct()];

    private Dictionary<Guid, List<long>> Read(ILog log, ProgrammeState state, Type row)
    {
        if (!_subjects.TryGetValue(row.Namespace!, out var known))
        {
            _subjects[row.Namespace!] = known = new Known();
        }

        foreach (var placed in state.Position > known.UpTo ? log.ReadIndexed(FactsOf(row), known.UpTo, state.Position) : [])
        {
            foreach (var named in Named(state, placed.Fact))
            {
                if (!known.At.TryGetValue(named, out var positions))
                {
                    known.At[named] = positions = [];
                }

                positions.Add(placed.Position);
            }
        }

        known.UpTo = Math.Max(known.UpTo, state.Position);
        return known.At;
    }

    /// <summary>What a fact says it is about; one that makes something names it by its own ids.</summary>
    private static HashSet<Guid> Named(ProgrammeState state, IFact fact) => [.. RightRules.NamedBy(state, fact),
        .. fact.GetType().GetProperties().Where(p => p.PropertyType == typeof(Guid)).Select(p => (Guid)p.GetValue(fact)!)];

    private sealed class Known
    {
        public long UpTo { get; set; }

        public Dictionary<Guid, List<long>> At { get; } = [];
    }
}
