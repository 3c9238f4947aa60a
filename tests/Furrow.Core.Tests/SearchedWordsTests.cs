using CsCheck;
using Furrow.Core.Keeping;
using Xunit;

namespace Furrow.Core.Tests;

/// <summary>What is typed is found at the beginning of a word, and an index of words says what looking at each text says.</summary>
public sealed class SearchedWordsTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.OneOf(Gen.Char["abAB01- ./"]), 0, 9], Gen.OneOfConst("MF-0012", "Ağdam 3", "əl-12", "مین 7", "a\u0301b"));

    private static readonly Gen<(int Row, string[] Texts)[]> Changes = Gen.Select(Gen.Int[0, 15], Text.Array[0, 3]).Array[1, 30];

    [Theory]
    [InlineData("MF-0012", "mf", true)]
    [InlineData("MF-0012", "12", true)]
    [InlineData("MF-0012", "0012", true)]
    [InlineData("MF-0012", "012", false)]
    [InlineData("MF-312", "12", false)]
    [InlineData("MF312A", "a", true)]
    [InlineData("MF-100", "0", false)]
    [InlineData("upper Field 3", "field", true)]
    [InlineData("upper Field 3", "field3", true)]
    [InlineData("upper Field 3", "r field", false)]
    [InlineData("Ağdam", "AĞ", true)]
    [InlineData("file_2014.xlsx", "xls", true)]
    [InlineData("زمین ۱۲", "12", true)]
    [InlineData("MF", "", false)]
    [InlineData("", "MF", false)]
    [InlineData(null, "MF", false)]
    public void What_is_typed_is_found_where_a_word_begins(string? text, string words, bool has) => Assert.Equal(has, SearchedWords.Has(text, words));

    [Fact]
    public void An_index_of_words_says_what_looking_at_each_text_says() => Gen.Select(Changes, Gen.Int[1, 6], Text.Array[4]).Obeys(c =>
    {
        var (index, rows) = (new WordIndex(c.Item2), new SortedDictionary<int, string[]>());
        foreach (var (row, texts) in c.Item1)
        {
            rows[row] = texts;
            index = index.With([(row, SearchedWords.Pack(texts))]);
            foreach (var words in c.Item3.Concat(texts))
            {
                var wanted = rows.Where(r => r.Value.Any(t => SearchedWords.Has(t, words))).Select(r => r.Key);
                Assert.Equal(wanted, Found(index, words, rows.Keys));
            }
        }
    }, seed: "0000KoOw1fk1", samples: 400);

    private static IEnumerable<int> Found(WordIndex index, string words, IEnumerable<int> rows)
    {
        if (SearchedWords.Wanted(words) is not { } wanted)
        {
            return [];
        }

        var steps = new Steps();
        var (found, mark) = index.Find(wanted, steps);
        Assert.True(found.Length <= index.Most, "no more than that are listed");
        Assert.InRange(steps.Count, 0, 200);
        return mark is { } number ? rows.Where(r => index.MarksOf(r).Contains(number)) : found;
    }
}
