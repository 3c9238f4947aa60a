
namespace Furrow.Core.Checks.Rules;

/// <summary>A ring needs three different points to enclose land.</summary>
public static class TooFewPoints
{
    public static readonly Check Check = new("too-few-points", Severity.Error, "A ring has fewer than three different points.", Judge)
    {
        Concerns = s => s.AnyPart(static p => !p.IsPlain),
    };

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            foreach (var polygon in part.Rings)
            {
                foreach (var ring in polygon)
                {
                    var different = ring.Length > 8 || part.IsPlain ? 3 : ring.Distinct().Count();
                    if (different < 3)
                    {
                        yield return s.Found(Check, "points", $"A ring has {different} different points; land needs at least three.",
                            different == 1
                                ? new Fix("keep-as-point",
                                    $"Keep the record without polygon: it stands in the unlocated account with its point until a later report locates it.")
                                : new Fix("enter-again",
                                    $"Take the missing points from the sketch or the benchmark list; without them keep the record without polygon."),
                                        part.Index);
                    }
                }
            }
        }
    }
}
