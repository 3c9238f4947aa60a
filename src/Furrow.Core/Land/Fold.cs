using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>One thing a claim did to a face, for the kinds that share it. Area numbers name hazardous areas; −1 is none.</summary>
internal readonly record struct FoldLine(int Claim, KindSet Mask, LandStatus From, LandStatus To, Heading Heading, int FromArea, int ToArea);

/// <summary>The fold of a face: its covering claims in order give, for each kind, for the overall projection and for custody, what each claim did.
/// Every claim gives a line for each of its kinds, whether or not the status moved: so nothing that was said is lost.</summary>
internal sealed class Fold
{
    private readonly LandStatus[] _status = new LandStatus[Kinds.Count];
    private readonly int[] _holder = new int[Kinds.Count];

    /// <summary>The released status that an investigation has set aside.</summary>
    private readonly LandStatus[] _setAside = new LandStatus[Kinds.Count];
    private LandStatus _custody;
    private (LandStatus Status, int Holder) _overall;

    [ThreadStatic]
    private static Fold? _ofThisThread;

    public static Fold OfThisThread => _ofThisThread ??= new Fold();

    /// <param name="ordered">Covering claims in order.</param>
    public void Run(ReadOnlySpan<FoldClaim> ordered, List<FoldLine> lines)
    {
        Array.Clear(_status);
        Array.Fill(_holder, -1);
        _custody = LandStatus.NotHandedOver;
        _overall = (LandStatus.Unrecorded, -1);
        foreach (ref readonly var claim in ordered)
        {
            if (claim.Effect is LandEffect.HandOver or LandEffect.TakeBack)
            {
                Custody(claim, lines);
            }
            else
            {
                Apply(claim, lines);
            }
        }
    }

    private void Custody(in FoldClaim claim, List<FoldLine> lines)
    {
        var to = claim.Effect == LandEffect.HandOver ? LandStatus.HandedOver : LandStatus.TakenBack;
        var heading = claim.Effect == LandEffect.HandOver && !Statuses.IsReleased(_overall.Status) ? Heading.HandoverOfUnreleased
            : to == _custody ? Heading.Repeated : Heading.Move;
        lines.Add(new FoldLine(claim.Id, KindSet.Custody, _custody, to, heading, -1, -1));
        _custody = to;
    }

    private void Apply(in FoldClaim claim, List<FoldLine> lines)
    {
        var (overallBefore, holderBefore) = _overall;
        var first = lines.Count;
        for (var k = 0; k < Kinds.Count; k++)
        {
            if (((int)claim.Kinds & (1 << k)) == 0)
            {
                continue;
            }

            var from = _status[k];
            var heldBy = _holder[k];
            var (to, heading) = Next(claim, from, k);
            _status[k] = to;
            _holder[k] = HolderAfter(claim, from, to, heldBy);
            Add(lines, first, new FoldLine(claim.Id, (KindSet)(1 << k), from, to, heading, heldBy, _holder[k]));
        }

        _overall = Overall();
        var (overallAfter, holderAfter) = _overall;
        var stated = lines.Count > first ? lines[first].Heading : Heading.Repeated;
        Add(lines, first, new FoldLine(claim.Id, KindSet.Overall, overallBefore, overallAfter, HeadingOfOverall(lines, first, stated), holderBefore,
            holderAfter));
    }

    /// <summary>A hazard keeps its name when it is surveyed again, unless the new area says it grew out of the old one; released land keeps the
    /// name of the area it was released from.</summary>
    private static int HolderAfter(in FoldClaim claim, LandStatus from, LandStatus to, int heldBy)
    {
        var area = claim.Area;
        if (!Statuses.IsHazard(to))
        {
            return heldBy >= 0 ? heldBy : from != to ? area : -1;
        }

        var passes = !Statuses.IsHazard(from) || heldBy < 0 || from != to || Array.IndexOf(claim.Predecessors, heldBy) >= 0;
        return passes && area >= 0 ? area : heldBy;
    }

    /// <summary>The overall line goes under the heading of the first kind that moved, else of the first kind.</summary>
    private static Heading HeadingOfOverall(List<FoldLine> lines, int first, Heading stated)
    {
        for (var i = first; i < lines.Count; i++)
        {
            if (lines[i].From != lines[i].To)
            {
                return lines[i].Heading;
            }
        }

        return stated;
    }

    private (LandStatus To, Heading Heading) Next(in FoldClaim claim, LandStatus from, int kind)
    {
        var effect = claim.Effect;
        if (effect == LandEffect.SearchSurface && claim.SurfaceReleases)
        {
            effect = LandEffect.Clear;
        }

        if (effect == LandEffect.Clear && claim.IsTooShallow)
        {
            return (from, Heading.TooShallow);
        }

        if (effect == LandEffect.EndInvestigation && from == LandStatus.ReleasedUnderInvestigation)
        {
            return (_setAside[kind], Heading.Move);
        }

        var move = Moves.Of(from, effect);
        if (move.To == LandStatus.ReleasedUnderInvestigation && from != move.To)
        {
            _setAside[kind] = from;
        }

        return (move.To, move.Heading);
    }

    /// <summary>Kinds for which the claim did the same share a line.</summary>
    private static void Add(List<FoldLine> lines, int first, in FoldLine line)
    {
        foreach (ref var known in CollectionsMarshal.AsSpan(lines)[first..])
        {
            if (known.From == line.From && known.To == line.To && known.Heading == line.Heading && known.FromArea == line.FromArea
                && known.ToArea == line.ToArea)
            {
                known = known with { Mask = known.Mask | line.Mask };
                return;
            }
        }

        lines.Add(line);
    }

    /// <summary>The stated projection: among the kinds anyone has reported on here, the most restrictive status wins. Kinds nobody reported on are left out
    /// (and named beside the answer), for otherwise no land would ever be anything but unrecorded.</summary>
    private (LandStatus Status, int Holder) Overall()
    {
        var (status, holder, strictest) = (LandStatus.Unrecorded, -1, 0);
        for (var k = 0; k < _status.Length; k++)
        {
            if (_status[k] != LandStatus.Unrecorded && Statuses.Restriction(_status[k]) is var restriction && restriction > strictest)
            {
                (status, holder, strictest) = (_status[k], _holder[k], restriction);
            }
        }

        return (status, holder);
    }
}
