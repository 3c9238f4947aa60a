using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>What a state knows of the log itself, whatever its subjects are.</summary>
/// <param name="Position">Of the last entry folded; 0 before the first.</param>
/// <param name="CommittedAt">When that was committed.</param>
/// <param name="Unread">Facts of a later release, the oldest first.</param>
/// <param name="HeldBack">How many facts were held back because an unread one stands before them.</param>
internal sealed record Kernel(long Position, DateTimeOffset CommittedAt, ImmutableList<UnreadFact> Unread, int HeldBack)
{
    public static readonly Kernel Empty = new(0, DateTimeOffset.UnixEpoch, [], 0);

    /// <summary>The fact as one of a later release; null when this one reads it.</summary>
    public static UnreadFact? UnreadOf(Placed placed)
    {
        if (placed.Fact is UnknownFact unknown)
        {
            return new UnreadFact(placed.Position, unknown.Name, unknown.Version, unknown.Scopes);
        }

        return ProgrammeVersions.AreOfALaterRelease(placed.Fact) && FactNames.Of(placed.Fact) is var kind
            ? new UnreadFact(placed.Position, kind.Name, kind.Version, Scopes.Land) : null;
    }

    /// <summary>Facts of one subject, found by their names, as the fold of the whole log takes them: without those that are unread, and without those that
    /// an unread one before them holds back.</summary>
    public IEnumerable<Placed> Taken(IEnumerable<Placed> facts)
    {
        var first = Unread.SelectMany(u => Bits(u.Scopes).Select(bit => (bit, u.Position))).GroupBy(u => u.bit)
            .ToDictionary(g => g.Key, g => g.Min(u => u.Position));
        return facts.Where(p => UnreadOf(p) is not null ? p.Fact is ProgrammeOpened : !IsHeldBack(p));

        bool IsHeldBack(Placed placed) =>
            first.Count > 0 && Bits(FactScopes.Of(placed.Fact)).Any(bit => first.TryGetValue(bit, out var position) && position < placed.Position);
    }

    private static IEnumerable<int> Bits(Scopes scopes) => Enumerable.Range(0, 32).Select(i => 1 << i).Where(bit => ((int)scopes & bit) != 0);
}
