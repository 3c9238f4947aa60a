namespace Furrow.Core.Land.Questions;

/// <summary>What reports that count by a day say of hazardous areas.</summary>
internal sealed class AreaReports(LandLedger known, int until)
{
    /// <summary>The area a number stands for: a code nobody reported a hazard under is that of the one area known by it.</summary>
    public int Resolve(int area)
    {
        if (area < 0 || Naming(area).Any(c => OutlineFold.IsHazardMaking(c.Effect)))
        {
            return area;
        }

        int[] known = [.. Claims(area, AreaRole.AlsoKnownAs).Select(AreaOf).Where(a => a != area).Distinct().Take(2)];
        return known.Length == 1 ? known[0] : area;
    }

    /// <summary>Claims that speak of an area by its code.</summary>
    public IEnumerable<LandClaim> Naming(int area) => Claims(area, AreaRole.Names);

    /// <summary>The same, and those that use another code it is known by.</summary>
    public List<LandClaim> Of(int area)
    {
        var own = Naming(area).ToList();
        foreach (var alias in own.SelectMany(c => c.Aliases).Select(known.Areas.NumberOf).Distinct().Where(a => a >= 0 && a != area).ToList())
        {
            if (Resolve(alias) == area)
            {
                own.AddRange(Naming(alias));
            }
        }

        return own;
    }

    /// <summary>Codes of the areas that say they grew out of this one.</summary>
    public IEnumerable<int> GrownOutOf(int area) => Claims(area, AreaRole.GrewOutOf).Select(AreaOf).Where(a => a != area).Distinct();

    /// <summary>What people read: the code of the area; for one without, that of its first report.</summary>
    public static string LabelOf(LandLedger land, int area)
    {
        var code = land.Areas.CodeOf(area);
        return AreaCode.IsNameless(code) && land.AreaClaims.Of(area) is [var first, ..] ? land.Claim(first.Claim).ReportCode : code;
    }

    private int AreaOf(LandClaim claim) => known.FoldClaims[claim.Id].Area;

    private IEnumerable<LandClaim> Claims(int area, AreaRole role)
    {
        foreach (var (claim, asRole) in known.AreaClaims.Of(area))
        {
            if (asRole == role && known.FoldClaims[claim].Day <= until && known.Counts(claim))
            {
                yield return known.Claim(claim);
            }
        }
    }
}
