using System.Collections.Immutable;
using System.Globalization;

namespace Furrow.Core.Reports.Orders;

/// <summary>What reports are found by beside their facets and words, each value by a number that never changes: the year, the team, the donor, the methods,
/// what it does to land, the batch. A report has several.</summary>
internal sealed class ReportValues
{
    public static readonly ReportValues Empty = new(ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, int> _numbers;

    private ReportValues(ImmutableDictionary<string, int> numbers) => _numbers = numbers;

    /// <summary>Null for a value no report ever had.</summary>
    public int? NumberOf(string value) => _numbers.TryGetValue(value, out var number) ? number : null;

    public ReportValues With(ReportEntry entry, Report report, ICollection<int> numbers)
    {
        var known = _numbers;
        foreach (var value in Of(entry, report))
        {
            if (!known.TryGetValue(value, out var number))
            {
                number = known.Count;
                known = known.Add(value, number);
            }

            numbers.Add(number);
        }

        return known == _numbers ? this : new ReportValues(known);
    }

    /// <summary>What a filter asks for.</summary>
    public static IEnumerable<string> Of(ReportFilter filter)
    {
        string?[] asked = [filter.Year is { } year ? Year(year) : null, Named("team", filter.Team), Named("donor", filter.Donor), Named("method", filter.Method),
            Named("effect", filter.Effect?.ToString()), Named("batch", filter.Batch?.ToString("N"))];
        return asked.OfType<string>();
    }

    private static IEnumerable<string> Of(ReportEntry entry, Report report)
    {
        string?[] values = [Year(report.End.Day.Year), Named("team", report.Team), Named("donor", report.Donor), Named("batch", entry.Batch?.ToString("N")),
            .. report.Parts.SelectMany(p => (string?[])[Named("effect", p.Effect.ToString()), Named("method", p.Method)])];
        return values.OfType<string>();
    }

    private static string Year(int year) => "year " + year.ToString(CultureInfo.InvariantCulture);

    private static string? Named(string kind, string? name) => name is null ? null : $"{kind} {name}";
}
