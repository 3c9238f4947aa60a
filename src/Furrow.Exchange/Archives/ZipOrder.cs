using Furrow.Core;

namespace Furrow.Exchange.Archives;

/// <summary>What the members of an honest archive are to one another: each name once, each with its own bytes, one behind the other.</summary>
internal static class ZipOrder
{
    /// <summary>Behind a member written as a stream its sizes stand once more, in up to 24 bytes.</summary>
    private const int Behind = 24;

    /// <param name="directoryAt">Where the directory begins: all members lie before it.</param>
    public static void Check(IReadOnlyList<ZipEntry> entries, long directoryAt)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long end = 0;
        foreach (var entry in entries.OrderBy(e => e.HeaderAt))
        {
            if (!names.Add(entry.Name.Replace('\\', '/')))
            {
                throw new ArchiveFaultException($"its member '{Shown(entry.Name)}' is there twice");
            }

            if (entry.Packed < 0 || entry.Unpacked < 0 || entry.DataAt + entry.Packed > directoryAt)
            {
                throw new ArchiveFaultException($"its member '{Shown(entry.Name)}' is larger than the archive");
            }

            if (!entry.IsDeflated && entry.Packed != entry.Unpacked)
            {
                throw new ArchiveFaultException($"its member '{Shown(entry.Name)}' is not packed and yet of two sizes");
            }

            if (entry.HeaderAt < end)
            {
                throw new ArchiveFaultException($"its member '{Shown(entry.Name)}' lies over another");
            }

            if (entry.HeaderAt > end + Behind)
            {
                throw new ArchiveFaultException(end == 0 ? $"bytes that belong to nothing lie before its first member"
                    : (Phrase)$"bytes that belong to nothing lie before its member '{Shown(entry.Name)}'");
            }

            end = entry.DataAt + entry.Packed;
        }

        if (directoryAt > end + Behind)
        {
            throw new ArchiveFaultException($"bytes that belong to nothing lie before its directory");
        }
    }

    /// <summary>Absolute, with a drive, or up and out. Paths are never written to, but a name that tries is no accident.</summary>
    public static bool IsAstray(string name) => name.Length == 0 || name.Contains('\0') || name[0] is '/' or '\\' || name is [_, ':', ..]
        || name.Split('/', '\\').Contains("..");

    /// <summary>As it may stand in a sentence.</summary>
    public static string Shown(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return plain.Length <= 60 ? plain : plain[..57] + "...";
    }
}
