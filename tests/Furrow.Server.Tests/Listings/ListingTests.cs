using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Listings;
using Furrow.Server.Lists;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Lists;
using Xunit;

namespace Furrow.Server.Tests.Listings;

/// <summary>What a list does with its one description, whatever its rows are.</summary>
public sealed class ListingTests
{
    internal sealed record Plot(string Code, int Houses, DateOnly? Since, string? Note = null);

    private static readonly Plot[] Plots =
        [new("MF-10", 3, new DateOnly(2026, 1, 2)), new("MF-9", 1, null, "=1+1"), new("mf-2", 7, new DateOnly(2025, 5, 5)), new("MF-2A", 3, null)];

    private static readonly Listing<Plot> Simple = new("plots", "areas.title", _ => Plots)
    {
        Columns =
        [
            new("code", "area.col.code", CellType.Code, (p, _) => p.Code) { Link = p => "/plots/" + p.Code },
            new("houses", "by.year", CellType.Whole, (p, _) => p.Houses) { Sums = true },
            new("since", "col.end", CellType.Day, (p, _) => p.Since),
            new("note", "report.remarks", CellType.Text, (p, _) => p.Note) { Tier = Tier.Restricted },
        ],
        Filters = [new("most", "by.year", FilterType.Search, (p, most, _) => p.Houses <= int.Parse(most, null)) { Reads = text => int.TryParse(text, out _) }],
    };

    [Theory]
    [InlineData("", "MF-10 MF-9 mf-2 MF-2A")]
    [InlineData("code", "mf-2 MF-2A MF-9 MF-10")]
    [InlineData("-code", "MF-10 MF-9 MF-2A mf-2")]
    [InlineData("-houses", "mf-2 MF-10 MF-2A MF-9")]
    [InlineData("since", "mf-2 MF-10 MF-9 MF-2A")]
    [InlineData("-since", "MF-10 mf-2 MF-9 MF-2A")]
    [InlineData("note", "MF-10 MF-9 mf-2 MF-2A")]
    [InlineData("no-column", "MF-10 MF-9 mf-2 MF-2A")]
    public void Rows_stand_in_the_order_of_a_column_and_those_without_a_value_last(string sort, string codes) =>
        Assert.Equal(codes, Codes(Simple.Answer(Ask(("sort", sort)))));

    [Theory]
    [InlineData("3", "MF-10 MF-9 MF-2A", 7)]
    [InlineData("1", "MF-9", 1)]
    [InlineData("many", "MF-10 MF-9 mf-2 MF-2A", 14)]
    public void A_filter_keeps_rows_and_sums_are_of_those_kept(string most, string codes, long houses)
    {
        var answer = Simple.Answer(Ask(("most", most)));
        Assert.Equal((codes, houses), (Codes(answer), answer.Sums["houses"]));
    }

    [Fact]
    public void Columns_are_shown_as_chosen_and_restricted_ones_only_to_who_may_read_them()
    {
        Assert.Equal(["since", "code"], Keys(Simple.Answer(Ask(("columns", "since,code,note")))));
        Assert.Equal(["code", "houses", "since"], Keys(Simple.Answer(Ask())));
        Assert.Equal(["since", "code", "note"], Keys(Simple.Answer(Ask(("columns", "since,code,note")) with { Purpose = ReaderPurpose.Review })));
        Assert.DoesNotContain("note", Simple.Export(Ask(("columns", "note"))).Columns.Select(c => c.Name));
        Assert.Equal((true, false, true, null), (Simple.CanRead("columns", "code,since"), Simple.CanRead("sort", "note"), 
            Simple.CanRead("sort", "note", ReaderPurpose.Review), Simple.CanRead("colour", "red")));
    }

