using ExcelDataReader;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>Sheets of which no row holds two values: a cover page, a list of words to choose from. They are no table, unless that one column says where
/// something lies.</summary>
internal static class PlainSheets
{
    private const int MostRows = 2_000;

    /// <summary>Whether one of them holds positions or drawings, or a heading of such. What the library of workbooks may throw.</summary>
    public static bool SayPlaces(FileReading reading, IReadOnlySet<string> names)
    {
        using var stream = StrictWorkbook.Open(reading.File, reading.Options.Limits);
        using var book = ExcelReaderFactory.CreateReader(stream);
        do
        {
            for (var row = 0; names.Contains(book.Name) && row < MostRows && book.Read(); row++)
            {
                if (Enumerable.Range(0, book.FieldCount).Any(c => book.GetValue(c) is string text && SaysPlace(text)))
                {
                    return true;
                }
            }
        }
        while (book.NextResult());
        return false;
    }

    private static bool SaysPlace(string text) => text.Contains("((", StringComparison.Ordinal) || text.Contains("coordinates", StringComparison.Ordinal)
        || GeometryGuess.IsListed(Words.Fold(text)) || CoordinateText.Position(text) is not null;
}
