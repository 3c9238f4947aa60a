using System.Text;
using Furrow.Core;

namespace Furrow.Exchange.Formats;

/// <summary>A format people have land records in that is not read here.</summary>
/// <param name="Convert">What makes a file of it that is read, as a command where there is one, for the name of the file.</param>
internal sealed record UnreadFormat(Phrase Name, Func<string, Phrase> Convert)
{
    public UnreadFormat(string name, Func<string, Phrase> convert) : this($"{new Word(name)}", convert)
    {
    }

    public Problem Refused(string file) => Problems.FormatNotRead(file, Name, Convert(file));
}

/// <summary>Knows files that no reader takes by their first bytes or their name, so that a refusal says what they are and what converts them.</summary>
internal static class UnreadFormats
{
    private static readonly Func<string, Phrase> Ogr = Command("ogr2ogr -f GPKG converted.gpkg \"{0}\"");
    private static readonly Func<string, Phrase> Database = _ => $"open it in its program and export the table of areas as .xlsx or .csv";
    private static readonly Func<string, Phrase> Picture = _ => $"draw the areas of the picture in QGIS, or type their turning points into a table";
    private static readonly Func<string, Phrase> Packed = _ => $"unpack it, and import the file inside";
    private static readonly Func<string, Phrase> Saved = _ => $"open it in a spreadsheet program and save it as .xlsx";
    private static readonly Func<string, Phrase> Layer = _ => $"export the layer: it only names where the data lie";
    private const string Dwg = "DWG";
    private static readonly Func<string, Phrase> Office = _ => $"copy its table into a workbook (.xlsx) or a .csv file";

