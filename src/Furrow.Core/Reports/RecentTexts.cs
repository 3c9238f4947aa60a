namespace Furrow.Core.Reports;

/// <summary>Holds the names that come again and again in one fold (persons, organisations, methods) as one string each. Few, so that rare texts do not
/// fill it.</summary>
internal sealed class RecentTexts
{
    private const int Most = 512;
    private const int LongestShared = 100;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string Same(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (text.Length <= LongestShared && _known.Count < Most)
        {
            _known.Add(text);
        }

        return text;
    }

    public string? SameOrNull(string? text) => text is null ? null : Same(text);
}
