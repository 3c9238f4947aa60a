using System.Buffers.Binary;

namespace Furrow.Core.Keeping;

/// <summary>Which rows have a word that begins with what was typed. All words stand in one order, where those with one beginning stand side by side: few are
/// read off there. Rows of a beginning that many words share carry its number as a mark, by which an order of the rows is counted. Immutable.</summary>
internal sealed class WordIndex
{
    /// <summary>No more words than these are read off one by one.</summary>
    public const int MostListed = 1_024;

    private const int WordBits = 8;

    private readonly PagedTable<byte[]> _texts;
    private readonly CountedOrder _words;
    private readonly FrequentWords _frequent;

    /// <summary>Words that came since the frequent ones were chosen.</summary>
    private readonly int _since;

    public WordIndex(int mostListed)
        : this(PagedTable<byte[]>.Empty, CountedOrder.Empty, FrequentWords.None, 0, mostListed)
    {
    }

    /// <summary>More words than these are counted. Counted are all beginnings of half as many when the frequent ones are chosen, and they are chosen anew when
    /// half as many have come: no beginning gets past it without being counted.</summary>
    public int Most { get; }

    private WordIndex(PagedTable<byte[]> texts, CountedOrder words, FrequentWords frequent, int since, int mostListed) =>
        (_texts, _words, _frequent, _since, Most) = (texts, words, frequent, since, mostListed);

    /// <summary>With other texts of some rows. Frequent beginnings may be others then: where <see cref="CountsAs"/> says no, all rows have new marks.</summary>
    public WordIndex With(IEnumerable<(int Row, byte[] Text)> rows)
    {
        var (texts, without, with) = (_texts.ToBuilder(), new List<int>(), new List<int>());
        foreach (var (row, text) in rows)
        {
            while (texts.Count <= row)
            {
                texts.Add([]);
            }

            if (!text.AsSpan().SequenceEqual(texts[row]))
            {
                without.AddRange(WordsOf(row, texts[row]));
                with.AddRange(WordsOf(row, text));
                texts[row] = text;
            }
        }

        if (without.Count + with.Count == 0)
        {
            return this;
        }

        var next = new WordIndex(texts.ToPagedTable(), _words, _frequent, _since + with.Count, Most);
        var words = _words.Count == 0 ? Sorted(next, with) : _words.Moved(without, with, Order, next.Order);
        next = new WordIndex(next._texts, words, _frequent, next._since, Most);
        var isExact = next._since <= Most / 2;
        foreach (var word in isExact ? with : [])
        {
            _frequent.AddTo([], next.TextOf(word), ref isExact);
        }

        return isExact ? next : next.Chosen();
    }

    /// <summary>Whether marks mean the same in both.</summary>
    public bool CountsAs(WordIndex other) => ReferenceEquals(_frequent, other._frequent);

    /// <summary>How many marks there are: they are the numbers below.</summary>
    public int Marks => _frequent.Count;

    /// <summary>The marks of a row, in the order of their numbers.</summary>
    public int[] MarksOf(int row)
    {
        var (numbers, isExact) = (new List<int>(), true);
        for (var word = 0; row < _texts.Count && word < PackedWords.CountIn(_texts[row]); word++)
        {
            _frequent.AddTo(numbers, TextOf(row << WordBits | word), ref isExact);
        }

        numbers.Sort();
        return [.. numbers.Distinct()];
    }

    public bool Has(int row, byte[] wanted) => row < _texts.Count && PackedWords.Has(_texts[row], wanted);

    /// <summary>The rows with a word that begins so, in the order of their numbers; or the mark they carry, where they are many.</summary>
    public (int[] Rows, int? Mark) Find(byte[] wanted, Steps steps)
    {
        var from = _words.CountBefore(w => TextOf(w).SequenceCompareTo(wanted) < 0, steps);
        var to = _words.CountBefore(w => TextOf(w) is var text && (text.StartsWith(wanted) || text.SequenceCompareTo(wanted) < 0), steps);
        if (to - from > Most && _frequent.NumberOf(wanted) is { } number)
        {
            return ([], number);
        }

        return ([.. _words.From(from, RowMatch.All, false, steps).Take(to - from).Select(w => w >> WordBits).Distinct().Order()], null);
    }

    private WordIndex Chosen()
    {
        int[] words = [.. _words.All];
        return new WordIndex(_texts, _words, FrequentWords.Of(words, TextOf, Math.Max(1, Most / 2)), 0, Most);
    }

    private ReadOnlySpan<byte> TextOf(int word) => PackedWords.From(_texts[word >> WordBits], word & (1 << WordBits) - 1);

    private static IEnumerable<int> WordsOf(int row, byte[] text) => Enumerable.Range(0, PackedWords.CountIn(text)).Select(word => row << WordBits | word);

    private RowOrder Order => new((a, b) => TextOf(a).SequenceCompareTo(TextOf(b)) is var order and not 0 ? order : a.CompareTo(b), _ => 0);

    /// <summary>Many at once: by their first letters as numbers, and by all of them only where those are alike.</summary>
    private static CountedOrder Sorted(WordIndex index, List<int> words)
    {
        var keys = new ulong[words.Count];
        int[] sorted = [.. words];
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        for (var i = 0; i < sorted.Length; i++)
        {
            first.Clear();
            var text = index.TextOf(sorted[i]);
            text[..Math.Min(text.Length, first.Length)].CopyTo(first);
            keys[i] = BinaryPrimitives.ReadUInt64BigEndian(first);
        }

        Array.Sort(keys, sorted);
        for (int from = 0, to = 1; from < sorted.Length; from = to++)
        {
            while (to < sorted.Length && keys[to] == keys[from])
            {
                to++;
            }

            sorted.AsSpan(from, to - from).Sort(index.Order.Compare);
        }

        return CountedOrder.Of(sorted, index.Order);
    }
}
