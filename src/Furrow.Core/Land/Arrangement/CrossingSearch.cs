using System.Numerics;
using System.Runtime.Intrinsics;

namespace Furrow.Core.Land;

/// <summary>Finds where segments of a square cross, and which of them a node that is not an end may lie on: only those need to be searched along. Small
/// squares are bound by branches guessed wrongly, so boxes are compared eight at a time.</summary>
internal sealed class CrossingSearch(CellSegments segments)
{
    /// <summary>The crossings, rounded to nodes; several segments through one point give it several times.</summary>
    public List<ulong> Found { get; } = [];

    public NodingBudget? Budget { get; set; }

    /// <summary>Finds the crossings, and marks the groups that a node may lie on.</summary>
    public void Run()
    {
        Found.Clear();
        FindCrossings();
        WatchCrossings();
    }

    private void FindCrossings()
    {
        var sorted = segments.Sorted;
        var groups = segments.Groups;
        for (var i = 0; i < groups.Length; i++)
        {
            ref var g = ref groups[i];
            if (g.IsOnFrame)
            {
                continue;
            }

            var (j, met) = (i + 1, 0);
            for (; !segments.IsBeyond(g, j); j += Vector256<int>.Count)
            {
                for (var near = segments.Near(g, j); near != 0; near &= near - 1)
                {
                    ref var h = ref groups[j + BitOperations.TrailingZeroCount(near)];
                    Meet(sorted[g.First], sorted[h.First], ref g, ref h);
                    met++;
                }

                if (Budget is { IsSpent: true })
                {
                    return;
                }
            }

            if (Budget is { } budget && !budget.Take(j - i + NodingBudget.StepsOfMeeting * met))
            {
                return;
            }
        }
    }

    /// <summary>Two groups whose boxes meet: where they cross is a node, and an end of one may lie in the way of the other. Where one only follows the
    /// other, as pieces of an outline mostly do, neither is so.</summary>
    private void Meet(in CellSegments.Segment s, in CellSegments.Segment t, ref CellSegments.Group g, ref CellSegments.Group h)
    {
        if (s.B == t.A && g.Left < g.Right && h.Left < h.Right)
        {
            return; // one ends in the column where the other begins
        }

        var side = segments.Side;
        var haveEnd = s.A == t.A || s.B == t.B || s.B == t.A;
        if (!haveEnd && Crossing.Of(s.A, s.B, t.A, t.B, side) is { } node)
        {
            Found.Add(node);
            Budget?.Cross();
            g.IsBusy = h.IsBusy = true;
            return;
        }

        g.IsBusy = g.IsBusy || Crossing.IsInTheWay(s.A, s.B, t.A, side) || Crossing.IsInTheWay(s.A, s.B, t.B, side);
        h.IsBusy = h.IsBusy || Crossing.IsInTheWay(t.A, t.B, s.A, side) || Crossing.IsInTheWay(t.A, t.B, s.B, side);
    }

    /// <summary>A crossing may lie in the way of a third segment; where there are many, of any.</summary>
    private void WatchCrossings()
    {
        var groups = segments.Groups;
        if (Found.Count > groups.Length / 4)
        {
            foreach (ref var g in groups)
            {
                g.IsBusy = true;
            }

            return;
        }

        foreach (var node in Found)
        {
            int x = Node.X(node), y = Node.Y(node), first = segments.FirstReaching(x), i = first;
            for (; i < groups.Length && groups[i].Left <= x; i++)
            {
                ref var g = ref groups[i];
                g.IsBusy = g.IsBusy || (x <= g.Right && y >= g.Low && y <= g.High);
            }

            if (Budget is { } budget && !budget.Take(1 + i - first))
            {
                return;
            }
        }
    }
}
