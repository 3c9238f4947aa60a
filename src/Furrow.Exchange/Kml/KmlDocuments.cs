using System.Xml;
using Furrow.Core;
using Furrow.Exchange.Archives;

namespace Furrow.Exchange.Kml;

/// <summary>A document of a KML file or KMZ archive.</summary>
/// <param name="Path">Its name within the archive; empty for a file that is none.</param>
internal sealed record KmlDocument(SourceFile Source, string Path);

/// <summary>The documents that make up what is read: the file itself, the only document of an archive, or the main document with all that it links to within
/// the archive, as programs write several layers.</summary>
internal static class KmlDocuments
{
    private const string Main = "doc.kml";

    /// <summary>Null, with a complaint, where it is not clear which are meant: documents that nothing links to are not passed over unsaid.</summary>
    public static IReadOnlyList<KmlDocument>? Find(FileReading reading)
    {
        Span<byte> head = stackalloc byte[4];
        using (var stream = reading.File.Open())
        {
            if (stream.ReadAtLeast(head, 4, false) < 4 || !Archive.IsZip(head))
            {
                return [new(reading.File, "")];
            }
        }

        var limits = reading.Options.Limits;
        var all = Archive.Members(reading.File, limits).Where(m => m.EndsWith(".kml", StringComparison.OrdinalIgnoreCase)).ToList();
        var wanted = reading.Options.Layer;
        reading.UseLayers(all);
        var chosen = wanted is not null ? all.Where(d => d == wanted).ToList() : all.Count == 1 ? all : Linked(reading, all);
        if (chosen.Count > 0)
        {
            reading.Understand(new(ReadingTopic.Part, "", string.Join(", ", chosen), Standing.Known));
            return [.. chosen.Select(m => new KmlDocument(Archive.Member(reading.File, m, limits), m))];
        }

        LayerQuestion.Ask(reading, all, wanted, "KMZ");
        return null;
    }

    /// <summary>The member of the archive that a link of one of its documents leads to; null when it leads out.</summary>
    public static string? Target(string document, string link, IEnumerable<string> members)
    {
        var path = Uri.UnescapeDataString(link.Split('#', '?')[0]).Replace('\\', '/');
        var folders = new List<string>(document.Split('/')[..^1]);
        foreach (var part in path.Split('/').Where(p => p is not ("." or "")))
        {
            if (part != "..")
            {
                folders.Add(part);
            }
            else if (folders.Count > 0)
            {
                folders.RemoveAt(folders.Count - 1);
            }
        }

        var full = string.Join('/', folders);
        return path.Contains(':') ? null : members.FirstOrDefault(m => string.Equals(m.Replace('\\', '/'), full, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The main document and what is reached from it, when that is every document there is; else none.</summary>
    private static List<string> Linked(FileReading reading, List<string> all)
    {
        if (all.Find(m => m.Equals(Main, StringComparison.OrdinalIgnoreCase)) is not { } main)
        {
            return [];
        }

        var reached = new List<string> { main };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var link in Links(reading, reached[i]))
            {
                if (Target(reached[i], link, all) is { } member && !reached.Contains(member))
                {
                    reached.Add(member);
                }
            }
        }

        return reached.Count == all.Count ? reached : [];
    }

    private static List<string> Links(FileReading reading, string member)
    {
        var links = new List<string>();
        try
        {
            using var stream = Archive.Member(reading.File, member, reading.Options.Limits).Open();
            using var xml = KmlXml.Open(stream, reading.Options.Encoding);
            while (links.Count < 10_000 && xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "NetworkLink" })
                {
                    links.AddRange(KmlXml.Links(xml));
                }
            }
        }
        catch (Exception e) when (KmlXml.IsFault(e))
        {
            // Said when it is read for its rows.
        }

        return links;
    }
}
