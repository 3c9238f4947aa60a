using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>A point entered twice in one line, in a row or farther on; or a ring some of whose fellows are closed while it is not.</summary>
public static class RepeatedPoints
{
    public static readonly Check Check = new("repeated-points", Severity.Notice,
        "A point is entered twice in one polygon, or the ring is not closed as its file closes rings.", Judge)
    {
        Concerns = s => s.AnyPart(static p => p.Drawn is { } drawn && !(p.IsPlain && drawn is [{ Length: 1 }])),
    };

    private static readonly Fix DropThem = new("drop-repeats", $"Drop the repeated points and close the ring once; the land does not change.", MendDrawn: Drop);

    private static readonly Fix DropLastTwo = new("drop-last-two", $"Drop the last two points: they begin the line again; the land does not change.",
        MendDrawn: drawn => [.. drawn.Select(polygon => polygon.Select(RepeatedInRing.WithoutLastTwo).ToArray())]);

    private static readonly Fix LookAgain = new("enter-again",
        $"Compare the point with the source: a point was probably entered twice, or one in the place of another.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            if (part.Drawn is null)
            {
                continue;
            }

            int repeats = 0, closings = 0, closed = 0, open = 0;
            foreach (var ring in part.Drawn.SelectMany(polygon => polygon))
            {
                var isClosed = ring.Length > 1 && ring[0] == ring[^1];
                (closed, open) = isClosed ? (closed + 1, open) : (closed, open + 1);
                var (ofRing, ofClosing) = RepeatedInRing.InARow(ring);
                (repeats, closings) = (repeats + ofRing, closings + ofClosing);
            }

            foreach (var finding in InARow(s, part.Index, repeats, closings).Concat(Elsewhere(s, part)))
            {
                yield return finding;
            }

            if (closed > 0 && open > 0)
            {
                yield return s.Found(Check, "closing", $"{open} of {open + closed} rings are not closed.", DropThem, part.Index);
            }
        }
    }

    private static IEnumerable<Finding> InARow(CheckSubject s, int part, int repeats, int closings)
    {
        if (repeats > 0)
        {
            yield return s.Found(Check, "repeated", repeats == 1
                ? $"One point is entered twice in a row." : (Phrase)$"{repeats} points are entered twice in a row.", DropThem, part);
        }

        if (closings > 0)
        {
            yield return s.Found(Check, "closing-point", $"The point that closes the line is entered more than once.", DropThem, part);
        }
    }

    /// <summary>A line that comes back to a point it has already, farther on.</summary>
    private static IEnumerable<Finding> Elsewhere(CheckSubject s, CheckedPart part)
    {
        foreach (var ring in part.IsPlain ? [] : part.Drawn!.SelectMany(polygon => polygon).Select(RingGeometry.WithoutRepeats))
        {
            if (RepeatedInRing.IsBegunAgain(ring))
            {
                yield return s.Found(Check, "last-two", $"The last two points of the line are its first two again.", DropLastTwo, part.Index, at: ring[^1]);
            }
            else if (RepeatedInRing.Again(ring) is var (at, times))
            {
                yield return s.Found(Check, "not-in-a-row", $"The line comes to the point {at.ToString()} {times} times, not in a row.", LookAgain, part.Index, at: at);
            }
        }
    }

    private static GridPoint[][][] Drop(IReadOnlyList<GridPoint[][]> drawn) =>
        [.. drawn.Select(polygon => polygon.Select(RingGeometry.WithoutRepeats).ToArray())];
}
