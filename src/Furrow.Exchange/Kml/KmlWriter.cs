using System.Xml;
using Furrow.Core.Land;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Kml;

/// <summary>Writes KML 2.2: a placemark for each row, its columns as extended data.</summary>
public sealed class KmlWriter : IFormatWriter
{
    private const string Namespace = "http://www.opengis.net/kml/2.2";

    public string Format => "KML";

    public string Extension => ".kml";

    public string ContentType => "application/vnd.google-earth.kml+xml";

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        var held = new ExportableText("KML", c => XmlConvert.IsXmlChar(c));
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { CloseOutput = false, NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartElement("kml", Namespace);
        xml.WriteStartElement("Document", Namespace);
        xml.WriteElementString("name", Namespace, held.Of(table.MarkedTitle));
        if (table.About.Count > 0)
        {
            xml.WriteElementString("description", Namespace, held.Of(table.AboutText));
        }

        foreach (var row in table.Rows)
        {
            Placemark(xml, table, row, held);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return ["KML has no types: numbers and dates are text.", .. held.Losses];
    }

    private static void Placemark(XmlWriter xml, ExportTable table, ExportRow row, ExportableText held)
    {
        xml.WriteStartElement("Placemark", Namespace);
        var first = table.Exercise ? 1 : 0;
        if (row.Values.Count > first && ExportText.Of(row.Values[first]) is { } name)
        {
            xml.WriteElementString("name", Namespace, held.Of(table.Exercise ? $"EXERCISE {name}" : name));
        }

        xml.WriteStartElement("ExtendedData", Namespace);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            // Also an empty one: a column that no row has would leave its place to one with a like name.
            xml.WriteStartElement("Data", Namespace);
            xml.WriteAttributeString("name", held.Of(table.Columns[i].Name));
            xml.WriteElementString("value", Namespace, held.Of(ExportText.Of(row.Values[i]) ?? ""));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Geometry(xml, row);
        xml.WriteEndElement();
    }

    private static void Geometry(XmlWriter xml, ExportRow row)
    {
        if (row.Shape is { IsEmpty: false } shape)
        {
            var isMulti = shape.Polygons.Count > 1;
            if (isMulti)
            {
                xml.WriteStartElement("MultiGeometry", Namespace);
            }

            foreach (var polygon in shape.Polygons)
            {
                Polygon(xml, polygon);
            }

            if (isMulti)
            {
                xml.WriteEndElement();
            }
        }
        else if (row.Point is { } point)
        {
            xml.WriteStartElement("Point", Namespace);
            xml.WriteElementString("coordinates", Namespace, Position(point));
            xml.WriteEndElement();
        }
    }

    private static void Polygon(XmlWriter xml, GridPoint[][] polygon)
    {
        xml.WriteStartElement("Polygon", Namespace);
        for (var i = 0; i < polygon.Length; i++)
        {
            xml.WriteStartElement(i == 0 ? "outerBoundaryIs" : "innerBoundaryIs", Namespace);
            xml.WriteStartElement("LinearRing", Namespace);
            xml.WriteElementString("coordinates", Namespace, string.Join(' ', polygon[i].Append(polygon[i][0]).Select(Position)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Position(GridPoint p) => $"{ExportText.Degrees(p.Lon)},{ExportText.Degrees(p.Lat)}";
}
