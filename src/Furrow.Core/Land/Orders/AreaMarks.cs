using System.Collections.Immutable;
using Furrow.Core.Keeping;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Land.Orders;

/// <summary>The words areas are found by. The beginnings that many share are marks, by which every order is counted, and m² are summed.</summary>
/// <param name="Totals">Of the areas that carry each mark.</param>
internal sealed record AreaMarks(WordIndex Words, PagedTable<int[]> Marks, ImmutableArray<AreaTotals> Totals)
{
    public static AreaMarks EmptyWith(int mostListed) => new(new WordIndex(mostListed), PagedTable<int[]>.Empty, []);

    public int[] Of(int area) => Marks[area];

    public bool CountsAs(AreaMarks other) => Words.CountsAs(other.Words);

    /// <param name="texts">Of areas whose words may be others now.</param>
    /// <param name="changed">Areas of which something may be said otherwise.</param>
    /// <param name="before">m² of an area as they were; null where it was not there.</param>
    /// <param name="after">And as they are.</param>
    public AreaMarks With(IEnumerable<(int Area, byte[] Text)> texts, IReadOnlyList<int> changed, Func<int, AreaLand?> before, Func<int, AreaLand?> after)
    {
        var (words, marks) = (Words.With(texts), Marks.ToBuilder());
        foreach (var area in changed)
        {
            while (marks.Count <= area)
            {
                marks.Add([]);
            }
        }

        var isSame = words.CountsAs(Words);
        var totals = new AreaTotals[words.Marks];
        if (isSame)
        {
            Totals.CopyTo(totals);
        }

        foreach (var area in isSame ? changed : Enumerable.Range(0, marks.Count))
        {
            if (isSame)
            {
                Add(totals, marks[area], before(area), -1);
            }

            marks[area] = words.MarksOf(area);
            Add(totals, marks[area], after(area), 1);
        }

        return new AreaMarks(words, marks.ToPagedTable(), [.. totals]);
    }

    /// <summary>What words ask for; null when no area can have it.</summary>
    public Asked? Asked(string words, Func<int, bool> isThere, Steps steps)
    {
        if (SearchedWords.Wanted(words) is not { } wanted)
        {
            return null;
        }

        var (rows, mark) = Words.Find(wanted, steps);
        steps.Add(rows.Length);
        return mark is { } counted ? new Asked(new RowMatch(counted, Of), null) : new Asked(default, [.. rows.Where(isThere)]);
    }

    private static void Add(AreaTotals[] totals, int[] marks, AreaLand? land, int sign)
    {
        foreach (var mark in land is null ? [] : marks)
        {
            totals[mark] = totals[mark].With(land.GetValueOrDefault(), sign);
        }
    }
}
