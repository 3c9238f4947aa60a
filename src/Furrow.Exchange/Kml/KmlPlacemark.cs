using System.Text;
using System.Xml;
using Furrow.Core;
using Furrow.Exchange.Archives;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.Kml;

/// <summary>Reads one placemark: its name, description, times and extended data as fields, and its geometry.</summary>
internal sealed class KmlPlacemark(string file, ReadLimits limits)
{
    private readonly List<InputField> _fields = [];
    private readonly RepeatedNames _repeated = new();

    /// <summary>The reader stands on the start of the placemark and is left on its end. Throws <see cref="XmlException"/> where the XML is broken.</summary>
    public InputRow Read(XmlReader xml, int row, IReadOnlyList<KmlFolder> folders)
    {
        _fields.Clear();
        var builder = new DrawnBuilder(file, row, limits.PointsPerRow);
        Problem? fault = null;
        if (xml.GetAttribute("id") is { } id)
        {
            _fields.Add(new InputField("id", id));
        }

        var folder = string.Join(" / ", folders.Select(f => f.Name).Where(n => n.Length > 0));
        if (folder.Length > 0)
        {
            _fields.Add(new InputField("folder", folder));
        }

        var depth = xml.Depth;
        var more = !xml.IsEmptyElement && xml.Read();
        while (more && xml.Depth > depth)
        {
            fault ??= xml.Depth > limits.XmlDepth || _fields.Count > limits.FieldsPerRow
                ? Problems.FileBeyondLimit(file, $"elements nested more than {limits.XmlDepth} deep or {limits.FieldsPerRow} fields in one row", row)
                : null;
            more = xml.NodeType == XmlNodeType.Element && fault is null ? Element(xml, builder) : xml.Read();
        }

        if (!_fields.Exists(f => f.Name is "when" or "begin" or "end") && folders.LastOrDefault(f => f.Times.Count > 0) is { } dated)
        {
            _fields.AddRange(dated.Times);
        }

        Describe();
        DropLabel();
        _repeated.Part(_fields, 0);
        var geometry = builder.Build();
        return new InputRow { File = file, Row = row, Fields = [.. _fields], Geometry = geometry, Notes = builder.Left is { } left ? [left] : [],
            Problem = fault ?? builder.Fault };
    }

    /// <summary>What the description says column by column stands beside the extended data, which goes before.</summary>
    private void Describe()
    {
        var at = _fields.FindIndex(f => f.Name == "description");
        if (at < 0 || _fields[at].Value is not { Length: > 0 } description)
        {
            return;
        }

        var read = KmlDescription.Read(description);
        if (read.Text is { } text)
        {
            _fields[at] = new InputField("description", text);
        }
        else
        {
            _fields.RemoveAt(at);
        }

        foreach (var field in read.Fields.Where(f => !_fields.Exists(known => string.Equals(known.Name, f.Name, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            _fields.Add(field);
        }
    }

    /// <summary>Programs that write tables as KML, ours among them, label a placemark with one of its values. The label says nothing more, and is not the
    /// name of anything.</summary>
    private void DropLabel()
    {
        var label = _fields.Find(f => f.Name == "name").Value;
        if (label is not null && _fields.Exists(f => f.Name != "name" && f.Value is { } value
            && (label == value || label == $"{Exports.ExportTable.Mark} {value}")))
        {
            _fields.RemoveAt(_fields.FindIndex(f => f.Name == "name"));
        }
    }

    /// <summary>Takes what is known and leaves the reader on the node to look at next.</summary>
    private bool Element(XmlReader xml, DrawnBuilder builder)
    {
        switch (xml.LocalName)
        {
            case "name" or "description" or "address" or "when" or "begin" or "end":
                _fields.Add(new InputField(xml.LocalName, Text(xml)));
                return !xml.EOF;
            case "Data" or "SimpleData":
                Data(xml);
                return !xml.EOF;
            case "Point":
                foreach (var (x, y) in Pairs(Inner(xml, "coordinates"), builder))
                {
                    builder.Point(x, y);
                }

                return !xml.EOF;
            case "LineString" or "LinearRing" or "Track" or "Model":
                builder.Line(xml.LocalName);
                xml.Skip();
                return !xml.EOF;
            case "Polygon":
                Polygon(xml, builder);
                return !xml.EOF;
            case "Style" or "StyleMap" or "LookAt" or "Camera" or "Region":
                xml.Skip();
                return !xml.EOF;
            default:
                return xml.Read();
        }
    }

    private void Data(XmlReader xml)
    {
        var name = xml.GetAttribute("name") ?? "?";
        var value = xml.LocalName == "SimpleData" ? Text(xml) : Inner(xml, "value");
        _fields.Add(new InputField(name, value));
    }

    private void Polygon(XmlReader xml, DrawnBuilder builder)
    {
        List<double[]> shells = [], holes = [];
        var depth = xml.Depth;
        var into = shells;
        var more = !xml.IsEmptyElement && xml.Read();
        while (more && xml.Depth > depth && xml.Depth <= limits.XmlDepth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "coordinates")
            {
                into.Add([.. Pairs(Text(xml), builder).SelectMany(p => new[] { p.X, p.Y })]);
                more = !xml.EOF;
            }
            else
            {
                into = xml.NodeType != XmlNodeType.Element
                    ? into : xml.LocalName == "innerBoundaryIs" ? holes : xml.LocalName == "outerBoundaryIs" ? shells : into;
                more = xml.Read();
            }
        }

        if (shells.Count > 1)
        {
            builder.Refuse($"The polygon has more than one outer boundary.");
        }

        builder.Polygon([.. shells, .. holes]);
    }

    /// <summary>The text of the first child with that name; the reader is left behind the element.</summary>
    private string? Inner(XmlReader xml, string child)
    {
        string? found = null;
        var depth = xml.Depth;
        var more = !xml.IsEmptyElement && xml.Read();
        while (more && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == child && found is null)
            {
                found = Text(xml);
                more = !xml.EOF;
            }
            else
            {
                more = xml.Read();
            }
        }

        xml.Read();
        return found;
    }

    /// <summary>All text inside an element, without markup; the reader is left behind it.</summary>
    private string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var depth = xml.Depth;
        var text = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
                if (text.Length > limits.TextLength)
                {
                    throw new ArchiveLimitException($"{limits.TextLength >> 20} million characters in one element");
                }
            }
        }

        xml.Read();
        // What XML calls blanks stands around a value to make it look well; other blanks are of the text.
        return text.ToString().Trim(' ', '\t', '\r', '\n');
    }

    /// <summary>"lon,lat[,height]" with blanks between. Some writers put blanks after the commas; those are taken back together.</summary>
    private static List<(double X, double Y)> Pairs(string? coordinates, DrawnBuilder builder)
    {
        var pairs = new List<(double X, double Y)>();
        foreach (var tuple in KmlCoordinates.Tuples(coordinates ?? ""))
        {
            if (KmlCoordinates.Read(tuple) is not { } at)
            {
                builder.Refuse($"'{(tuple.Length > 40 ? tuple[..37] + "..." : tuple)}' is no position.");
                break;
            }

            if (!builder.Accept(at.X, at.Y))
            {
                break;
            }

            pairs.Add(at);
        }

        return pairs;
    }
}
