using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Land, or a point, on another part of the earth than everything the programme knows. Where it would fit with longitude and latitude exchanged,
/// that is the finding.</summary>
public static class OutsideTerritory
{
    public static readonly Check Check = new("outside-territory", Severity.Warning, "Land or a point lies far outside the programme's territory.", Judge)
    {
        Concerns = s => s.Context.Territory is not null,
    };

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            if (part.SomePoint is { } p && part.IsOnEarth && IsOutside(s, part.Box))
            {
                yield return Found(s, "land", p, part.Index);
            }
        }

        foreach (var single in SinglePoints.Of(s.Report))
        {
            if (single.At.IsOnEarth && IsOutside(s, single.Box))
            {
                yield return Found(s, single.Cause, single.At, single.Part);
            }
        }
    }

    private static bool IsOutside(CheckSubject s, GridBox box) =>
        s.Context.Territory is { } territory && territory.IsFarFrom(box, s.Origin) && territory.KnowsElsewhere(s.Origin)
        && !SwappedCoordinates.FitsExchanged(s, box);

    private static Finding Found(CheckSubject s, string cause, GridPoint p, int? part) =>
        s.Found(Check, cause, $"The point {p.ToString()} lies far outside the programme's territory.",
            new Fix("enter-again", $"Look the position up in the source; check the coordinate system, the zone and the signs."), part, at: p);
}
