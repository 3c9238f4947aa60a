using Furrow.Core.Checks;
using Furrow.Core.Land;

namespace Furrow.Server.Imports;

/// <summary>Under which headings the land ledger has journalled the parts of each report, from the postings: a check that reads a heading judges as the
/// table of moves does.</summary>
internal static class HeadingHits
{
    /// <param name="causedBy">Only what this acceptance posted; null takes all.</param>
    public static IReadOnlyDictionary<Guid, IReadOnlyList<HeadingHit>> Of(LandLedger land, int? causedBy = null)
    {
        var sums = new Dictionary<(int Claim, Heading Heading), long>();
        foreach (var posting in land.Postings.Range(0, land.Postings.Count))
        {
            if ((causedBy is null || posting.Cause == causedBy) && posting.Heading is not (Heading.Move or Heading.Rounding) && posting.Claim >= 0
                && (posting.Kinds & KindSet.Overall) != 0)
            {
                sums[(posting.Claim, posting.Heading)] = sums.GetValueOrDefault((posting.Claim, posting.Heading)) + posting.AmountMicro;
            }
        }

        return sums.Where(s => s.Value != 0)
            .Select(s => (Claim: land.Claim(s.Key.Claim), s.Key.Heading, Area: s.Value))
            .GroupBy(h => h.Claim.Report)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<HeadingHit>)[.. g.OrderBy(h => h.Claim.Part).ThenBy(h => h.Heading)
                .Select(h => new HeadingHit(h.Claim.Part, h.Heading, h.Area, h.Claim.IsUnlocated ? null : h.Claim.Shape.Polygons[0][0][0]))]);
    }
}
