using System.Globalization;
using System.Text;
using System.Xml;

namespace Furrow.Exchange.Xlsx;

/// <summary>Text of a workbook: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). What XML cannot hold is written _xHHHH_, and so a text that holds such a thing
/// itself has its underscore written that way.</summary>
internal static class XlsxText
{
    private const int Digits = 4;

    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (!isPair && (!XmlConvert.IsXmlChar(text[i]) || text[i] == '\r' || BeginsEscape(text, i)))
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 6);
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
                continue;
            }

            escaped?.Append(text, i, isPair ? 2 : 1);
            i += isPair ? 1 : 0;
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>Whatever follows the digits: it may become an underscore by being escaped itself.</summary>
    private static bool BeginsEscape(string text, int at)
    {
        if (text[at] != '_' || at + 1 + Digits >= text.Length || text[at + 1] != 'x')
        {
            return false;
        }

        foreach (var c in text.AsSpan(at + 2, Digits))
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
