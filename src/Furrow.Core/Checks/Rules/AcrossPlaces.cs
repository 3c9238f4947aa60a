using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>A hazard that lies in more than one municipality: totals by place split it at the border, and more than one office is concerned.</summary>
public static class AcrossPlaces
{
    public static readonly Check Check = new("across-places", Severity.Notice, "A hazard lies in more than one municipality.", Judge)
    {
        Concerns = s => s.Places.Count > 1,
    };

    private static readonly Fix Inform = new("inform-both",
        $"Nothing to mend when the land lies so: totals by place split it at the border. Tell both offices. If it should not, look for a misplaced point.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        if (s.Places.Count < 2)
        {
            yield break;
        }

        foreach (var part in s.Parts)
        {
            if (part.Index >= s.Report.Parts.Count || EffectClass.Of(s.Report.Parts[part.Index].Effect) != LandPurpose.Hazard)
            {
                continue;
            }

            var least = (long)(part.AreaMicro * s.Context.Settings.PlaceIgnoredBelowPercent / 100);
            var hits = s.Places.Where(p => p.Part == part.Index && p.AreaMicro > least).OrderByDescending(p => p.AreaMicro)
                .ThenBy(p => p.Place, StringComparer.Ordinal).ToList();
            if (hits.Count > 1)
            {
                var shares = string.Join(", ", hits.Select(h => $"{h.Place} {AreaText.Whole(h.AreaMicro)} m²"));
                yield return s.Found(Check, "border", $"The area lies in {hits.Count} places: {shares}.", Inform, part.Index,
                    hits.Skip(1).Sum(h => h.AreaMicro));
            }
        }
    }
}
