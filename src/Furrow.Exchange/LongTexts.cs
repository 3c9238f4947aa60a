namespace Furrow.Exchange;

/// <summary>The long texts that rows gave last, one string each: the default of a column, or a folder around thousands of places, is one text in a small
/// file, and a reader that makes a string of it for each row would fill the memory with it.</summary>
internal sealed class LongTexts
{
    /// <summary>Letters from which on it is worth looking.</summary>
    private const int Long = 2_048;

    private readonly string?[] _last = new string?[16];
    private int _next;

    /// <summary>The row with the strings of rows before it, where it says the same.</summary>
    public InputRow Shared(InputRow row)
    {
        InputField[]? fields = null;
        for (var i = 0; i < row.Fields.Count; i++)
        {
            if (row.Fields[i] is { Value.Length: >= Long } field && Shared(field.Value) is var shared && !ReferenceEquals(shared, field.Value))
            {
                fields ??= [.. row.Fields];
                fields[i] = field with { Value = shared };
            }
        }

        var drawn = row.DrawnText is { Length: >= Long } text ? Shared(text) : row.DrawnText;
        return fields is null && ReferenceEquals(drawn, row.DrawnText) ? row : row with { Fields = fields ?? row.Fields, DrawnText = drawn };
    }

    private string Shared(string text)
    {
        foreach (var known in _last)
        {
            if (text == known)
            {
                return known;
            }
        }

        _last[_next++ % _last.Length] = text;
        return text;
    }
}
