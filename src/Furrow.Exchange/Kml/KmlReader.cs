using System.Xml;
using Furrow.Core;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Kml;

/// <summary>Reads the placemarks of KML 2.2 (OGC 12-007r2) and of KMZ as a stream. Document types, and with them entities, are refused; links
/// are followed within the archive, and named where they lead out. KML is always WGS 84 longitude and latitude.</summary>
public sealed class KmlReader : IFormatReader
{
    private const string Name = "KML";
    private const int MostLinks = 20;

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

        if (reading.Options.Encoding is { } encoding && TextEncodings.Find(encoding) is null)
        {
            reading.Ask(ReadingTopic.Encoding, Problems.EncodingUnknown(reading.File.Name, encoding));
            yield break;
        }

        var walk = new Walk(reading, KmlDocuments.Find(reading) ?? []);
        foreach (var row in walk.Rows())
        {
            yield return row;
        }

        if (walk.LinksOut.Count > 0)
        {
            var shown = string.Join(", ", walk.LinksOut.Take(MostLinks)) + (walk.LinksOut.Count > MostLinks ? " ..." : "");
            (walk.Row == 0 ? (Action<Problem>)reading.Refuse : reading.Warn)(Problems.LinksNotFollowed(reading.File.Name, shown));
        }
    }

    /// <summary>One walk through the documents; rows are numbered through.</summary>
    private sealed class Walk(FileReading reading, IReadOnlyList<KmlDocument> documents)
    {
        private readonly KmlPlacemark _placemark = new(reading.File.Name, reading.Options.Limits);

        public int Row { get; private set; }

        /// <summary>Links that lead to nothing that is read here.</summary>
        public List<string> LinksOut { get; } = [];

        public IEnumerable<InputRow> Rows() => documents.SelectMany(Rows);

        private IEnumerable<InputRow> Rows(KmlDocument document)
        {
            using var stream = document.Source.Open();
            using var xml = Open(document, stream);
            var folders = new List<KmlFolder>();
            while (xml is not null && reading.Problems.Count == 0 && Next(document, xml, folders) is { } state && state)
            {
                Row++;
                if (Placemark(document, xml, folders) is not { } read)
                {
                    yield break;
                }

                yield return read;
            }
        }

        /// <summary>Looks at the first bytes, which may already be no text.</summary>
        private XmlReader? Open(KmlDocument document, Stream stream)
        {
            try
            {
                return KmlXml.Open(stream, reading.Options.Encoding);
            }
            catch (Exception e) when (KmlXml.IsFault(e))
            {
                Refuse(document, e, 0);
                return null;
            }
        }

        /// <summary>Moves to the next placemark, remembering the folders around it; false at the end, null when the file cannot be read on.</summary>
        private bool? Next(KmlDocument document, XmlReader xml, List<KmlFolder> folders)
        {
            try
            {
                while (xml.Read())
                {
                    if (xml.NodeType != XmlNodeType.Element)
                    {
                        continue;
                    }

                    if (Fault(xml) is { } fault)
                    {
                        reading.Refuse(fault);
                        return null;
                    }

                    folders.RemoveAll(f => f.Depth >= xml.Depth);
                    if (xml.LocalName == "Placemark")
                    {
                        return true;
                    }

                    if (xml.LocalName == "NetworkLink")
                    {
                        LinksOut.AddRange(KmlXml.Links(xml).Where(l => LinksOut.Count < 1_000 && !IsRead(document, l)));
                    }
                    else if (xml.LocalName is "Folder" or "Document")
                    {
                        folders.Add(new KmlFolder(xml.Depth, xml.LocalName == "Folder"));
                    }
                    else if (xml.LocalName == "name" && folders.Count > 0 && folders[^1].Depth == xml.Depth - 1 && !xml.IsEmptyElement && xml.Read()
                        && xml.NodeType == XmlNodeType.Text)
                    {
                        folders[^1].Name = xml.Value.Trim();
                    }
                    else if (folders.Count > 0 && folders[^1].Depth == xml.Depth - 1)
                    {
                        folders[^1].Look(xml);
                    }
                }

                return false;
            }
            catch (Exception e) when (KmlXml.IsFault(e))
            {
                Refuse(document, e, Row);
                return null;
            }
        }

        private Problem? Fault(XmlReader xml) => xml.Depth > reading.Options.Limits.XmlDepth
            ? Problems.FileBeyondLimit(reading.File.Name, $"elements nested more than {reading.Options.Limits.XmlDepth} deep", Row + 1)
            : xml.Depth == 0 && xml.LocalName is not ("kml" or "Placemark" or "Document" or "Folder")
                ? Problems.FileBroken(reading.File.Name, Name, $"the first element is '{xml.LocalName}', not 'kml'") : null;

        private InputRow? Placemark(KmlDocument document, XmlReader xml, List<KmlFolder> folders)
        {
            try
            {
                return _placemark.Read(xml, Row, folders);
            }
            catch (Exception e) when (KmlXml.IsFault(e))
            {
                Refuse(document, e, Row - 1);
                return null;
            }
        }

        private bool IsRead(KmlDocument document, string link) =>
            KmlDocuments.Target(document.Path, link, documents.Select(d => d.Path).Where(p => p.Length > 0)) is not null || link.StartsWith('#');

        private void Refuse(KmlDocument document, Exception e, int row)
        {
            var file = reading.File.Name;
            var entities = e.Message.Contains("DTD", StringComparison.Ordinal);
            var endsEarly = e.Message.Contains("Unexpected end of file", StringComparison.Ordinal)
                || e.Message.Contains("Root element is missing", StringComparison.Ordinal);
            var misfits = e.Message.Contains("Invalid character in the given encoding", StringComparison.Ordinal);
            reading.Refuse(endsEarly ? Problems.FileEndsEarly(file, Name, row)
                : misfits ? Problems.EncodingMisfit(file, reading.Options.Encoding ?? "UTF-8", KmlXml.Candidates(document.Source), row + 1)
                : Problems.FileBroken(file, Name, entities ? $"it has a document type (DTD); entities are not read" : (Phrase)$"line {(e as XmlException)?.LineNumber ?? 1}: {e.Message}", row + 1));
        }
    }
}
