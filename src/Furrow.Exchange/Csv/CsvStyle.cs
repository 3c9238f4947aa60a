using System.Text;
using Furrow.Core;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Csv;

/// <summary>How a text table is written.</summary>
/// <param name="SkipsFirstLine">The first line is Excel's "sep=;".</param>
internal sealed record CsvStyle(Encoding Encoding, string Delimiter, bool SkipsFirstLine)
{
    private const int SampleBytes = 1 << 16;

    /// <summary>Null, with a question or complaint, where it is not known.</summary>
    public static CsvStyle? Detect(FileReading reading)
    {
        var (file, encodingName) = (reading.File, reading.Options.Encoding);
        using var stream = file.Open();
        var buffer = new byte[SampleBytes];
        var sample = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, false));
        var encoding = encodingName is not null ? TextEncodings.Find(encodingName) : EncodingOf(sample, sample.Length == SampleBytes);
        if (encoding is null)
        {
            var foreign = ForeignTexts(sample);
            reading.Ask(ReadingTopic.Encoding, encodingName is not null ? Problems.EncodingUnknown(file.Name, encodingName)
                : Problems.EncodingUnstated(file.Name, EncodingCandidates.Of(foreign)), EncodingCandidates.Choices(foreign));
            return null;
        }

        var text = encoding.GetString(sample).TrimStart('\uFEFF');
        if (text.Contains('\0'))
        {
            reading.Refuse(Problems.FileBroken(file.Name, "CSV", $"it holds zero bytes, as no text does"));
            return null;
        }

        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            return new CsvStyle(encoding, text[4].ToString(), true);
        }

        return new CsvStyle(encoding, DelimiterOf(text), false);
    }

    /// <summary>A byte order mark, zeros in every second byte, or sound UTF-8; null where nothing proves it.</summary>
    private static Encoding? EncodingOf(ReadOnlySpan<byte> sample, bool isCut)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || Zeros(sample, 1) > sample.Length / 8)
        {
            return Encoding.Unicode;
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || Zeros(sample, 0) > sample.Length / 8)
        {
            return Encoding.BigEndianUnicode;
        }

        // The last letter of a sample may be cut in two.
        for (var cut = 0; cut <= (isCut ? 3 : 0); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(sample[..^cut]))
            {
                return new UTF8Encoding(false);
            }
        }

        return null;
    }

    /// <summary>Some values with letters that are not of ASCII, to be shown as what each encoding reads them.</summary>
    private static byte[] ForeignTexts(ReadOnlySpan<byte> sample)
    {
        const int Most = 3;
        var texts = new List<byte[]>();
        foreach (var range in sample.SplitAny((ReadOnlySpan<byte>)",;\t|\"\r\n"u8))
        {
            var text = sample[range].Trim((byte)' ').ToArray();
            if (text.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xFF) && !texts.Exists(t => t.AsSpan().SequenceEqual(text)))
            {
                texts.Add(text);
            }

            if (texts.Count == Most)
            {
                break;
            }
        }

        return [.. texts.SelectMany((t, i) => i == 0 ? t : [.. " / "u8, .. t])];
    }

    private static int Zeros(ReadOnlySpan<byte> sample, int from)
    {
        var zeros = 0;
        for (var i = from; i < sample.Length; i += 2)
        {
            zeros += sample[i] == 0 ? 1 : 0;
        }

        return zeros;
    }

    /// <summary>The one that cuts the first lines into the same number of parts, most parts first; quoted text is not looked into.</summary>
    private static string DelimiterOf(string text)
    {
        var best = (Score: 0.0, Delimiter: ",");
        foreach (var delimiter in new[] { ';', ',', '\t', '|' })
        {
            var counts = Counts(text, delimiter);
            // Titles above the table are not cut as its rows are.
            var usual = counts.Where(c => c > 0).GroupBy(c => c).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
            if (usual is null || counts[0] == 0 && !NamesAColumn(text, delimiter, usual.Key))
            {
                continue;
            }

            var score = usual.Count() / (double)counts.Count * (counts[0] == 0 ? 0.7 : 1) + usual.Key / 1000.0;
            best = score > best.Score + 1e-9 ? (score, delimiter.ToString()) : best;
        }

        return best.Delimiter;
    }

    /// <summary>Below titles: the first line that is cut so has a name of a column that is known, or is of many parts. A first line that is such a name
    /// itself is no title.</summary>
    private static bool NamesAColumn(string text, char delimiter, int count)
    {
        const int MostLines = 50;
        var lines = text.Split('\n', MostLines).Select(l => l.Trim()).Where(l => l.Length is > 0 and < 10_000).ToList();
        return lines.Count > 1 && !HeadingNames.IsKnown(lines[0]) && (count >= 2 || lines.Find(l => l.Count(c => c == delimiter) == count) is { } line
            && Array.Exists(line.Split(delimiter), c => HeadingNames.IsKnown(c.Trim().Trim('"'))));
    }

    private static List<int> Counts(string text, char delimiter)
    {
        var counts = new List<int>();
        int count = 0, length = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == '\n' && !quoted)
            {
                if (length > 0)
                {
                    counts.Add(count);
                }

                (count, length) = (0, 0);
                if (counts.Count == 50)
                {
                    return counts;
                }

                continue;
            }

            count += c == delimiter && !quoted ? 1 : 0;
            length += c == '\r' ? 0 : 1;
        }

        if (length > 0 && counts.Count == 0)
        {
            counts.Add(count);
        }

        return counts;
    }
}
