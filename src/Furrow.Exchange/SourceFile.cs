namespace Furrow.Exchange;

/// <summary>A file that came in: its name as the sender gave it, and a way to open its bytes again from the start. Each stream it opens can seek.</summary>
/// <param name="Path">Where it lies on disk, when it does. Formats that are databases (GeoPackage) are copied to a temporary file when it does not.</param>
public sealed record SourceFile(string Name, Func<Stream> Open, string? Path = null)
{
    public static SourceFile At(string path) => new(System.IO.Path.GetFileName(path), () => OpenPath(path), path);

    /// <summary>Bytes in memory: an upload, or a member of an archive.</summary>
    public static SourceFile Of(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, false));

    /// <summary>Lower case with its dot, or empty.</summary>
    public string Extension => System.IO.Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>The file beside this one with another extension (.dbf beside .shp), whatever its case; null when there is none.</summary>
    public SourceFile? Beside(string extension)
    {
        if (Path is null || System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is not { } folder)
        {
            return null;
        }

        var stem = System.IO.Path.GetFileNameWithoutExtension(Path);
        var found = Directory.EnumerateFiles(folder).FirstOrDefault(f =>
            string.Equals(System.IO.Path.GetFileName(f), stem + extension, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : At(found);
    }

    private static FileStream OpenPath(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
}
