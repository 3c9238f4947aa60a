using System.Text;
using System.Xml;

namespace Furrow.Exchange.Kml;

/// <summary>Opens the XML of a KML document as the programs that write it mean it: blanks before the declaration and the usual prefixes without a
/// declaration are passed over, as Google Earth does. Document types, and with them entities, are refused.</summary>
internal static class KmlXml
{
    private const int Head = 1 << 12;
    private const int Looked = 1 << 20;

    /// <summary>Prefixes that documents use without saying what they stand for. Names are known here whatever their prefix stands for.</summary>
    private static readonly string[] Usual = ["gx", "kml", "atom", "xal", "xsi"];

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <summary>What the reader of the framework throws at a broken document: where one names an encoding that its bytes contradict, it copies a negative
    /// number of bytes.</summary>
    public static bool IsFault(Exception e) => e is XmlException or ArgumentException;

    /// <param name="encoding">As a person names it, instead of what the document says; null to believe the document.</param>
    public static XmlReader Open(Stream stream, string? encoding)
    {
        TextEncodings.Register();
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var prefix in Usual)
        {
            names.AddNamespace(prefix, "urn:prefix:" + prefix);
        }

        var context = new XmlParserContext(names.NameTable, names, null, XmlSpace.None);
        var text = FromFirstSign(stream);
        return encoding is not null && TextEncodings.Find(encoding) is { } named
            ? XmlReader.Create(new StreamReader(text, named, true), Settings, context) : XmlReader.Create(text, Settings, context);
    }

    /// <summary>The links of a network link on whose start the reader stands; it is left on its end.</summary>
    public static List<string> Links(XmlReader xml)
    {
        var links = new List<string>();
        var depth = xml.Depth;
        var more = !xml.IsEmptyElement && xml.Read();
        var isLink = false;
        while (more && xml.Depth > depth)
        {
            isLink = xml.NodeType == XmlNodeType.Element ? xml.LocalName == "href" : isLink && xml.NodeType != XmlNodeType.EndElement;
            if (isLink && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && xml.Value.Trim() is { Length: > 0 } link)
            {
                links.Add(link);
            }

            more = xml.Read();
        }

        return links;
    }

    /// <summary>What the first text beyond ASCII reads as, for the question about its encoding.</summary>
    public static string Candidates(SourceFile document)
    {
        using var stream = document.Open();
        var bytes = new byte[Looked];
        var all = bytes.AsSpan(0, stream.ReadAtLeast(bytes, Looked, false));
        var at = all.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (at < 0)
        {
            return "";
        }

        var from = all[..at].LastIndexOf((byte)'>') + 1;
        var to = all[at..].IndexOf((byte)'<');
        return EncodingCandidates.Of(all[from..(to < 0 ? all.Length : at + to)]);
    }

    private static Stream FromFirstSign(Stream stream)
    {
        var head = new byte[Head];
        var length = stream.ReadAtLeast(head, Head, false);
        var from = head.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        while (from < length && head[from] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            from++;
        }

        return new BegunStream(head.AsMemory(from < length && head[from] == '<' ? from : 0, length - (from < length && head[from] == '<' ? from : 0)), stream);
    }
}
