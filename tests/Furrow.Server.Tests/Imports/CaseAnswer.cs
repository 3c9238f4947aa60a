using System.Globalization;

namespace Furrow.Server.Tests.Imports;

/// <summary>What became of a file: its rows, or the problem it has as a whole, and what readings wait for a person, by their topics.</summary>
internal sealed record CaseAnswer(IReadOnlyList<string> Rows, IReadOnlyList<string> Open)
{
    /// <summary>The checks that found something, with how often, as "swapped-coordinates 3"; told where a country is given.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>"1 accepted 8897 m², 2 refused status-unknown; open 2 word".</summary>
    public override string ToString()
    {
        var parts = Rows.Select(r => r.Split(' ')).Where(r => r.Length == 4)
            .GroupBy(r => r[2].Length == 0 ? r[1] : $"{r[1]} {r[2]}").OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Rows: g.Count(), Area: g.Sum(r => decimal.Parse(r[3], CultureInfo.InvariantCulture))));
        var told = string.Join(", ", parts.Select(p => $"{p.Rows} {p.Key}" + (p.Area > 0 ? $" {decimal.Round(p.Area):0} m²" : "")));
        var open = string.Join(", ", Open.GroupBy(t => t).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
        var found = Found.Count > 0 ? "; found " + string.Join(", ", Found.Order(StringComparer.Ordinal)) : "";
        return told.Length == 0 ? string.Join(", ", Rows) : told + (open.Length > 0 ? $"; open {open}" : "") + found;
    }
}
