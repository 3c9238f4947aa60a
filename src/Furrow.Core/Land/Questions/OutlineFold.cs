using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>A hazardous area at one face.</summary>
/// <param name="Drawn">Kinds for which the face lies inside its own outline.</param>
/// <param name="Own">Those of them that have not passed on to an area that grew out of it.</param>
/// <param name="Worked">Somebody worked here on a kind it drew, after it was drawn.</param>
internal readonly record struct AreaAtFace(int Area, KindSet Drawn, KindSet Own, bool Worked);

/// <summary>What a face is for the hazardous areas that drew it, whoever holds it in the balance: the lines of a fold, read once more. An area's own
/// outline is the land its own hazard reports drew, and what it holds in the balance; a face leaves it only to an area that says it grew out of it.</summary>
internal sealed class OutlineFold(LandLedger land)
{
    /// <summary>From so many areas at one face on they are found by number: thousands may be drawn on one spot.</summary>
    private const int Many = 16;

    private readonly LandStatus[] _status = new LandStatus[Kinds.Count];
    private readonly List<AreaAtFace> _areas = [];

    /// <summary>The claim that released each kind last.</summary>
    private readonly int[] _releasedBy = new int[Kinds.Count];

    /// <summary>Kinds whose release rests on a discredited record.</summary>
    private KindSet _discredited;

    /// <summary>Where areas stand in the list, once there are many.</summary>
    private readonly Dictionary<int, int> _at = [];

    /// <summary>Places in the list of what was drawn or passed on since <see cref="Settle"/>; any may stand there twice.</summary>
    private readonly List<int> _changed = [];

    /// <summary>Kinds on which every area that drew one of them here has been worked.</summary>
    private KindSet _worked;

    /// <summary>Areas at the face, in the order they came.</summary>
    public ReadOnlySpan<AreaAtFace> Areas => CollectionsMarshal.AsSpan(_areas);

    /// <summary>A status has changed since <see cref="Settle"/>: every area may be something else now.</summary>
    public bool IsAllChanged { get; private set; }

    /// <summary>Else the places of those that may be; any may stand there twice.</summary>
    public ReadOnlySpan<int> Changed => CollectionsMarshal.AsSpan(_changed);

    /// <summary>Overall status in the balance.</summary>
    public LandStatus Overall { get; private set; }

    /// <summary>The area that holds the face in the balance, −1 for none.</summary>
    public int Holder { get; private set; }

    public void Start()
    {
        Array.Clear(_status);
        _areas.Clear();
        _at.Clear();
        Settle();
        (_discredited, _worked, Overall, Holder) = (KindSet.None, KindSet.None, LandStatus.Unrecorded, -1);
    }

    /// <summary>What has changed so far has been looked at.</summary>
    public void Settle()
    {
        _changed.Clear();
        IsAllChanged = false;
    }

