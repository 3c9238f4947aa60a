using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Coordinates that are not on the earth: longitude beyond ±180, latitude beyond ±90.</summary>
public static class OutOfRange
{
    public static readonly Check Check = new("coordinates-out-of-range", Severity.Error, "A point is not on the earth.", Judge)
    {
        Concerns = s => s.AnyPart(static p => !p.IsOnEarth) || SinglePoints.Of(s.Report).Any(p => !p.At.IsOnEarth),
    };

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            foreach (var polygon in part.Rings)
            {
                var found = false;
                foreach (var ring in polygon)
                {
                    foreach (var p in ring)
                    {
                        // A latitude that would do as a longitude is the business of swapped-coordinates.
                        if (!p.IsOnEarth && !SwappedCoordinates.LooksSwapped(p))
                        {
                            yield return Found(s, "range", p, part.Index);
                            found = true;
                            break;
                        }
                    }

                    if (found)
                    {
                        break;
                    }
                }
            }
        }

        foreach (var single in SinglePoints.Of(s.Report))
        {
            if (!single.At.IsOnEarth && !SwappedCoordinates.LooksSwapped(single.At))
            {
                yield return Found(s, "range " + single.Cause, single.At, single.Part);
            }
        }
    }

    private static Finding Found(CheckSubject s, string cause, GridPoint p, int? part) => s.Found(Check, cause,
        $"The point {p.ToString()} is not on the earth: longitude goes to 180, latitude to 90 degrees.",
        new Fix("enter-again", $"Look the point up in the source, and check the coordinate system the columns are read in."), part);
}
