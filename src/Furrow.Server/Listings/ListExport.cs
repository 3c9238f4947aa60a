using System.Globalization;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Exports;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Listings;

/// <summary>Cells of a list as files and JSON hold them: words by their names, m² exact, days as days, moments in the time of the programme.</summary>
internal static class ListExport
{
    private const int LongestName = 80;

    public static IEnumerable<ExportColumn> Columns(ColumnHead head) => head.Type switch
    {
        CellType.Area => [new(NameOf(head.Key) + "_square_metres", ExportType.Number)],
        CellType.Whole => [new(NameOf(head.Key), ExportType.Whole)],
        CellType.Day => [new(NameOf(head.Key), ExportType.Date)],
        CellType.ReportDay => [new(NameOf(head.Key), ExportType.Date), new(NameOf(head.Key) + "_precision", ExportType.Text)],
        CellType.Truth => [new(NameOf(head.Key), ExportType.Truth)],
        _ => [new(NameOf(head.Key), ExportType.Text)],
    };

    public static IEnumerable<object?> Values(CellType type, object? value, ProgrammeTime time) => (type, value) switch
    {
        (CellType.ReportDay, ReportDate date) => [date.Day, Names.Of(date.Precision)],
        (CellType.ReportDay, _) => [null, null],
        (_, null) => [null],
        (CellType.Area, _) => [Names.Area(Convert.ToInt64(value, null))],
        (CellType.Word, ListWord word) => [word.Argument is null ? word.Name : $"{word.Name} {word.Argument}"],
        (CellType.Said, _) => [English(value)],
        (CellType.Moment, DateTimeOffset at) => [time.Second(at)],
        _ => [value],
    };

    /// <summary>What a file of the list answers; without a date where it does not speak of land.</summary>
    public static IReadOnlyList<(string Name, string Value)> About(ListAsk ask, IListing of, IEnumerable<string> filters)
    {
        var filter = string.Join("; ", filters.Select(f => (Word: f, Value: ask.Word(f))).Where(f => f.Value.Length > 0).Select(f => $"{f.Word}={f.Value}"));
        return
        [
            .. of.IsOfLand ? AboutLand(ask.AsOf, ask.Land.KnownAt) : [],
            .. of.IsOfPeriod && ask.From is { } from ? [("from", IsoDay.Text(from))] : (IEnumerable<(string, string)>)[],
            .. of.IsOfPeriod ? [("kind", Kinds.NameOf(ask.Kind))] : (IEnumerable<(string, string)>)[],
            .. filter.Length > 0 ? [("filter", filter)] : (IEnumerable<(string, string)>)[],
        ];
    }

    /// <summary>The same of an answer about land.</summary>
    public static IReadOnlyList<(string Name, string Value)> AboutLand(DateOnly asOf, int knownAt) =>
        [("as_of", IsoDay.Text(asOf)), ("known_at", knownAt.ToString(CultureInfo.InvariantCulture))];

    /// <summary>What a file is called: the list, and what it answers.</summary>
    public static string FileName(ExportTable table, string format)
    {
        var about = table.About.Select(a => a.Name == "known_at" ? $"known-{a.Value}" : a.Value);
        var name = string.Concat(string.Join('-', about.Prepend(table.Title)).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{(table.Exercise ? "EXERCISE-" : "")}{(name.Length > LongestName ? name[..LongestName] : name).TrimEnd('-')}.{format}";
    }

    public static string? English(object said) => said switch
    {
        RefusedRow row => row.Sentence,
        IReadOnlyList<Repair> repairs => string.Join(" ", repairs.Select(r => r.Sentence)),
        Finding finding => $"{finding.ReportCode}: {finding.Sentence}",
        Check check => check.Title,
        _ => said.ToString(),
    };

    private static string NameOf(string key) => key.Replace('-', '_');
}