    /// <summary>The lines of a face up to a day, in order.</summary>
    public void Run(List<FoldLine> lines, int until)
    {
        Start();
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(lines))
        {
            if (land.FoldClaims[line.Claim].Day > until)
            {
                break;
            }

            Apply(line);
        }
    }

    public void Apply(in FoldLine line)
    {
        if ((line.Mask & KindSet.Overall) != 0)
        {
            (Overall, Holder) = (line.To, line.ToArea);
        }

        var kinds = line.Mask & KindSet.All;
        if (kinds == KindSet.None)
        {
            return;
        }

        ref readonly var claim = ref land.FoldClaims[line.Claim];
        var isRelease = Statuses.IsReleased(line.To) && !Statuses.IsReleased(line.From);
        for (var k = 0; k < _status.Length; k++)
        {
            var concerns = ((int)kinds >> k & 1) != 0;
            IsAllChanged |= concerns && _status[k] != line.To;
            _status[k] = concerns ? line.To : _status[k];
            _releasedBy[k] = concerns && isRelease ? line.Claim : _releasedBy[k];
        }

        if (line.From != line.To)
        {
            _discredited = claim.Effect == LandEffect.Discredit ? _discredited | kinds : _discredited & ~kinds;
            IsAllChanged = true;
        }

        if (IsWork(claim.Effect))
        {
            Work(kinds);
        }

        Draw(claim, line, kinds);
    }

    private void Draw(in FoldClaim claim, in FoldLine line, KindSet kinds)
    {
        if (claim.Area >= 0 && IsHazardMaking(claim.Effect))
        {
            foreach (var older in claim.Predecessors)
            {
                if (older != claim.Area)
                {
                    Pass(older, kinds);
                }
            }

            Add(claim.Area, kinds);
        }

        // What the balance counts under an area is inside its outline, however it came there.
        if (line.ToArea >= 0 && Statuses.IsHazard(line.To))
        {
            Add(line.ToArea, kinds);
        }
    }

    /// <summary>What the face is for an area at it, for some kinds; null when it drew none of them here.</summary>
    /// <param name="kinds">A kind, or Overall for all of them.</param>
    public OutlineStatus? StatusOf(in AreaAtFace area, KindSet kinds)
    {
        var asked = (kinds & KindSet.Overall) != 0 ? KindSet.All : kinds;
        var drawn = area.Drawn & asked;
        if (drawn == KindSet.None)
        {
            return null;
        }

        var own = Strictest(area.Own & asked);
        if (Statuses.IsHazard(own))
        {
            return new OutlineStatus(own, OutlinePart.Remaining);
        }

        var status = Strictest(drawn);
        return new OutlineStatus(status, Statuses.IsHazard(status) ? OutlinePart.PassedOn
            : (drawn & ~_discredited) == KindSet.None ? OutlinePart.Discredited : OutlinePart.Released);
    }

    /// <summary>The claim by which the face was released for an area: of several kinds, the one that was released last.</summary>
    public int ReleasedBy(in AreaAtFace area)
    {
        var last = -1;
        for (var k = 0; k < _status.Length; k++)
        {
            if (((int)area.Drawn >> k & 1) != 0 && Statuses.IsReleased(_status[k])
                && (last < 0 || FoldClaim.Compare(land.FoldClaims[last], land.FoldClaims[_releasedBy[k]]) < 0))
            {
                last = _releasedBy[k];
            }
        }

        return last;
    }

    public static bool IsHazardMaking(LandEffect effect) =>
        effect is LandEffect.Suspect or LandEffect.Confirm or LandEffect.ReopenSuspected or LandEffect.ReopenConfirmed;

    private static bool IsWork(LandEffect effect) => effect is LandEffect.Cancel or LandEffect.Discredit or LandEffect.Reduce or LandEffect.Clear
        or LandEffect.SearchSurface or LandEffect.LeaveIncomplete;

    private LandStatus Strictest(KindSet kinds)
    {
        var strictest = LandStatus.Unrecorded;
        for (var k = 0; k < _status.Length; k++)
        {
            if (((int)kinds >> k & 1) != 0 && Statuses.Restriction(_status[k]) > Statuses.Restriction(strictest))
            {
                strictest = _status[k];
            }
        }

        return strictest;
    }

    private void Work(KindSet kinds)
    {
        if ((kinds & ~_worked) == KindSet.None)
        {
            return;
        }

        _worked |= kinds;
        foreach (ref var area in CollectionsMarshal.AsSpan(_areas))
        {
            area = area with { Worked = area.Worked || (area.Drawn & kinds) != 0 };
        }
    }

    private void Pass(int area, KindSet kinds)
    {
        if (Find(area) is >= 0 and var at)
        {
            _areas[at] = _areas[at] with { Own = _areas[at].Own & ~kinds };
            _changed.Add(at);
        }
    }

    private void Add(int area, KindSet kinds)
    {
        var at = Find(area);
        if (at >= 0)
        {
            _areas[at] = _areas[at] with { Drawn = _areas[at].Drawn | kinds, Own = _areas[at].Own | kinds };
        }
        else
        {
            at = _areas.Count;
            _areas.Add(new AreaAtFace(area, kinds, kinds, false));
            Number(at);
        }

        _worked = KindSet.None;
        _changed.Add(at);
    }

    private void Number(int at)
    {
        if (at == Many)
        {
            for (var i = 0; i < at; i++)
            {
                _at.Add(_areas[i].Area, i);
            }
        }

        if (at >= Many)
        {
            _at.Add(_areas[at].Area, at);
        }
    }

    private int Find(int area)
    {
        if (_areas.Count > Many)
        {
            return _at.GetValueOrDefault(area, -1);
        }

        for (var i = _areas.Count - 1; i >= 0; i--)
        {
            if (_areas[i].Area == area)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>What has become of land inside an area's outline.</summary>
internal enum OutlinePart
{
    Remaining,

    /// <summary>Still a hazard, under an area that grew out of this one.</summary>
    PassedOn,
    Released,

    /// <summary>Released because its record was discredited.</summary>
    Discredited,
}

internal readonly record struct OutlineStatus(LandStatus Status, OutlinePart Part);
