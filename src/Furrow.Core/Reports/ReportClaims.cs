using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>A report as the land ledger sees it: one claim for each part, in part order.</summary>
public static class ReportClaims
{
    private static readonly Shape Nowhere = new([]);

    /// <param name="chainArea">The area the first report of the chain brought into being (<see cref="OwnArea"/>): a hazard report that names none
    /// speaks of that one.</param>
    /// <param name="firstId">Number of the first claim; the others follow.</param>
    /// <param name="texts">Names that many claims share are held once.</param>
    internal static IEnumerable<LandClaim> Of(Report report, string chainArea, int firstId, int placedAt, int row, int acceptedAt,
        RecentTexts? texts = null)
    {
        texts ??= new RecentTexts();
        var area = HazardousArea(report, chainArea);
        for (var part = 0; part < report.Parts.Count; part++)
        {
            var piece = report.Parts[part];
            yield return new LandClaim
            {
                Id = firstId + part,
                Report = report.Id,
                ReportCode = report.Code,
                ReportKind = report.Kind,
                Part = part,
                Effect = piece.Effect,
                Kinds = report.Kinds,
                Day = report.End.Day.DayNumber,
                PlacedAt = placedAt,
                Row = row,
                AcceptedAt = acceptedAt,
                Shape = piece.Shape ?? Nowhere,
                Undrawn = ReportWhereabouts.Undrawn(piece),
                HazardousArea = area,
                HazardousAreaName = texts.SameOrNull(report.HazardousAreaName),
                Predecessors = report.Predecessors,
                Aliases = report.Aliases,
                Organisation = texts.Same(report.Organisation),
                Team = texts.SameOrNull(report.Team),
                Donor = texts.SameOrNull(report.Donor),
                Method = texts.SameOrNull(piece.Method),
                DepthSearchedCm = piece.DepthSearchedCm,
                DepthRequiredCm = piece.DepthRequiredCm,
                SurfaceReleases = piece.SurfaceReleases,
                Baseline = report.Baseline,
                StatedSquareMetres = piece.StatedSquareMetres,
                HandedOverTo = texts.SameOrNull(report.HandedOverTo),
            };
        }
    }

    /// <summary>The area a report speaks of; a hazard report that names none speaks of the one its chain brought into being.</summary>
    public static string? HazardousArea(Report report, string chainArea) =>
        Codes.IsBlank(report.HazardousArea) ? (ReportKinds.IsHazard(report) ? chainArea : null) : report.HazardousArea;

    /// <summary>The area a hazard report brings into being when it names none: that of its own code, or a nameless one.</summary>
    public static string OwnArea(Report report) => AreaCode.IsNameless(report.HazardousArea) ? report.HazardousArea!
        : InventedCode.IsOf(report) ? AreaCode.OfNameless(report.Id)
        : report.Code;
}
