using Furrow.Core.Land;

namespace Furrow.Exchange.Mappings;

/// <summary>Reads a known word of contamination, or a well-formed list of them: "AP/AT mines", "Mines and UXO", "Mixed AP/AV minefield". One item that is not
/// known, a negation among them, makes the whole unknown: what is present is never half read.</summary>
internal static class KindPhrase
{
    private static readonly char[] Marks = ['/', ',', ';', '+', '&', '|', '\n', '\u060C'];

    /// <summary>"And" in the languages of <see cref="KindWords"/>, folded.</summary>
    private static readonly string[] And = ["and", "ve", "и", "اور", "i", "hem"];

    /// <summary>Says of a list that all its items are there together.</summary>
    private static readonly string[] Mixed = ["mixed ", "qarisiq ", "karisik ", "смешанное ", "смешанные ", "مخلوط ", "mjesovito ", "mesovito "];

    public static KindSet? Read(string value)
    {
        var text = value.ReplaceLineEndings("\n").Trim();
        var listed = Listed(text);

        // A line may end between two kinds or within the name of one: "AP", "mines".
        return !text.Contains('\n') || Listed(text.Replace('\n', ' ')) is not { } joined || joined == listed ? listed : null;
    }

    private static KindSet? Listed(string value)
    {
        if (KnownText.Key(value) is { } whole && KindWords.Find(whole) is { } known)
        {
            return known;
        }

        var items = new List<string>();
        foreach (var piece in value.Split(Marks))
        {
            if (KnownText.Key(piece) is not { } key)
            {
                return null;
            }

            items.AddRange(KindWords.Find(key) is null ? Parts(key) : [key]);
        }

        return items.Count < 2 ? null : Together(items);
    }

    private static KindSet? Together(List<string> items)
    {
        var mixed = Array.Find(Mixed, m => items[0].StartsWith(m, StringComparison.Ordinal));
        items[0] = items[0][(mixed?.Length ?? 0)..];
        var all = KindSet.None;
        foreach (var item in items)
        {
            // "All" is a word of its own, not one among others.
            if (KindWords.Find(item) is not { } kinds || kinds == KindSet.All)
            {
                return null;
            }

            all |= kinds;
        }

        return all;
    }

    private static List<string> Parts(string key)
    {
        var parts = new List<string> { "" };
        foreach (var word in key.Split(' '))
        {
            if (And.Contains(word))
            {
                parts.Add("");
            }
            else
            {
                parts[^1] = parts[^1].Length == 0 ? word : $"{parts[^1]} {word}";
            }
        }

        return parts;
    }
}
