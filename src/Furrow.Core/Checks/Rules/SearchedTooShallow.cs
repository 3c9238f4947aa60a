using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Clearance that searched less deep than the task or the profile requires: effort, not a release.</summary>
public static class SearchedTooShallow
{
    public static readonly Check Check = new("searched-too-shallow", Severity.Error, "The depth searched is less than the depth required.", Judge);

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        for (var i = 0; i < s.Report.Parts.Count; i++)
        {
            var part = s.Report.Parts[i];
            var required = part.DepthRequiredCm ?? s.Context.Settings.ClearanceDepthCm;
            if (part.Effect is LandEffect.Clear or LandEffect.Reduce && part.DepthSearchedCm is { } searched && required is { } depth && searched < depth)
            {
                yield return s.Found(Check, s.Report.Organisation, $"Searched to {searched} cm where {depth} cm are required.",
                    new Fix("search-deeper",
                        $"Search the part to the depth required, or have the authority change the order; until then the land stays what it was."),
                    i, s.AreaMicroOf(i));
            }
        }
    }
}
