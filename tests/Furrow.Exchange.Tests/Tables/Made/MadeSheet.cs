using System.Globalization;
using System.Security;
using System.Text;

namespace Furrow.Exchange.Tests.Tables.Made;

/// <summary>A record as it is known to be: what a right reading of it gives.</summary>
internal sealed record KnownRecord(string Code, string Operator, DateOnly Date, bool IsMonth, double SquareMetres, double[][] Rings)
{
    public bool IsHidden { get; init; }
}

/// <summary>A workbook made from known records, and the answers to what it may be asked.</summary>
/// <param name="Answer">What a person says who knows the file.</param>
/// <param name="Traits">How it was made, for a failure.</param>
internal sealed record MadeSheet(SourceFile File, IReadOnlyList<KnownRecord> Records, ReadOptions Answer, string Traits);

/// <summary>The XML of a sheet, cell by cell.</summary>
internal sealed class SheetXmlMaker
{
    /// <summary>Styles: 1 a date, 2 a number of four figures.</summary>
    public const string Styles = "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"0000\"/></numFmts><fonts><font/></fonts>"
        + "<cellXfs count=\"3\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs>";

    private static readonly DateOnly Zero = new(1899, 12, 30);

    private readonly StringBuilder _rows = new();
    private readonly List<string> _merges = [];

    /// <summary>The number of the last row written.</summary>
    public int Row { get; private set; }

    public void Blank() => Row++;

    /// <summary>Texts, numbers, days; null for nothing; a text and a style for a number in a format.</summary>
    public void Add(IReadOnlyList<object?> cells, bool isHidden = false)
    {
        Row++;
        _rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{Row}\"{(isHidden ? " hidden=\"1\"" : "")}>");
        for (var i = 0; i < cells.Count; i++)
        {
            var at = Name(i, Row);
            _rows.Append(cells[i] switch
            {
                null => "",
                string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
                DateOnly day => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - Zero.DayNumber}</v></c>"),
                int number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"2\"><v>{number}</v></c>"),
                var number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{number}</v></c>"),
            });
        }

        _rows.Append("</row>");
    }

    public void Merge(int fromColumn, int fromRow, int toColumn, int toRow) => _merges.Add($"{Name(fromColumn, fromRow)}:{Name(toColumn, toRow)}");

    public override string ToString() => $"<sheetData>{_rows}</sheetData>" + (_merges.Count == 0 ? "" : Workbook.Merged([.. _merges]));

    private static string Name(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
