using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Points that stand twice in one ring.</summary>
internal static class RepeatedInRing
{
    /// <summary>How many points repeat the one before them: within the line, and at its end, where the point that closes it is entered again.</summary>
    public static (int Within, int Closing) InARow(GridPoint[] ring)
    {
        var end = ring.Length;
        while (end > 2 && ring[end - 1] == ring[end - 2] && ring[end - 1] == ring[0])
        {
            end--;
        }

        // A ring of one point alone repeats it within, and closes nothing.
        var isLine = Array.Exists(ring, p => p != ring[0]);
        var within = 0;
        for (var i = 1; i < (isLine ? end : ring.Length); i++)
        {
            within += ring[i] == ring[i - 1] ? 1 : 0;
        }

        return (within, isLine ? ring.Length - end : 0);
    }

    /// <summary>Of a ring without repeats in a row: after its last corner the first two are entered again.</summary>
    public static bool IsBegunAgain(GridPoint[] ring) => ring.Length > 4 && ring[^2] == ring[0] && ring[^1] == ring[1];

    public static GridPoint[] WithoutLastTwo(GridPoint[] ring) =>
        RingGeometry.WithoutRepeats(ring) is var open && IsBegunAgain(open) ? open[..^2] : ring;

    /// <summary>Of a ring without repeats in a row: the point that stands in it most often, at least twice. The foot of a spike is left to the check of
    /// rings.</summary>
    public static (GridPoint At, int Times)? Again(GridPoint[] ring)
    {
        var times = new Dictionary<GridPoint, (int Times, int Last)>(ring.Length);
        (GridPoint At, int Times)? most = null;
        for (var i = 0; i < ring.Length; i++)
        {
            var (before, last) = times.GetValueOrDefault(ring[i], (0, -1));
            var isSpike = before > 0 && (i - last == 2 || last + ring.Length - i == 2);
            times[ring[i]] = (isSpike ? before : before + 1, i);
            if (!isSpike && before > 0 && before + 1 > (most?.Times ?? 1))
            {
                most = (ring[i], before + 1);
            }
        }

        return most;
    }
}
