using Furrow.Core.Keeping;

namespace Furrow.Core.Reports.Orders;

/// <summary>Looks for reports by what is not counted: a batch, a year, words, names. It reads numbers and one long text, and unpacks no report.</summary>
internal static class ReportSearch
{
    /// <summary>Reports that fit what is asked beside facets, in the order they came; null when nothing is.</summary>
    /// <param name="among">Looks at the pages of these rows alone; null: at all.</param>
    public static IEnumerable<int>? Candidates(ReportOrders orders, ReportFilter filter, Steps steps, List<int>? among = null)
    {
        var pages = among?.Select(i => i / ReportOrders.PageReports).Distinct().Order() ?? Enumerable.Range(0, orders.Texts.Count);
        IEnumerable<int>? found = filter.Batch is { } batch ? orders.Book.IndicesInBatch(batch) : null;
        foreach (var wanted in Texts(filter))
        {
            var lines = Lines(orders, wanted, pages, steps);
            found = found is null ? lines : Both(found, lines);
        }

        if (filter.Year is not { } year)
        {
            return found;
        }

        var (from, to) = (new DateOnly(year, 1, 1).DayNumber, new DateOnly(year, 12, 31).DayNumber);
        return (found ?? among?.Order() ?? Enumerable.Range(0, orders.Book.Count)).Where(i =>
        {
            steps.Add();
            return orders.Keys[i].Day is var day && day >= from && day <= to;
        });
    }

    /// <summary>What to look for; null in it is found nowhere.</summary>
    private static IEnumerable<byte[]?> Texts(ReportFilter filter)
    {
        if (filter.Words is { Length: > 0 } words)
        {
            yield return SearchedText.OfWords(Codes.Key(words));
        }

        if (filter.Team is { } team)
        {
            yield return ReportTexts.OfTeam(team);
        }

        if (filter.Donor is { } donor)
        {
            yield return ReportTexts.OfDonor(donor);
        }

        if (filter.Method is { } method)
        {
            yield return ReportTexts.OfMethod(method);
        }

        if (filter.Effect is { } effect)
        {
            yield return ReportTexts.OfEffect(effect);
        }
    }

    private static IEnumerable<int> Lines(ReportOrders orders, byte[]? wanted, IEnumerable<int> pages, Steps steps)
    {
        if (wanted is null)
        {
            yield break;
        }

        foreach (var page in pages)
        {
            steps.Add();
            foreach (var line in SearchedText.LinesWith(orders.Texts[page], wanted))
            {
                yield return page * ReportOrders.PageReports + line;
            }
        }
    }

    /// <summary>Both stand in the order of the book.</summary>
    private static IEnumerable<int> Both(IEnumerable<int> found, IEnumerable<int> others)
    {
        var known = others.ToHashSet();
        return found.Where(known.Contains);
    }
}
