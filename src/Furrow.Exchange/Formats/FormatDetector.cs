using System.Text;
using Furrow.Core;
using Furrow.Exchange.Archives;
using Furrow.Exchange.Csv;
using Furrow.Exchange.GeoJson;
using Furrow.Exchange.GeoPackage;
using Furrow.Exchange.Gpx;
using Furrow.Exchange.Kml;
using Furrow.Exchange.Shapefile;
using Furrow.Exchange.Xlsx;

namespace Furrow.Exchange.Formats;

/// <summary>Picks the reader for a file by what it holds; the name decides only where the content cannot. Where both disagree, the file is refused: the
/// wrong reader would make nonsense of it.</summary>
public static class FormatDetector
{
    /// <summary>Extensions people choose files by, with the reader they promise.</summary>
    private static readonly (string[] Extensions, IFormatReader Reader)[] Readers =
    [
        ([".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson", ".jsonl"], new GeoJsonReader()),
        ([".gpkg"], new GeoPackageReader()),
        ([".shp"], new ShapefileReader()),
        ([".kml", ".kmz"], new KmlReader()),
        ([".gpx"], new GpxFormatReader()),
        ([".csv", ".tsv", ".txt"], new CsvReader()),
        ([".xlsx", ".xls", ".xlsm"], new XlsxReader()),
    ];

    /// <summary>All extensions that are read, for file choosers.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Readers.SelectMany(r => r.Extensions), ".zip"];

    public static Outcome<IFormatReader> Detect(SourceFile file, ReadLimits? limits = null)
    {
        var head = Head(file);
        if (head.Length == 0)
        {
            return Problems.FileEmpty(file.Name);
        }

        if (UnreadFormats.Of(head, file.Extension) is { } unread)
        {
            return unread.Refused(file.Name);
        }

        var promised = Readers.FirstOrDefault(r => r.Extensions.Contains(file.Extension)).Reader;
        var content = Content(file, head, limits ?? ReadLimits.Default, out var looks);
        if (content is null && Archive.IsZip(head) && UnreadFormats.Of(Archive.Members(file, limits ?? ReadLimits.Default)) is { } inside)
        {
            return inside.Refused(file.Name);
        }

        if (content is { } known && looks is not null && promised is not null && known.GetType() != promised.GetType()
            && !(promised is CsvReader && known is GeoJsonReader or KmlReader))
        {
            return Problems.FormatMismatch(file.Name, file.Extension, looks);
        }

        if (content is null && promised is not null && !(promised is CsvReader) && looks is not null)
        {
            return Problems.FormatMismatch(file.Name, file.Extension, looks);
        }

        return content is not null ? Outcome(content)
            : promised is not null ? Outcome(promised)
            : Problems.FormatUnknown(file.Name, looks is not null ? $"it {looks}" : (Phrase)$"neither its content nor its extension '{file.Extension}' says what it is");
    }

    /// <summary>Detects and opens in one step.</summary>
    public static Outcome<FileReading> Open(SourceFile file, ReadOptions? options = null) => Open(file, options, 0);

    /// <param name="depth">How many archives lie around the file: one within another is opened, no more.</param>
    private static Outcome<FileReading> Open(SourceFile file, ReadOptions? options, int depth)
    {
        options ??= ReadOptions.Default;
        file = StoppableStream.Of(file, options.Stop);
        try
        {
            if (Inner(file, options, depth) is { } inner)
            {
                return inner;
            }

            var reader = Detect(file, options.Limits);
            return reader.Problem is { } problem ? problem : reader.Value!.Read(file, options);
        }
        catch (OperationCanceledException) when (options.Stop.IsCancellationRequested)
        {
            return Problems.StoppedBeforeCommit();
        }
        catch (ArchiveFaultException e)
        {
            return Problems.ArchiveBroken(file.Name, e.Fault);
        }
        catch (ArchiveLimitException e)
        {
            return Problems.FileBeyondLimit(file.Name, e.Fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Problems.FileUnreadable(file.Name, $"{e.Message}");
        }
    }

    private static Outcome<IFormatReader> Outcome(IFormatReader reader) => new(reader, null);

    /// <summary>A zip with one file of a format that is not itself made of several.</summary>
    private static Outcome<FileReading>? Inner(SourceFile file, ReadOptions options, int depth)
    {
        if (!Archive.IsZip(Head(file)) || file.Extension is not ".zip")
        {
            return null;
        }

        var members = Archive.Members(file, options.Limits);
        if (members.Any(m => m.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)))
        {
            return new ShapefileReader().Read(file, options);
        }

        var readable = members.Where(m => Extensions.Contains(Path.GetExtension(m).ToLowerInvariant())
            && !m.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)).ToList();

