using System.Globalization;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>A key says in two columns what the short codes of another sheet mean ("1", "Suspected"). A sheet written in such codes cannot be read as if its
/// key were not there.</summary>
internal static class SheetKeys
{
    private const int LongestCode = 3;

    /// <summary>Nearly all cells of a column: of ten.</summary>
    private const int MostOfTen = 8;

    /// <summary>Whether a column of a sheet is written in the codes of one of the keys.</summary>
    public static bool AreUsed(FileReading reading, IReadOnlySet<string> keys, string sheet)
    {
        var codes = new HashSet<string>();
        PlainSheets.Walk(reading, keys, (_, cells) =>
        {
            if (cells is [not null, string, ..] && Text(cells[0]) is { Length: > 0 and <= LongestCode } code)
            {
                codes.Add(code);
            }
        });
        if (codes.Count == 0)
        {
            return false;
        }

        var (seen, coded) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        PlainSheets.Walk(reading, new HashSet<string> { sheet }, (_, cells) =>
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (Text(cells[i]) is { Length: > 0 } text && !HeadingNames.IsKnown(text))
                {
                    seen[i] = seen.GetValueOrDefault(i) + 1;
                    coded[i] = coded.GetValueOrDefault(i) + (codes.Contains(text) ? 1 : 0);
                }
            }
        });
        return seen.Any(s => coded[s.Key] * 10 >= s.Value * MostOfTen);
    }

    private static string? Text(object? cell) => cell is string text ? text.Trim() : (cell as IFormattable)?.ToString(null, CultureInfo.InvariantCulture);
}
