using System.IO.Compression;
using System.Text;

namespace Furrow.Server.Tests.Leaks;

/// <summary>Which words stand in an output, however it is packed: gzip (tiles), zip within zip (XLSX, KMZ, shapefiles), text in 8 and in 16 bits. Tables of
/// SQLite hold their text as it is.</summary>
internal static class Unpacked
{
    public static IReadOnlyList<PlantedField> WordsIn(ReadOnlySpan<byte> bytes)
    {
        var found = new List<PlantedField>();
        foreach (var content in All(bytes.ToArray()))
        {
            var (narrow, wide) = (Encoding.Latin1.GetString(content), Encoding.Unicode.GetString(content));
            found.AddRange(Plants.All.Where(p => narrow.Contains(p.Word, StringComparison.OrdinalIgnoreCase)
                || wide.Contains(p.Word, StringComparison.OrdinalIgnoreCase)));
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<byte[]> All(byte[] bytes)
    {
        yield return bytes;
        if (bytes is [0x1f, 0x8b, ..])
        {
            using var plain = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
            {
                gzip.CopyTo(plain);
            }

            foreach (var inner in All(plain.ToArray()))
            {
                yield return inner;
            }
        }

        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var plain = new MemoryStream();
                using (var member = entry.Open())
                {
                    member.CopyTo(plain);
                }

                foreach (var inner in All(plain.ToArray()))
                {
                    yield return inner;
                }
            }
        }
    }
}
