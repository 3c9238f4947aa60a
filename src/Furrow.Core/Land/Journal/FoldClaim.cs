namespace Furrow.Core.Land;

/// <summary>What the fold needs of a claim, with the numbers its ledger gave to the areas it names: plain values side by side, for every face asks for
/// them. The numbers are held by the claim, so that a later report cannot change how an earlier one is read.</summary>
/// <param name="Area">Number of the hazardous area (see <see cref="AreaNames"/>); −1 for none.</param>
/// <param name="Predecessors">Numbers of the areas it grew out of.</param>
internal readonly record struct FoldClaim(int Id, int Day, int PlacedAt, int Row, int Part, int AcceptedAt, LandEffect Effect, KindSet Kinds,
    bool IsTooShallow, bool SurfaceReleases, bool Baseline, int Area, int[] Predecessors)
{
    private const int Few = 24;

    /// <param name="areas">Must know the codes the claim names.</param>
    public static FoldClaim Of(LandClaim claim, AreaNames areas) => Of(claim, areas.NumberOf(claim.HazardousArea),
        claim.Predecessors.Count == 0 ? [] : [.. claim.Predecessors.Select(areas.NumberOf)]);

    public static FoldClaim Of(LandClaim claim, int area, int[] predecessors) => new(claim.Id, claim.Day, claim.PlacedAt, claim.Row, claim.Part,
        claim.AcceptedAt, claim.Effect, claim.Kinds, claim.DepthSearchedCm < claim.DepthRequiredCm, claim.SurfaceReleases, claim.Baseline, area, predecessors);

    /// <summary>Order of claims: day spoken of, acceptance that gave the report its place, row, part, number.</summary>
    public static int Compare(in FoldClaim a, in FoldClaim b) =>
        a.Day != b.Day ? a.Day.CompareTo(b.Day)
        : a.PlacedAt != b.PlacedAt ? a.PlacedAt.CompareTo(b.PlacedAt)
        : a.Row != b.Row ? a.Row.CompareTo(b.Row)
        : a.Part != b.Part ? a.Part.CompareTo(b.Part)
        : a.Id.CompareTo(b.Id);

    /// <summary>Puts claims into order. A spot has few, mostly in order already; so they are put in one by one.</summary>
    public static void Sort(Span<FoldClaim> claims)
    {
        if (claims.Length > Few)
        {
            claims.Sort(static (a, b) => Compare(a, b));
            return;
        }

        for (var i = 1; i < claims.Length; i++)
        {
            if (Compare(claims[i - 1], claims[i]) > 0)
            {
                var claim = claims[i];
                var at = i;
                for (; at > 0 && Compare(claims[at - 1], claim) > 0; at--)
                {
                    claims[at] = claims[at - 1];
                }

                claims[at] = claim;
            }
        }
    }
}
