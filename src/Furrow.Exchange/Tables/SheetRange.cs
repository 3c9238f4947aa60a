using System.Globalization;
using Furrow.Core;

namespace Furrow.Exchange.Tables;

/// <summary>A rectangle of cells; rows and columns from 1, as in a sheet.</summary>
internal readonly record struct SheetRange(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    /// <summary>"B2:C4", or "B2".</summary>
    public static SheetRange? Parse(string? text)
    {
        var corners = (text ?? "").Split(':');
        return Cell(corners[0]) is { } from && Cell(corners[^1]) is { } to && corners.Length <= 2
            ? new SheetRange(Math.Min(from.Row, to.Row), Math.Min(from.Column, to.Column), Math.Max(from.Row, to.Row), Math.Max(from.Column, to.Column)) : null;
    }

    public static (int Row, int Column)? Cell(string text)
    {
        int at = 0, column = 0;
        for (; at < text.Length && at < 4 && char.IsAsciiLetter(text[at]); at++)
        {
            column = column * 26 + (text[at] & 0x1F);
        }

        return at > 0 && PlainNumber.Whole(text.AsSpan(at)) is { } row ? (row, column) : null;
    }

    public override string ToString() => $"{Name(FromRow, FromColumn)}:{Name(ToRow, ToColumn)}";

    public static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    public static string ColumnName(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString()
        : ColumnName((column - 1) / 26) + (char)('A' + (column - 1) % 26);
}
