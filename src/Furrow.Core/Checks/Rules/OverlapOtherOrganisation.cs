namespace Furrow.Core.Checks.Rules;

/// <summary>Land that two organisations both report as hazard, or both as released: totals of organisations then add up to more than the land.</summary>
public static class OverlapOtherOrganisation
{
    public static readonly Check Check = new("overlap-other-organisation", Severity.Warning, "Two organisations report the same land for the same purpose.",
        s => OverlapOwn.Judge(s, true))
    {
        Concerns = s => s.Overlaps.Count > 0,
    };

    internal static readonly Fix Settle = new("settle-between",
        $"Show both organisations the shared land and let the authority say whose it is; until then the first "
        + $"release in time counts, the other is kept under the heading second release.");
}
