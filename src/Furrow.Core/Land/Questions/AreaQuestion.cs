using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Hazardous areas as things with a name: what they registered, what is left, what state they are in. All of it computed.</summary>
internal static class AreaQuestion
{
    /// <summary>The bound of rounding for an outline of 1 km (perimeter × 0.1 mm): less than this left of an area is no land.</summary>
    public const long NegligibleMicro = AreaText.MicroPerSquareMetre / 10;

    private sealed class Sums
    {
        public long Remaining, Confirmed, Released, Discredited;
        public readonly List<LandClaim> Claims = [];
    }

    public static IReadOnlyList<HazardousAreaAnswer> All(LandLedger known, DateOnly asOf)
    {
        var sums = new Dictionary<int, Sums>();
        foreach (var claim in known.CountingClaims())
        {
            if (known.FoldClaims[claim.Id].Area is >= 0 and var area && claim.Day <= asOf.DayNumber)
            {
                Of(sums, area).Claims.Add(claim);
            }
        }

        ReadPostings(known, asOf.DayNumber, sums);
        var successors = new Dictionary<int, SortedSet<string>>();
        foreach (var (number, s) in sums)
        {
            foreach (var older in s.Claims.SelectMany(c => known.FoldClaims[c.Id].Predecessors))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(successors, older, out _) ??= new SortedSet<string>(StringComparer.Ordinal))
                    .Add(known.Areas.CodeOf(number));
            }
        }

        return [.. sums.Where(s => s.Value.Claims.Count > 0)
            .Select(s => Answer(known, s.Key, s.Value, successors.TryGetValue(s.Key, out var list) ? [.. list] : []))
            .OrderBy(a => a.Code, StringComparer.Ordinal)];
    }

    private static void ReadPostings(LandLedger known, int until, Dictionary<int, Sums> sums)
    {
        foreach (var p in known.Postings.Range(0, known.Postings.Count))
        {
            if (p.Cause > known.KnownAt)
            {
                break;
            }

            if ((p.Kinds & KindSet.Overall) == 0 || known.Claim(p.Claim).Day > until)
            {
                continue;
            }

            if (p.FromArea >= 0)
            {
                Move(Of(sums, p.FromArea), p.From, p.Heading, -p.AmountMicro);
            }

            if (p.ToArea >= 0)
            {
                Move(Of(sums, p.ToArea), p.To, p.Heading, p.AmountMicro);
            }
        }
    }

    private static void Move(Sums sums, LandStatus status, Heading heading, long amount)
    {
        sums.Remaining += Statuses.IsHazard(status) ? amount : 0;
        sums.Confirmed += status == LandStatus.Confirmed ? amount : 0;
        sums.Released += Statuses.IsReleased(status) ? amount : 0;
        sums.Discredited += heading == Heading.Discredited && Statuses.IsReleased(status) ? amount : 0;
    }

    private static Sums Of(Dictionary<int, Sums> sums, int area) =>
        CollectionsMarshal.GetValueRefOrAddDefault(sums, area, out _) ??= new Sums();

    private static HazardousAreaAnswer Answer(LandLedger known, int number, Sums s, IReadOnlyList<string> successors)
    {
        var claims = s.Claims;
        var located = claims.Where(c => !c.IsUnlocated).ToList();
        var isOpen = s.Remaining > NegligibleMicro;
        var worked = claims.Exists(c => !IsHazardReport(c));
        var state = located.Count == 0 ? AreaState.Unlocated
            : isOpen ? s.Released > NegligibleMicro ? AreaState.PartlyReleased : worked ? AreaState.WorkedOn : AreaState.Open
            : s.Discredited > NegligibleMicro && s.Discredited * 2 > s.Released ? AreaState.Discredited : AreaState.Closed;
        var hazards = located.Where(IsHazardReport).ToList();
        var status = !isOpen ? LandStatus.Unrecorded : s.Confirmed > NegligibleMicro ? LandStatus.Confirmed : LandStatus.Suspected;
        var bounds = located.Aggregate(GridBox.Empty, (b, c) => b.With(c.Shape.Bounds));
        return new HazardousAreaAnswer(known.Areas.CodeOf(number), claims.Select(c => c.HazardousAreaName).LastOrDefault(n => n is not null), state, status,
            s.Remaining + s.Released, s.Remaining, s.Released, DateOnly.FromDayNumber(claims.Min(c => c.Day)), DateOnly.FromDayNumber(claims.Max(c => c.Day)),
            claims.Aggregate(KindSet.None, (k, c) => k | c.Kinds), [.. claims.Select(c => c.Report).Distinct()],
            [.. claims.SelectMany(c => c.Predecessors).Distinct(Codes.Comparer)], successors,
            [.. claims.SelectMany(c => c.Aliases).Distinct(Codes.Comparer)],
            claims.Where(IsHazardReport).Sum(c => c.StatedSquareMetres), bounds);
    }

    private static bool IsHazardReport(LandClaim claim) =>
        claim.Effect is LandEffect.Suspect or LandEffect.Confirm or LandEffect.ReopenSuspected or LandEffect.ReopenConfirmed;

    public static Shape Remaining(LandLedger known, string code, DateOnly asOf)
    {
        var number = known.Areas.NumberOf(code);
        if (number < 0)
        {
            return Shape.Empty;
        }

        var faces = new FaceStatus(known);
        var cells = new SortedSet<CellId>();
        foreach (var claim in known.CountingClaims().Where(c => known.FoldClaims[c.Id].Area == number && !c.IsUnlocated))
        {
            cells.UnionWith(CellsOf.Shape(claim.Shape));
        }

        return Dissolve.Cells(known, cells, claims =>
            faces.StateAt(claims, KindSet.Overall, asOf.DayNumber) is { } state && Statuses.IsHazard(state.To) && state.ToArea == number);
    }
}