    [Fact]
    public void Pages_hold_all_rows_once_and_beyond_the_last_comes_the_last()
    {
        var many = Simple with { All = _ => Enumerable.Range(0, 250).Select(i => new Plot($"P-{i}", i, null)) };
        var pages = new[] { 1, 2, 3, 9 }.Select(page => many.Answer(Ask(("sort", "code"), ("page", page.ToString(null, null))))).ToList();
        Assert.Equal([(1, 1, 100), (2, 101, 200), (3, 201, 250), (3, 201, 250)], pages.Select(p => (p.Page, p.First, p.Last)));
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"P-{i}"), pages.Take(3).SelectMany(p => p.Lines).Select(l => l.Cells[0].Value));
        Assert.Equal(250, many.Export(Ask()).Rows.Count());
    }

    [Theory]
    [InlineData(10_000, null)]
    [InlineData(10_001, "houses")]
    public void More_rows_than_can_be_sorted_stay_as_they_are_and_the_answer_says_so(int rows, string? notSortedBy)
    {
        var many = Simple with { All = _ => Enumerable.Range(0, rows).Select(i => new Plot($"P-{i}", i, null)) };
        var answer = many.Answer(Ask(("sort", "-houses")));
        Assert.Equal((notSortedBy, notSortedBy is null ? "-houses" : ""), (answer.NotSortedBy, answer.Sort));
        Assert.Equal(notSortedBy is null ? $"P-{rows - 1}" : "P-0", answer.Lines[0].Cells[0].Value);
        Assert.Null(many.Answer(Ask(("sort", "-houses"), ("most", "9999"))).NotSortedBy);
    }

    public static TheoryData<string> Lists => [.. AllLists.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_word_of_a_list_is_in_the_languages(string name)
    {
        var list = AllLists.Find(name)!;
        var keys = list.Columns.Select(c => c.Heading).Append(list.Title).Append(list.Nothing)
            .Concat(list.FiltersIn(Ask()).SelectMany(f => f.Choices.Select(c => c.Key).OfType<string>().Append(f.Heading)));
        Assert.Empty(keys.Except(Texts.In("en").Keys));
        Assert.Equal(list.Columns.Count, list.Columns.Select(c => c.Key).Distinct().Count());
        Assert.Same(list, AllLists.On(list.Address));
        string[] taken = ["date", "from", "known", "kind", "lang", "theme", ListAsk.PageWord, ListAsk.SortWord, ListAsk.ColumnsWord];
        Assert.Empty(list.FiltersIn(Ask()).Select(f => f.Key).Intersect(taken));
    }

    [Fact]
    public void A_list_is_found_in_whatever_class_it_stands() =>
        Assert.Equal(["drills", "plans", "plots", "tasks"], AllLists.In([typeof(Plans), typeof(Plans.Drills), typeof(ListingTests)]).Select(l => l.Name));

    internal static class Plans
    {
        public static readonly Listing<Plot> All = Simple with { Name = "plans" };

        internal static class Drills
        {
            public static readonly IListing All = Simple with { Name = "drills" };

            internal static IListing Tasks { get; } = Simple with { Name = "tasks" };
        }
    }

    /// <summary>What happened to a thing is said in words: each fact its page can tell of has some.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_fact_that_the_page_of_a_row_tells_of_has_words(string name)
    {
        var list = AllLists.Find(name)!;
        Assert.Empty(list.Of is null ? [] : RecordCache.FactsOf(list.Row).Select(FactWords.KeyOf).Except(Texts.In("en").Keys));
        Assert.True(list.Of is null || RecordCache.FactsOf(list.Row).Count > 0, $"No subject stands in the folder of {list.Row.Name}.");
    }

    private static ListAsk Ask(params (string Word, string Value)[] words) =>
        new(ProgrammeState.Empty, new DateOnly(2026, 3, 1)) { Words = words.ToDictionary(w => w.Word, w => w.Value) };

    private static string Codes(ListAnswer answer) => string.Join(' ', answer.Lines.Select(l => l.Cells[0].Value));

    private static IEnumerable<string> Keys(ListAnswer answer) => answer.Columns.Select(c => c.Key);
}
