using System.Xml;
using Furrow.Core;
using Furrow.Exchange.Archives;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Kml;

/// <summary>Reads the placemarks of KML 2.2 (OGC 12-007r2) and of KMZ as a stream. Document types, and with them entities, are refused; links
/// are not followed. KML is always WGS 84 longitude and latitude.</summary>
public sealed class KmlReader : IFormatReader
{
    private const string Name = "KML";

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        // KML knows one system; what was stated can only agree.
        if (StatedSystem.Of(reading.File.Name, reading.Options.Crs).Against("EPSG:4326", default).Problem is { } contradicted)
        {
            reading.Refuse(contradicted);
            yield break;
        }

        var source = Document(reading);
        if (source is null)
        {
            yield break;
        }

        using var stream = source.Open();
        using var xml = Open(reading, stream);
        if (xml is null)
        {
            yield break;
        }

        var placemark = new KmlPlacemark(reading.File.Name, reading.Options.Limits);
        var folders = new List<(int Depth, string Name)>();
        var row = 0;
        while (Next(reading, xml, folders, row) is { } state && state)
        {
            if (Placemark(reading, xml, placemark, folders, ++row) is not { } read)
            {
                yield break;
            }

            yield return read;
        }
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <summary>Looks at the first bytes, which may already be no text.</summary>
    private static XmlReader? Open(FileReading reading, Stream stream)
    {
        try
        {
            TextEncodings.Register();
            return XmlReader.Create(stream, Settings);
        }
        catch (XmlException e)
        {
            Refuse(reading, e, 0);
            return null;
        }
    }

    /// <summary>Moves to the next placemark, remembering the folders around it; false at the end, null when the file cannot be read on.</summary>
    private static bool? Next(FileReading reading, XmlReader xml, List<(int Depth, string Name)> folders, int row)
    {
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > reading.Options.Limits.XmlDepth)
                {
                    reading.Refuse(Problems.FileBeyondLimit(reading.File.Name, $"elements nested more than {reading.Options.Limits.XmlDepth} deep", row + 1));
                    return null;
                }

                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.Depth == 0 && xml.LocalName is not ("kml" or "Placemark" or "Document" or "Folder"))
                {
                    reading.Refuse(Problems.FileBroken(reading.File.Name, Name, $"the first element is '{xml.LocalName}', not 'kml'"));
                    return null;
                }

                folders.RemoveAll(f => f.Depth >= xml.Depth);
                if (xml.LocalName == "Placemark")
                {
                    return true;
                }

                if (xml.LocalName == "Folder")
                {
                    folders.Add((xml.Depth, ""));
                }
                else if (xml.LocalName == "name" && folders.Count > 0 && folders[^1].Depth == xml.Depth - 1 && !xml.IsEmptyElement && xml.Read()
                    && xml.NodeType == XmlNodeType.Text)
                {
                    folders[^1] = (folders[^1].Depth, xml.Value.Trim());
                }
            }

            return false;
        }
        catch (XmlException e)
        {
            Refuse(reading, e, row);
            return null;
        }
    }

    private static InputRow? Placemark(FileReading reading, XmlReader xml, KmlPlacemark placemark, List<(int Depth, string Name)> folders, int row)
    {
        try
        {
            return placemark.Read(xml, row, string.Join(" / ", folders.Select(f => f.Name).Where(n => n.Length > 0)));
        }
        catch (XmlException e)
        {
            Refuse(reading, e, row - 1);
            return null;
        }
    }

    private static void Refuse(FileReading reading, XmlException e, int row)
    {
        var entities = e.Message.Contains("DTD", StringComparison.Ordinal);
        var endsEarly = e.Message.Contains("Unexpected end of file", StringComparison.Ordinal)
            || e.Message.Contains("Root element is missing", StringComparison.Ordinal);
        reading.Refuse(endsEarly ? Problems.FileEndsEarly(reading.File.Name, Name, row)
            : Problems.FileBroken(reading.File.Name, Name,
                entities ? "it has a document type (DTD); entities are not read" : $"line {e.LineNumber}: {e.Message}", row + 1));
    }

    /// <summary>The file itself, or the main document of a KMZ.</summary>
    private static SourceFile? Document(FileReading reading)
    {
        Span<byte> head = stackalloc byte[4];
        using (var stream = reading.File.Open())
        {
            if (stream.ReadAtLeast(head, 4, false) < 4 || !Archive.IsZip(head))
            {
                return reading.File;
            }
        }

        var documents = Archive.Members(reading.File, reading.Options.Limits).Where(m => m.EndsWith(".kml", StringComparison.OrdinalIgnoreCase)).ToList();
        var wanted = reading.Options.Layer;
        var chosen = documents.Count == 1 && wanted is null ? documents[0] : documents.Find(d => d == wanted);
        if (chosen is null)
        {
            // The first may only link to the others: which one is meant is not guessed.
            reading.Refuse(documents.Count == 0 ? Problems.FileHasNoRows(reading.File.Name, "KMZ")
                : wanted is null ? Problems.LayerNotNamed(reading.File.Name, documents) : Problems.LayerUnknown(reading.File.Name, wanted, documents));
            return null;
        }

        return Archive.Member(reading.File, chosen, reading.Options.Limits);
    }
}
