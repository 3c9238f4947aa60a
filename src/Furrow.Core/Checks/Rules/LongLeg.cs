using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Two turning points in a row further apart than the profile allows: usually one mistyped coordinate.</summary>
public static class LongLeg
{
    public static readonly Check Check = new("long-leg", Severity.Warning, "Two turning points in a row are more than 5 km apart.", Judge)
    {
        Concerns = s =>
        {
            var longest = s.Context.Settings.LongestLegMetres;
            return s.AnyPart(p => MayReach(p.Box, longest));
        },
    };

    private static readonly Fix LookAgain = new("enter-again",
        $"Compare the two points with the source: a digit or a zone is probably wrong. A district-wide suspicion may be as large as this.");

    /// <summary>No grid step is longer, anywhere on the ellipsoid.</summary>
    private const double MostMetresPerStep = 112_000.0 / GridPoint.PerDegree;

    private static bool MayReach(GridBox box, double metres) =>
        !box.IsEmpty && ((double)box.MaxLon - box.MinLon + box.MaxLat - box.MinLat) * MostMetresPerStep >= metres;

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        var longest = s.Context.Settings.LongestLegMetres;
        foreach (var part in s.Parts)
        {
            foreach (var polygon in part.Rings)
            {
                foreach (var ring in polygon)
                {
                    for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
                    {
                        var metres = GroundMeasure.DistanceMetres(ring[j], ring[i]);
                        if (metres > longest)
                        {
                            yield return s.Found(Check, "leg",
                                $"From {ring[j].ToString()} to {ring[i].ToString()} it is {metres / 1000:0.0} km, more than {longest / 1000:0.#} km.",
                                LookAgain, part.Index, part.AreaMicro, ring[i]);
                            break;
                        }
                    }
                }
            }
        }
    }
}
