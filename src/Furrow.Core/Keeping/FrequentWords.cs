namespace Furrow.Core.Keeping;

/// <summary>The beginnings that many words share, as a tree by their letters. Each node is a number by which rows are counted: it stands for every beginning
/// longer than that of its parent and no longer than its own, since at the time it was made all words that begin with the one begin with the other.</summary>
internal sealed class FrequentWords
{
    public static readonly FrequentWords None = new([], 0);

    private readonly Node[] _first;

    private FrequentWords(Node[] first, int count) => (_first, Count) = (first, count);

    public int Count { get; }

    /// <param name="words">In their order.</param>
    /// <param name="least">Beginnings of fewer words are not in it.</param>
    public static FrequentWords Of(ReadOnlySpan<int> words, Reader textOf, int least)
    {
        var count = 0;
        return new FrequentWords(Below(words, textOf, 0, least, ref count), count);
    }

    /// <summary>A word as it is written, to the end of its row.</summary>
    public delegate ReadOnlySpan<byte> Reader(int word);

    /// <summary>The numbers of the beginnings of a word.</summary>
    /// <param name="isExact">False when it leaves a known beginning where no other word did: then that one stands for two.</param>
    public void AddTo(ICollection<int> numbers, ReadOnlySpan<byte> word, ref bool isExact)
    {
        for (var nodes = _first; Find(nodes, word) is { } node; nodes = node.Below)
        {
            if (!word.StartsWith(node.Beginning))
            {
                isExact = false;
                return;
            }

            numbers.Add(node.Number);
        }
    }

    /// <summary>The number by which rows with a word that begins so are counted; null where too few did.</summary>
    public int? NumberOf(ReadOnlySpan<byte> beginning)
    {
        for (var nodes = _first; Find(nodes, beginning) is { } node; nodes = node.Below)
        {
            if (node.Beginning.AsSpan().StartsWith(beginning))
            {
                return node.Number;
            }

            if (!beginning.StartsWith(node.Beginning))
            {
                return null;
            }
        }

        return null;
    }

    private static Node? Find(Node[] nodes, ReadOnlySpan<byte> word)
    {
        foreach (var node in nodes)
        {
            if (node.From < word.Length && node.Beginning[node.From] == word[node.From])
            {
                return node;
            }
        }

        return null;
    }

    private static Node[] Below(ReadOnlySpan<int> words, Reader textOf, int depth, int least, ref int count)
    {
        var nodes = new List<Node>();
        while (words.Length > 0)
        {
            var letter = LetterAt(textOf(words[0]), depth);
            var same = CountSame(words, textOf, depth, letter);
            if (same >= least && letter != PackedWords.End)
            {
                var first = textOf(words[0]);
                var length = first.CommonPrefixLength(textOf(words[same - 1]));
                var end = first[..length].IndexOf(PackedWords.End);
                length = end >= 0 ? end : length;
                var number = count++;
                nodes.Add(new Node(first[..length].ToArray(), depth, number, Below(words[..same], textOf, length, least, ref count)));
            }

            words = words[same..];
        }

        return [.. nodes];
    }

    /// <summary>How many of the first words have the same letter at a depth up to which all are alike.</summary>
    private static int CountSame(ReadOnlySpan<int> words, Reader textOf, int depth, byte letter)
    {
        int low = 1, high = words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = LetterAt(textOf(words[middle]), depth) == letter ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static byte LetterAt(ReadOnlySpan<byte> word, int depth) => depth < word.Length ? word[depth] : PackedWords.End;

    private sealed record Node(byte[] Beginning, int From, int Number, Node[] Below);
}
