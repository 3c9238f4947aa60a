using System.Globalization;
using Furrow.Core;

namespace Furrow.Exchange;

/// <summary>The rows of a table that name its columns, counted from 1 as a spreadsheet counts them: one, or two and three that are joined.</summary>
public readonly record struct HeadingRows(int First, int Last)
{
    /// <summary>Between the parts of a name that stood in several rows.</summary>
    public const string Joint = " / ";

    /// <summary>Rows of headings that stand above each other.</summary>
    private const int Most = 4;

    /// <summary>"4", or "4-5".</summary>
    public static HeadingRows? Parse(string? text)
    {
        var parts = (text ?? "").Split('-', StringSplitOptions.TrimEntries);
        return parts.Length <= 2 && PlainNumber.Whole(parts[0]) is { } first and > 0 && PlainNumber.Whole(parts[^1]) is { } last
            && last >= first && last - first < Most ? new HeadingRows(first, last) : null;
    }

    public override string ToString() => First == Last ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
