namespace Furrow.Core.Checks.Rules;

/// <summary>The same polygon reported before for the same purpose: same points in the same cyclic order, whatever the start and direction.</summary>
public static class DuplicatePolygon
{
    public static readonly Check Check = new("duplicate-polygon", Severity.Warning, "Another record has exactly the same polygon.", Judge);

    private static readonly Fix KeepOne = new("keep-one",
        $"Keep one of the two and take the other back; or, when it is the same area surveyed again, name its hazardous area.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            if (part.Rings.Count == 0 || part.Index >= s.Report.Parts.Count)
            {
                continue;
            }

            var effect = s.Report.Parts[part.Index].Effect;
            foreach (var other in s.Context.Polygons.Find(part.Key))
            {
                if (other.Report == s.Report.Id && other.Part == part.Index)
                {
                    // Records are indexed in order: only those before this one are its originals.
                    break;
                }

                // A release over the very polygon of its hazard is the ordinary case.
                if (other.Report == s.Report.Corrects || EffectClass.Of(other.Effect) != EffectClass.Of(effect) || (other.Kinds & s.Report.Kinds) == 0)
                {
                    continue;
                }

                yield return s.Found(Check, OverlapOwn.PairOf(s.Report.Organisation, other.Organisation),
                    $"The polygon is that of {other.ReportCode}, point by point.",
                    KeepOne, part.Index, part.AreaMicro);
                break;
            }
        }
    }
}
