using System.Text;
using System.Text.Json;
using Furrow.Core;

namespace Furrow.Exchange.GeoJson;

/// <summary>The bytes of a JSON file as UTF-8 without byte order mark, whatever they were.</summary>
internal static class JsonStream
{
    private const int Tail = 1 << 16;

    public static Stream? Open(SourceFile file, string? encoding, out Problem? fault)
    {
        fault = null;
        var stream = file.Open();
        Span<byte> head = stackalloc byte[3];
        var length = stream.ReadAtLeast(head, 3, false);
        var named = encoding is null ? null : TextEncodings.Find(encoding);
        if (encoding is not null && named is null)
        {
            stream.Dispose();
            fault = Problems.EncodingUnknown(file.Name, encoding);
            return null;
        }

        var (mark, source) = length >= 2 && head[0] == 0xFF && head[1] == 0xFE ? (2, Encoding.Unicode)
            : length >= 2 && head[0] == 0xFE && head[1] == 0xFF ? (2, Encoding.BigEndianUnicode)
            : length == 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF ? (3, null)
            : (0, named);
        stream.Seek(mark, SeekOrigin.Begin);
        return source is null or UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, source, Encoding.UTF8);
    }

    /// <summary>Some writers put the crs behind the features. Looks for one in the last part of the file; null when there is none.</summary>
    public static string? CrsAtTheEnd(SourceFile file)
    {
        using var stream = file.Open();
        var length = (int)Math.Min(stream.Length, Tail);
        stream.Seek(-length, SeekOrigin.End);
        var tail = new byte[length];
        stream.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("\"crs\""u8);
        var ends = tail.AsSpan().LastIndexOf((byte)']');
        return at < 0 || at < ends ? null : Parse(tail.AsSpan(at + 5));
    }

    private static string? Parse(ReadOnlySpan<byte> rest)
    {
        var colon = rest.IndexOf((byte)':');
        try
        {
            var reader = new Utf8JsonReader(rest[(colon + 1)..], false, default);
            return colon >= 0 && reader.Read() && reader.TokenType == JsonTokenType.StartObject ? GeoJsonCrs.Name(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
