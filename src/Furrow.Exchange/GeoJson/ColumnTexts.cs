using System.Text;
using System.Text.Json;

namespace Furrow.Exchange.GeoJson;

/// <summary>Columns repeat few values. Some texts met lately in each of the first columns are kept, so that equal values are one string.</summary>
internal sealed class ColumnTexts
{
    private const int Columns = 64;
    private const int PerColumn = 16;
    private const int Longest = 64;

    private readonly string?[] _texts = new string?[Columns * PerColumn];

    /// <summary>The string the reader stands on; null when its bytes are no text.</summary>
    public string? Of(ref Utf8JsonReader reader, int column)
    {
        var bytes = reader.ValueSpan;
        if (column >= Columns || reader.ValueIsEscaped || bytes.Length is 0 or > Longest)
        {
            return JsonText.Of(ref reader);
        }

        var place = column * PerColumn + (bytes.Length * 7 + bytes[0] * 3 + bytes[^1]) % PerColumn;
        return _texts[place] is { } known && Ascii.Equals(bytes, known) ? known : _texts[place] = JsonText.Of(ref reader);
    }
}