    private static readonly (byte[] Begins, UnreadFormat Format)[] Marks =
    [
        ([.. "fgb"u8, 3, .. "fgb"u8], new("FlatGeobuf", Ogr)),
        ([.. "PAR1"u8], new("Parquet", f => $"{Ogr(f)} (GDAL 3.5 or later with the {"Parquet"} driver)")),
        ([.. "ARROW1"u8], new("Arrow", f => $"{Ogr(f)} (GDAL 3.5 or later with the {"Arrow"} driver)")),
        ([.. "AutoCAD Binary DXF"u8], new("DXF", Ogr)),
        ([.. "AC10"u8], new(Dwg, _ => $"save it as DXF in its program (or with dwg2dxf of LibreDWG), then: {Ogr("areas.dxf")}")),
        ([.. "!table"u8], new("MapInfo TAB", Ogr)),
        ([.. "EXP  0"u8], new("ArcInfo E00", Ogr)),
        ([.. "%PDF"u8], new("PDF", _ => $"copy its table into a workbook (.xlsx); drawings on a map sheet are drawn anew in QGIS")),
        ([0, 1, 0, 0, .. "Standard "u8], new("Microsoft Access", Database)),
        ([.. "{\\rtf"u8], new("RTF", Office)),
        ([.. "Rar!"u8], new("RAR archive", Packed)),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27], new("7-Zip archive", Packed)),
        ([0x1F, 0x8B], new("gzip archive", Packed)),
        ([.. "BZh"u8], new("bzip2 archive", Packed)),
        ([0x89, .. "PNG"u8], new("PNG", Picture)),
        ([0xFF, 0xD8, 0xFF], new("JPEG", Picture)),
        ([.. "II*\0"u8], new("TIFF", Picture)),
        ([.. "MM\0*"u8], new("TIFF", Picture)),
        ([.. "GIF8"u8], new("GIF", Picture)),
    ];

    /// <summary>What the first element or a name in it gives away.</summary>
    private static readonly (string Holds, UnreadFormat Format)[] Xml =
    [
        ("opengis.net/gml", new("GML", Ogr)), ("opengis.net/wfs", new("GML", Ogr)), ("<osm", new("OpenStreetMap XML", Ogr)),
        ("<georss", new("GeoRSS", Ogr)), ("Excel.Sheet", new("XML spreadsheet (2003)", Saved)),
        ("<html", new("HTML", Saved)),
        ("<svg", new("SVG", Picture)), ("<qgis", new("QGIS project", Layer)),
    ];

    private static readonly Dictionary<string, UnreadFormat> Names = new()
    {
        [".fgb"] = new("FlatGeobuf", Ogr), [".gml"] = new("GML", Ogr), [".dxf"] = new("DXF", Ogr), [".tab"] = new("MapInfo TAB", Ogr),
        [".mif"] = new("MapInfo MIF", Ogr), [".mid"] = new("MapInfo MIF", _ => Ogr("FILE.mif")), [".e00"] = new("ArcInfo E00", Ogr),
        [".dgn"] = new("DGN", Ogr), [".gdb"] = new("Esri file geodatabase", Ogr), [".mdb"] = new("Microsoft Access", Database),
        [".accdb"] = new("Microsoft Access", Database), [".dbf"] = Part(".dbf"), [".shx"] = Part(".shx"), [".prj"] = Part(".prj"), [".cpg"] = Part(".cpg"),
        [".sbn"] = Part(".sbn"), [".sbx"] = Part(".sbx"), [".qgs"] = new("QGIS project", Layer),
        [".lyr"] = new("ArcGIS layer file", Layer), [".topojson"] = new("TopoJSON", Command("ogr2ogr -f GeoJSON converted.geojson \"{0}\"")),
        [".plt"] = new("OziExplorer track", Command("gpsbabel -t -i ozi -f \"{0}\" -o gpx -F converted.gpx")),
        [".gdbtable"] = new("Esri file geodatabase", _ => Ogr("FOLDER.gdb")),
    };

    /// <summary>By the first bytes, else by the name; null when it is none of these.</summary>
    public static UnreadFormat? Of(ReadOnlySpan<byte> head, string extension)
    {
        foreach (var (begins, format) in Marks)
        {
            if (head.StartsWith(begins) && !(format.Name.ToString() == Dwg && (head.Length < 8 || head[6] != 0)))
            {
                return format;
            }
        }

        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (text.StartsWith('<'))
        {
            // Descriptions in KML and GPX hold HTML; a page saved under the name of a map is no table.
            return text.Contains("<kml", StringComparison.OrdinalIgnoreCase) || text.Contains("opengis.net/kml", StringComparison.Ordinal)
                || text.Contains("<gpx", StringComparison.Ordinal) || extension is ".kml" or ".gpx" or ".json" or ".geojson" ? null
                : Array.Find(Xml, x => text.Contains(x.Holds, StringComparison.OrdinalIgnoreCase)).Format;
        }

        return text.StartsWith('0') && text[1..].TrimStart().StartsWith("SECTION", StringComparison.Ordinal) ? new("DXF", Ogr)
            : extension == ".tab" ? null : Names.GetValueOrDefault(extension);
    }

    /// <summary>Of an archive, by the names in it.</summary>
    public static UnreadFormat? Of(IReadOnlyList<string> members)
    {
        bool Has(string end) => members.Any(m => m.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return Has(".gdbtable") ? new("Esri file geodatabase", _ => $"unpack it, then: {Ogr("FOLDER.gdb")}")
            : members.Contains("word/document.xml") ? new("DOCX", Office)
            : members.Contains("xl/workbook.bin") ? new("XLSB", Saved)
            : members.Contains("content.xml") && members.Contains("mimetype")
                ? new("OpenDocument", _ => $"open it in its program and save the table as .xlsx or .csv")
            : Array.Find([".fgb", ".gml", ".dxf", ".dwg", ".tab", ".mif", ".e00", ".mdb", ".accdb", ".pdf"], Has) is { } inside
                ? Names.GetValueOrDefault(inside) is { } known
                    ? known with { Convert = _ => $"unpack it, then: {known.Convert("FILE" + inside)}" }
                    : new(inside[1..].ToUpperInvariant(), Packed)
            : null;
    }

    /// <summary>{0} is the file.</summary>
    private static Func<string, Phrase> Command(string command) => file => $"{command.Replace("{0}", file, StringComparison.Ordinal)}";

    private static UnreadFormat Part(string extension) => new((Phrase)$"A {extension} alone", _ => $"choose the .shp beside it, or zip them together");
}
