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

    public static string? English(object said) => said switch
    {
        RefusedRow row => row.Sentence,
        Finding finding => $"{finding.ReportCode}: {finding.Sentence}",
        Check check => check.Title,
        _ => said.ToString(),
    };

    private static string NameOf(string key) => key.Replace('-', '_');
}
