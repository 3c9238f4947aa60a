using System.Globalization;
using System.Xml;
using Furrow.Core;

namespace Furrow.Exchange.Xlsx;

/// <summary>Walks once through the parts of a workbook before the library may: it believes what a cell says about its place, and makes room for it. A column
/// beyond XFD, a row beyond 1,048,576, an area stated a thousand times larger than its cells are refused here (ECMA-376 part 1, 18.3.1).</summary>
internal sealed class WorkbookGuard(int mostColumns, int mostDepth)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>Rows times columns that a sheet may span without cells to fill them.</summary>
    private const long FreeSpan = 20_000_000;
    private const int SpanPerCell = 50;
    private const int MostStyles = 100_000;
    private const int LongestFormat = 1_000;

    private string _part = "";
    private long _cells;
    private long _styles;
    private int _widest;
    private int _lowest;
    private int _row;

    /// <summary>One member of the archive.</summary>
    public void Look(string name, Stream stream)
    {
        _part = name[(name.LastIndexOf('/') + 1)..];
        if (name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("xl/printerSettings/", StringComparison.OrdinalIgnoreCase) && !_part.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
        {
            throw new WorkbookFaultException($"its part '{_part}' is of a binary workbook, which is not read here; save it as .xlsx");
        }

        if (!name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        (_cells, _styles, _widest, _lowest, _row) = (0, 0, 0, 0, 0);
        try
        {
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    Element(xml);
                }
            }
        }
        catch (XmlException e)
        {
            throw new WorkbookFaultException(e.Message.Contains("DTD", StringComparison.Ordinal)
                ? $"its part '{_part}' is not sound XML: it has a document type (DTD); entities are not read"
                : (Phrase)$"its part '{_part}' is not sound XML: {e.Message}");
        }

        if ((long)_widest * _lowest > FreeSpan + SpanPerCell * _cells)
        {
            throw new WorkbookFaultException(
                $"the sheet '{_part}' states {_lowest} rows of {_widest} columns but has {_cells} cells");
        }
    }

    private void Element(XmlReader xml)
    {
        if (xml.Depth > mostDepth)
        {
            throw new WorkbookFaultException($"its part '{_part}' is nested more than {mostDepth} deep");
        }

        switch (xml.LocalName)
        {
            case "row":
                _row++;
                Row(xml.GetAttribute("r"));
                break;
            case "c":
                Cell(xml.GetAttribute("r"), xml.IsEmptyElement);
                break;
            case "dimension" or "mergeCell" when xml.GetAttribute("ref") is { } range:
                foreach (var corner in range.Split(':'))
                {
                    Place(corner);
                }

                break;
            case "col" when PlainNumber.Whole(xml.GetAttribute("max")) is { } last and > LastColumn:
                throw Beyond($"column {last}");
            case "numFmt" when xml.GetAttribute("formatCode") is { Length: > LongestFormat }:
                throw new WorkbookFaultException($"its part '{_part}' has a number format of more than {LongestFormat} characters");
            case "xf" when ++_styles > MostStyles:
                throw new WorkbookFaultException($"its part '{_part}' has more than {MostStyles} styles");
        }
    }

    private void Row(string? stated)
    {
        if (stated is null)
        {
            return;
        }

        _row = PlainNumber.Whole(stated) is { } row and >= 1 and <= LastRow ? row : throw Beyond($"row {stated}");
        _lowest = Math.Max(_lowest, _row);
    }

    private void Cell(string? stated, bool isEmpty)
    {
        _cells++;
        if (stated is null)
        {
            return;
        }

        var (column, row) = Place(stated);
        if (column > mostColumns && !isEmpty)
        {
            throw new WorkbookFaultException($"the sheet '{_part}' has a value in cell {Shown(stated)}; no more than {mostColumns} columns are read");
        }

        (_widest, _lowest) = (Math.Max(_widest, column), Math.Max(_lowest, row));
    }

    /// <summary>Column and row of "AB12", from 1.</summary>
    private (int Column, int Row) Place(string cell)
    {
        int column = 0, at = 0;
        for (; at < cell.Length && char.IsAsciiLetter(cell[at]) && column <= LastColumn; at++)
        {
            column = column * 26 + (cell[at] & 0x1F);
        }

        return column is >= 1 and <= LastColumn && PlainNumber.Whole(cell.AsSpan(at)) is { } row and >= 1 and <= LastRow ? (column, row) : throw Beyond($"cell {Shown(cell)}");
    }

    private static string Shown(string text) => text.Length <= 20 ? text : text[..17] + "...";

    private WorkbookFaultException Beyond(string what) => new($"its part '{_part}' names {Shown(what)}, which no sheet has");
}
