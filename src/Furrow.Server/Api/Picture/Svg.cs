using System.Globalization;
using System.Net;
using System.Text;

namespace Furrow.Server.Api.Picture;

/// <summary>Writes SVG. Only attributes, no style: a strict content security policy lets nothing else through.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public Svg Open(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(element, attributes);
        _text.Append('>');
        return this;
    }

    public Svg Close(string element)
    {
        _text.Append("</").Append(element).Append(">\n");
        return this;
    }

    public Svg Add(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(element, attributes);
        _text.Append("/>\n");
        return this;
    }

    public Svg Text(double x, double y, string text, double size, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append("<text");
        Attributes([("x", x), ("y", y), ("font-size", size)]);
        Attributes(attributes);
        _text.Append('>').Append(WebUtility.HtmlEncode(text)).Append("</text>\n");
        return this;
    }

    public Svg Element(string element, string text)
    {
        _text.Append('<').Append(element).Append('>').Append(WebUtility.HtmlEncode(text)).Append("</").Append(element).Append(">\n");
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Start(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(element);
        Attributes(attributes);
    }

    private void Attributes(ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            _text.Append(' ').Append(name).Append("=\"");
            _text.Append(value is double number ? Number(number) : WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)));
            _text.Append('"');
        }
    }
}
