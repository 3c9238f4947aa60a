using System.Buffers.Binary;
using System.Text;

namespace Furrow.Core.Keeping;

/// <summary>The texts of a row in one piece, as bytes: how many words, where each begins, and the texts one behind the other.</summary>
internal static class PackedWords
{
    /// <summary>Behind each text; no folded text holds it.</summary>
    public const byte End = 0;

    /// <summary>Words behind so many of a row are not looked in.</summary>
    private const int MostStarts = 256;

    private const int Bytes = 2;

    /// <param name="texts">Folded, each with the places at which its words begin.</param>
    public static byte[] Of(IEnumerable<(string Folded, IReadOnlyList<int> Starts)> texts)
    {
        var (all, starts) = (new List<byte>(), new List<ushort>());
        foreach (var (folded, words) in texts)
        {
            foreach (var start in words)
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

    public static int CountIn(ReadOnlySpan<byte> packed) => packed.Length == 0 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(packed);

    /// <summary>The texts from a word on, to the end of the row.</summary>
    public static ReadOnlySpan<byte> From(ReadOnlySpan<byte> packed, int word) =>
        packed[(Bytes * (CountIn(packed) + 1) + BinaryPrimitives.ReadUInt16LittleEndian(packed[(Bytes * (word + 1))..]))..];

    public static bool Has(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> wanted)
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
}
