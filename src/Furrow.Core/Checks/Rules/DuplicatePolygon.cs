namespace Furrow.Core.Checks.Rules;

/// <summary>The same polygon reported before for the same purpose, or drawn twice in one record: same points in the same cyclic order, whatever the start and
/// direction.</summary>
public static class DuplicatePolygon
{
    public static readonly Check Check = new("duplicate-polygon", Severity.Warning, "Another record has exactly the same polygon, or one record has it twice.", Judge);

    private static readonly Fix KeepOne = new("keep-one",
        $"Keep one of the two and take the other back; or, when it is the same area surveyed again, name its hazardous area.");

    private static readonly Fix KeepOneOfRecord = new("drop-double",
        $"Take one of the two out of the record, or draw the polygon that was meant; the land is counted once.");

    private static IEnumerable<Finding> Judge(CheckSubject s) => OfRecord(s).Concat(OfOthers(s));

    /// <summary>A record with the same polygon twice: perhaps entered twice, perhaps one in the place of another.</summary>
    private static IEnumerable<Finding> OfRecord(CheckSubject s)
    {
        if (s.Parts.Count == 1 && s.Parts[0].Rings.Count < 2)
        {
            yield break;
        }

        var firsts = new Dictionary<(PolygonKey, LandPurpose), int>();
        foreach (var polygon in RecordPolygon.Of(s).Where(p => !p.Box.IsEmpty))
        {
            var key = (polygon.Key, EffectClass.Of(polygon.Effect));
            if (!firsts.TryAdd(key, polygon.Number))
            {
                yield return s.Found(Check, "in one record", $"Polygons {firsts[key]} and {polygon.Number} of the record are the same, point by point.",
                    KeepOneOfRecord, polygon.Part, polygon.AreaMicro);
            }
        }
    }

    private static IEnumerable<Finding> OfOthers(CheckSubject s)
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
                if (other.Report == s.Report.Id || other.Report == s.Report.Corrects
                    || EffectClass.Of(other.Effect) != EffectClass.Of(effect) || (other.Kinds & s.Report.Kinds) == 0)
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
