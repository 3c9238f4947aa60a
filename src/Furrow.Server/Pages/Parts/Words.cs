using System.Globalization;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Server.Pages.Parts;

/// <summary>How the ledger's values read on a page, in the visitor's language. Dates are written the one way nobody can misread: year-month-day.</summary>
public static class Words
{
    /// <summary>Whole m² with the groups of the language. What is not zero never reads as zero.</summary>
    public static string Whole(Texts t, long micro, bool signed = false)
    {
        var metres = AreaText.SquareMetres(micro);
        var whole = Math.Round(metres, MidpointRounding.AwayFromZero);
        if (whole == 0 && micro != 0)
        {
            return micro > 0 ? "< 1" : "> −1";
        }

        var text = Math.Abs(whole).ToString("#,0", t.Culture);
        return whole < 0 ? "−" + text : signed && whole > 0 ? "+" + text : text;
    }

    public static string Count(Texts t, long count) => count.ToString("#,0", t.Culture);

    public static string Metres(Texts t, double squareMetres) => squareMetres.ToString("#,0.##", t.Culture);

    public static string Status(Texts t, LandStatus status) => t["status." + Statuses.NameOf(status)];

    public static string Kind(Texts t, KindSet kinds) => kinds is KindSet.Overall or KindSet.Custody or KindSet.All
        ? t["kind." + Kinds.NameOf(kinds)]
        : string.Join(", ", Kinds.Names.Where(k => kinds.HasFlag(k.Kind)).Select(k => t["kind." + k.Name]));

    public static string Date(ReportDate date) => date.Precision switch
    {
        DatePrecision.Month => date.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => date.Day.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => LandQuery.Iso(date.Day),
    };

    /// <summary>A point in degrees, latitude first as people in the field write it.</summary>
    public static string Point(GridPoint p) => string.Create(CultureInfo.InvariantCulture, $"{p.LatDegrees:0.000000}, {p.LonDegrees:0.000000}");
}
