namespace Furrow.Core.Land.Questions;

/// <summary>What is known of one point. On a border between faces the more restrictive side answers.</summary>
internal static class SpotQuestion
{
    public static SpotHistory Answer(LandLedger known, GridPoint at)
    {
        var cell = CellId.Of(at);
        int[] claims = known.Cells.Find(cell) is { } content ? ClaimsAt(known, content, cell, at) : [];
        var faces = new FaceStatus(known);
        var histories = faces.Histories(claims);
        var lines = faces.LinesOf(claims);
        var spoken = new List<SpotClaim>();
        var ordered = Array.ConvertAll(claims, c => known.FoldClaims[c]);
        FoldClaim.Sort(ordered);
        foreach (var claim in ordered.Select(c => known.Claim(c.Id)))
        {
            spoken.Add(new SpotClaim(claim, [.. lines.Where(l => l.Claim == claim.Id).Select(l => new SpotMove(l.Mask, l.From, l.To, l.Heading))]));
        }

        return new SpotHistory(at, known.KnownAt, histories, spoken);
    }

    private static int[] ClaimsAt(LandLedger known, CellContent content, CellId cell, GridPoint at)
    {
        var faces = new FaceStatus(known);
        int[] best = [];
        var strictest = -1;
        long x = at.Lon - cell.Corner.Lon, y = at.Lat - cell.Corner.Lat;
        // A spot on the line between parts of a crowded cell lies in all of them: the strictest answer counts, as at every border.
        foreach (var part in known.Split.PartsOf(Array.FindAll(content.Claims, c => known.Counts(c.Claim))).Parts)
        {
            if (x < part.X || x > part.X + part.Side || y < part.Y || y > part.Y + part.Side)
            {
                continue;
            }

            var arranger = CellArranger.OfThisThread;
            var edges = arranger.Arrange(part);
            foreach (var cover in CoversAt(edges, Node.Of((int)(x - part.X), (int)(y - part.Y))))
            {
                var claims = part.ClaimsOf(arranger.Covers, cover);
                var restriction = faces.StateAt(claims, KindSet.Overall, int.MaxValue) is { } state ? Statuses.Restriction(state.To) : 0;
                if (restriction > strictest)
                {
                    (best, strictest) = (claims, restriction);
                }
            }
        }

        return best;
    }

    /// <summary>Covers that meet at a node of the grid: both sides of every edge it lies on, else the cover above the next edge below.</summary>
    private static HashSet<int> CoversAt(ReadOnlySpan<Edge> edges, ulong node)
    {
        var on = new HashSet<int>();
        var below = -1;
        int x = Node.X(node), y = Node.Y(node);
        for (var i = 0; i < edges.Length; i++)
        {
            ref readonly var e = ref edges[i];
            int x1 = Node.X(e.A), x2 = Node.X(e.B);
            if (x < x1 || x > x2)
            {
                continue;
            }

            var turn = Node.Turn(e.A, e.B, node);
            if (turn == 0 && y >= Math.Min(Node.Y(e.A), Node.Y(e.B)) && y <= Math.Max(Node.Y(e.A), Node.Y(e.B)))
            {
                on.Add(e.Left);
                on.Add(e.Right);
            }
            else if (turn > 0 && x < x2 && (below < 0 || IsHigher(e, edges[below], x)))
            {
                below = i;
            }
        }

        on.Remove(0);
        return on.Count > 0 ? on : below >= 0 ? [edges[below].Left] : [];
    }

    private static bool IsHigher(in Edge e, in Edge f, int x) => HeightTimes(e, x) * WidthOf(f) > HeightTimes(f, x) * WidthOf(e);

    private static Int128 HeightTimes(in Edge e, int x) =>
        (Int128)Node.Y(e.A) * WidthOf(e) + (Int128)(Node.Y(e.B) - Node.Y(e.A)) * (x - Node.X(e.A));

    private static long WidthOf(in Edge e) => Node.X(e.B) - Node.X(e.A);
}
