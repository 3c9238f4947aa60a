using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Furrow.Exchange.Xlsx;

/// <summary>XML of a workbook without prefixes. The SDK writes x:row, as the standard allows; many programs that read workbooks, GDAL among them, know only
/// row. Characters are not checked here: texts come escaped (<see cref="XlsxText"/>).</summary>
internal sealed class SheetXml(Stream to) : XmlTextWriter(to, new UTF8Encoding(false))
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public void Start(string name) => WriteStartElement("", name, Main);

    public override void WriteStartElement(string? prefix, string localName, string? ns) => base.WriteStartElement(ns == Main ? "" : prefix, localName, ns);

    /// <summary>A whole part, its elements in the namespace of workbooks without a prefix.</summary>
    public static void Copy(Stream from, Stream to)
    {
        var part = XDocument.Load(from);
        part.Root!.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == Main).Remove();
        part.Save(to, SaveOptions.DisableFormatting);
    }
}
