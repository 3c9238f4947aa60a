using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Pairs that share land. Faces already know who covers them, so this only sums.</summary>
internal static class OverlapQuestion
{
    /// <summary>Pairs within one face beyond this many claims are not listed one by one: ten thousand copies of one polygon are one finding.</summary>
    private const int MostClaimsPerFace = 64;

    public static IReadOnlyList<ClaimOverlap> Answer(LandLedger land, GridBox? within)
    {
        var pairs = new Dictionary<(int, int), long>();
        foreach (var (_, _, span) in Spans.Within(land, within))
        {
            foreach (var face in span.Content.Faces)
            {
                Add(pairs, face.Claims, face.AreaMicro * span.Count);
            }
        }

        return Sorted(pairs);
    }

    public static IReadOnlyList<ClaimOverlap> Among(IReadOnlyList<Shape> shapes)
    {
        var adds = new LandClaim[shapes.Count];
        for (var i = 0; i < adds.Length; i++)
        {
            adds[i] = new LandClaim
            {
                Id = i, Report = Guid.Empty, ReportCode = "", ReportKind = ReportKind.QualityControl, Part = 0, Effect = LandEffect.Inspect,
                Kinds = KindSet.ApMines, Day = 1, PlacedAt = 1, Row = i, AcceptedAt = 1, Shape = shapes[i], Organisation = "",
            };
        }

        var pairs = new Dictionary<(int, int), long>();
        foreach (var row in RowChanges.Of(adds, []))
        {
            foreach (var interval in row.Against([]))
            {
                if (interval.Changes.Count > 1)
                {
                    CellClaim[] claims = [.. interval.Changes.Select(c => c.Claim)];
                    foreach (var face in CellFaces.Of(claims, row.Number, CellSplit.Standard))
                    {
                        Add(pairs, face.Claims, face.AreaMicro * (interval.To - interval.From + 1));
                    }
                }
            }
        }

        return Sorted(pairs);
    }

    private static void Add(Dictionary<(int, int), long> pairs, int[] claims, long area)
    {
        var count = Math.Min(claims.Length, MostClaimsPerFace);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, (claims[i], claims[j]), out _) += area;
            }
        }
    }

    private static List<ClaimOverlap> Sorted(Dictionary<(int, int), long> pairs) =>
        [.. pairs.Select(p => new ClaimOverlap(p.Key.Item1, p.Key.Item2, p.Value)).OrderBy(p => p.First).ThenBy(p => p.Second)];
}
