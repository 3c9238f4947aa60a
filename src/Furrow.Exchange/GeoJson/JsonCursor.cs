using System.Text.Json;
using Furrow.Core;

namespace Furrow.Exchange.GeoJson;

internal enum JsonStep : byte
{
    Complete,

    /// <summary>The value is not JSON; the cursor stands where it stood.</summary>
    Broken,

    /// <summary>The file ended inside the value.</summary>
    EndsEarly,

    /// <summary>The value is larger or nested deeper than allowed.</summary>
    BeyondLimit,
}

/// <summary>Walks over JSON of any length with one buffer that never holds more than one value. The outer structure of a feature file is read byte by
/// byte here, so that a broken feature can be stepped over and the next one still be read.</summary>
internal sealed class JsonCursor(Stream stream, ReadLimits limits)
{
    private const byte RecordSeparator = 0x1E;
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private bool _final;
    private int _valueStart;
    private int _valueLength;

    /// <summary>What is wrong with the value at which the last step failed.</summary>
    public Phrase Fault { get; private set; } = $"";

    /// <summary>The value that <see cref="TryValue"/> stepped over last; good while nothing more is read than <see cref="Peek"/> finds in the buffer.</summary>
    public ReadOnlySpan<byte> LastValue => _buffer.AsSpan(_valueStart, _valueLength);

    /// <summary>The same as memory: the next reading writes over it.</summary>
    public ReadOnlyMemory<byte> LastMemory => _buffer.AsMemory(_valueStart, _valueLength);

    public ReadOnlySpan<byte> Buffered => _buffer.AsSpan(_start, _end - _start);

    public JsonReaderOptions Options { get; } = new() { MaxDepth = limits.JsonDepth, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>The next byte that is not white space, or −1 at the end. The record separator of JSON text sequences counts as white space.</summary>
    public int Peek()
    {
        while (true)
        {
            while (_start < _end)
            {
                var b = _buffer[_start];
                if (b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or RecordSeparator))
                {
                    return b;
                }

                _start++;
            }

            if (!Fill())
            {
                return -1;
            }
        }
    }

    public void Step() => _start++;

    /// <summary>Brings the whole next value into the buffer and steps over it. The span is good until the next call.</summary>
    public JsonStep TryValue(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (Peek() < 0)
        {
            return JsonStep.EndsEarly;
        }

        do
        {
            try
            {
                var reader = new Utf8JsonReader(Buffered, false, new JsonReaderState(Options));
                if (reader.Read() && reader.TrySkip())
                {
                    (_valueStart, _valueLength) = (_start, (int)reader.BytesConsumed);
                    value = LastValue;
                    _start += (int)reader.BytesConsumed;
                    return JsonStep.Complete;
                }
            }
            catch (JsonException e)
            {
                Fault = $"{JsonFault.Of(e)}";
                return JsonStep.Broken;
            }

            if (_end - _start >= limits.RowBytes)
            {
                Fault = $"{limits.RowBytes >> 20} MB for one feature";
                return JsonStep.BeyondLimit;
            }
        }
        while (Fill());
        return JsonStep.EndsEarly;
    }

    /// <summary>Steps over the next value without keeping it.</summary>
    public JsonStep Skip()
    {
        Peek();
        var state = new JsonReaderState(Options);
        long skipped = 0;
        do
        {
            try
            {
                var reader = new Utf8JsonReader(Buffered, false, state);
                while (reader.Read())
                {
                    if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
                    {
                        _start += (int)reader.BytesConsumed;
                        return JsonStep.Complete;
                    }
                }

                _start += (int)reader.BytesConsumed;
                skipped += reader.BytesConsumed;
                state = reader.CurrentState;
            }
            catch (JsonException e)
            {
                Fault = $"{JsonFault.Of(e)}";
                return JsonStep.Broken;
            }

            if (_end - _start >= limits.RowBytes || skipped > limits.RowBytes)
            {
                Fault = $"{limits.RowBytes >> 20} MB for one member";
                return JsonStep.BeyondLimit;
            }
        }
        while (Fill());
        return JsonStep.EndsEarly;
    }

    /// <summary>Steps over a value that is not sound JSON, by matching its brackets outside of texts.</summary>
    public JsonStep SkipBroken()
    {
        long length = 0;
        int depth = 0;
        bool inText = false, escaped = false;
        while (_start < _end || Fill())
        {
            var b = _buffer[_start];
            if (depth == 0 && length > 0 && !inText && b is (byte)',' or (byte)']' or (byte)'}')
            {
                return JsonStep.Complete;
            }

            _start++;
            length++;
            if (inText)
            {
                (inText, escaped) = (escaped || b != '"', !escaped && b == '\\');
                continue;
            }

            inText = b == '"';
            var closes = b is (byte)'}' or (byte)']';
            depth += closes ? -1 : b is (byte)'{' or (byte)'[' ? 1 : 0;
            if (closes && depth <= 0)
            {
                return JsonStep.Complete;
            }

            if (length > limits.RowBytes || depth > limits.JsonDepth)
            {
                Fault = depth > limits.JsonDepth ? $"values nested more than {limits.JsonDepth} deep" : (Phrase)$"{limits.RowBytes >> 20} MB for one feature";
                return JsonStep.BeyondLimit;
            }
        }

        return JsonStep.EndsEarly;
    }

    /// <summary>Steps over what is broken in a sequence, to where the next text may begin: behind a record separator (RFC 8142), or at a brace in the first
    /// column of a line. Brackets are no help: a text that was cut has not closed its own.</summary>
    public JsonStep SkipToNextText()
    {
        long length = 0;
        byte before = 0;
        for (; _start < _end || Fill(); length++)
        {
            var b = _buffer[_start];
            if (length > 0 && (b == RecordSeparator || b == '{' && before is (byte)'\n' or (byte)'\r'))
            {
                return JsonStep.Complete;
            }

            if (length > limits.RowBytes)
            {
                Fault = $"{limits.RowBytes >> 20} MB for one feature";
                return JsonStep.BeyondLimit;
            }

            _start++;
            before = b;
        }

        return JsonStep.Complete;
    }

    /// <summary>Reads more; false at the end of the file.</summary>
    public bool Fill()
    {
        if (_final)
        {
            return false;
        }

        if (_start > 0 && _end == _buffer.Length || _start == _end)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _final = read == 0;
        _end += read;
        return read > 0;
    }
}

internal static class JsonFault
{
    /// <summary>The reader's own sentence without its tail of positions, which count from inside the feature, and without the rest of the
    /// file it quotes.</summary>
    public static string Of(JsonException e)
    {
        var tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var sentence = tail < 0 ? e.Message : e.Message[..tail];
        var quote = sentence.StartsWith('\'') ? sentence.IndexOf("' is ", StringComparison.Ordinal) : -1;
        if (quote > 0)
        {
            var end = sentence.AsSpan(0, quote).IndexOfAny('\n', '\r');
            sentence = sentence[..Math.Min(end < 0 ? quote : end, 20)] + sentence[quote..];
        }

        return JsonText.Shorten(sentence, 200);
    }
}
