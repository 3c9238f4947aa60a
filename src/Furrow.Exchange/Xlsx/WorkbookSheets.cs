using System.Xml;
using Furrow.Core;
using Furrow.Exchange.Archives;

namespace Furrow.Exchange.Xlsx;

/// <summary>The sheets of a workbook that hold something, and which of them is meant. One is read without asking, also
/// beside sheets that are no tables; of several, hidden ones among them, somebody names one. Those left are told.</summary>
internal sealed record WorkbookSheets(string Name, SheetScan Scan)
{
    private const string Book = "xl/workbook.xml";
    private const int MostSheets = 1_000;

    /// <summary>Null, with a complaint, when there is nothing to read or a choice to make.</summary>
    public static WorkbookSheets? Find(FileReading reading)
    {
        var filled = new List<(string Name, bool IsHidden, SheetScan Scan)>();
        var names = new List<string>();
        var parts = Parts(reading, out var struck);
        foreach (var (name, isHidden, part) in parts)
        {
            names.Add(name);
            var scan = SheetScan.Of(Archive.Member(reading.File, part, reading.Options.Limits), struck);
            if (scan.HasValues)
            {
                filled.Add((name, isHidden, scan));
            }
        }

        var (wanted, prefix) = (reading.Options.Layer, reading.Options.LayerPrefix);
        var shown = filled.Select(s => prefix + (s.IsHidden ? $"{s.Name} (hidden)" : s.Name)).ToList();
        reading.UseLayers([.. filled.Select(s => prefix + s.Name)]);
        var found = wanted is null ? Only(reading, filled) : filled.FindIndex(s => s.Name == wanted);
        if (found >= 0)
        {
            var (name, _, scan) = filled[found];
            reading.UseLayer(prefix + name);
            if (filled.Count > 1)
            {
                reading.Warn(Problems.SheetsLeft(reading.File.Name, name, shown.Where((_, i) => filled[i].Name != name)));
            }

            return new WorkbookSheets(name, scan);
        }

        if (filled.Count == 0)
        {
            reading.Refuse(Problems.FileHasNoRows(reading.File.Name, "XLSX"));
            return null;
        }

        var file = reading.File.Name;
        reading.Ask(ReadingTopic.Part, wanted is null ? Problems.LayerNotNamed(file, shown) : Problems.LayerUnknown(file, wanted, names),
            [.. filled.Select((s, i) => new ReadingChoice(prefix + s.Name, s.IsHidden ? shown[i] : ""))]);
        return null;
    }

    /// <summary>The one that is read without asking: the only one, or the only one with columns beside cover pages, keys and lists of words. -1 where it is
    /// not plain which.</summary>
    private static int Only(FileReading reading, List<(string Name, bool IsHidden, SheetScan Scan)> filled)
    {
        HashSet<string> Named(Func<int, bool> which) => Enumerable.Range(0, filled.Count).Where(which).Select(i => filled[i].Name).ToHashSet();
        var tables = Enumerable.Range(0, filled.Count).Where(i => filled.Count == 1 || filled[i].Scan.HasColumns).ToList();
        if (tables.Count > 1)
        {
            var chosenFrom = tables.SelectMany(t => filled[t].Scan.ChosenFrom).ToHashSet();
            var lists = PlainSheets.Lists(reading, Named(tables.Contains), chosenFrom);
            tables.RemoveAll(t => lists.Contains(filled[t].Name));
            if (tables is [var one] && SheetKeys.AreUsed(reading, lists.Except(chosenFrom).ToHashSet(), filled[one].Name))
            {
                return -1;
            }
        }

        return tables is not [var only] || filled[only].IsHidden ? -1
            : filled.Count > 1 && PlainSheets.SayPlaces(reading, Named(i => !filled[i].Scan.HasColumns)) ? -1 : only;
    }

    /// <summary>The sheets in the order of the workbook, each with the part it is kept in; charts and the like have no cells.</summary>
    private static List<(string Name, bool IsHidden, string Part)> Parts(FileReading reading, out StruckText struck)
    {
        var targets = new Dictionary<string, string>();
        string? styles = null, texts = null;
        Walk(reading, "xl/_rels/workbook.xml.rels", xml =>
        {
            if (xml.LocalName != "Relationship" || xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target)
            {
                return;
            }

            var (part, type) = (target.StartsWith('/') ? target[1..] : "xl/" + target, xml.GetAttribute("Type")?.Split('/')[^1]);
            styles = type == "styles" ? part : styles;
            texts = type == "sharedStrings" ? part : texts;
            if (type == "worksheet")
            {
                targets[id] = part;
            }
        });
        struck = StruckText.Of(reading, styles, texts);
        var sheets = new List<(string, bool, string)>();
        Walk(reading, Book, xml =>
        {
            if (xml.LocalName != "sheet" || sheets.Count >= MostSheets)
            {
                return;
            }

            // The namespace of the id differs between the two kinds of Open XML.
            string? id = null;
            for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            {
                id = xml.LocalName == "id" ? xml.Value : id;
            }

            xml.MoveToElement();
            if (id is not null && targets.TryGetValue(id, out var part))
            {
                sheets.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden", part));
            }
        });
        return sheets;
    }

    internal static void Walk(FileReading reading, string part, Action<XmlReader> element)
    {
        using var stream = Archive.Member(reading.File, part, reading.Options.Limits).Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element(xml);
            }
        }
    }
}
