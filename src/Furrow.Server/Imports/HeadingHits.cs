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
        return Of(land.Postings.Range(0, land.Postings.Count).Where(p => (causedBy is null || p.Cause == causedBy) && Says(p)), land.Claim);
    }

    /// <summary>The same of an acceptance that was only tried.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlyList<HeadingHit>> Of(AcceptanceJournal tried) => Of(tried.Postings, tried.Claim);

    /// <summary>It says under which heading something was journalled, and of all kinds together.</summary>
    public static bool Says(Posting posting) =>
        posting.Heading is not (Heading.Move or Heading.Rounding) && posting.Claim >= 0 && (posting.Kinds & KindSet.Overall) != 0;

    private static Dictionary<Guid, IReadOnlyList<HeadingHit>> Of(IEnumerable<Posting> postings, Func<int, LandClaim> claim)
    {
        var sums = new Dictionary<(int Claim, Heading Heading), long>();
        foreach (var posting in postings)
        {
            sums[(posting.Claim, posting.Heading)] = sums.GetValueOrDefault((posting.Claim, posting.Heading)) + posting.AmountMicro;
        }

        return sums.Where(s => s.Value != 0)
            .Select(s => (Claim: claim(s.Key.Claim), s.Key.Heading, Area: s.Value))
            .GroupBy(h => h.Claim.Report)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<HeadingHit>)[.. g.OrderBy(h => h.Claim.Part).ThenBy(h => h.Heading)
                .Select(h => new HeadingHit(h.Claim.Part, h.Heading, h.Area, h.Claim.IsUnlocated ? null : h.Claim.Shape.Polygons[0][0][0]))]);
    }
}
