using System.Text;
using Furrow.Core;
using Furrow.Exchange.Archives;

namespace Furrow.Exchange.Shapefile;

/// <summary>The files that make up one shapefile.</summary>
internal sealed record ShapefileParts(SourceFile Shp, SourceFile? Shx, SourceFile? Dbf, SourceFile? Prj, SourceFile? Cpg)
{
    /// <summary>The .shp with streams that can go back.</summary>
    public required Func<SourceFile> Unpacked { get; init; }

    /// <summary>The long texts of the table.</summary>
    public SourceFile? Memo { get; init; }

    private const int LongestText = 100_000;

    /// <summary>Beside a .shp, or the members of a zip; complains and gives null when it is not clear which.</summary>
    public static ShapefileParts? Find(FileReading reading)
    {
        var file = reading.File;
        if (file.Extension != ".zip")
        {
            return new(file, file.Beside(".shx"), file.Beside(".dbf"), file.Beside(".prj"), file.Beside(".cpg"))
            {
                Unpacked = () => file,
                Memo = file.Beside(".dbt") ?? file.Beside(".fpt"),
            };
        }

        var limits = reading.Options.Limits;
        var members = Archive.Members(file, limits);
        var layers = members.Where(m => m.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).Select(m => m[..^4]).ToList();
        var layer = layers.Count == 1 ? layers[0]
            : layers.FirstOrDefault(l => l == reading.Options.Layer || Path.GetFileName(l) == reading.Options.Layer);
        if (layer is null)
        {
            LayerQuestion.Ask(reading, layers, reading.Options.Layer, "Shapefile");
            return null;
        }

        SourceFile? Part(string extension) =>
            members.FirstOrDefault(m => m.Equals(layer + extension, StringComparison.OrdinalIgnoreCase)) is { } member
                ? Archive.Member(file, member, limits) : null;

        return new(Part(".shp")!, Part(".shx"), Part(".dbf"), Part(".prj"), Part(".cpg"))
        {
            Memo = Part(".dbt") ?? Part(".fpt"),
            Unpacked = () => Archive.Unpacked(file, members.First(m => m.Equals(layer + ".shp", StringComparison.OrdinalIgnoreCase)), limits),
        };
    }

    public string? Text(SourceFile? part)
    {
        if (part is null)
        {
            return null;
        }

        using var stream = part.Open();
        var bytes = new byte[LongestText];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, false));
    }
}
