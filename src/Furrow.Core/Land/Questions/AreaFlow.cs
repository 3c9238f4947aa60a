using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Counts hazardous areas as they open and close. Each report is one step, in the order of the ledger: an area that opens and closes within the
/// period stands in both columns, as its m² do, and one that opens again is opened again. So opening + opened − closed = closing, whatever happened.
/// </summary>
internal sealed class AreaFlow(KindSet kind)
{
    /// <summary>The step of a report; the parts of one report are one step.</summary>
    private readonly record struct Step(int Day, int PlacedAt, int Row) : IComparable<Step>
    {
        /// <summary>Everything before the period, as one step.</summary>
        public static readonly Step Before = new(int.MinValue, 0, 0);

        public static Step Of(in FoldClaim claim) => new(claim.Day, claim.PlacedAt, claim.Row);

        public int CompareTo(Step other) => (Day, PlacedAt, Row).CompareTo((other.Day, other.PlacedAt, other.Row));
    }

    /// <summary>How much more of an area's outline a step made a hazard, and drew.</summary>
    private readonly Dictionary<(int Area, Step At), (long Hazard, long Registered)> _changes = [];

    /// <summary>What the face at hand was for its areas, in the order they came: inside the outline, and still a hazard.</summary>
    private readonly List<(bool Drawn, bool Hazard)> _was = [];

    /// <summary>How often an area was looked at: what the counting costs.</summary>
    public long Looked { get; private set; }

    public void StartFace() => _was.Clear();

    /// <param name="claim">What has just been applied to the face; null for everything before the period.</param>
    public void Follow(OutlineFold face, FoldClaim? claim, long micro)
    {
        while (_was.Count < face.Areas.Length)
        {
            _was.Add(default);
        }

        var at = claim is { } one ? Step.Of(one) : Step.Before;
        for (var i = 0; face.IsAllChanged && i < face.Areas.Length; i++)
        {
            Follow(face, i, at, micro);
        }

        foreach (var i in face.IsAllChanged ? [] : face.Changed)
        {
            Follow(face, i, at, micro);
        }
    }

    private void Follow(OutlineFold face, int i, Step at, long micro)
    {
        Looked++;
        ref readonly var area = ref face.Areas[i];
        var found = face.StatusOf(area, kind);
        var now = (Drawn: found is not null, Hazard: found is { Part: OutlinePart.Remaining });
        if (now != _was[i])
        {
            ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(_changes, (area.Area, at), out _);
            change.Hazard += Sign(now.Hazard, _was[i].Hazard) * micro;
            change.Registered += Sign(now.Drawn, _was[i].Drawn) * micro;
            _was[i] = now;
        }
    }

    public AreaCount Count()
    {
        var count = new AreaCount(0, 0, 0, 0);
        foreach (var area in _changes.GroupBy(c => c.Key.Area))
        {
            var (isOpen, hazard, registered) = (false, 0L, 0L);
            foreach (var ((_, at), change) in area.OrderBy(c => c.Key.At))
            {
                (hazard, registered) = (hazard + change.Hazard, registered + change.Registered);
                var opens = AreaLand.IsOpen(hazard, registered);
                count = at == Step.Before ? count with { Opening = count.Opening + (opens ? 1 : 0) }
                    : opens && !isOpen ? count with { Opened = count.Opened + 1 }
                    : isOpen && !opens ? count with { Closed = count.Closed + 1 }
                    : count;
                isOpen = opens;
            }

            count = count with { Closing = count.Closing + (isOpen ? 1 : 0) };
        }

        return count;
    }

    private static int Sign(bool now, bool before) => (now ? 1 : 0) - (before ? 1 : 0);
}
