using Furrow.Core;
using Furrow.Exchange.GeoJson;

namespace Furrow.Exchange;

/// <summary>Picks the reader for a file by what it holds, with the name as a hint; says why when none fits.</summary>
public static class FormatDetector
{
    public static Outcome<IFormatReader> Detect(SourceFile file)
    {
        var head = Head(file);
        if (head.Length == 0)
        {
            return Problems.FileEmpty(file.Name);
        }

        return new GeoJsonReader();
    }

    /// <summary>Detects and opens in one step.</summary>
    public static Outcome<FileReading> Open(SourceFile file, ReadOptions? options = null)
    {
        try
        {
            var reader = Detect(file);
            return reader.Problem is { } problem ? problem : reader.Value!.Read(file, options ?? ReadOptions.Default);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problems.FileUnreadable(file.Name, e.Message);
        }
    }

    private static byte[] Head(SourceFile file)
    {
        using var stream = file.Open();
        var head = new byte[4096];
        return head[..stream.ReadAtLeast(head, head.Length, false)];
    }
}
