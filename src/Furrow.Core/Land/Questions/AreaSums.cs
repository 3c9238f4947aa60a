using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Land of one hazardous area, in 1e-6 m²: registered = remaining + passed on + released, and remaining = in the balance + counted under others,
/// exactly.</summary>
internal struct AreaLand
{
    /// <summary>Inside its own outline.</summary>
    public long Registered;
    public long Remaining, Confirmed, Released, Discredited, PassedOn;

    /// <summary>Hazard the land balance counts under it.</summary>
    public long InBalance;

    /// <summary>Land inside its outline somebody worked on.</summary>
    public long Worked;

    /// <summary>Released land the balance holds under its name outside its outline.</summary>
    public long ReleasedOutside;

    public void Add(in AreaLand other)
    {
        Registered += other.Registered;
        Remaining += other.Remaining;
        Confirmed += other.Confirmed;
        Released += other.Released;
        Discredited += other.Discredited;
        PassedOn += other.PassedOn;
        InBalance += other.InBalance;
        Worked += other.Worked;
        ReleasedOutside += other.ReleasedOutside;
    }

    /// <summary>What is left of an area by rounding alone does not keep it open, unless there never was more.</summary>
    public static bool IsOpen(long remaining, long registered) =>
        registered > 0 && (remaining > AreaQuestion.NegligibleMicro || 2 * remaining > registered);
}

/// <summary>Sums the land of hazardous areas over faces. Sums are of integers: neither order nor threads change them.</summary>
internal sealed class AreaSums(LandLedger land, int until)
{
    private readonly FaceStatus _faces = new(land);
    private readonly OutlineFold _outlines = new(land);

    public Dictionary<int, AreaLand> Lands { get; } = [];

    /// <summary>Remaining land of an area that the balance counts under another: (area, holder; −1 for no area) → 1e-6 m².</summary>
    public Dictionary<(int Area, int Holder), long> CountedUnder { get; } = [];

    /// <summary>Released land of an area by the claim that released it: (area, claim) → 1e-6 m².</summary>
    public Dictionary<(int Area, int Claim), long> ReleasedBy { get; } = [];

    /// <summary>How many faces were folded: what a question costs.</summary>
    public int FacesRead { get; private set; }

    public static AreaSums OfAll(LandLedger land, int until)
    {
        var rows = land.Cells.RowNumbers().ToArray();
        var sums = new AreaSums(land, until);
        var joined = new Lock();
        Parallel.For(0, rows.Length, () => new AreaSums(land, until), (i, _, part) =>
        {
            foreach (var span in land.Cells.Row(rows[i]))
            {
                part.Add(span.Content, span.Count);
            }

            return part;
        }, part =>
        {
            lock (joined)
            {
                sums.Join(part);
            }
        });
        return sums;
    }

    /// <param name="count">How many cells have this content.</param>
    public void Add(CellContent content, int count)
    {
        foreach (var face in content.Faces)
        {
            FacesRead++;
            _outlines.Run(_faces.LinesOf(face.Claims), until);
            Add(face.AreaMicro * count);
        }
    }

    private void Add(long micro)
    {
        var isHeldInside = false;
        var holder = Statuses.IsHazard(_outlines.Overall) || Statuses.IsReleased(_outlines.Overall) ? _outlines.Holder : -1;
        foreach (ref readonly var area in _outlines.Areas)
        {
            isHeldInside |= area.Area == holder;
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(Lands, area.Area, out _);
            var status = _outlines.StatusOf(area, KindSet.Overall)!.Value;
            sums.Registered += micro;
            sums.Worked += area.Worked ? micro : 0;
            sums.PassedOn += status.Part == OutlinePart.PassedOn ? micro : 0;
            sums.Released += status.Part is OutlinePart.Released or OutlinePart.Discredited ? micro : 0;
            sums.Discredited += status.Part == OutlinePart.Discredited ? micro : 0;
            if (status.Part is OutlinePart.Released or OutlinePart.Discredited && _outlines.ReleasedBy(area) is >= 0 and var claim)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(ReleasedBy, (area.Area, claim), out _) += micro;
            }

            if (status.Part == OutlinePart.Remaining)
            {
                sums.Remaining += micro;
                sums.Confirmed += status.Status == LandStatus.Confirmed ? micro : 0;
                sums.InBalance += area.Area == holder ? micro : 0;
                if (area.Area != holder)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(CountedUnder, (area.Area, holder), out _) += micro;
                }
            }
        }

        if (holder >= 0 && !isHeldInside)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(Lands, holder, out _).ReleasedOutside += micro;
        }
    }

    private void Join(AreaSums other)
    {
        FacesRead += other.FacesRead;
        foreach (var (area, sums) in other.Lands)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(Lands, area, out _).Add(sums);
        }

        Join(CountedUnder, other.CountedUnder);
        Join(ReleasedBy, other.ReleasedBy);
    }

    private static void Join(Dictionary<(int, int), long> sums, Dictionary<(int, int), long> others)
    {
        foreach (var (pair, micro) in others)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, pair, out _) += micro;
        }
    }
}
