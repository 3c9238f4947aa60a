namespace Furrow.Core.Land.Questions;

/// <summary>Records that have a point or the name of a place, and no polygon: they are no land, and stand on a map all the same.</summary>
internal static class PointQuestion
{
    /// <summary>Those that count as known at an acceptance, in their order.</summary>
    public static IEnumerable<LandClaim> Answer(LandLedger land, int knownAt)
    {
        for (var id = 0; id < land.ClaimCount; id++)
        {
            if (land.Claim(id) is { Undrawn: not null } claim && claim.AcceptedAt <= knownAt
                && !(land.RemovedAt.TryGetValue(id, out var removed) && removed <= knownAt))
            {
                yield return claim;
            }
        }
    }
}
