using System.Globalization;

namespace Furrow.Server.Exports;

/// <summary>Counts what an export does not hold, whatever its format, so that nothing is left out unsaid.</summary>
internal sealed class ExportOmissions
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Complete when the table has been made.</summary>
    public IReadOnlyList<string> Sentences => [.. _counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}: {c.Value} records"))];

    /// <summary>For the file itself; nothing where nothing is left out.</summary>
    public IReadOnlyList<(string Name, string Value)> About => _counts.Count == 0 ? [] : [("left_out", string.Join("; ", Sentences))];

    public void Add(string what, bool isThere)
    {
        if (isThere)
        {
            _counts[what] = _counts.GetValueOrDefault(what) + 1;
        }
    }
}
