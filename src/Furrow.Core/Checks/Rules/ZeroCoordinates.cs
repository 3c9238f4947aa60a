using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>A longitude or latitude of exactly 0: nobody surveys on the line itself to the millimetre; it is what an empty cell becomes.</summary>
public static class ZeroCoordinates
{
    public static readonly Check Check = new("zero-coordinates", Severity.Warning, "A longitude or latitude is exactly 0.", Judge)
    {
        Concerns = s => s.Report.Parts.Count > 0 || s.Parts.Count > 0 || s.Report.Evidence.Count > 0 || s.Report.ReferencePoint is not null
            || s.Report.Benchmark is not null,
    };

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            // A box that does not touch 0 holds no such vertex.
            if (part.Box is { IsEmpty: false, MinLon: <= 0, MaxLon: >= 0 } or { IsEmpty: false, MinLat: <= 0, MaxLat: >= 0 } && ZeroVertex(part) is { } vertex)
            {
                yield return Found(s, "land", vertex, part.Index);
            }
        }

        foreach (var single in SinglePoints.Of(s.Report))
        {
            if (IsZero(single.At))
            {
                yield return Found(s, single.Cause, single.At, single.Part);
            }
        }
    }

    private static bool IsZero(GridPoint p) => p.Lon == 0 || p.Lat == 0;

    private static GridPoint? ZeroVertex(CheckedPart part)
    {
        foreach (var polygon in part.Rings)
        {
            foreach (var ring in polygon)
            {
                foreach (var p in ring)
                {
                    if (IsZero(p))
                    {
                        return p;
                    }
                }
            }
        }

        return null;
    }

    private static Finding Found(CheckSubject s, string cause, GridPoint p, int? part) => s.Found(Check, cause,
        $"The point {p.ToString()} has a coordinate of exactly 0, as an empty cell has.",
        new Fix("enter-again", $"Look the position up in the source; leave it empty if it is not known."), part, at: p);
}
