using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>A keyword with its values in well-known text of coordinate systems (OGC 01-009, ISO 19162): texts, numbers, bare words and nested nodes.</summary>
internal sealed record WktNode(string Keyword, IReadOnlyList<string> Texts, IReadOnlyList<double> Numbers, IReadOnlyList<WktNode> Nodes)
{
    private const int LongestText = 100_000;
    private const int Deepest = 40;

    /// <summary>The first text: almost always the name.</summary>
    public string Name => Texts.Count > 0 ? Texts[0] : "";

    public WktNode? Find(params ReadOnlySpan<string> keywords)
    {
        foreach (var node in Nodes)
        {
            if (keywords.Contains(node.Keyword))
            {
                return node;
            }
        }

        return null;
    }

    public IEnumerable<WktNode> All(string keyword) => Nodes.Where(n => n.Keyword == keyword);

    public double? Number(int at) => at < Numbers.Count ? Numbers[at] : null;

    /// <summary>A number that may be a code; null for one with a fraction, or larger than any code.</summary>
    public int? Whole(int at) => Number(at) is (>= 0 and <= int.MaxValue) and var number && number == Math.Floor(number) ? (int)number : null;

    /// <summary>Null when the text is not well-known text.</summary>
    public static WktNode? Parse(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var at = 0;
        var node = Node(text, ref at, 0);
        SkipBlanks(text, ref at);
        return at == text.Length ? node : null;
    }

    private static WktNode? Node(string text, ref int at, int depth)
    {
        var keyword = Word(text, ref at);
        SkipBlanks(text, ref at);
        if (keyword.Length == 0 || depth > Deepest || at >= text.Length || text[at] is not ('[' or '('))
        {
            return null;
        }

        var close = text[at++] == '[' ? ']' : ')';
        List<string> texts = [];
        List<double> numbers = [];
        List<WktNode> nodes = [];
        while (true)
        {
            SkipBlanks(text, ref at);
            if (at >= text.Length || !Value(text, ref at, depth, texts, numbers, nodes))
            {
                return null;
            }

            SkipBlanks(text, ref at);
            if (at < text.Length && text[at] == ',')
            {
                at++;
            }
            else if (at < text.Length && text[at] == close)
            {
                at++;
                return new WktNode(keyword.ToUpperInvariant(), texts, numbers, nodes);
            }
            else
            {
                return null;
            }
        }
    }

    private static bool Value(string text, ref int at, int depth, List<string> texts, List<double> numbers, List<WktNode> nodes)
    {
        if (text[at] == '"')
        {
            var end = text.IndexOf('"', at + 1);
            if (end < 0)
            {
                return false;
            }

            texts.Add(text[(at + 1)..end]);
            at = end + 1;
            return true;
        }

        var start = at;
        if (char.IsAsciiDigit(text[at]) || text[at] is '-' or '+' or '.')
        {
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '+' or '.' or 'e' or 'E'))
            {
                at++;
            }

            if (PlainNumber.Real(text.AsSpan(start, at - start)) is not { } number)
            {
                return false;
            }

            numbers.Add(number);
            return true;
        }

        var word = Word(text, ref at);
        SkipBlanks(text, ref at);
        if (at < text.Length && text[at] is '[' or '(')
        {
            at = start;
            var node = Node(text, ref at, depth + 1);
            nodes.Add(node!);
            return node is not null;
        }

        texts.Add(word);
        return word.Length > 0;
    }

    private static string Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_'))
        {
            at++;
        }

        return text[start..at];
    }

    private static void SkipBlanks(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
