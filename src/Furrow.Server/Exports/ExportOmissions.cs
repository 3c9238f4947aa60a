using System.Globalization;

namespace Furrow.Server.Exports;

/// <summary>Counts what an export does not hold, whatever its format, so that nothing is left out unsaid.</summary>
internal sealed class ExportOmissions
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Complete when the rows have been written.</summary>
    public IReadOnlyList<string> Sentences => [.. _counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}: {c.Value} records"))];

    public void Add(string what, bool isThere)
    {
        if (isThere)
        {
            _counts[what] = _counts.GetValueOrDefault(what) + 1;
        }
    }
}
