using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Furrow.Core.Keeping;

/// <summary>Short texts read lately, each by its bytes: names that records repeat are made into a string once, not once a record. Of two that fall on one
/// place the later one stays, so it never grows.</summary>
internal sealed class RepeatedTexts
{
    /// <summary>A power of two.</summary>
    private const int Places = 512;
    private const int Longest = 96;

    [ThreadStatic]
    private static RepeatedTexts? _ofThisThread;

    private readonly (byte[] Bytes, string Text)[] _known = new (byte[], string)[Places];

    public static RepeatedTexts OfThisThread => _ofThisThread ??= new RepeatedTexts();

    public string Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        ref var known = ref _known[PlaceOf(bytes)];
        if (known.Text is null || !bytes.SequenceEqual(known.Bytes))
        {
            known = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        }

        return known.Text;
    }

    /// <summary>By both ends and the middle: cheap, and names that differ at all mostly differ there.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> bytes)
    {
        var sum = (ulong)bytes.Length;
        if (bytes.Length >= sizeof(ulong))
        {
            sum ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            sum ^= BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]), 19);
            sum ^= BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(bytes[((bytes.Length - sizeof(ulong)) / 2)..]), 41);
        }
        else
        {
            foreach (var one in bytes)
            {
                sum = sum << 8 | one;
            }
        }

        return (int)(unchecked(sum * 0x9E3779B97F4A7C15) >> 32 & Places - 1);
    }
}
