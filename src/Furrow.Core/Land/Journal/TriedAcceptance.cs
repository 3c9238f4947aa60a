namespace Furrow.Core.Land;

/// <summary>The view an acceptance gave last, as long as somebody else keeps it: an import is tried on the land before anybody decides, and the land it gave
/// then is not arranged again when the same reports are accepted, whoever accepts them and when.</summary>
internal sealed class TriedAcceptance
{
    private volatile WeakReference<LandLedger>? _next;

    public LandLedger Keep(LandLedger next)
    {
        _next = new(next);
        return next;
    }

    /// <summary>The view the acceptance gives; null when none is kept, or one of another acceptance.</summary>
    public LandLedger? Find(LandLedger from, LandAcceptance acceptance) =>
        _next is { } kept && kept.TryGetTarget(out var next) && Gives(from, acceptance, next) ? next : null;

    private static bool Gives(LandLedger from, LandAcceptance acceptance, LandLedger next)
    {
        if (next.KnownAt != acceptance.Number || next.ClaimCount != from.ClaimCount + acceptance.Adds.Count
            || next.RemovedAt.Count != from.RemovedAt.Count + acceptance.Removes.Count
            || !acceptance.Removes.All(claim => next.RemovedAt.TryGetValue(claim, out var at) && at == acceptance.Number))
        {
            return false;
        }

        for (var i = 0; i < acceptance.Adds.Count; i++)
        {
            if (!next.Claim(from.ClaimCount + i).SaysTheSameAs(acceptance.Adds[i]))
            {
                return false;
            }
        }

        return true;
    }
}
