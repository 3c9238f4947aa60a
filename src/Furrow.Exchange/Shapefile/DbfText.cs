using System.Text;
using System.Text.Unicode;
using Furrow.Core;

namespace Furrow.Exchange.Shapefile;

/// <summary>The encoding of a table: what is said of it is held against every text of the table before the first row is given. Where nothing is said, or the
/// bytes say otherwise, a person is asked, with what the texts would read as.</summary>
internal sealed class DbfText
{
    private const int Samples = 3;
    private readonly List<byte[]> _samples = [];
    private readonly Encoding? _said;
    private bool _isUtf8 = true;
    private bool _fits = true;

    private DbfText(Encoding? said) => _said = said;

    private bool IsPlain => _samples.Count == 0;

    /// <summary>The encoding to read with; null, with a complaint, where it is not known.</summary>
    /// <param name="said">By the .cpg, or by a person.</param>
    public static Encoding? Decide(FileReading reading, SourceFile dbf, DbfMemo? memo, Encoding? said)
    {
        using var table = DbfTable.Open(dbf.Open(), Encoding.Latin1, out var fault, memo);
        if (table is null)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, "Shapefile", fault));
            return null;
        }

        said ??= LanguageDriver.EncodingOf(table.Language);
        var text = new DbfText(said);
        text.Look(table);
        var file = reading.File.Name;
        var isTold = reading.Options.Encoding is not null;
        if (said is not null && (!text._fits || !isTold && said.IsSingleByte && text is { IsPlain: false, _isUtf8: true }))
        {
            return text.Ask(reading, Problems.EncodingMisfit(file, said.WebName, EncodingCandidates.Of(text.Sample)));
        }

        if (said is null && !text._isUtf8)
        {
            return text.Ask(reading, Problems.EncodingUnstated(file, EncodingCandidates.Of(text.Sample)));
        }

        var read = said ?? new UTF8Encoding(false);
        reading.Understand(new(ReadingTopic.Encoding, "", read.WebName, Standing.Known));
        return read;
    }

    /// <summary>Without the beginning of a letter of UTF-8 that the width of the column cut.</summary>
    public static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> text, Encoding encoding)
    {
        if (encoding is not UTF8Encoding)
        {
            return text;
        }

        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var b = text[^back];
            if (b >= 0xC0)
            {
                var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return back < length ? text[..^back] : text;
            }

            if (b < 0x80)
            {
                break;
            }
        }

        return text;
    }

    private Encoding? Ask(FileReading reading, Problem question)
    {
        reading.Ask(ReadingTopic.Encoding, question, EncodingCandidates.Choices(Sample));
        return null;
    }

    private void Look(DbfTable table)
    {
        foreach (var column in table.Columns)
        {
            Add(Encoding.Latin1.GetBytes(column.Name), true);
        }

        var texts = table.Columns.Where(c => c.Type == 'C').ToList();
        var longTexts = table.Columns.Where(c => c.Type == 'M').ToList();
        while (table.Next())
        {
            foreach (var column in table.IsDeleted ? [] : longTexts)
            {
                if (table.TryLong(column, out var text))
                {
                    Add(text, false);
                }
            }

            foreach (var column in table.IsDeleted ? [] : texts)
            {
                var bytes = table.Bytes(column);
                if (bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
                {
                    Add(bytes, bytes.Length == column.Length);
                }
            }
        }
    }

    private void Add(ReadOnlySpan<byte> text, bool isFull)
    {
        if (!text.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            return;
        }

        var isUtf8 = Utf8.IsValid(isFull ? Whole(text, Encoding.UTF8) : text);
        var fits = _said is null || (_said is UTF8Encoding ? isUtf8 : EncodingCandidates.Decode(text, _said) is not null);
        if (!fits && _fits || _samples.Count < Samples)
        {
            // What does not fit is what is to be shown.
            _samples.Insert(fits ? _samples.Count : 0, text.ToArray());
        }

        (_isUtf8, _fits) = (_isUtf8 && isUtf8, _fits && fits);
    }

    private byte[] Sample => [.. _samples.Take(Samples).SelectMany((s, i) => i == 0 ? s : [.. " / "u8, .. s])];
}
