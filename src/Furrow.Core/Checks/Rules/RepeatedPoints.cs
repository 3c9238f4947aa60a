using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>A point entered twice in a row, or a ring some of whose fellows are closed while it is not.</summary>
public static class RepeatedPoints
{
    public static readonly Check Check = new("repeated-points", Severity.Notice,
        "A point is entered twice in a row, or the ring is not closed as its file closes rings.", Judge)
    {
        Concerns = s => s.AnyPart(static p => p.Drawn is { } drawn && !(p.IsPlain && drawn is [{ Length: 1 }])),
    };

    private static readonly Fix DropThem = new("drop-repeats", $"Drop the repeated points and close the ring once; the land does not change.", MendDrawn: Drop);

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            if (part.Drawn is null)
            {
                continue;
            }

            int repeats = 0, closed = 0, open = 0;
            foreach (var polygon in part.Drawn)
            {
                foreach (var ring in polygon)
                {
                    var isClosed = ring.Length > 1 && ring[0] == ring[^1];
                    (closed, open) = isClosed ? (closed + 1, open) : (closed, open + 1);
                    repeats += Repeats(ring);
                }
            }

            if (repeats > 0)
            {
                yield return s.Found(Check, "repeated", repeats == 1
                    ? $"One point is entered twice in a row." : (Phrase)$"{repeats} points are entered twice in a row.", DropThem, part.Index);
            }

            if (closed > 0 && open > 0)
            {
                yield return s.Found(Check, "closing", $"{open} of {open + closed} rings are not closed.", DropThem, part.Index);
            }
        }
    }

    private static int Repeats(GridPoint[] ring)
    {
        var repeats = 0;
        for (var i = 1; i < ring.Length; i++)
        {
            repeats += ring[i] == ring[i - 1] ? 1 : 0;
        }

        return repeats;
    }

    private static GridPoint[][][] Drop(IReadOnlyList<GridPoint[][]> drawn) =>
        [.. drawn.Select(polygon => polygon.Select(RingGeometry.WithoutRepeats).ToArray())];
}
