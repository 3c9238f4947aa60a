using System.Globalization;
using Furrow.Core.Land;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Shapefile;

namespace Furrow.Server.Tests.Imports;

/// <summary>The named cases as files: those that lie beside the tests, and drawings of boxes in cells ("x1 y1 x2 y2"), the first of each polygon its shell, as
/// GeoJSON or as one record of a shapefile.</summary>
internal static class CaseFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    /// <summary>The cases of a folder, by their name under all cases; of a shapefile its .shp.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.GetFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => !IsOfShapefile(f) || Path.GetExtension(f) == ".shp").Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'));

    /// <summary>The table of right answers.</summary>
    public static IEnumerable<(string Name, string Said, string Answer, string Facts)> Answers() => File.ReadLines(Path.Combine(Folder, "answers.txt"))
        .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', StringSplitOptions.TrimEntries))
        .Select(l => (l[0], l[1], l[2], l.ElementAtOrDefault(3) ?? ""));

    public static string Of(Shell shell, string name) => name.Contains('(') || name == "MANY" ? Write(shell, name)
        : Path.Combine([Folder, .. name.Split('/')]);

    /// <summary>A browser sends one file: the members of a shapefile are zipped.</summary>
    public static (string Name, byte[] Bytes) Zipped(string file)
    {
        if (!file.EndsWith(".shp", StringComparison.Ordinal))
        {
            return (Path.GetFileName(file), File.ReadAllBytes(file));
        }

        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + ".*").Where(IsOfShapefile))
            {
                using var member = zip.CreateEntry(Path.GetFileName(part)).Open();
                member.Write(File.ReadAllBytes(part));
            }
        }

        return (Path.GetFileNameWithoutExtension(file) + ".zip", bytes.ToArray());
    }

    private static bool IsOfShapefile(string file) => Path.GetExtension(file).ToLowerInvariant() is ".shp" or ".dbf" or ".prj" or ".shx" or ".cpg";

    private static string Write(Shell shell, string drawing)
    {
        var polygons = drawing == "MANY" ? Many() : Polygons(drawing);
        if (drawing.StartsWith("POLYGON", StringComparison.Ordinal))
        {
            var coordinates = polygons.Select(p => "[" + string.Join(",", p.Select(r => "[" + string.Join(",", r.Append(r[0]).Select(Position)) + "]")) + "]");
            return shell.Write("a.geojson", GeoText.Collection(
                GeoText.Feature($$"""{"type":"MultiPolygon","coordinates":[{{string.Join(",", coordinates)}}]}""", "{}")));
        }

        var file = Path.Combine(shell.Folder, "a.zip");
        using var to = File.Create(file);
        new ShapefileWriter().Write(new ExportTable("a", true, ExportGeometry.Polygons, [new("n", ExportType.Whole)],
            [new ExportRow([1], new Shape(polygons))]), to);
        return file;
    }

    /// <summary>One record of 2,001 squares, each with a hole of a quarter.</summary>
    private static IEnumerable<GridPoint[][]> Many() => Enumerable.Range(0, 2001).Select(i => new[]
    {
        Box(3 * (i % 50), 3 * (i / 50), 2, 2), [.. Box(3 * (i % 50) + 0.5, 3 * (i / 50) + 0.5, 1, 1).Reverse()],
    });

    private static IEnumerable<GridPoint[][]> Polygons(string text) => text.TrimEnd(')').Split(')').Select(polygon =>
        polygon[(polygon.IndexOf('(', StringComparison.Ordinal) + 1)..].Split('|').Select((ring, i) =>
        {
            var n = ring.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray();
            var box = Box(n[0], n[1], n[2] - n[0], n[3] - n[1]);
            return i == 0 ? box : [.. box.Reverse()];
        }).ToArray());

    private static GridPoint[] Box(double x, double y, double width, double height) =>
        [At(x, y), At(x + width, y), At(x + width, y + height), At(x, y + height)];

    private static GridPoint At(double x, double y) => GridPoint.FromDegrees(17.5 + x / 1000, 44.1 + y / 1000);

    private static string Position(GridPoint p) => string.Create(CultureInfo.InvariantCulture, $"[{p.LonDegrees:R},{p.LatDegrees:R}]");
}
