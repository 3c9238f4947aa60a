namespace Furrow.Core.Log;

/// <summary>The rules an entry must keep to follow those before it, and what of those has to be remembered: the end of the log, and of each origin's own
/// chain.</summary>
public sealed class EntryChain
{
    private readonly Dictionary<Guid, OriginEnd> _origins = [];
    private readonly bool _isWhole;
    private OriginEnd _last;

    private EntryChain(bool isWhole) => _isWhole = isWhole;

    /// <summary>The end of the proved chain.</summary>
    public LogHead Head { get; private set; }

    public long Epoch { get; private set; }

    public DateTimeOffset CommittedAt { get; private set; } = DateTimeOffset.UnixEpoch;

    /// <summary>From the first entry on.</summary>
    public static EntryChain FromStart() => new(isWhole: true);

    /// <summary>From behind an entry on: statements of other origins are proved among themselves, their link to what stands before is not.</summary>
    public static EntryChain Behind(Entry entry)
    {
        var chain = new EntryChain(isWhole: false);
        chain.Add(entry);
        return chain;
    }

    /// <summary>Takes an entry that <see cref="WhyNot"/> has nothing against.</summary>
    public void Add(Entry entry)
    {
        Head = new LogHead(entry.Position, entry.Hash);
        (Epoch, CommittedAt) = (entry.Placement.Epoch, entry.Placement.CommittedAt);
        _last = new OriginEnd(entry.Statement.Origin, entry.Statement.Sequence, entry.StatementHash, entry.Statement.Act);
        _origins[_last.Origin] = _last;
    }

    /// <summary>Why this entry cannot follow, or null when it does.</summary>
    public string? WhyNot(Entry entry)
    {
        var placed = entry.Placement;
        return placed.Position != Head.Position + 1 ? $"entry {Head.Position + 1} is missing; entry {placed.Position} stands in its place"
            : placed.Previous != Head.Hash ? "the placement does not name the hash of the entry before"
            : placed.Statement != entry.StatementHash ? "the statement is not the one its placement names"
            : placed.Epoch < Epoch ? $"the writer's epoch falls from {Epoch} to {placed.Epoch}"
            : placed.CommittedAt < CommittedAt ? $"the time of commit runs back from {CommittedAt:O} to {placed.CommittedAt:O}"
            : WhyNot(entry.Statement);
    }

    private string? WhyNot(Statement statement)
    {
        if (!_origins.TryGetValue(statement.Origin, out var before))
        {
            if (!_isWhole)
            {
                return null;
            }

            before = OriginEnd.Of(statement.Origin);
        }

        return statement.Sequence != before.Sequence + 1 ? $"statement {before.Sequence + 1} of its office is missing; {statement.Sequence} stands in its place"
            : statement.Previous != before.Hash ? "the statement does not name the hash of the one before of its office"
            : (statement.FactName == Log.Act.Name) != statement.IsAct ? "an act that is none, or a fact that stands for an act"
            : statement.IsAct || (before.Act == statement.Act && _last.Origin == statement.Origin) ? null
            : "it does not follow the act it belongs to";
    }
}
