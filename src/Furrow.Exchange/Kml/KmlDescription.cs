using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Furrow.Exchange.Kml;

/// <summary>What a description says column by column: map programs write the attributes of a placemark into it as a table of two columns, or as lines of
/// the form "Status: Cleared".</summary>
/// <param name="Fields">Names and values, in their order; empty where the text is only a text.</param>
/// <param name="Text">The description without markup; null where the fields say all of it.</param>
internal sealed partial record KmlDescription(IReadOnlyList<InputField> Fields, string? Text)
{
    /// <summary>A longer one is taken as a text: no program writes so many attributes.</summary>
    private const int MostLetters = 64 * 1024;

    private const int MostDeep = 200;
    private const int LongestName = 60;
    private static readonly string[] Blocks = ["BR", "P", "DIV", "LI", "TR", "TABLE", "UL", "OL", "H1", "H2", "H3", "H4", "HR"];

    public static KmlDescription Read(string description)
    {
        if (description.Length > MostLetters)
        {
            return new([], description);
        }

        if (!Markup().IsMatch(description))
        {
            return OfLines(description.ReplaceLineEndings("\n").Split('\n'), description);
        }

        if (IsTooDeep(description))
        {
            return new([], description);
        }

        var reading = new Lines();
        using var document = new HtmlParser().ParseDocument(Formatting().Replace(description, ""));
        if (document.Body is { } body)
        {
            reading.Add(body);
        }

        var lines = reading.All.Where(l => l.Trim().Length > 0).ToList();
        return reading.Fields.Count > 0 ? new(reading.Fields, lines.Count == 0 ? null : string.Join('\n', lines.Select(Tidy)))
            : OfLines(lines, string.Join('\n', lines.Select(Tidy)));
    }

    /// <summary>All lines name a value, or none counts: in a text a colon may stand anywhere.</summary>
    private static KmlDescription OfLines(IReadOnlyList<string> lines, string text)
    {
        var said = lines.Select(Tidy).Where(l => l.Length > 0).ToList();
        var pairs = said.Select(l => NamedValue().Match(l)).Where(m => m.Success)
            .Select(m => new InputField(m.Groups[1].Value.Trim(), m.Groups[2].Value.Trim())).ToList();
        return pairs.Count > 1 && pairs.Count == said.Count ? new(pairs, null) : new([], text);
    }

    /// <summary>Nested deeper than anybody writes: a parser looks through all that is open for each element.</summary>
    private static bool IsTooDeep(string description)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Match tag in Opening().Matches(description))
        {
            var (name, isEnd) = (tag.Groups[2].Value, tag.Groups[1].Length > 0);
            open[name] = Math.Max(0, open.GetValueOrDefault(name) + (isEnd ? -1 : 1));
            if (open[name] > MostDeep)
            {
                return true;
            }
        }

        return false;
    }

    private static string Tidy(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>Walks through the markup: rows of two cells are fields, all else is lines of text.</summary>
    private sealed class Lines
    {
        public List<InputField> Fields { get; } = [];

        public List<string> All { get; } = [""];

        public void Add(INode node)
        {
            if (node is IElement { NodeName: "TR" } row && Cells(row) is [var name, var value] && Tidy(name.TextContent) is { Length: > 0 and <= LongestName } key)
            {
                Fields.Add(new InputField(key.TrimEnd(':', ' '), Tidy(value.TextContent)));
            }
            else if (node.NodeName is not ("STYLE" or "SCRIPT" or "HEAD"))
            {
                AddParts(node);
            }
        }

        private void AddParts(INode node)
        {
            All[^1] += node.NodeType == NodeType.Text ? node.TextContent : "";
            var isBlock = Blocks.Contains(node.NodeName);
            Break(isBlock);
            foreach (var child in node.ChildNodes)
            {
                Add(child);
            }

            Break(isBlock);
        }

        private void Break(bool isBlock)
        {
            if (isBlock && All[^1].Length > 0)
            {
                All.Add("");
            }
        }

        /// <summary>Cells that hold no table of their own.</summary>
        private static List<IElement> Cells(IElement row) => row.QuerySelector("table") is null ? [.. row.Children.Where(c => c.NodeName is "TD" or "TH")] : [];
    }

    /// <summary>Known elements alone: "&lt;Null&gt;" is a value.</summary>
    [GeneratedRegex(@"<(!|/?(html|body|table|tbody|tr|td|th|br|p|b|i|u|a|div|span|font|ul|ol|li|h[1-6]|hr|img|center|strong|em|small|pre)\b)[^<>]*>",
        RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    /// <summary>Elements that another may not end by itself.</summary>
    [GeneratedRegex(@"<(/?)(?!(?:p|li|td|tr|th|tbody|thead|tfoot|dd|dt|option|br|hr|img|meta|link|input|col|wbr)\b)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>",
        RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    /// <summary>They say nothing here, and a parser has to carry each of them on through all that follows.</summary>
    [GeneratedRegex(@"</?(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Formatting();

    [GeneratedRegex(@"^(\p{L}[^:]{0,58}):(?:\s+(.*))?$")]
    private static partial Regex NamedValue();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