        // "north.xlsx/Cleared": the member, then what is meant in it. Of a single member its own sheet or layer is enough.
        var chosen = readable.Find(m => m == options.Layer) ?? readable.Find(m => options.Layer?.StartsWith(m + "/", StringComparison.Ordinal) == true)
            ?? (readable.Count == 1 ? readable[0] : null);
        if (chosen is null)
        {
            return readable.Count == 0 && members.Where(m => m.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)).ToList() is [var only] && depth == 0
                    ? Open(Archive.Unpacked(file, only, options.Limits), options, depth + 1)
                : readable.Count == 0 && UnreadFormats.Of(members) is { } unread ? unread.Refused(file.Name)
                : readable.Count == 0 ? Problems.FormatUnknown(file.Name, $"the archive holds no file that is read here")
                : new FileReading(file, "ZIP", options, reading => Unchosen(reading, readable));
        }

        var isNamed = options.Layer == chosen || options.Layer?.StartsWith(chosen + "/", StringComparison.Ordinal) == true;
        var within = !isNamed ? options.Layer : options.Layer!.Length > chosen.Length ? options.Layer[(chosen.Length + 1)..] : null;
        return Open(Archive.Unpacked(file, chosen, options.Limits), options with { Layer = within, LayerPrefix = readable.Count > 1 ? chosen + "/" : "" }, depth);
    }

    /// <summary>No rows, and the question which member is meant.</summary>
    private static IEnumerable<InputRow> Unchosen(FileReading reading, IReadOnlyList<string> members)
    {
        LayerQuestion.Ask(reading, members, reading.Options.Layer, reading.Format);
        yield break;
    }

    /// <summary>By the first bytes; null with words for what it looks like when no reader takes that, null without when it could be any text.</summary>
    private static IFormatReader? Content(SourceFile file, ReadOnlySpan<byte> head, ReadLimits limits, out Phrase? looks)
    {
        looks = null;
        if (Archive.IsZip(head))
        {
            looks = $"is a zip archive";
            var members = Archive.Members(file, limits);
            return members.Contains("xl/workbook.xml") ? new XlsxReader()
                : members.Any(m => m.EndsWith(".kml", StringComparison.OrdinalIgnoreCase)) ? new KmlReader()
                : null;
        }

        if (head.StartsWith("SQLite format 3\0"u8))
        {
            looks = $"is an SQLite database";
            return new GeoPackageReader();
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0x27, 0x0A]))
        {
            looks = $"is a shapefile";
            return new ShapefileReader();
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            looks = $"is an old Office document";
            return new XlsxReader();
        }

        return Text(head, out looks);
    }

    private static IFormatReader? Text(ReadOnlySpan<byte> head, out Phrase? looks)
    {
        var isWide = head.Length > 3
            && (head[0] is 0xFF or 0xFE && head[1] is 0xFF or 0xFE || head[0] == 0 && head[1] != 0 || head[0] != 0 && head[1] == 0 && head[3] == 0);
        if (!isWide && head.Contains((byte)0))
        {
            looks = $"is binary of a kind that is not known";
            return null;
        }

        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t', '\u001E');
        if (text.StartsWith('{') || text.StartsWith('['))
        {
            looks = $"is JSON";
            return new GeoJsonReader();
        }

        if (text.StartsWith('<'))
        {
            var isKml = text.Contains("<kml", StringComparison.OrdinalIgnoreCase) || text.Contains("<!DOCTYPE kml", StringComparison.OrdinalIgnoreCase)
                || text.Contains("opengis.net/kml", StringComparison.Ordinal);
            var isGpx = !isKml && text.Contains("<gpx", StringComparison.Ordinal);
            looks = isKml ? $"is KML" : isGpx ? $"is GPX" : (Phrase)$"is XML or HTML, but not KML";
            return isKml ? new KmlReader() : isGpx ? new GpxFormatReader() : null;
        }

        looks = null;
        return null;
    }

    private static byte[] Head(SourceFile file)
    {
        using var stream = file.Open();
        var head = new byte[4096];
        return head[..stream.ReadAtLeast(head, head.Length, false)];
    }
}
