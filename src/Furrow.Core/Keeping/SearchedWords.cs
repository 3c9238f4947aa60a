using System.Buffers.Binary;
using System.Text;

namespace Furrow.Core.Keeping;

/// <summary>How words are looked for in short texts (codes, names, files): what was typed must stand at the beginning of a word in it, blanks and case apart.
/// A word begins at the beginning, behind a blank or a sign, where digits follow letters or letters digits, and behind the leading zeros of a number: 12 finds
/// MF-12, MF12, MF-0012 and "Field 12", and not MF-312. Only so can a list of any length be looked through without passing over it.</summary>
public static class SearchedWords
{
    /// <summary>Behind each text; no folded text holds it.</summary>
    internal const byte End = 0;

    /// <summary>Words behind so many of a row are not looked in.</summary>
    internal const int MostStarts = 256;

    private const int Bytes = 2;

    /// <summary>Whether a text has a word that begins with what was typed. Words nobody can read are in nothing.</summary>
    public static bool Has(string? text, string words) => text is not null && Codes.Key(words) is { Length: > 0 } key
        && Codes.Key(text) is var folded && Starts(text, folded).Exists(start => folded.AsSpan(start).StartsWith(key, StringComparison.Ordinal));

    /// <summary>The texts of a row, folded, in one piece: how many words, where each begins, and the texts.</summary>
    internal static byte[] Pack(IEnumerable<string?> texts)
    {
        var (all, starts) = (new List<byte>(), new List<ushort>());
        foreach (var text in texts)
        {
            var folded = text is null ? "" : Codes.Key(text);
            foreach (var start in folded.Length == 0 ? [] : Starts(text!, folded))
            {
                var at = all.Count + Encoding.UTF8.GetByteCount(folded.AsSpan(0, start));
                if (starts.Count < MostStarts && at <= ushort.MaxValue)
                {
                    starts.Add((ushort)at);
                }
            }

            all.AddRange(Encoding.UTF8.GetBytes(folded));
            all.Add(End);
        }

        var packed = new byte[Bytes * (starts.Count + 1) + all.Count];
        BinaryPrimitives.WriteUInt16LittleEndian(packed, (ushort)starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(packed.AsSpan(Bytes * (i + 1)), starts[i]);
        }

        all.CopyTo(packed, Bytes * (starts.Count + 1));
        return packed;
    }

    internal static int CountIn(ReadOnlySpan<byte> packed) => packed.Length == 0 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(packed);

    /// <summary>The texts from a word on, to the end of the row.</summary>
    internal static ReadOnlySpan<byte> From(ReadOnlySpan<byte> packed, int word) =>
        packed[(Bytes * (CountIn(packed) + 1) + BinaryPrimitives.ReadUInt16LittleEndian(packed[(Bytes * (word + 1))..]))..];

    internal static bool Has(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> wanted)
    {
        for (var word = 0; word < CountIn(packed); word++)
        {
            if (From(packed, word).StartsWith(wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where words begin in the folded text.</summary>
    private static List<int> Starts(string text, string folded)
    {
        var starts = new List<int>();
        var isPadded = false;
        for (var i = 0; i < folded.Length; i++)
        {
            var (before, here) = (i == 0 ? Type.Sign : TypeOf(folded[i - 1]), TypeOf(folded[i]));
            if (i == 0 || here != Type.Sign && (before != here || isPadded && folded[i] != '0'))
            {
                starts.Add(i);
            }

            isPadded = folded[i] == '0' && (before != here || isPadded);
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]) && Codes.Key(text[..i]).Length is var start && start < folded.Length
                && !starts.Contains(start))
            {
                starts.Add(start);
            }
        }

        return starts;
    }

    private enum Type : byte
    {
        Sign,
        Letter,
        Digit,
    }

    private static Type TypeOf(char c) => char.IsAsciiDigit(c) ? Type.Digit
        : char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark ? Type.Letter : Type.Sign;
}
