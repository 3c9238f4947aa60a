using System.Xml;

namespace Furrow.Exchange.Kml;

/// <summary>A folder or document around placemarks, and the time that holds for all that lies in it (OGC KML 2.3, 9.1.3.1.7: a time of a container is that
/// of its features).</summary>
internal sealed class KmlFolder(int depth, bool isNamed)
{
    private readonly List<InputField> _times = [];

    public int Depth => depth;

    /// <summary>Empty for a document: its name is that of the file.</summary>
    public string Name { get => isNamed ? field : ""; set; } = "";

    /// <summary>Its "begin" and "end", or its "when"; empty where it has none.</summary>
    public IReadOnlyList<InputField> Times => _times;

    /// <summary>A child that the reader stands on the start of; it is left on its end where it is a time, or a view with a time of its own.</summary>
    public void Look(XmlReader xml)
    {
        if (xml.LocalName is not ("TimeSpan" or "TimeStamp" or "LookAt" or "Camera") || xml.IsEmptyElement)
        {
            return;
        }

        var (isTime, at) = (xml.LocalName is "TimeSpan" or "TimeStamp", xml.Depth);
        var inside = "";
        while (xml.Read() && xml.Depth > at)
        {
            inside = xml.NodeType == XmlNodeType.Element ? xml.LocalName : inside;
            if (isTime && xml.NodeType == XmlNodeType.Text && inside is "begin" or "end" or "when" && !_times.Exists(t => t.Name == inside))
            {
                _times.Add(new InputField(inside, xml.Value.Trim()));
            }
        }
    }
}
