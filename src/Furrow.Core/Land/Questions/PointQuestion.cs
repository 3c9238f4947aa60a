using Furrow.Core.Checks;

namespace Furrow.Core.Land.Questions;

/// <summary>Records that have a point and no polygon: they are no land, and stand on a map all the same.</summary>
internal static class PointQuestion
{
    /// <summary>Where nobody said how well a point is known, it is looked for as near as this.</summary>
    private const double NearMetres = 10;

    /// <summary>Those within whose accuracy a spot lies, the nearest first.</summary>
    public static IReadOnlyList<PointNear> Near(LandLedger land, GridPoint at, int knownAt)
    {
        return [.. Answer(land, knownAt).Select(claim => new PointNear(claim, GroundMeasure.DistanceMetres(claim.Undrawn!.Point!.Value, at)))
            .Where(p => p.DistanceMetres <= Math.Max(p.Claim.Undrawn!.AccuracyMetres ?? 0, NearMetres))
            .OrderBy(p => p.DistanceMetres).ThenBy(p => p.Claim.Id)];
    }

    /// <summary>Those that count as known at an acceptance, in their order.</summary>
    public static IEnumerable<LandClaim> Answer(LandLedger land, int knownAt)
    {
        for (var id = 0; id < land.ClaimCount; id++)
        {
            if (land.Claim(id) is { Undrawn.Point: not null } claim && claim.AcceptedAt <= knownAt
                && !(land.RemovedAt.TryGetValue(id, out var removed) && removed <= knownAt))
            {
                yield return claim;
            }
        }
    }
}

/// <summary>A record with a point and no polygon beside a spot.</summary>
public sealed record PointNear(LandClaim Claim, double DistanceMetres);
