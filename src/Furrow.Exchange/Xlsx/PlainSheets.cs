using ExcelDataReader;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>Sheets beside the table of a workbook: a cover page, a list of words to choose from, a key of codes. They are no table of land, unless
/// something in them says where or when, how large, or of which record.</summary>
internal static class PlainSheets
{
    private const int MostRows = 2_000;

    /// <summary>Whether one of some sheets, of which no row holds two values, holds positions or drawings, or a heading of such. What the library of
    /// workbooks may throw.</summary>
    public static bool SayPlaces(FileReading reading, IReadOnlySet<string> names)
    {
        var says = false;
        Walk(reading, names, (_, cells) => says |= Array.Exists(cells, c => c is string text && (SaysPlace(text) || GeometryGuess.IsListed(Words.Fold(text)))));
        return says;
    }

    /// <summary>Those of some sheets with columns that are keys or lists of words: texts and whole numbers, no place, day, size or code of a record, and no
    /// two headings that columns of records have. A list that cells of another sheet are chosen from may have such headings.</summary>
    /// <param name="chosenFrom">The sheets whose cells another sheet offers as choices.</param>
    public static HashSet<string> Lists(FileReading reading, IReadOnlySet<string> names, IReadOnlySet<string> chosenFrom)
    {
        var lists = names.ToHashSet();
        var rows = new Dictionary<string, int>();
        Walk(reading, names, (sheet, cells) =>
        {
            var count = rows[sheet] = rows.GetValueOrDefault(sheet) + 1;
            var row = new RawRow(count, [.. cells.Select(c => c as string)]);
            if (count >= MostRows || Array.Exists(cells, IsOfRecord) || !chosenFrom.Contains(sheet) && HeadingNames.Known(row) > 1)
            {
                lists.Remove(sheet);
            }
        });
        return lists;
    }

    private static bool IsOfRecord(object? cell) => cell switch
    {
        null or bool => false,
        string text => SaysPlace(text) || SaysMeasure(text) || StatusColumns.IsCode(text) && !text.Contains(' ') && text.Any(char.IsLetter)
            || DateText.Parse(text, DateOrder.DayMonthYear, true) is not null || DateText.Parse(text, DateOrder.MonthDayYear, true) is not null,
        double number => number != Math.Floor(number),
        _ => true,
    };

    /// <summary>A heading of places, of days or of sizes.</summary>
    private static bool SaysMeasure(string text) => GeometryGuess.IsPoint(Words.Fold(text)) || DateNames.MayBeDate(text)
        || FieldNames.Score("statedArea", HeadingUnit.Without(text, FieldType.Area)) >= FieldNames.Exact;

    private static bool SaysPlace(string text) => text.Contains("((", StringComparison.Ordinal) || text.Contains("coordinates", StringComparison.Ordinal)
        || CoordinateText.Position(text) is not null;

    internal static void Walk(FileReading reading, IReadOnlySet<string> names, Action<string, object?[]> see)
    {
        using var stream = StrictWorkbook.Open(reading.File, reading.Options.Limits);
        using var book = ExcelReaderFactory.CreateReader(stream);
        do
        {
            for (var row = 0; names.Contains(book.Name) && row < MostRows && book.Read(); row++)
            {
                see(book.Name, [.. Enumerable.Range(0, book.FieldCount).Select(book.GetValue)]);
            }
        }
        while (book.NextResult());
    }
}
