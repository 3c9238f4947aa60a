using Furrow.Core;

namespace Furrow.Exchange.Kml;

/// <summary>The text of a coordinates element.</summary>
internal static class KmlCoordinates
{
    /// <summary>Cuts at blanks, but not at those beside a comma.</summary>
    public static IEnumerable<string> Tuples(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isBlank = i == text.Length || char.IsWhiteSpace(text[i]);
            if (!isBlank && start < 0)
            {
                start = i;
            }
            else if (isBlank && start >= 0)
            {
                var next = i;
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                {
                    next++;
                }

                if (next < text.Length && (text[next] == ',' || text[i - 1] == ','))
                {
                    i = next;
                    continue;
                }

                yield return text[start..i];
                start = -1;
            }
        }
    }

    public static (double X, double Y)? Read(string tuple)
    {
        var parts = tuple.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length is 2 or 3 && PlainNumber.Real(parts[0]) is { } x && PlainNumber.Real(parts[1]) is { } y ? (x, y) : null;
    }
}
