namespace Furrow.Core.Land.Questions;

/// <summary>Makes the answers about hazardous areas of what reports say of them and of their land.</summary>
internal sealed class AreaAnswers
{
    private readonly LandLedger _known;
    private readonly AreaReports _reports;
    private readonly AreaSums _sums;
    private readonly ILookup<int, (int Other, long Micro)> _countedUnder;
    private readonly ILookup<int, (int Other, long Micro)> _countedHere;
    private readonly ILookup<int, (int Claim, long Micro)> _releasedBy;

    public AreaAnswers(LandLedger known, int until, AreaSums sums)
    {
        (_known, _sums, _reports) = (known, sums, new AreaReports(known, until));
        _countedUnder = sums.CountedUnder.ToLookup(p => p.Key.Area, p => (p.Key.Holder, p.Value));
        _countedHere = sums.CountedUnder.ToLookup(p => p.Key.Holder, p => (p.Key.Area, p.Value));
        _releasedBy = sums.ReleasedBy.ToLookup(p => p.Key.Area, p => (p.Key.Claim, p.Value));
    }

    /// <summary>Null when no report speaks of the area, or it is another's other name.</summary>
    public HazardousAreaAnswer? Of(int area)
    {
        var claims = _reports.Of(area);
        if (claims.Count == 0 || _reports.Resolve(area) != area)
        {
            return null;
        }

        var land = _sums.Lands.GetValueOrDefault(area);
        var state = StateOf(land, claims);
        var isOpen = state is AreaState.Open or AreaState.WorkedOn or AreaState.PartlyReleased;
        var hazards = claims.FindAll(c => OutlineFold.IsHazardMaking(c.Effect));
        var status = !isOpen ? LandStatus.Unrecorded : land.Confirmed > AreaQuestion.NegligibleMicro ? LandStatus.Confirmed : LandStatus.Suspected;
        var code = _known.Areas.CodeOf(area);
        return new HazardousAreaAnswer(code, claims.Select(c => c.HazardousAreaName).LastOrDefault(n => n is not null), state, status,
            land.Registered, land.Remaining, land.Released, DateOnly.FromDayNumber(claims.Min(c => c.Day)), DateOnly.FromDayNumber(claims.Max(c => c.Day)),
            claims.Aggregate(KindSet.None, (k, c) => k | c.Kinds), [.. claims.Select(c => c.Report).Distinct()],
            [.. claims.SelectMany(c => c.Predecessors).Distinct(Codes.Comparer)],
            [.. InOrder(_reports.GrownOutOf(area)).Select(_known.Areas.CodeOf)],
            [.. claims.SelectMany(c => c.Aliases).Distinct(Codes.Comparer)],
            hazards.Sum(c => c.StatedSquareMetres), claims.Aggregate(GridBox.Empty, (b, c) => c.IsUnlocated ? b : b.With(c.Shape.Bounds)))
        {
            Label = AreaReports.LabelOf(_known, area),
            ConfirmedMicro = land.Confirmed,
            PassedOnMicro = land.PassedOn,
            InBalanceMicro = land.InBalance,
            ReleasedOutsideMicro = land.ReleasedOutside,
            CountedUnder = Shares(_countedUnder[area]),
            CountedHere = Shares(_countedHere[area]),
            ReleasedBy = Releases(_releasedBy[area], claims),
        };
    }

    /// <summary>An area is closed only when nothing inside its own outline is a hazard any more, whoever released it.</summary>
    private static AreaState StateOf(in AreaLand land, List<LandClaim> claims)
    {
        // Less than 1e-6 m² is no land, though it was drawn.
        if (land.Registered <= 0)
        {
            return AreaState.Unlocated;
        }

        if (AreaLand.IsOpen(land.Remaining, land.Registered))
        {
            return land.Released > AreaQuestion.NegligibleMicro ? AreaState.PartlyReleased
                : land.Worked > AreaQuestion.NegligibleMicro || claims.Exists(c => !OutlineFold.IsHazardMaking(c.Effect)) ? AreaState.WorkedOn
                : AreaState.Open;
        }

        return AreaLand.IsOpen(land.PassedOn, land.Registered) ? AreaState.PassedOn
            : land.Discredited > AreaQuestion.NegligibleMicro && land.Discredited * 2 > land.Released ? AreaState.Discredited
            : AreaState.Closed;
    }

    /// <summary>By report, in the order of the ledger.</summary>
    private List<AreaRelease> Releases(IEnumerable<(int Claim, long Micro)> released, List<LandClaim> own)
    {
        var ordered = released.Where(r => r.Micro != 0).Select(r => (Claim: _known.FoldClaims[r.Claim], r.Micro)).ToList();
        ordered.Sort((a, b) => FoldClaim.Compare(a.Claim, b.Claim));
        return [.. ordered.GroupBy(r => _known.Claim(r.Claim.Id).Report).Select(report =>
        {
            var claim = _known.Claim(report.First().Claim.Id);
            var area = report.First().Claim.Area;
            var under = area < 0 ? new AreaShare("", "", 0) : new AreaShare(_known.Areas.CodeOf(area), AreaReports.LabelOf(_known, area), 0);
            return new AreaRelease(claim.Report, claim.ReportCode, claim.On, under.Code, under.Label, report.Sum(r => r.Micro),
                own.Exists(c => c.Report == claim.Report));
        })];
    }

    private List<AreaShare> Shares(IEnumerable<(int Other, long Micro)> pairs) =>
        [.. pairs.Where(p => p.Micro != 0).OrderByDescending(p => p.Micro).ThenBy(p => LabelOf(p.Other), Codes.Order).ThenBy(p => p.Other)
            .Select(p => new AreaShare(p.Other < 0 ? "" : _known.Areas.CodeOf(p.Other), LabelOf(p.Other), p.Micro))];

    /// <summary>By what people read, then as they were first named: the code of an area without one is an id, and says nothing about order.</summary>
    private IEnumerable<int> InOrder(IEnumerable<int> areas) => areas.OrderBy(LabelOf, Codes.Order).ThenBy(a => a);

    private string LabelOf(int area) => area < 0 ? "" : AreaReports.LabelOf(_known, area);
}
