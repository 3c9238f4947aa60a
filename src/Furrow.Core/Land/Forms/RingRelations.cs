using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Which ring lies wholly in which other, found from the faces: no vertex decides, so rings may touch, cross or be equal.</summary>
internal sealed class RingRelations
{
    /// <summary>For each ring those that lie around every face it encloses, itself left out; ascending. Null: it encloses nothing.</summary>
    private readonly int[]?[] _around;

    public RingRelations(FaceCovers covers, int rings, NodingBudget budget)
    {
        _around = new int[rings][];
        var here = new List<int>();
        for (var cover = 1; cover < covers.Count; cover++)
        {
            here.Clear();
            foreach (ref readonly var ring in covers.Of(cover))
            {
                here.Add(ring.Ring);
            }

            foreach (var ring in here)
            {
                var before = _around[ring];
                if (!budget.Take((before?.Length ?? 0) + here.Count))
                {
                    return;
                }

                if (before is not { Length: 0 })
                {
                    _around[ring] = before is null ? [.. here.Where(r => r != ring)] : Common(before, here);
                }
            }
        }
    }

    /// <summary>The rings that lie around a ring and are not the same as it.</summary>
    public IEnumerable<int> Around(int ring) => (_around[ring] ?? []).Where(other => !IsIn(other, ring));

    /// <summary>Whether a ring lies in another, and the other not in it.</summary>
    public bool LiesIn(int ring, int other) => IsIn(ring, other) && !IsIn(other, ring);

    /// <summary>Whether a ring lies in another, or is equal to it.</summary>
    public bool IsIn(int ring, int other) => Array.BinarySearch(_around[ring] ?? [], other) >= 0;

    private static int[] Common(int[] before, List<int> here)
    {
        var kept = new List<int>();
        for (int i = 0, j = 0; i < before.Length && j < here.Count;)
        {
            if (before[i] == here[j])
            {
                kept.Add(before[i]);
            }

            (i, j) = before[i] == here[j] ? (i + 1, j + 1) : before[i] < here[j] ? (i + 1, j) : (i, j + 1);
        }

        return [.. kept];
    }
}
