using System.Collections;
using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>A report that begins to count with an acceptance.</summary>
/// <param name="Index">Its place in the book.</param>
/// <param name="Root">That of the first report of its chain.</param>
/// <param name="FirstClaim">Number of the first of its claims; the others follow.</param>
internal readonly record struct BegunReport(int Index, int Root, int FirstClaim, int PlacedAt, int Row)
{
    /// <param name="reportAt">The report at a place in the book.</param>
    public IEnumerable<LandClaim> Claims(Func<int, Report> reportAt, int number, RecentTexts? texts)
    {
        var report = reportAt(Index);
        return ReportClaims.Of(report, ReportClaims.OwnArea(Root == Index ? report : reportAt(Root)), FirstClaim, PlacedAt, Row, number, texts);
    }
}

/// <summary>The claims of an acceptance that is only tried, each made of its report when it is asked for, and anew each time: beside the book itself those of
/// a country's reports would be half as large again.</summary>
/// <param name="book">Knows all of the reports.</param>
/// <param name="begun">In the order of their claims.</param>
internal sealed class MadeClaims(ReportBook book, List<BegunReport> begun, int firstClaim, int count, int number) : IReadOnlyList<LandClaim>
{
    public int Count => count;

    public LandClaim this[int index]
    {
        get
        {
            var (low, high) = (0, begun.Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                (low, high) = begun[middle].FirstClaim <= firstClaim + index ? (middle, high) : (low, middle - 1);
            }

            return ClaimsOf(begun[low]).ElementAt(firstClaim + index - begun[low].FirstClaim);
        }
    }

    public IEnumerator<LandClaim> GetEnumerator() => begun.SelectMany(ClaimsOf).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<LandClaim> ClaimsOf(BegunReport report) => report.Claims(at => book.Slots[at].Report, number, null);
}
