namespace Furrow.Core.Land.Questions;

/// <summary>Hazardous areas as things with a name: what they registered, what is left inside their own outline, what state they are in. All of it
/// computed.</summary>
internal static class AreaQuestion
{
    /// <summary>The bound of rounding for an outline of 1 km (perimeter × 0.1 mm): less than this left of an area is no land.</summary>
    public const long NegligibleMicro = AreaText.MicroPerSquareMetre / 10;

    /// <summary>All areas a report speaks of by a day, in the order of what people read; those that read alike as they were first named.</summary>
    public static IReadOnlyList<HazardousAreaAnswer> All(LandLedger known, DateOnly asOf) => known.AreaCache.Of(asOf.DayNumber, () =>
    {
        var sums = AreaSums.OfAll(known, asOf.DayNumber);
        var answers = new AreaAnswers(known, asOf.DayNumber, sums);
        return [.. Enumerable.Range(0, known.Areas.Count).Select(answers.Of).OfType<HazardousAreaAnswer>()
            .OrderBy(a => a.Label, Codes.Order)];
    });

    /// <summary>One area by its code or another it is known by; null when nothing speaks of it by that day. Costs what that area holds.</summary>
    public static HazardousAreaAnswer? One(LandLedger land, string code, DateOnly asOf, int? knownAt) => One(land, code, asOf, knownAt, out _);

    internal static HazardousAreaAnswer? One(LandLedger land, string code, DateOnly asOf, int? knownAt, out int facesRead)
    {
        facesRead = 0;
        if (Find(land, code, asOf, knownAt) is not { } found)
        {
            return null;
        }

        var sums = new AreaSums(found.Known, asOf.DayNumber);
        foreach (var cell in found.Cells)
        {
            if (found.Known.Cells.Find(cell) is { } content)
            {
                sums.Add(content, 1);
            }
        }

        facesRead = sums.FacesRead;
        return new AreaAnswers(found.Known, asOf.DayNumber, sums).Of(found.Area);
    }

    /// <summary>The land inside its own outline that is still a hazard.</summary>
    public static Shape Remaining(LandLedger land, string code, DateOnly asOf, int? knownAt) =>
        Picked(land, code, asOf, knownAt, static status => status.Part == OutlinePart.Remaining);

    /// <summary>Its own outline.</summary>
    public static Shape Outline(LandLedger land, string code, DateOnly asOf, int? knownAt) => Picked(land, code, asOf, knownAt, static _ => true);

    private static Shape Picked(LandLedger land, string code, DateOnly asOf, int? knownAt, Func<OutlineStatus, bool> belongs)
    {
        if (Find(land, code, asOf, knownAt) is not { } found)
        {
            return Shape.Empty;
        }

        var (faces, outlines) = (new FaceStatus(found.Known), new OutlineFold(found.Known));
        return Dissolve.Cells(found.Known, found.Cells, claims =>
        {
            outlines.Run(faces.LinesOf(claims), asOf.DayNumber);
            foreach (ref readonly var area in outlines.Areas)
            {
                if (area.Area == found.Area)
                {
                    return outlines.StatusOf(area, KindSet.Overall) is { } status && belongs(status);
                }
            }

            return false;
        });
    }

    private sealed record Found(LandLedger Known, int Area, IReadOnlyCollection<CellId> Cells);

    /// <summary>The area, the cells its reports lie in, and those cells as they were known.</summary>
    private static Found? Find(LandLedger land, string code, DateOnly asOf, int? knownAt)
    {
        // Which claims count is known without looking at cells.
        var view = land.At(knownAt, new HashSet<int>());
        var claims = new AreaReports(view, asOf.DayNumber);
        var area = claims.Resolve(land.Areas.NumberOf(code));
        var cells = new SortedSet<CellId>();
        foreach (var claim in claims.Naming(area).Where(c => !c.IsUnlocated))
        {
            cells.UnionWith(CellsOf.Shape(claim.Shape));
        }

        return area < 0 ? null : new Found(land.At(knownAt, cells.Select(c => c.Row).ToHashSet()), area, cells);
    }
}
