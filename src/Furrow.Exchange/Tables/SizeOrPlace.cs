using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;

namespace Furrow.Exchange.Tables;

/// <summary>Two columns whose names mean latitude and longitude as well as width and length ("Širina", "Dužina"): a place where their values are written as
/// one, or where points are numbered; else a person is asked.</summary>
internal static class SizeOrPlace
{
    /// <summary>Of the values of a column: a program leaves out the zeros at the end of some.</summary>
    private const double Most = 0.5;

    /// <summary>By these names and values they may be either.</summary>
    public static bool IsOpen(string x, string y, int xAt, int yAt, IReadOnlyList<TableRow> sample) =>
        SizeNames.AreBoth(x, y) && !(IsPlace(sample, xAt) && IsPlace(sample, yAt));

    /// <summary>Asks of each such pair.</summary>
    public static void Ask(FileReading reading, TableSource table, IReadOnlyList<TableRow> sample)
    {
        var columns = table.Columns.Where(c => SizeNames.MayBe(Words.Fold(c)) && !reading.Options.Leave.Contains(c)
            && Values(sample, table.IndexOf(c)).Count > 0).ToList();
        var halves = columns.ToLookup(c => AxisNames.Find(Words.Fold(c))!.Value.IsEast);
        if (halves[true].Any() && halves[false].Any())
        {
            foreach (var column in columns)
            {
                reading.Understand(new(ReadingTopic.Column, column, "", Standing.NotKnown,
                    Problems.SizeOrPlace(reading.File.Name, column, Values(sample, table.IndexOf(column))[0])));
            }
        }
    }

    private static bool IsPlace(IReadOnlyList<TableRow> sample, int at) =>
        Values(sample, at) is { Count: > 0 } values && values.Count(SizeNames.IsPlace) >= values.Count * Most;

    private static List<string> Values(IReadOnlyList<TableRow> sample, int at) =>
        [.. sample.Where(r => r.Fault is null && at < r.Values.Length).Select(r => r.Values[at]?.Trim()).OfType<string>().Where(v => v.Length > 0)];
}
