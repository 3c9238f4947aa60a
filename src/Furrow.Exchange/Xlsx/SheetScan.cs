using System.Xml;
using Furrow.Core;
using Furrow.Exchange.Archives;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>What the library that reads values does not tell of a sheet: cells with an error and formulas that were never computed (both come as empty
/// from it), merged and hidden cells. From one walk through the sheet's part (ECMA-376 part 1, 18.3.1).</summary>
internal sealed class SheetScan(StruckText struck)
{
    /// <summary>Cells and ranges remembered of a sheet.</summary>
    private const int Most = 200_000;
    private const int MostLists = 1_000;

    private readonly HashSet<int> _columns = [];
    private readonly List<(int From, int To)> _hiddenColumns = [];
    private int _row;
    private int _column;
    private int _filled;

    /// <summary>Cells that hold something.</summary>
    public bool HasValues { get; private set; }

    /// <summary>A row of it holds more than one value, as those of every table do but a list.</summary>
    public bool HasColumns { get; private set; }

    public List<SheetRange> Merges { get; } = [];

    /// <summary>Row and column → the error, or null for a formula without a value.</summary>
    public Dictionary<(int Row, int Column), string?> Faults { get; } = [];

    /// <summary>Cells with text that is struck through, or a part of it.</summary>
    public HashSet<(int Row, int Column)> Struck { get; } = [];

    /// <summary>Sheets that hold the lists its cells are chosen from.</summary>
    public HashSet<string> ChosenFrom { get; } = [];

    /// <summary>Rows with values that nobody sees.</summary>
    public SortedSet<int> HiddenRows { get; } = [];

    public IEnumerable<int> HiddenColumns => _columns.Where(c => _hiddenColumns.Exists(h => c >= h.From && c <= h.To)).Order();

    public static SheetScan Of(SourceFile part, StruckText struck)
    {
        var scan = new SheetScan(struck);
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var isRowHidden = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "col" when IsHidden(xml, "width"):
                    scan._hiddenColumns.Add((Number(xml, "min") ?? 1, Number(xml, "max") ?? int.MaxValue));
                    break;
                case "row":
                    (scan._row, scan._column, isRowHidden) = (Number(xml, "r") ?? scan._row + 1, 0, IsHidden(xml, "ht"));
                    break;
                case "c":
                    scan.Cell(xml, isRowHidden);
                    break;
                case "formula1" when scan.ChosenFrom.Count < MostLists && xml.Read() && xml.NodeType == XmlNodeType.Text
                    && xml.Value.LastIndexOf('!') is > 0 and var end:
                    scan.ChosenFrom.Add(xml.Value[..end].Trim('=', '\'').Replace("''", "'", StringComparison.Ordinal));
                    break;
                case "mergeCell" when SheetRange.Parse(xml.GetAttribute("ref")) is { } range:
                    scan.Merges.Add(range);
                    break;
            }

            if (scan.Merges.Count + scan.Faults.Count + scan.Struck.Count + scan._hiddenColumns.Count > Most)
            {
                throw new ArchiveLimitException($"{Most} merged cells, struck cells and errors in one sheet");
            }
        }

        return scan;
    }

    private void Cell(XmlReader xml, bool isHidden)
    {
        _column = xml.GetAttribute("r") is { } name && SheetRange.Cell(name) is { } at ? at.Column : _column + 1;
        var (type, isFormula, text, inside) = (xml.GetAttribute("t"), false, "", "");
        var (depth, isEmpty, style) = (xml.Depth, xml.IsEmptyElement, Number(xml, "s") ?? 0);
        var isStruck = struck.IsStyle(style);
        while (!isEmpty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                inside = xml.LocalName;
                isFormula |= inside == "f";
                isStruck |= StruckText.IsOn(xml);
            }
            else if (inside is "v" or "t" && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text = text.Length == 0 ? xml.Value : text;
            }
        }

        var (row, column) = (_row, _column);
        if (type == "e")
        {
            Faults[(row, column)] = text.Length is > 0 and <= 20 ? text : "#?";
        }
        else if (isFormula && text.Length == 0 && type != "str")
        {
            Faults[(row, column)] = null;
        }

        if (text.Length > 0 && (isStruck || type == "s" && struck.IsText(text)))
        {
            Struck.Add((row, column));
        }

        if (text.Length > 0 || isFormula)
        {
            HasColumns |= HasValues && _filled == row;
            (HasValues, _filled) = (true, row);
            _columns.Add(column);
            if (isHidden)
            {
                HiddenRows.Add(row);
            }
        }
    }

    private static bool IsHidden(XmlReader xml, string size) => xml.GetAttribute("hidden") is "1" or "true"
        || PlainNumber.Real(xml.GetAttribute(size)) == 0;

    private static int? Number(XmlReader xml, string name) => PlainNumber.Whole(xml.GetAttribute(name));
}
