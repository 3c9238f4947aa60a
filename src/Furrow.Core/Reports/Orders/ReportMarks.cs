using Furrow.Core.Keeping;

namespace Furrow.Core.Reports.Orders;

/// <summary>What reports are found by: their values and the beginnings of their words, as marks by which every order is counted. Restricted texts are not in
/// it.</summary>
internal sealed record ReportMarks(ReportValues Values, WordIndex Words, PagedTable<int[]> Marks)
{
    public static ReportMarks EmptyWith(int mostListed) => new(ReportValues.Empty, new WordIndex(mostListed), PagedTable<int[]>.Empty);

    public int[] Of(int row) => Marks[row];

    public ReportMarks With(ReportBook book, IReadOnlyList<(int Row, Report Report)> changed)
    {
        var words = Words.With(changed.Select(c => (c.Row, TextOf(c.Report))));
        var (values, marks) = (Values, Marks.ToBuilder());
        foreach (var (row, report) in changed)
        {
            var numbers = new List<int>();
            values = values.With(book.Slots[row].Entry, report, numbers);
            int[] all = [.. numbers.Select(OfValue).Concat(words.MarksOf(row).Select(OfWord)).Distinct().Order()];
            if (row < marks.Count)
            {
                marks[row] = all;
            }
            else
            {
                marks.Add(all);
            }
        }

        if (!words.CountsAs(Words))
        {
            for (var row = 0; row < marks.Count; row++)
            {
                marks[row] = [.. marks[row].Where(IsOfValue).Concat(words.MarksOf(row).Select(OfWord)).Order()];
            }
        }

        return new ReportMarks(values, words, marks.ToPagedTable());
    }

    /// <summary>What a filter asks for beside facets; null when no report can have it.</summary>
    public IReadOnlyList<Asked>? Asked(ReportFilter filter, Steps steps)
    {
        var asked = new List<Asked>();
        foreach (var value in ReportValues.Of(filter))
        {
            if (Values.NumberOf(value) is not { } number)
            {
                return null;
            }

            asked.Add(new Asked(new RowMatch(OfValue(number), Of), null));
        }

        if (filter.Words is { Length: > 0 } words)
        {
            if (SearchedWords.Wanted(words) is not { } wanted)
            {
                return null;
            }

            var (rows, mark) = Words.Find(wanted, steps);
            asked.Add(mark is { } counted ? new Asked(new RowMatch(OfWord(counted), Of), null) : new Asked(default, rows));
            steps.Add(rows.Length);
        }

        return asked;
    }

    /// <summary>Whether a report has what a filter asks for beside facets.</summary>
    public bool Fits(int row, ReportFilter filter) =>
        ReportValues.Of(filter).All(v => Values.NumberOf(v) is { } number && Array.BinarySearch(Of(row), OfValue(number)) >= 0)
        && (filter.Words is not { Length: > 0 } words || SearchedWords.Wanted(words) is { } wanted && Words.Has(row, wanted));

    private static byte[] TextOf(Report report) =>
        SearchedWords.Pack([report.Code, report.HazardousArea, report.HazardousAreaName, report.Source?.File]);

    private static int OfValue(int number) => number * 2;

    private static int OfWord(int number) => number * 2 + 1;

    private static bool IsOfValue(int mark) => mark % 2 == 0;
}
