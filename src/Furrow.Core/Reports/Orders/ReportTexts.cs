using System.Text;
using Furrow.Core.Keeping;
using Furrow.Core.Land;

namespace Furrow.Core.Reports.Orders;

/// <summary>The texts by which reports are looked for, of many reports behind each other as bytes: looking through all of them is looking through one long
/// text. A line for each report: folded code, area, name and file; then what is asked for whole. Restricted texts are not in it.</summary>
internal static class ReportTexts
{
    public static byte[] Of(IEnumerable<Report> reports)
    {
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            foreach (var folded in new[] { report.Code, report.HazardousArea, report.HazardousAreaName, report.Source?.File })
            {
                text.Append(folded is null ? "" : Codes.Key(folded)).Append(SearchedText.Between);
            }

            text.Append(SearchedText.Whole);
            foreach (var whole in Named(report).Distinct())
            {
                text.Append(Plain(whole)).Append(SearchedText.Whole);
            }

            text.Append(SearchedText.LineEnd);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] OfTeam(string team) => Searched("team " + team);

    public static byte[] OfDonor(string donor) => Searched("donor " + donor);

    public static byte[] OfMethod(string method) => Searched("method " + method);

    public static byte[] OfEffect(LandEffect effect) => Searched("effect " + effect);

    private static IEnumerable<string> Named(Report report)
    {
        if (report.Team is { } team)
        {
            yield return "team " + team;
        }

        if (report.Donor is { } donor)
        {
            yield return "donor " + donor;
        }

        foreach (var part in report.Parts)
        {
            yield return "effect " + part.Effect;
            if (part.Method is { } method)
            {
                yield return "method " + method;
            }
        }
    }

    private static byte[] Searched(string text) => Encoding.UTF8.GetBytes(SearchedText.Whole + Plain(text) + SearchedText.Whole);

    /// <summary>Without what ends lines and texts here.</summary>
    private static string Plain(string text) => text.Replace(SearchedText.LineEnd, ' ').Replace(SearchedText.Whole, ' ');
}
