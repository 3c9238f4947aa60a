using System.Globalization;
using System.Xml;
using Furrow.Core;
using Furrow.Exchange.Archives;

namespace Furrow.Exchange.Xlsx;

/// <summary>Which styles of a workbook strike the text of a cell through, and which of its shared texts have a part that is. What somebody struck out is not
/// what the cell says, and the library that reads values does not tell (ECMA-376 part 1, 18.4.10 and 18.8.22).</summary>
internal sealed class StruckText
{
    /// <summary>Texts remembered of a workbook.</summary>
    private const int Most = 200_000;

    private readonly HashSet<int> _styles = [];
    private readonly HashSet<string> _texts = [];

    private StruckText()
    {
    }

    /// <param name="styles">The part with the styles; null when the workbook has none.</param>
    /// <param name="texts">The part with the shared texts.</param>
    public static StruckText Of(FileReading reading, string? styles, string? texts)
    {
        var struck = new StruckText();
        var members = Archive.Members(reading.File, reading.Options.Limits);
        if (styles is not null && members.Contains(styles))
        {
            struck.ReadStyles(reading, styles);
        }

        if (texts is not null && members.Contains(texts))
        {
            struck.ReadTexts(reading, texts);
        }

        return struck;
    }

    public bool IsStyle(int style) => _styles.Contains(style);

    /// <param name="number">The place of the text in the list of shared ones, as a cell gives it.</param>
    public bool IsText(string number) => _texts.Count > 0 && _texts.Contains(number);

    /// <summary>Whether the element at hand strikes through.</summary>
    public static bool IsOn(XmlReader xml) => xml.LocalName == "strike" && xml.GetAttribute("val") is not ("0" or "false");

    private void ReadStyles(FileReading reading, string part)
    {
        var (fonts, font, style, list) = (new HashSet<int>(), -1, -1, "");
        WorkbookSheets.Walk(reading, part, xml =>
        {
            switch (xml.LocalName)
            {
                case "fonts" or "cellXfs" or "cellStyleXfs" or "dxfs":
                    list = xml.LocalName;
                    break;
                case "font" when list == "fonts":
                    font++;
                    break;
                case "strike" when list == "fonts" && IsOn(xml):
                    fonts.Add(font);
                    break;
                case "xf" when list == "cellXfs":
                    style++;
                    if (PlainNumber.Whole(xml.GetAttribute("fontId")) is { } named && fonts.Contains(named))
                    {
                        _styles.Add(style);
                    }

                    break;
            }
        });
    }

    private void ReadTexts(FileReading reading, string part)
    {
        var text = -1;
        WorkbookSheets.Walk(reading, part, xml =>
        {
            text += xml.LocalName == "si" ? 1 : 0;
            if (IsOn(xml) && _texts.Add(text.ToString(CultureInfo.InvariantCulture)) && _texts.Count > Most)
            {
                throw new ArchiveLimitException($"{Most} struck texts in one workbook");
            }
        });
    }
}
