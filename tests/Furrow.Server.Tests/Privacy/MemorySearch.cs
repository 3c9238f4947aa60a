using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Furrow.Server.Tests.Privacy;

/// <summary>Searches all memory of a process that can be written, through the kernel, for a text in 8 and in 16 bits. The text comes masked, and is nowhere
/// in the clear here.</summary>
internal static class MemorySearch
{
    public const byte Mask = 0x5A;
    private const int Piece = 1 << 20;

    public static byte[] Masked(string text) => [.. Encoding.UTF8.GetBytes(text).Select(b => (byte)(b ^ Mask))];

    /// <summary>Where it stands: address and what kind of memory that is.</summary>
    /// <param name="process">Its number; null: this one, in which only the piece being searched is left out.</param>
    public static unsafe IReadOnlyList<string> Find(byte[] masked, int? process = null)
    {
        var found = new List<string>();
        var wide = masked.SelectMany(b => (byte[])[b, Mask]).ToArray();
        var buffer = (byte*)NativeMemory.Alloc(Piece);
        using var memory = new FileStream($"/proc/{process?.ToString(CultureInfo.InvariantCulture) ?? "self"}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        foreach (var line in File.ReadAllLines($"/proc/{process?.ToString(CultureInfo.InvariantCulture) ?? "self"}/maps").Where(l => l.Split(' ')[1].StartsWith("rw", StringComparison.Ordinal)))
        {
            var range = line.Split(' ')[0].Split('-');
            var (from, end) = (Address(range[0]), Address(range[1]));
            for (var at = from; at < end; at += Piece - wide.Length)
            {
                var read = Read(memory, at, new Span<byte>(buffer, (int)Math.Min(Piece, end - at)));
                foreach (var needle in new[] { masked, wide })
                {
                    var bytes = new ReadOnlySpan<byte>(buffer, read);
                    foreach (var offset in process is not null ? ClearOffsets(bytes, needle)
                        : Offsets(bytes, needle).Where(o => IsElsewhere(at + o, needle.Length, (long)buffer)))
                    {
                        var before = new ReadOnlySpan<byte>(buffer + Math.Max(0, offset - 24), Math.Min(24, offset));
                        found.Add(string.Create(CultureInfo.InvariantCulture,
                            $"{at + offset:x} {(needle == wide ? "16" : "8")} bits behind {Convert.ToHexString(before)}, {line[(line.IndexOf(' ') + 1)..]}"));
                    }
                }
            }
        }

        NativeMemory.Free(buffer);
        return [.. found.Distinct()];
    }

    private static bool IsElsewhere(long address, int length, long buffer) => address + length <= buffer || address >= buffer + Piece;

    /// <summary>Whether some bytes hold it, in 8 or in 16 bits.</summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes, byte[] masked) =>
        Offsets(bytes, masked).Count > 0 || Offsets(bytes, [.. masked.SelectMany(b => (byte[])[b, Mask])]).Count > 0;

    private static long Address(string hex) => (long)ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int Read(FileStream memory, long at, Span<byte> into)
    {
        try
        {
            memory.Position = at;
            return memory.Read(into);
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>In another process nothing of ours is found, so that the clear text may be looked for, which is a great deal quicker.</summary>
    private static List<int> ClearOffsets(ReadOnlySpan<byte> bytes, byte[] masked)
    {
        var (found, clear) = (new List<int>(), Array.ConvertAll(masked, b => (byte)(b ^ Mask)));
        for (var at = 0; bytes[at..].IndexOf(clear) is >= 0 and var next; at += next + 1)
        {
            found.Add(at + next);
        }

        return found;
    }

    private static List<int> Offsets(ReadOnlySpan<byte> bytes, byte[] masked)
    {
        var found = new List<int>();
        var first = (byte)(masked[0] ^ Mask);
        for (var at = 0; bytes[at..].IndexOf(first) is >= 0 and var next; at += next + 1)
        {
            var rest = bytes[(at + next)..];
            var i = 1;
            while (i < masked.Length && i < rest.Length && rest[i] == (masked[i] ^ Mask))
            {
                i++;
            }

            if (i == masked.Length)
            {
                found.Add(at + next);
            }
        }

        return found;
    }
}
